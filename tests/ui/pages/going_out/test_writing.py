import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentordesk.domain.errors import FileError
from mentordesk.ui.pages.going_out.writing import write_whole


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    write_whole(path, [b"one ", b"two"])
    assert path.read_bytes() == b"one two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_stood_there_is_replaced_and_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_whole(path, [b"new"])
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_stood_there_stays_where_writing_breaks_off(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ZeroDivisionError

    path = tmp_path / "a.ics"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write_whole(path, broken())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_each_piece_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    write_whole(tmp_path / "a.ics", [b"a", b"b", b"c"], told.append)
    assert told == [1, 2, 3]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="folder is not there any more"):
        write_whole(tmp_path / "gone" / "a.ics", [b"a"])


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.ics").mkdir()
    with pytest.raises(FileError, match="Choose another name"):
        write_whole(tmp_path / "a.ics", [b"a"])


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(FileError, match="no room left"):
            write_whole(tmp_path / "a.ics", [b"x" * 4000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
