"""Open a MentorDesk file, plain or encrypted, through one driver and one order of checks."""

import os
import stat
import time
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from mentordesk.domain.errors import FileError, NewerFileError, UnfinishedChangeError
from mentordesk.domain.text import fold
from mentordesk.store.failures import (
    DAMAGED,
    DRIVER_ERRORS,
    NO_FOLDER,
    READ_ONLY,
    WRONG_KEY,
    explain,
    known,
)
from mentordesk.store.file_check import (
    APPLICATION_ID,
    FOREIGN,
    PAGE_BYTES,
    can_write,
    check_file,
    check_key_given,
    has_journal,
)
from mentordesk.store.key import Key

__all__ = [
    "APPLICATION_ID",
    "SUFFIX",
    "TAKEN",
    "application_id",
    "connect",
    "connect_new",
    "explain",
    "user_version",
]

SUFFIX = ".mentordesk"

TAKEN = "There is already a file or folder with this name. Choose another name, or open it."

WAIT_WHILE_OPENING = 1500
WAIT_FOR_OTHERS = 5000
"""Milliseconds to wait for another program's lock."""

LARGEST_SCHEMA = (500, 1_000_000)
"""Most entries and characters in the schema; ours has about two hundred and some ten thousand."""

STEPS_BETWEEN_CHECKS = 600
MOST_CHECKS = 12 * LARGEST_SCHEMA[0] // STEPS_BETWEEN_CHECKS
"""SQLite takes 12 steps for each entry of the schema; a hostile one of 300,000 took 160 s."""

MOST_WORK = 0.5
"""Seconds of the processor's time, which a slow disk does not use up; opening takes 0.003."""

MOST_MEMORY = 512 * 1024**2
"""Bytes for all of SQLite in this process, so that a hostile file can't fill the memory.

SQLite can't raise it again. ``VACUUM`` of a file near this size needs ``VACUUM INTO``.
"""

_QUIET = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    f"PRAGMA hard_heap_limit={MOST_MEMORY}",
)
"""Asked first: none of these reads the file."""

_LASTING = (
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA synchronous=EXTRA",
    f"PRAGMA busy_timeout={WAIT_FOR_OTHERS}",
)


def connect_new(path: Path, key: Key | None, *, make_folder: bool = False) -> Connection:
    """Make a new file that only its owner can read, and return an open connection to it.

    The file has the application id and no version yet: write the schema and ``user_version``
    in one transaction.

    Args:
        path: where no file is yet.
        key: encrypts the file.
        make_folder: make a missing folder, for its owner alone; else it is refused.

    Raises:
        FileError: something is at this place, or it can't be written.
    """
    connection = None
    _reserve(path, make_folder=make_folder)
    try:
        connection = _begin(path, key, mode="rw", new=True)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        _finish(connection, read_only=False)
    except DRIVER_ERRORS as error:
        if connection is not None:
            connection.close()
        path.unlink(missing_ok=True)
        raise explain(error) or error from error
    return connection


def connect_copy(path: Path, key: Key | None) -> Connection:
    """Make a new file that only its owner can read, for the pages of another one.

    The copy is worth nothing until all is in it, so nothing protects it on the way: sync the file
    afterwards.

    Args:
        path: where no file is yet; its folder is there.
        key: encrypts the copy; with the salt of the other file its passphrase opens it too.

    Raises:
        FileError: something is at this place, or it can't be written.
    """
    _reserve(path, make_folder=False)
    try:
        connection = _begin(path, key, mode="rw", new=True)
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
    except DRIVER_ERRORS as error:
        path.unlink(missing_ok=True)
        raise explain(error) or error from error
    return connection


def connect(
    path: Path, key: Key | None, *, read_only: bool = False, schema_version: int
) -> Connection:
    """Open an existing file after checking it; nothing is written before all checks passed.

    The owner's lock comes before this, the comparison of the schema after it. A file of an older
    version is returned as it is: ask ``user_version``.

    Args:
        path: the file, or a link to it.
        key: the key of an encrypted file.
        read_only: change nothing, not even a journal.
        schema_version: the newest version that the caller understands.

    Raises:
        WrongKeyError: the key is missing or does not fit.
        NewerFileError: a newer MentorDesk wrote the file.
        ReadOnlyError: it can't be written, and ``read_only`` was not asked for.
        UnfinishedChangeError: it must be opened for writing once, to take back half a change.
        LockedError: another program is writing it.
        FileError: it is missing, damaged or no MentorDesk file.
    """
    check_file(path)
    check_key_given(path, given=key is not None)
    if not read_only and not can_write(path):
        raise known(READ_ONLY)
    connection = None
    try:
        connection = _begin(path, key, mode="ro" if read_only else "rw", new=False)
        connection.set_progress_handler(_Patience(), STEPS_BETWEEN_CHECKS)
        _check_inside(connection, schema_version)
        _finish(connection, read_only=read_only)
        connection.set_progress_handler(None, 0)
    except (FileError, *DRIVER_ERRORS) as error:
        if connection is not None:
            connection.close()
        raise _explain_opening(error, path, key, read_only=read_only) or error from error
    return connection


