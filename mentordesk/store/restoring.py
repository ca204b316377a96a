"""Put a backup in the place of a file; what was there is kept, whatever state it is in."""

import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.errors import FileError, KnownError
from mentordesk.store.backup import back_up, back_up_beside, sync_file, sync_folder
from mentordesk.store.engine import new_engine
from mentordesk.store.failures import DRIVER_ERRORS, explain
from mentordesk.store.history import raise_undo_floor
from mentordesk.store.key import Key
from mentordesk.store.opening import SUFFIX, connect
from mentordesk.store.owner import OwnerLock
from mentordesk.store.schema import SCHEMA_VERSION

SAME = "This is the file itself, not a backup of it. Choose another one."


def restore(
    backup: Path, path: Path, now: datetime, *, key: Key | None, present: Key | None = None
) -> Path | None:
    """Put a verified copy of a backup in the place of a file that nobody has open.

    The file that is there is backed up first; one that can't be is set aside as it is. What was
    done before the backup can't be undone in the restored file.

    Args:
        backup: where the backup lies; it is only read.
        path: the file to restore, or where none is yet.
        now: the present moment, with its zone.
        key: the key of the backup, which the restored file then has.
        present: the key of the file that is there.

    Returns:
        Where the file that was there is kept, or None if there was none.

    Raises:
        KnownError: the backup is not sound, or the file is in use; what was there is untouched.
    """
    real = Path(os.path.realpath(path))
    if real == Path(os.path.realpath(backup)):
        raise FileError(SAME)
    part = real.with_name(f".{real.name}.{secrets.token_hex(4)}.part")
    try:
        with ExitStack() as left:
            there = os.path.lexists(path)
            if there:
                left.enter_context(owner := OwnerLock(path))
                owner.acquire(now)
            copy_backup(backup, part, key)
            _end_undo(part, key)
            kept = _keep(real, present, now) if there else None
            sync_file(part)
            with suppress(FileNotFoundError):  # it belongs to the file that is kept
                Path(f"{real}-journal").unlink()
            part.replace(real)
            sync_folder(real.parent)
            return kept
    except DRIVER_ERRORS as error:
        raise explain(error) or error from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def copy_backup(
    backup: Path,
    place: Path,
    key: Key | None,
    step: Callable[[int, int], object] = lambda _done, _total: None,
) -> None:
    """Make a verified copy of a backup, or of any closed file, which is only read.

    Raises:
        KnownError: it can't be read, is not sound, or the copy can't be written.
    """
    source = connect(backup, key, read_only=True, schema_version=SCHEMA_VERSION)
    with closing(source):
        back_up(source, key, place, step=step, nap=0)


def set_aside(path: Path, now: datetime) -> Path:
    """Keep a file that can't be opened, byte by byte, with what a cut-short change left beside it.

    Raises:
        OSError: the disk refuses.
    """
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    place = path.with_name(f"{path.stem}-set-aside-{stamp}{SUFFIX}")
    number = 1
    while os.path.lexists(place):
        number += 1
        place = path.with_name(f"{path.stem}-set-aside-{stamp}-{number}{SUFFIX}")
    _copy_bytes(path, place)
    journal = Path(f"{path}-journal")
    if journal.exists():
        _copy_bytes(journal, Path(f"{place}-journal"))
    sync_folder(place.parent)
    return place


def _copy_bytes(source: Path, place: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with source.open("rb") as read, os.fdopen(os.open(place, flags, 0o600), "wb") as written:
            shutil.copyfileobj(read, written)
            written.flush()
            os.fsync(written.fileno())
    except BaseException:
        place.unlink(missing_ok=True)
        raise


def _keep(path: Path, key: Key | None, now: datetime) -> Path:
    try:
        present = connect(path, key, schema_version=SCHEMA_VERSION)  # takes back half a change
        with closing(present):
            return back_up_beside(present, key, path, now, BackupReason.RESTORE)
    except KnownError:
        return set_aside(path, now)


def _end_undo(path: Path, key: Key | None) -> None:
    raw = connect(path, key, schema_version=SCHEMA_VERSION)
    with closing(raw), new_engine(raw).begin() as connection:
        raise_undo_floor(connection)
