"""Backups of the open file: made, listed, thinned out, looked at and restored."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from mentordesk.domain.backups import (
    BackupReason,
    BackupRow,
    Protection,
    read_backup_name,
    surplus,
)
from mentordesk.domain.errors import FileError, ReadOnlyError
from mentordesk.services.base import Service
from mentordesk.store.backup import back_up, back_up_beside, backup_folder
from mentordesk.store.file_check import PLAIN_HEADER, read_beginning
from mentordesk.store.key import SALT_BYTES, Key
from mentordesk.store.opening import SUFFIX, connect
from mentordesk.store.restoring import copy_backup, restore
from mentordesk.store.schema import SCHEMA_VERSION

__all__ = ["Backups", "back_up_file", "copy_backup", "list_backups", "restore"]

Step = Callable[[int, int], object]


class Backups(Service):
    """Use cases of the page of backups, and of the program's own backups."""

    @property
    def folder(self) -> Path:
        """Where the backups of this file lie; it may not be there yet."""
        return backup_folder(self._store.path)

    def rows(self) -> list[BackupRow]:
        """Return all backups of this file, newest first."""
        return list_backups(self._store.path)

    def newest_moment(self) -> datetime | None:
        """Return when the newest backup was made, by the names alone: no file is opened."""
        stem = self.folder.name.removesuffix(" backups")
        names = (place.name for place in self.folder.glob(f"*{SUFFIX}"))
        moments = [read[0] for name in names if (read := read_backup_name(name, stem, SUFFIX))]
        return max(moments, default=None)

    def changed_since_newest(self) -> bool:
        """Return whether the file was written after its newest backup was begun."""
        newest = self.newest_moment()
        try:
            written = datetime.fromtimestamp(self._store.path.stat().st_mtime, UTC)
        except OSError:
            return False
        return newest is None or written > newest

    def make(self, why: BackupReason, step: Step = lambda _done, _total: None) -> Path:
        """Make a verified backup and return where it lies; may run beside the window's thread.

        What is no longer needed of the older ones goes afterwards.

        Raises:
            KnownError: it can't be made; the sentence says why. No other backup is touched.
        """
        store = self._store
        if store.read_only:
            raise ReadOnlyError("This file is open for reading only, so it gets no backups.")
        now = store.clock()
        place = back_up_beside(
            store.raw, store.key, store.path, now, why, alone=store.alone, step=step
        )
        self._thin_out(now)
        return place

    def remove(self, row: BackupRow) -> None:
        """Delete one backup.

        Raises:
            FileError: the system refuses.
        """
        try:
            row.path.unlink(missing_ok=True)
        except OSError as error:
            raise FileError("This backup can't be deleted. Check its permissions.") from error

    def _thin_out(self, now: datetime) -> None:
        rows = {row.at: row for row in self.rows()}
        for moment in surplus(rows, now.astimezone()):
            try:
                self.remove(rows[moment])
            except FileError:
                return  # one too many does no harm


def list_backups(path: Path) -> list[BackupRow]:
    """Return the backups of a file, newest first; the file itself may be damaged or gone."""
    folder = backup_folder(path)
    stem = folder.name.removesuffix(" backups")
    salt = _salt(path)
    rows = []
    for place in folder.glob(f"*{SUFFIX}"):
        read = read_backup_name(place.name, stem, SUFFIX)
        if read is None or not place.is_file():
            continue
        at, why = read
        size, protection = place.stat().st_size, _protection(place, salt)
        rows.append(BackupRow(place.name, place, at, why, size, protection))
    return sorted(rows, key=lambda row: (row.at, row.id), reverse=True)


def back_up_file(path: Path, place: Path, *, key: Key | None) -> None:
    """Make a verified copy of a closed file, of any version, which is only read.

    Raises:
        KnownError: it can't be read or is not sound, or there is something at this place.
    """
    source = connect(path, key, read_only=True, schema_version=SCHEMA_VERSION)
    try:
        back_up(source, key, place, nap=0)
    finally:
        source.close()


def _salt(path: Path) -> bytes | None:
    """Return what tells one passphrase from another, without a key; None for a plain file."""
    try:
        beginning = read_beginning(path)
    except FileError:
        return None
    return None if beginning.startswith(PLAIN_HEADER) else beginning[:SALT_BYTES]


def _protection(place: Path, salt: bytes | None) -> Protection:
    its_own = _salt(place)
    if its_own is None:
        return Protection.NONE
    return Protection.PRESENT if its_own == salt else Protection.EARLIER
