"""Write a closed file anew under another key, or under none: all of it, or it stays as it was."""

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.errors import KnownError
from mentordesk.store.backup import (
    back_up_beside,
    backup_folder,
    check_copy,
    sync_file,
    sync_folder,
)
from mentordesk.store.failures import DRIVER_ERRORS, explain
from mentordesk.store.file_check import is_encrypted
from mentordesk.store.key import Key
from mentordesk.store.opening import (
    APPLICATION_ID,
    SUFFIX,
    connect,
    connect_copy,
    uri,
    user_version,
)
from mentordesk.store.owner import OwnerLock
from mentordesk.store.schema import SCHEMA_VERSION
from mentordesk.store.schema_check import row_counts


@dataclass(frozen=True)
class Rekeyed:
    """What came of it.

    Attributes:
        backups: plain backups that are encrypted now too.
        left_plain: plain backups that could not be: anybody who has them can read them.
    """

    backups: int = 0
    left_plain: tuple[Path, ...] = ()


def change_key(path: Path, old: Key | None, new: Key | None, now: datetime) -> Rekeyed:
    """Write a file anew under another key, and put it in place of the old one.

    A file that had a key is backed up first, under that key. Where a plain file is encrypted, its
    plain backups are encrypted with it, for each would tell what the file now keeps.

    Args:
        path: a file that nobody has open.
        old: its key; None for a plain file.
        new: the key that it shall have; None to have none.
        now: the present moment, with its zone.

    Raises:
        KnownError: it can't be done; the file is as it was.
    """
    with OwnerLock(path) as owner:
        owner.acquire(now)
        if old is not None:
            _back_up(path, old, now)
        _write_anew(Path(os.path.realpath(path)), old, new)
        if old is not None or new is None:
            return Rekeyed()
        return _encrypt_backups(path, new)


def _back_up(path: Path, key: Key, now: datetime) -> None:
    source = connect(path, key, schema_version=SCHEMA_VERSION)
    try:
        back_up_beside(source, key, path, now, BackupReason.REKEY)
    finally:
        source.close()


def _encrypt_backups(path: Path, new: Key) -> Rekeyed:
    done, left = 0, []
    for backup in sorted(backup_folder(path).glob(f"*{SUFFIX}")):
        try:
            if is_encrypted(backup):
                continue
            _write_anew(backup, None, new)
        except KnownError:
            left.append(backup)
        else:
            done += 1
    return Rekeyed(done, tuple(left))


def _write_anew(path: Path, old: Key | None, new: Key | None) -> None:
    """Copy everything into a file with the new key, check it, and let it take the place."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        version, counts = _looked_over(path, old)
        target = connect_copy(part, new)
        try:
            _fill(target, path, old, version)
        finally:
            target.close()
        check_copy(part, new, version, counts)
        sync_file(part)
        part.replace(path)
        sync_folder(path.parent)
    except DRIVER_ERRORS as error:
        raise explain(error) or error from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _looked_over(path: Path, key: Key | None) -> tuple[int, dict[str, int]]:
    """Return the version of a file's schema and how many rows each table has.

    Raises:
        KnownError: the key does not fit, or the file is not sound from outside.
    """
    source = connect(path, key, schema_version=SCHEMA_VERSION)  # takes back half a change
    try:
        return user_version(source), row_counts(source)
    finally:
        source.close()


def _fill(target: Connection, path: Path, old: Key | None, version: int) -> None:
    secret = "" if old is None else old.pragma()
    target.execute("ATTACH DATABASE ? AS source KEY ?", (uri(path, "ro"), secret))
    try:
        target.execute("SELECT sqlcipher_export('main', 'source')").fetchone()
    finally:
        target.execute("DETACH DATABASE source")
    # The export copies neither of these.
    target.execute(f"PRAGMA application_id={APPLICATION_ID}")
    target.execute(f"PRAGMA user_version={version}")
