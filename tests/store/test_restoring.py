"""A restore brings back every row, and keeps what was there, whatever state it is in."""

from datetime import UTC, datetime

import pytest

from mentordesk.domain.errors import KnownError, LockedError
from mentordesk.models import Goal
from mentordesk.store.backup import back_up
from mentordesk.store.key import Key
from mentordesk.store.restoring import restore
from mentordesk.store.store import Store

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.fixture
def backup(store, goal, key, tmp_path):
    """A backup, and a file that has gone on since; nobody has it open."""
    place = tmp_path / "backup.mentordesk"
    back_up(store.raw, key, place)
    with store.changing("Add goal") as session:
        session.add(Goal(title="Later"))
    store.close()
    return place


def titles_in(path, key, clock, titles):
    opened = Store.open(path, clock, key=key)
    try:
        return titles(opened)
    finally:
        opened.close()


def test_a_restore_brings_back_the_rows_and_keeps_the_later_ones(
    backup, desk_file, key, clock, titles
):
    kept = restore(backup, desk_file, NOW, key=key, present=key)
    assert titles_in(desk_file, key, clock, titles) == ["Paper"]
    assert kept is not None
    assert titles_in(kept, key, clock, titles) == ["Later", "Paper"]


def test_undo_ends_at_a_restore(backup, desk_file, key, clock):
    restore(backup, desk_file, NOW, key=key, present=key)
    opened = Store.open(desk_file, clock, key=key)
    assert opened.undo_step() is None
    opened.close()


def test_a_damaged_file_is_set_aside_byte_by_byte_with_its_journal(
    backup, desk_file, key, clock, titles
):
    desk_file.write_bytes(b"x" * 5000)
    journal = desk_file.with_name(f"{desk_file.name}-journal")
    journal.write_bytes(b"half a change")
    kept = restore(backup, desk_file, NOW, key=key)
    assert kept is not None
    assert kept.read_bytes() == b"x" * 5000
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"half a change"
    assert not journal.exists()
    assert titles_in(desk_file, key, clock, titles) == ["Paper"]


def test_a_missing_file_is_restored(backup, desk_file, key, clock, titles):
    desk_file.unlink()
    assert restore(backup, desk_file, NOW, key=key) is None
    assert titles_in(desk_file, key, clock, titles) == ["Paper"]


def test_a_backup_that_is_not_sound_changes_nothing(backup, desk_file, key):
    with backup.open("r+b") as file:
        file.seek(6 * 4096)
        file.write(b"\xaa" * 4096)
    before = {place: place.read_bytes() for place in desk_file.parent.iterdir()}
    with pytest.raises(KnownError):
        restore(backup, desk_file, NOW, key=key, present=key)
    after = {p: p.read_bytes() for p in desk_file.parent.iterdir() if p.suffix != ".lock"}
    assert after == {place: what for place, what in before.items() if place.suffix != ".lock"}


def test_a_wrong_key_of_the_backup_changes_nothing(backup, desk_file, key):
    before = desk_file.read_bytes()
    with pytest.raises(KnownError):
        restore(backup, desk_file, NOW, key=Key(bytes(32)), present=key)
    assert desk_file.read_bytes() == before


def test_a_file_that_is_open_is_not_replaced(backup, desk_file, key, clock):
    opened = Store.open(desk_file, clock, key=key)
    with pytest.raises(LockedError):
        restore(backup, desk_file, NOW, key=key, present=key)
    opened.close()


def test_a_file_is_no_backup_of_itself(backup, desk_file, key):
    with pytest.raises(KnownError, match="the file itself"):
        restore(desk_file, desk_file, NOW, key=key, present=key)
