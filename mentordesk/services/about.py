"""What the program is made of: versions and licences."""

import json
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata

from sqlcipher3 import dbapi2

from mentordesk import __version__
from mentordesk.resource import resource

LICENCE = "MIT"


@dataclass(frozen=True)
class Library:
    """A library that the program uses; the version is empty where the build does not tell it."""

    name: str
    version: str
    licence: str


def libraries() -> list[Library]:
    """Return every library by name.

    Names and licences come with the program; name and version are asked of what is installed,
    which a frozen build may not know.
    """
    known = json.loads(resource("libraries.json").read_text(encoding="utf-8"))
    return [_library(name, licence) for name, licence in sorted(known.items())]


def versions() -> list[tuple[str, str]]:
    """Return name and version of the program, Python, SQLite and its encryption, the system."""
    return [
        ("MentorDesk", __version__),
        ("Python", platform.python_version()),
        ("SQLite", dbapi2.sqlite_version),
        ("SQLCipher", _cipher_version()),
        ("System", platform.platform(aliased=True, terse=True)),
    ]


def _library(name: str, licence: str) -> Library:
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return Library(name, "", licence)
    return Library(told["Name"], told["Version"], licence)


def _cipher_version() -> str:
    connection = dbapi2.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(row[0]).split()[0] if row else ""