def user_version(connection: Connection) -> int:
    """Return the version of the schema in the file."""
    return _number(connection, "user_version")


def application_id(connection: Connection) -> int:
    """Return the number of the program that the file belongs to."""
    return _number(connection, "application_id")


def uri(path: Path, mode: str) -> str:
    """Return the address of a file for SQLite, whatever its name holds."""
    address = path.resolve().as_uri()
    if not address.startswith("file:///"):  # a Windows share: SQLite takes no host in the address
        address = address.replace("file://", "file:////", 1)
    return f"{address}?mode={mode}"


def _number(connection: Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _reserve(path: Path, *, make_folder: bool) -> None:
    folder = path.parent
    try:
        if make_folder:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        elif not folder.is_dir():
            raise known(NO_FOLDER)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
    except FileExistsError as error:
        raise FileError(TAKEN) from error
    except OSError as error:
        raise explain(error) or error from error
    except ValueError as error:  # a zero byte in the name
        raise FileError("The system can't take this file name. Choose another one.") from error


def _begin(path: Path, key: Key | None, *, mode: str, new: bool) -> Connection:
    """Return a connection that has its key and has not read the file."""
    connection = dbapi2.connect(
        uri(path, mode), uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA busy_timeout={WAIT_WHILE_OPENING}")
        connection.execute("PRAGMA cipher_log_level=NONE")
        if key is not None:
            connection.set_key(key.pragma(new=new))
        for pragma in _QUIET:
            connection.execute(pragma)
        connection.create_function("fold", 1, fold, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


class _Patience:
    """Tell SQLite to stop reading a schema that is too large to be ours."""

    def __init__(self) -> None:
        self._checks = 0
        self._end = time.thread_time() + MOST_WORK

    def __call__(self) -> bool:
        self._checks += 1
        return self._checks >= MOST_CHECKS or time.thread_time() > self._end


def _check_inside(connection: Connection, schema_version: int) -> None:
    if application_id(connection) != APPLICATION_ID:
        raise FileError(FOREIGN)
    version = user_version(connection)
    if version > schema_version:
        raise NewerFileError(
            f"A newer MentorDesk wrote this file (version {version} of the file; this program "
            f"knows up to {schema_version}). Update MentorDesk to open it."
        )
    if version < 1:
        raise FileError(
            "This file was never finished: making it was cut short. Delete it and make a new one."
        )
    entries, characters = connection.execute(
        "SELECT count(*), total(length(sql)) FROM sqlite_schema"
    ).fetchone()
    if (
        _number(connection, "page_size") != PAGE_BYTES
        or entries > LARGEST_SCHEMA[0]
        or characters > LARGEST_SCHEMA[1]
    ):
        raise known(DAMAGED)


def _finish(connection: Connection, *, read_only: bool) -> None:
    for pragma in _LASTING:
        connection.execute(pragma)
    if read_only:
        connection.execute("PRAGMA query_only=ON")
    else:
        # DELETE, not WAL: a WAL writes on into an orphan when a sync client replaces the file.
        connection.execute("PRAGMA journal_mode=DELETE")


def _explain_opening(
    error: Exception, path: Path, key: Key | None, *, read_only: bool
) -> Exception | None:
    name = getattr(error, "sqlite_errorname", "")
    if read_only and has_journal(path) and name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return UnfinishedChangeError(
            "MentorDesk was cut short while it saved a change in this file. Open the file in a "
            "window once, where it can be changed; the half change is then taken back."
        )
    if name == "SQLITE_NOTADB" and key is not None:
        return known(WRONG_KEY)
    # The statements so far are the same for every file: what SQLite has against them is the file.
    return explain(error) or (known(DAMAGED) if isinstance(error, dbapi2.DatabaseError) else None)
