"""A file moves whole, with its backups, or it stays."""

import stat

import pytest

from mentordesk.domain.backups import BackupReason, read_backup_name
from mentordesk.domain.errors import FileError, LockedError
from mentordesk.services.desk import Desk
from mentordesk.services.moving import move_file
from mentordesk.store.backup import back_up_beside, backup_folder


@pytest.fixture
def closed(desk):
    desk.close()
    return desk.path


@pytest.fixture
def target(tmp_path):
    (tmp_path / "other").mkdir()
    return tmp_path / "other" / "mine.mentordesk"


def test_the_moved_file_is_the_same_and_its_owners_alone(closed, target, clock):
    before = closed.read_bytes()
    move_file(closed, target, clock())
    assert target.read_bytes() == before
    assert not closed.exists()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_the_moved_file_opens(closed, target, clock, desk_key):
    move_file(closed, target, clock())
    Desk.open(target, clock, key=desk_key).close()


def test_its_backups_go_with_it(closed, target, clock):
    folder = backup_folder(closed)
    folder.mkdir()
    (folder / "one").write_text("kept")
    move_file(closed, target, clock())
    assert (backup_folder(target) / "one").read_text() == "kept"
    assert not folder.exists()


def test_a_backup_is_known_under_the_new_name(desk, target, clock, desk_key):
    back_up_beside(desk.store.raw, desk_key, desk.path, clock(), BackupReason.ASKED)
    desk.close()
    move_file(desk.path, target, clock())
    (backup,) = backup_folder(target).iterdir()
    assert read_backup_name(backup.name, "mine", ".mentordesk") is not None


def test_what_is_at_the_place_stays(closed, target, clock):
    target.write_text("mine")
    with pytest.raises(FileError):
        move_file(closed, target, clock())
    assert target.read_text() == "mine"
    assert closed.exists()


def test_an_open_file_is_not_moved(desk, target, clock):
    with pytest.raises(LockedError):
        move_file(desk.path, target, clock())
    assert desk.path.exists()
    assert not target.exists()


def test_a_missing_folder_is_said(closed, tmp_path, clock):
    with pytest.raises(FileError, match="folder"):
        move_file(closed, tmp_path / "gone" / "x.mentordesk", clock())
    assert closed.exists()


def test_nothing_is_left_of_a_copy_that_fails(closed, target, clock, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(FileError):
        move_file(closed, target, clock())
    assert closed.exists()
    assert not target.exists()
