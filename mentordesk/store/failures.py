"""What the system and the database say, in words for the person."""

import errno
from collections.abc import Mapping

from sqlcipher3 import dbapi2

from mentordesk.domain.errors import (
    DamagedError,
    FileError,
    KnownError,
    LockedError,
    ReadOnlyError,
    WrongKeyError,
)

Failure = tuple[type[KnownError], str]

DAMAGED: Failure = (
    DamagedError,
    "This file is damaged. Leave it as it is and restore the newest backup.",
)
READ_ONLY: Failure = (
    ReadOnlyError,
    "This file or its folder can't be changed. Copy the file to a folder of your own to edit it.",
)
NOT_ALLOWED: Failure = (
    ReadOnlyError,
    (
        "The system does not allow MentorDesk to use this file or folder. "
        "Check its permissions, or copy the file to a folder of your own."
    ),
)
DISK_FULL: Failure = (
    FileError,
    (
        "There is no space left on the disk. The last change is not saved; "
        "make some room and try again."
    ),
)
DISK_FAILED: Failure = (
    FileError,
    (
        "The disk did not read or write as it should. The last change is not saved; "
        "check that the disk is connected and try again."
    ),
)
BUSY: Failure = (
    LockedError,
    "Another program is using this file right now. Close it there, or try again in a moment.",
)
WRONG_KEY: Failure = (
    WrongKeyError,
    (
        "The passphrase does not open this file. Type it again. If it is surely right, "
        "the file is damaged or no MentorDesk file: restore the newest backup."
    ),
)
MISSING: Failure = (
    FileError,
    "There is no file at this place. It may have been moved, renamed or deleted.",
)
NO_FOLDER: Failure = (
    FileError,
    "The folder for this file does not exist. Choose another folder, or make it first.",
)
NAME_REFUSED: Failure = (
    FileError,
    "The system can't take this file name. Choose a shorter or simpler one.",
)
CANT_OPEN: Failure = (
    FileError,
    (
        "The system can't open this file. Check that it is still there and that its folder is open "
        "to you."
    ),
)
TOO_BIG: Failure = (
    FileError,
    "This is too large for the file or for the memory of this computer. Nothing was changed.",
)

_DATABASE: Mapping[int, Failure] = {
    3: NOT_ALLOWED,  # SQLITE_PERM
    5: BUSY,  # SQLITE_BUSY
    6: BUSY,  # SQLITE_LOCKED
    7: TOO_BIG,  # SQLITE_NOMEM
    8: READ_ONLY,  # SQLITE_READONLY
    10: DISK_FAILED,  # SQLITE_IOERR
    11: DAMAGED,  # SQLITE_CORRUPT
    13: DISK_FULL,  # SQLITE_FULL
    14: CANT_OPEN,  # SQLITE_CANTOPEN
    15: BUSY,  # SQLITE_PROTOCOL
    18: TOO_BIG,  # SQLITE_TOOBIG
    22: TOO_BIG,  # SQLITE_NOLFS
    24: DAMAGED,  # SQLITE_FORMAT
    26: DAMAGED,  # SQLITE_NOTADB: after the open checks, a page that no longer decrypts
}
"""SQLite's primary result codes (https://sqlite.org/rescode.html) that are the user's world."""

_SYSTEM: Mapping[int, Failure] = {
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: READ_ONLY,
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: TOO_BIG,
    errno.EIO: DISK_FAILED,
    errno.ENODEV: DISK_FAILED,
    errno.ENXIO: CANT_OPEN,
    errno.ENOENT: MISSING,
    errno.ENOTDIR: NO_FOLDER,
    errno.ENAMETOOLONG: NAME_REFUSED,
    errno.EINVAL: NAME_REFUSED,
    errno.EILSEQ: NAME_REFUSED,
    errno.ELOOP: CANT_OPEN,
    errno.EISDIR: CANT_OPEN,
    errno.EMFILE: CANT_OPEN,
    errno.ENFILE: CANT_OPEN,
    errno.ESTALE: DISK_FAILED,
    errno.EBUSY: BUSY,
}


DRIVER_ERRORS = (dbapi2.Error, OSError, UnicodeDecodeError, MemoryError)
"""All that comes out of the driver when a file is not as it should be."""


def known(failure: Failure) -> KnownError:
    """Return the error with its sentence."""
    kind, sentence = failure
    return kind(sentence)


def explain(error: Exception) -> KnownError | None:
    """Return the error for the person, or None if it is no fault of their world but a bug.

    Takes errors of the driver, of the system, and SQLAlchemy's wrapping of either.
    """
    if isinstance(error, KnownError):
        return error
    inner = getattr(error, "orig", None)
    if isinstance(inner, Exception):
        return explain(inner)
    failure: Failure | None = None
    if isinstance(error, dbapi2.Error):
        code = getattr(error, "sqlite_errorcode", None)
        failure = _DATABASE.get(code & 0xFF) if isinstance(code, int) else None
        if str(error).startswith("Could not decode to UTF-8"):
            failure = DAMAGED
    elif isinstance(error, OSError) and error.errno is not None:
        failure = _SYSTEM.get(error.errno)
    elif isinstance(error, UnicodeDecodeError):  # text in the file that is no text
        failure = DAMAGED
    elif isinstance(error, MemoryError):
        failure = TOO_BIG
    return known(failure) if failure else None
