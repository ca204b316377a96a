"""Copy an open file page by page: the copy is verified before it gets its name, or is not there."""

import errno
import os
import secrets
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from mentordesk.domain.backups import BackupReason, backup_name
from mentordesk.domain.errors import DamagedError, FileError, KnownError
from mentordesk.store.failures import DRIVER_ERRORS, explain
from mentordesk.store.file_check import PAGE_BYTES
from mentordesk.store.key import Key
from mentordesk.store.making import put_in_place
from mentordesk.store.opening import SUFFIX, connect, connect_copy, user_version
from mentordesk.store.schema_check import find_damage, row_counts

PAGES = 64
"""Pages copied at a time: 7 ms of an encrypted file, so that a save in between waits little."""

NAP = 0.003
"""Seconds between two steps, in which others get their turn."""

_STEPS_BETWEEN_QUESTIONS = 100_000
"""Steps of SQLite between two questions whether to go on: some milliseconds."""

_NO_ROOM = (
    "There is no room left for the copy, so it was not made. Your desk is as it was. "
    "Make some room and try again."
)
_FAILED = (
    "The copy could not be written as it should, so it was not made. Your desk is as it was. "
    "Check the disk and try again."
)
_NOT_WHOLE = (
    "This file shows damage, so the copy was thrown away and earlier backups were left alone. "
    "Run a check of the file."
)
_IN_THE_WAY = (
    "Something that is no folder has the name of the folder for backups. Move it away, "
    "or give it another name."
)
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

_CODES = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "file is not a database": dbapi2.SQLITE_NOTADB,
}
"""What SQLite says of its result codes (sqlite3_errstr)."""

Alone = Callable[[], AbstractContextManager[object]]
Step = Callable[[int, int], object]


def back_up(
    source: Connection,
    key: Key | None,
    place: Path,
    *,
    alone: Alone = nullcontext,
    step: Step = lambda _done, _total: None,
    nap: float = NAP,
) -> None:
    """Copy an open file to a new place; what is saved meanwhile is in the copy or restarts it.

    Args:
        source: the open file; another thread may go on using it.
        key: its key; the copy has the same key and salt, so that the passphrase opens it too.
        place: where no file is yet, in a folder that is there.
        alone: keeps other threads from the source for the last step and for counting its rows.
        step: told how many of how many pages are copied; what it raises ends the copy.
        nap: seconds between two steps.

    Raises:
        DamagedError: what was copied is not sound. There is no copy.
        FileError: the copy can't be written. There is none.
    """
    part = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        counts = _copy(source, _key_of(source, key), part, alone, step, nap)
        pages = part.stat().st_size // PAGE_BYTES
        check_copy(part, key, user_version(source), counts, lambda: step(pages, pages))
        sync_file(part)
        put_in_place(part, place)
        sync_folder(place.parent)
    except DRIVER_ERRORS as error:
        raise _in_words(error) or error from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def backup_folder(path: Path) -> Path:
    """Return where the backups of a file lie: beside it, so that they move with it."""
    real = Path(os.path.realpath(path))
    return real.parent / f"{real.stem} backups"


