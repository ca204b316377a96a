"""A file gets another key wholly or not at all, and no plain copy of it stays behind."""

import os
import shutil
import stat
from datetime import UTC, datetime

import pytest

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.errors import KnownError, LockedError, WrongKeyError
from mentordesk.models import Goal
from mentordesk.store import rekeying
from mentordesk.store.backup import back_up_beside, backup_folder
from mentordesk.store.file_check import is_encrypted
from mentordesk.store.key import Key
from mentordesk.store.rekeying import change_key
from mentordesk.store.store import Store

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
WORD = "kingfisher"
FIRST, SECOND = Key(b"1" * 32, b"s" * 16), Key(b"2" * 32, b"t" * 16)
WAYS = [(None, FIRST), (FIRST, SECOND), (FIRST, None)]


@pytest.fixture
def filled(tmp_path, clock):
    """Return a maker of a closed file with one goal in it."""

    def make(key):
        path = tmp_path / "desk.mentordesk"
        store = Store.create(path, clock, key=key)
        with store.changing("Add goal") as session:
            session.add(Goal(title=WORD))
        store.close()
        return path

    return make


@pytest.mark.parametrize(("old", "new"), WAYS)
def test_everything_is_there_under_the_new_key(filled, clock, dump, old, new):
    path = filled(old)
    store = Store.open(path, clock, key=old)
    before = dump(store)
    store.close()
    change_key(path, old, new, NOW)
    store = Store.open(path, clock, key=new)
    assert dump(store) == before
    assert store.undo() is not None
    store.close()


@pytest.mark.parametrize(("old", "new"), WAYS)
def test_old_key_opens_nothing_any_more(filled, clock, old, new):
    path = filled(old)
    change_key(path, old, new, NOW)
    with pytest.raises(KnownError):
        Store.open(path, clock, key=old)


@pytest.mark.parametrize(("old", "new"), WAYS)
def test_file_stays_its_owners_alone(filled, old, new):
    path = filled(old)
    change_key(path, old, new, NOW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_encrypting_leaves_no_word_readable(filled):
    path = filled(None)
    assert WORD.encode() in path.read_bytes()
    change_key(path, None, FIRST, NOW)
    assert not any(
        WORD.encode() in place.read_bytes() for place in path.parent.rglob("*") if place.is_file()
    )


def test_encrypting_encrypts_the_plain_backups(filled, clock):
    path = filled(None)
    store = Store.open(path, clock)
    backup = back_up_beside(store.raw, None, path, NOW, BackupReason.ASKED)
    store.close()
    assert change_key(path, None, FIRST, NOW).backups == 1
    assert is_encrypted(backup)
    Store.open(backup, clock, key=FIRST, read_only=True).close()


def test_backup_that_cannot_be_encrypted_is_named(filled):
    path = filled(None)
    folder = backup_folder(path)
    folder.mkdir()
    broken = folder / path.name
    shutil.copy(path, broken)
    os.truncate(broken, 8192)
    assert change_key(path, None, FIRST, NOW).left_plain == (broken,)


def test_change_of_key_keeps_a_backup_under_the_old_one(filled, clock):
    path = filled(FIRST)
    change_key(path, FIRST, SECOND, NOW)
    (backup,) = backup_folder(path).iterdir()
    Store.open(backup, clock, key=FIRST, read_only=True).close()


def test_wrong_key_changes_nothing(filled):
    path = filled(FIRST)
    before = path.read_bytes()
    with pytest.raises(WrongKeyError):
        change_key(path, SECOND, None, NOW)
    assert path.read_bytes() == before


def test_file_that_is_open_elsewhere_is_left_alone(filled, clock):
    path = filled(None)
    store = Store.open(path, clock)
    with pytest.raises(LockedError):
        change_key(path, None, FIRST, NOW)
    store.close()
    assert not is_encrypted(path)


def test_unsound_copy_never_takes_the_place(filled, monkeypatch):
    path = filled(None)
    before = path.read_bytes()
    monkeypatch.setattr(rekeying, "_fill", lambda *_: None)
    with pytest.raises(KnownError):
        change_key(path, None, FIRST, NOW)
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*.part"))
