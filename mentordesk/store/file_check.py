"""Look at a file from outside, before the database touches it."""

import os
import stat
from pathlib import Path

from mentordesk.domain.errors import DamagedError, FileError, WrongKeyError
from mentordesk.store.failures import DAMAGED, MISSING, explain, known

APPLICATION_ID = 0x4D44534B
"""``MDSK`` in the header of the file (https://sqlite.org/fileformat2.html#application_id)."""

PAGE_BYTES = 4096
"""The page size of every MentorDesk file: SQLite's and SQLCipher's own default."""

LARGEST_BYTES = 4 * 1024**3
"""A heavy desk of ten years has 0.1 GB; a file above 4 GB is refused before it is read."""

PLAIN_HEADER = b"SQLite format 3\x00"

CUT_OFF = "The end of this file is missing. Leave it as it is and restore the newest backup."
FOREIGN = "This file belongs to another program. Nothing in it was changed."
NOT_OURS = (
    "This is no MentorDesk file, or its beginning was overwritten. "
    "Nothing in it was changed; choose another file or restore a backup."
)
ENCRYPTED = "This file is encrypted. Open it with its passphrase."
NOT_ENCRYPTED = "This file is not encrypted. Open it without a passphrase."

_KINDS = (
    (stat.S_ISDIR, "This is a folder. Choose a file in it."),
    (stat.S_ISFIFO, "This is a pipe between programs, not a file. Choose another file."),
    (stat.S_ISSOCK, "This is a connection between programs, not a file. Choose another file."),
    (stat.S_ISCHR, "This is a device, not a file. Choose another file."),
    (stat.S_ISBLK, "This is a device, not a file. Choose another file."),
)


def is_encrypted(path: Path) -> bool:
    """Return whether the file needs a passphrase.

    Raises:
        FileError: it can't be a MentorDesk file.
    """
    check_file(path)
    return not read_beginning(path).startswith(PLAIN_HEADER)


def check_place(path: Path) -> int:
    """Check that a regular file, or a link to one, is at this place, and return its size.

    Does not open the file, so that no lock of this process is lost.

    Raises:
        FileError: there is nothing, or something else.
    """
    try:
        if path.is_symlink() and not path.exists():
            raise FileError("This link points to a file that is not there any more.")
        status = path.stat()
    except (OSError, ValueError) as error:
        raise explain(error) or known(MISSING) from error
    for is_kind, sentence in _KINDS:
        if is_kind(status.st_mode):
            raise FileError(sentence)
    return status.st_size


def check_file(path: Path) -> None:
    """Check all that shows without a key: place, kind, size, beginning.

    Reads at most one page. Not to be called while this process is writing the file: on POSIX
    systems closing any handle of a file drops the locks that the process has on it.

    Raises:
        FileError: in words; the file is untouched.
    """
    size = check_place(path)
    if size == 0:
        raise DamagedError(
            "This file is empty. If it held your desk, restore the newest backup; "
            "if not, delete it and make a new one.",
            ours=False,
        )
    if size > LARGEST_BYTES:
        raise FileError("This file is larger than any MentorDesk file. Choose another file.")
    beginning = read_beginning(path)
    if beginning.startswith(PLAIN_HEADER):
        _check_plain(beginning)
    elif len(beginning) < PAGE_BYTES or not _looks_random(beginning):
        raise DamagedError(NOT_OURS, ours=False)
    # With a journal beside it, the file may rightly end in half a page: the database mends that.
    if size % PAGE_BYTES and not has_journal(path):
        plain = beginning.startswith(PLAIN_HEADER)
        raise DamagedError(CUT_OFF if plain else NOT_OURS, ours=plain)


def check_key_given(path: Path, *, given: bool) -> None:
    """Check that a key is given for an encrypted file, and none for a plain one.

    Raises:
        WrongKeyError: the file is encrypted and no key is given.
        FileError: the file is not encrypted.
    """
    plain = read_beginning(path).startswith(PLAIN_HEADER)
    if plain and given:
        raise FileError(NOT_ENCRYPTED)
    if not plain and not given:
        raise WrongKeyError(ENCRYPTED)


def has_journal(path: Path) -> bool:
    """Return whether a change was left half done beside the file."""
    try:
        return Path(f"{path.resolve()}-journal").stat().st_size > 0
    except OSError:
        return False


def read_beginning(path: Path) -> bytes:
    """Return the first page of the file, or less if it is shorter."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags)
        try:
            return os.read(handle, PAGE_BYTES)
        finally:
            os.close(handle)
    except OSError as error:
        raise explain(error) or error from error


def can_write(path: Path) -> bool:
    """Return whether the file and its folder (for the journal) can be written."""
    real = path.resolve()
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (real, real.parent))


def _check_plain(beginning: bytes) -> None:
    """Check the fields that all our files have alike (https://sqlite.org/fileformat2.html)."""
    if len(beginning) < 100:
        raise DamagedError(CUT_OFF)
    if int.from_bytes(beginning[68:72], "big") != APPLICATION_ID:
        raise FileError(FOREIGN)
    sound = (
        int.from_bytes(beginning[16:18], "big") == PAGE_BYTES
        and beginning[18] in {1, 2}  # rollback journal, or WAL
        and beginning[19] in {1, 2}
        and beginning[20:24] == bytes((0, 64, 32, 32))
        and int.from_bytes(beginning[56:60], "big") in {0, 1}  # no table yet, or UTF-8
    )
    if not sound:
        raise known(DAMAGED)


def _looks_random(page: bytes) -> bool:
    """Return whether a page could be encrypted: 4,096 random bytes hold all 256 values."""
    return len(set(page)) > 200