def back_up_beside(
    source: Connection,
    key: Key | None,
    path: Path,
    at: datetime,
    why: BackupReason,
    *,
    alone: Alone = nullcontext,
    step: Step = lambda _done, _total: None,
) -> Path:
    """Make a backup in the folder of the file's backups, and return where it lies.

    Raises:
        KnownError: as ``back_up``, or the folder can't be made.
    """
    folder = backup_folder(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError as error:
        raise FileError(_IN_THE_WAY) from error
    except OSError as error:
        raise _in_words(error) or error from error
    stem = folder.name.removesuffix(" backups")
    place = folder / backup_name(stem, at, why, SUFFIX)
    while os.path.lexists(place):  # two in one second
        at += timedelta(seconds=1)
        place = folder / backup_name(stem, at, why, SUFFIX)
    for left in folder.glob(".*.part*"):  # of a backup that was cut short
        with suppress(OSError):
            left.unlink()
    back_up(source, key, place, alone=alone, step=step)
    return place


def check_copy(
    path: Path,
    key: Key | None,
    version: int,
    counts: dict[str, int] | None,
    go_on: Callable[[], object] = lambda: None,
) -> None:
    """Read a closed copy again, all of it.

    Args:
        path: the copy.
        key: its key.
        version: the newest version of the schema that it may have.
        counts: the rows that each table must have; an empty database is sound too.
        go_on: asked again and again; what it raises ends the check.

    Raises:
        DamagedError: it is not sound, or rows are missing.
    """
    connection = connect(path, key, read_only=True, schema_version=version)
    patience = _Patience(go_on)
    try:
        connection.set_progress_handler(patience, _STEPS_BETWEEN_QUESTIONS)
        damage = find_damage(connection)
        if patience.ended is not None:
            raise patience.ended
        connection.set_progress_handler(None, 0)
        if damage or (counts is not None and row_counts(connection) != counts):
            raise DamagedError(_NOT_WHOLE)
    finally:
        connection.close()


class _Patience:
    """Ends a long statement where nobody waits for it any more."""

    def __init__(self, go_on: Callable[[], object]) -> None:
        self._go_on = go_on
        self.ended: Exception | None = None

    def __call__(self) -> bool:
        try:
            self._go_on()
        except Exception as error:  # noqa: BLE001 (raised again when the statement has ended)
            self.ended = error
        return self.ended is not None


def sync_folder(folder: Path) -> None:
    """Have the system write down the names in a folder; Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:  # some network folders can't
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


class _Turns:
    """Naps between the steps, and keeps the others away before the last ones."""

    def __init__(self, hold: Callable[[], object], step: Step, nap: float) -> None:
        self._hold, self._step, self._nap = hold, step, nap
        self._holds = False

    def look_at(self, remaining: int) -> None:
        """Keep the others away if the end is near."""
        if not self._holds and remaining <= 2 * PAGES:
            self._holds = True
            self._hold()

    def __call__(self, _status: int, remaining: int, total: int) -> None:
        """Hear from the driver how many pages are still to be copied."""
        self._step(total - remaining, total)
        if not self._holds:
            time.sleep(self._nap)
            self.look_at(remaining)


def _copy(
    source: Connection, key: Key | None, part: Path, alone: Alone, step: Step, nap: float
) -> dict[str, int]:
    """Copy all pages and return how many rows each table of the source then has."""
    with ExitStack() as left:
        target = connect_copy(part, key)
        left.callback(target.close)
        turns = _Turns(lambda: left.enter_context(alone()), step, nap)
        turns.look_at(source.execute("PRAGMA page_count").fetchone()[0])
        # A source in the middle of a change is busy: the driver sleeps and tries again.
        source.backup(target, pages=PAGES, progress=turns, sleep=NAP)
        return row_counts(source)


def _key_of(source: Connection, key: Key | None) -> Key | None:
    if key is None:
        return None
    salt = source.execute("PRAGMA cipher_salt").fetchone()[0]
    return replace(key, salt=bytes.fromhex(salt))


def sync_file(path: Path) -> None:
    """Have the system write down what is in a file."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _in_words(error: Exception) -> KnownError | None:
    """Return what stands in the way of a copy: no change of the desk is lost with it."""
    code = getattr(error, "sqlite_errorcode", None)
    # The driver gives the errors of a backup no code, but SQLite's own words.
    primary = code & 0xFF if isinstance(code, int) else _CODES.get(str(error))
    number = getattr(error, "errno", None)
    if primary == dbapi2.SQLITE_FULL or number in _FULL_DISK:
        return FileError(_NO_ROOM)
    if primary == dbapi2.SQLITE_IOERR or number == errno.EIO:
        return FileError(_FAILED)
    if primary in {dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB}:
        return DamagedError(_NOT_WHOLE)
    return explain(error)
