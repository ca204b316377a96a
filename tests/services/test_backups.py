"""The program's own backups: listed, thinned out, made when something changed."""

import os
from datetime import timedelta

import pytest

from mentordesk.domain.backups import BackupReason, Protection
from mentordesk.domain.errors import ReadOnlyError
from mentordesk.services.backups import back_up_file, list_backups
from mentordesk.services.desk import Desk
from mentordesk.store.key import Key


def test_a_new_file_has_no_backups(desk):
    assert desk.backups.rows() == []
    assert desk.backups.newest_moment() is None
    assert desk.backups.changed_since_newest()


def test_backups_are_listed_newest_first_with_date_size_and_reason(desk, clock):
    first = desk.backups.make(BackupReason.AUTOMATIC)
    clock.advance(hours=1)
    second = desk.backups.make(BackupReason.ASKED)
    rows = desk.backups.rows()
    assert [row.path for row in rows] == [second, first]
    assert rows[0].at == clock()
    assert rows[0].why is BackupReason.ASKED
    assert rows[0].size == second.stat().st_size
    assert {row.protection for row in rows} == {
        Protection.PRESENT if desk.encrypted else Protection.NONE
    }


def test_other_files_in_the_folder_are_not_listed_and_stay(desk):
    desk.backups.make(BackupReason.ASKED)
    mine = desk.backups.folder / "mine.mentordesk"
    mine.write_bytes(b"mine")
    assert len(desk.backups.rows()) == 1
    desk.backups.make(BackupReason.ASKED)
    assert mine.exists()


def test_a_file_that_did_not_change_needs_no_new_backup(desk, clock):
    desk.backups.make(BackupReason.AUTOMATIC)
    os.utime(desk.path, (clock().timestamp() - 5,) * 2)
    assert not desk.backups.changed_since_newest()
    os.utime(desk.path, (clock().timestamp() + 5,) * 2)
    assert desk.backups.changed_since_newest()


def test_a_month_of_backups_is_thinned_out_and_the_newest_stay(desk, clock):
    for _ in range(40):
        newest = desk.backups.make(BackupReason.AUTOMATIC)
        clock.advance(hours=18)
    rows = desk.backups.rows()
    assert rows[0].path == newest
    assert len(rows) < 20
    assert rows[-1].at < clock() - timedelta(days=20)


def test_a_file_that_is_only_read_gets_no_backup(desk, desk_key):
    reader = Desk.open(desk.path, desk.store.clock, key=desk_key, read_only=True)
    with pytest.raises(ReadOnlyError):
        reader.backups.make(BackupReason.ASKED)
    reader.close()


def test_backups_of_another_passphrase_are_told_apart(desk, clock, tmp_path):
    desk.backups.make(BackupReason.ASKED)
    path = tmp_path / "other.mentordesk"
    Desk.create(path, clock, key=Key.random()).close()
    desk.backups.folder.joinpath(path.name).write_bytes(path.read_bytes())
    name = desk.backups.rows()[0].id.replace("T10", "T11")
    desk.backups.folder.joinpath(path.name).rename(desk.backups.folder / name)
    assert desk.backups.rows()[0].protection is Protection.EARLIER


def test_the_backups_of_a_file_that_is_gone_are_found(desk, desk_key):
    place = desk.backups.make(BackupReason.ASKED)
    desk.close()
    desk.path.unlink()
    assert [row.path for row in list_backups(desk.path)] == [place]


def test_a_closed_file_is_backed_up_and_only_read(desk, desk_key, tmp_path):
    desk.close()
    before = desk.path.read_bytes()
    back_up_file(desk.path, tmp_path / "copy.mentordesk", key=desk_key)
    assert desk.path.read_bytes() == before
    Desk.open(tmp_path / "copy.mentordesk", desk.store.clock, key=desk_key).close()
