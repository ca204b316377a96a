import sys
from pathlib import Path

import pytest

from mentordesk import resource as module
from mentordesk.resource import resource


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend that the package lies in an empty place, away from the checkout."""
    package = tmp_path / "site" / "mentordesk"
    package.mkdir(parents=True)
    monkeypatch.setattr(module, "_PACKAGE", package)
    return package


def put(folder: Path) -> Path:
    folder.mkdir(parents=True)
    file = folder / "example.json"
    file.write_text("{}")
    return file


def test_checkout_is_found_as_it_is() -> None:
    assert resource("debian_libraries.txt").is_file()


def test_package_comes_before_the_checkout(package: Path) -> None:
    put(package.parent / "resources")
    inside = put(package / "resources")
    assert resource("example.json") == inside


def test_checkout_is_used_where_the_package_has_no_resources(package: Path) -> None:
    beside = put(package.parent / "resources")
    assert resource("example.json") == beside


def test_frozen_build_is_found_where_it_unpacks(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = put(tmp_path / "unpacked" / "mentordesk" / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "unpacked"), raising=False)
    assert resource("example.json") == unpacked


def test_folders_are_resources_too(package: Path) -> None:
    put(package / "resources" / "themes")
    assert resource("themes").is_dir()


def test_missing_file_is_named_with_what_to_do(package: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"'nothing\.json' is missing; please install"):
        resource("nothing.json")
