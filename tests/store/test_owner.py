import json
import stat
from datetime import UTC, datetime, timedelta

import pytest

from mentordesk.domain.errors import FileError, LockedError, ReadOnlyError
from mentordesk.store.owner import OwnerLock, computer_name

NOW = datetime(2026, 3, 5, 10, 12, tzinfo=UTC)

HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mentordesk.store.owner import OwnerLock
lock = OwnerLock(Path(sys.argv[1]))
lock.acquire(datetime(2026, 3, 5, 10, 12, tzinfo=UTC))
print("ready", flush=True)
sys.stdin.read()
lock.release()
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "desk.mentordesk"
    path.write_bytes(b"a desk")
    return path


def leave_note(path, **changes):
    note = {"computer": "atlas", "process": 4242, "since": "2026-03-04T09:30:00+00:00"}
    (path.parent / f".{path.name}.owner").write_text(json.dumps(note | changes))


def clock(moment):
    return moment.astimezone().strftime("%H:%M")


def test_the_second_window_is_told_since_when_the_first_has_the_file(path):
    with OwnerLock(path) as first:
        first.acquire(NOW)
        with pytest.raises(LockedError, match=f"on this computer since {clock(NOW)}") as caught:
            OwnerLock(path).acquire(NOW + timedelta(minutes=1))
    assert not caught.value.other_computer
    assert not caught.value.can_take_over


def test_a_file_open_since_another_day_is_told_with_the_day(path):
    with OwnerLock(path) as first:
        first.acquire(NOW)
        day = NOW.astimezone().strftime("%Y-%m-%d")
        with pytest.raises(LockedError, match=f"since {day}, {clock(NOW)}"):
            OwnerLock(path).acquire(NOW + timedelta(days=2))


def test_a_released_file_can_be_owned_again(path):
    first = OwnerLock(path)
    first.acquire(NOW)
    first.release()
    second = OwnerLock(path)
    second.acquire(NOW)
    assert second.held
    second.release()


def test_acquiring_twice_is_one_lock(path):
    lock = OwnerLock(path)
    lock.acquire(NOW)
    lock.acquire(NOW)
    lock.release()
    assert not lock.held
    other = OwnerLock(path)
    other.acquire(NOW)
    other.release()


def test_an_error_inside_releases_the_lock(path):
    lock = OwnerLock(path)
    lock.acquire(NOW)
    with pytest.raises(RuntimeError, match="boom"), lock:
        raise RuntimeError("boom")
    assert not lock.held


def test_release_without_the_lock_takes_nothing_from_its_owner(path):
    with OwnerLock(path) as first:
        first.acquire(NOW)
        second = OwnerLock(path)
        with pytest.raises(LockedError):
            second.acquire(NOW)
        second.release()
        with pytest.raises(LockedError, match="since"):
            OwnerLock(path).acquire(NOW)


def test_another_process_owns_the_file(path, other_process):
    other_process(HOLD, str(path))
    with pytest.raises(LockedError, match="another window on this computer"):
        OwnerLock(path).acquire(NOW)


def test_after_a_kill_the_file_is_free(path, other_process):
    process = other_process(HOLD, str(path))
    process.kill()
    process.wait()
    lock = OwnerLock(path)
    lock.acquire(NOW)
    assert lock.held
    lock.release()


