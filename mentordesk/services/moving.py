"""Move a file that is closed to another place: whole, or it stays where it is."""

import hashlib
import os
import shutil
from datetime import datetime
from pathlib import Path

from mentordesk.domain.backups import backup_name, read_backup_name
from mentordesk.domain.errors import FileError
from mentordesk.store.backup import backup_folder
from mentordesk.store.failures import explain
from mentordesk.store.file_check import check_file, has_journal
from mentordesk.store.opening import SUFFIX, TAKEN
from mentordesk.store.owner import OwnerLock

_CHUNK = 1024 * 1024


def move_file(source: Path, target: Path, now: datetime) -> None:
    """Move a MentorDesk file, with the folder of its backups if it has one.

    The file is copied, read back and compared before the old one goes; until then nothing that
    was there is touched. A folder of backups that can't be moved stays where it is.

    Args:
        source: a file that nobody has open.
        target: where nothing is yet.
        now: the present moment, with its zone.

    Raises:
        KnownError: it can't be moved; the file is where it was.
    """
    check_file(source)
    _check_target(source, target)
    with OwnerLock(source) as owner:
        owner.acquire(now)
        if has_journal(source):
            raise FileError(
                "A change of this file was cut short. Open it and close it once, then move it."
            )
        try:
            _copy(source, target)
            source.unlink()
        except OSError as error:
            raise explain(error) or error from error
    _move_backups(source, target)


def _check_target(source: Path, target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise FileError(TAKEN)
    if not target.absolute().parent.is_dir():
        raise FileError("The folder for this file is not there. Choose another one, or make it.")
    if backup_folder(source).exists() and backup_folder(target).exists():
        raise FileError(
            "There are backups of another file of this name at that place. Choose another name."
        )


def _copy(source: Path, target: Path) -> None:
    """Write the copy for its owner alone; nothing is left of it where it does not succeed."""
    number = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(number, "r+b") as copy, source.open("rb") as file:
            shutil.copyfileobj(file, copy, _CHUNK)
            copy.flush()
            os.fsync(copy.fileno())
        _compare(source, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _compare(source: Path, target: Path) -> None:
    if _digest(source) != _digest(target):
        raise FileError("The copy is not like the file. Nothing was moved; try another place.")


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _move_backups(source: Path, target: Path) -> None:
    """Move the backups, under names that say whose they are now."""
    before, after = backup_folder(source), backup_folder(target)
    if not before.is_dir():
        return
    try:
        after.mkdir(mode=0o700)
        for backup in before.iterdir():
            own = read_backup_name(backup.name, source.stem, SUFFIX)
            name = backup.name if own is None else backup_name(target.stem, *own, SUFFIX)
            shutil.copy2(backup, after / name)
    except OSError:
        shutil.rmtree(after, ignore_errors=True)
        return
    shutil.rmtree(before, ignore_errors=True)
