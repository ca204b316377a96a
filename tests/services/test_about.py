"""What the program is made of."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest

from mentordesk.services.about import libraries, versions


def _name(requirement):
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def _all_below(name, found):
    if name in found:
        return
    try:
        below = requires(name) or []
    except PackageNotFoundError:  # for another system or another Python
        return
    found.add(name)
    for requirement in below:
        if "extra ==" not in requirement:
            _all_below(_name(requirement), found)


def test_every_library_that_is_installed_with_the_program_is_named(pytestconfig):
    project = tomllib.loads((pytestconfig.rootpath / "pyproject.toml").read_text())["project"]
    found = set()
    for requirement in project["dependencies"]:
        _all_below(_name(requirement), found)
    assert found <= {_name(library.name) for library in libraries()}


def test_every_library_says_its_licence_and_version():
    for library in libraries():
        assert library.licence, library.name
        assert library.version, library.name


def test_a_frozen_build_without_metadata_still_names_the_libraries(monkeypatch):
    def nothing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr("mentordesk.services.about.metadata", nothing)
    assert all(library.licence for library in libraries())


@pytest.mark.parametrize("name", ["MentorDesk", "Python", "SQLCipher", "SQLite"])
def test_versions_are_told(name):
    assert dict(versions())[name]