def test_two_names_of_one_file_are_one_lock(path, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.mentordesk"
    link.symlink_to(path)
    with OwnerLock(path) as first:
        first.acquire(NOW)
        with pytest.raises(LockedError):
            OwnerLock(link).acquire(NOW)


def test_two_files_are_two_locks(path):
    path.with_name("other.mentordesk").write_bytes(b"another desk")
    with OwnerLock(path) as first, OwnerLock(path.with_name("other.mentordesk")) as second:
        first.acquire(NOW)
        second.acquire(NOW)
        assert first.held
        assert second.held


def test_a_note_from_another_computer_is_asked_about(path):
    leave_note(path)
    lock = OwnerLock(path)
    with pytest.raises(LockedError, match="“atlas”") as caught:
        lock.acquire(NOW)
    assert caught.value.other_computer
    assert caught.value.can_take_over
    assert not lock.held


def test_the_question_about_another_computer_comes_again_until_it_is_answered(path):
    leave_note(path)
    for _ in range(2):
        with pytest.raises(LockedError, match="atlas"):
            OwnerLock(path).acquire(NOW)


def test_a_file_left_open_on_another_computer_can_be_taken_over(path):
    leave_note(path)
    lock = OwnerLock(path)
    lock.acquire(NOW, take_over=True)
    lock.release()
    OwnerLock(path).acquire(NOW)


def test_a_lock_that_another_computer_holds_can_not_be_taken_over(path):
    with OwnerLock(path) as first:
        first.acquire(NOW)
        leave_note(path)
        with pytest.raises(LockedError, match="open on the computer “atlas”") as caught:
            OwnerLock(path).acquire(NOW, take_over=True)
    assert caught.value.other_computer
    assert not caught.value.can_take_over


def test_an_old_note_of_this_computer_is_no_obstacle(path):
    leave_note(path, computer=computer_name())
    with OwnerLock(path) as lock:
        lock.acquire(NOW)
        assert lock.held


@pytest.mark.parametrize(
    "note",
    ["", "{", "[]", "null", "7", '{"computer": "atlas"}', "[" * 4000, "\x00" * 40, '{"since": 3}'],
    ids=range(9),
)
def test_a_note_that_makes_no_sense_is_no_obstacle(path, note):
    (path.parent / f".{path.name}.owner").write_text(note)
    with OwnerLock(path) as lock:
        lock.acquire(NOW)
        with pytest.raises(LockedError):
            OwnerLock(path).acquire(NOW)


def test_the_note_is_for_the_owner_only_and_goes_with_the_lock(path):
    note = path.parent / f".{path.name}.owner"
    lock = OwnerLock(path)
    lock.acquire(NOW)
    for place in (note, path.parent / f".{path.name}.lock"):
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    lock.release()
    assert not note.exists()


def test_a_link_in_the_place_of_the_note_is_not_followed(path, tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (path.parent / f".{path.name}.owner").symlink_to(victim)
    with OwnerLock(path) as lock:
        lock.acquire(NOW)
    assert victim.read_text() == "precious"


def test_a_folder_that_takes_no_lock_is_read_only(read_only_folder, as_nobody):
    path = read_only_folder / "desk.mentordesk"
    path.write_bytes(b"a desk")
    as_nobody(read_only_folder)
    with pytest.raises(ReadOnlyError, match="Copy the file"):
        OwnerLock(path).acquire(NOW)


def test_a_folder_in_the_place_of_the_lock_is_told_in_words(path):
    (path.parent / f".{path.name}.lock").mkdir()
    with pytest.raises(ReadOnlyError):
        OwnerLock(path).acquire(NOW)


@pytest.mark.parametrize("place", ["none.mentordesk", "none/desk.mentordesk", "folder"])
def test_no_lock_is_left_where_no_file_is(tmp_path, place):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError):
        OwnerLock(tmp_path / place).acquire(NOW)
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_what_a_crash_left_is_told_when_the_file_can_be_opened(tmp_path):
    path = tmp_path / "desk.mentordesk"
    path.write_bytes(b"x")
    note = {"computer": computer_name(), "process": 1, "since": "2026-11-23T09:00:00+00:00"}
    path.with_name(f".{path.name}.owner").write_text(json.dumps(note))
    for _ in range(2):  # the first time with a wrong passphrase
        lock = OwnerLock(path)
        lock.acquire(datetime(2026, 11, 24, tzinfo=UTC))
        assert lock.left_open is not None
        lock.abandon()
    lock.acquire(datetime(2026, 11, 24, tzinfo=UTC))
    lock.release()
    lock = OwnerLock(path)
    lock.acquire(datetime(2026, 11, 24, tzinfo=UTC))
    assert lock.left_open is None
    lock.release()
