"""A backup is whole, sound and private, or it is not there; its source is never in its way."""

import shutil
import stat
import sys
import threading
from datetime import UTC, datetime

import pytest

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.errors import DamagedError, FileError
from mentordesk.models import Goal
from mentordesk.store import backup
from mentordesk.store.backup import back_up, back_up_beside, backup_folder, check_copy
from mentordesk.store.key import read_salt
from mentordesk.store.schema import SCHEMA_VERSION
from mentordesk.store.schema_check import row_counts
from mentordesk.store.store import Store

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.fixture
def place(tmp_path):
    return tmp_path / "copy.mentordesk"


@pytest.fixture
def long_store(store):
    """A file of more pages than are copied at one time."""
    with store.changing("Add goals") as session:
        session.add_all(Goal(title=f"Goal {number}", reason="why " * 900) for number in range(300))
    return store


def test_a_backup_holds_every_row_and_opens_with_the_same_key(store, goal, place, key, dump, clock):
    back_up(store.raw, key, place)
    copy = Store.open(place, clock, key=key)
    assert dump(copy) == dump(store)
    copy.close()


def test_the_passphrase_of_the_file_opens_its_backup(store, goal, place, key):
    back_up(store.raw, key, place)
    if key is not None:
        assert read_salt(place) == read_salt(store.path)
    else:
        assert place.read_bytes()[:16] == store.path.read_bytes()[:16]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_backup_and_its_folder_are_private(store, goal, key):
    place = back_up_beside(store.raw, key, store.path, AT, BackupReason.ASKED)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert [left.name for left in place.parent.iterdir()] == [place.name]


def test_two_backups_in_one_second_are_two(store, goal, key):
    places = {back_up_beside(store.raw, key, store.path, AT, BackupReason.ASKED) for _ in range(3)}
    assert sorted(places) == sorted(backup_folder(store.path).iterdir())
    assert len(places) == 3


def test_a_backup_never_takes_the_place_of_a_file(store, goal, place, key):
    place.write_bytes(b"mine")
    with pytest.raises(FileError, match="already"):
        back_up(store.raw, key, place)
    assert place.read_bytes() == b"mine"


def test_what_is_saved_during_a_backup_is_in_it_or_waits(long_store, place, key, titles, clock):
    """The window's thread saves between the steps, and never inside one."""
    go, saved = threading.Event(), threading.Event()

    def save():
        go.wait(10)
        with long_store.changing("Add goal") as session:
            session.add(Goal(title="Meanwhile"))
        saved.set()

    def step(_done, _total):
        go.set()
        saved.wait(10)

    other = threading.Thread(target=save)
    other.start()
    back_up(long_store.raw, key, place, alone=long_store.alone, step=step)
    other.join()
    copy = Store.open(place, clock, key=key)
    assert "Meanwhile" in titles(copy)
    copy.close()


class StoppedError(Exception):
    pass


def test_a_backup_that_is_cut_short_leaves_nothing(long_store, place, key):
    def stop(_done, _total):
        raise StoppedError

    before = sorted(place.parent.iterdir())
    with pytest.raises(StoppedError):
        back_up(long_store.raw, key, place, step=stop)
    assert sorted(place.parent.iterdir()) == before
    with long_store.changing("Add goal") as session:
        session.add(Goal(title="Goes on"))


def test_what_a_kill_left_of_a_backup_is_swept_away(store, goal, key):
    folder = backup_folder(store.path)
    folder.mkdir()
    (folder / ".desk-20261124T095900Z-asked.mentordesk.00.part").write_bytes(b"half")
    place = back_up_beside(store.raw, key, store.path, AT, BackupReason.ASKED)
    assert list(folder.iterdir()) == [place]


def test_no_room_for_a_backup_is_said_and_loses_nothing(long_store, place, key, failing_disk):
    fail, mend = failing_disk
    before = sorted(place.parent.iterdir())
    fail()
    with pytest.raises(FileError, match=r"Your desk is as it was|too large"):
        back_up(long_store.raw, key, place)
    mend()
    assert sorted(place.parent.iterdir()) == before
    back_up(long_store.raw, key, place)
    assert place.exists()


def test_damage_is_not_taken_into_a_backup(long_store, place, key, monkeypatch):
    """The control: the copy is spoilt on its way to the disk."""

    def spoil(path):
        with path.open("r+b") as file:
            file.seek(40 * 4096)
            file.write(b"\xaa" * 8192)

    real = backup.check_copy

    def check_spoilt(path, *rest):
        spoil(path)
        real(path, *rest)

    monkeypatch.setattr(backup, "check_copy", check_spoilt)
    with pytest.raises(DamagedError):
        back_up(long_store.raw, key, place)
    assert not place.exists()


def test_an_empty_copy_is_sound_and_still_refused(store, goal, desk_templates, key, place):
    shutil.copy(desk_templates[key], place)
    with pytest.raises(DamagedError):
        check_copy(place, key, SCHEMA_VERSION, row_counts(store.raw))
