"""The file under the store: owned by one, never written once another is in its place."""

# ruff: noqa: PT012 (a change is a block; each case names what it is given)

import shutil

import pytest
from sqlalchemy import event

from mentordesk.domain.errors import FileError, LockedError, ReadOnlyError, ReplacedError
from mentordesk.models import Goal
from mentordesk.store.store import Store


def replace_file(store):
    copy = store.path.with_name("copy")
    shutil.copy(store.path, copy)
    copy.replace(store.path)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (replace_file, "replaced this file"),
        (lambda store: store.path.unlink(), "not at its place"),
        (lambda store: store.path.touch(), "changed this file"),
    ],
    ids=["replaced", "removed", "touched"],
)
@pytest.mark.parametrize("command", ["changing", "undo"])
def test_a_file_that_is_not_ours_any_more_is_refused_again_and_again(
    store, goal, messages, spoil, words, command
):
    spoil(store)
    left = store.path.read_bytes() if store.path.exists() else None
    for _ in range(2):
        with pytest.raises(ReplacedError, match=words):
            if command == "undo":
                store.undo()
            else:
                with store.changing("Edit goal"):
                    pytest.fail("the change must not begin")
    assert (store.path.read_bytes() if store.path.exists() else None) == left
    assert messages == []


@pytest.mark.parametrize("flushed", [False, True])
def test_a_file_that_is_replaced_during_a_change_is_not_taken_for_ours(store, goal, flushed):
    with pytest.raises(FileError), store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Lost"
        if flushed:
            session.flush()
        replace_file(store)
    left = store.path.read_bytes()
    with pytest.raises(ReplacedError), store.changing("Edit goal"):
        pytest.fail("the change must not begin")
    assert store.path.read_bytes() == left


def test_a_change_of_another_program_while_we_wait_for_its_lock_is_noticed(
    store, key, goal, other_connection
):
    other = other_connection(store.path, key)

    def write(_connection, _cursor, statement, *_rest):
        if statement == "BEGIN IMMEDIATE":
            other.execute("PRAGMA user_version=1")
            other.execute("INSERT INTO meta VALUES ('theirs', 'x')")

    event.listen(store._engine, "before_cursor_execute", write)
    with pytest.raises(ReplacedError, match="changed this file"), store.changing("Edit goal"):
        pytest.fail("the change must not begin")
    other.close()


def test_a_file_opened_for_reading_refuses_every_change(open_store, goal, store, dump, titles):
    before = dump(store)
    reader = open_store(read_only=True)
    assert reader.read_only
    for change in (reader.undo, reader.redo, lambda: reader.changing("Edit goal").__enter__()):
        with pytest.raises(ReadOnlyError, match="reading only"):
            change()
    assert titles(reader) == ["Paper"]
    assert dump(reader) == before


def test_a_file_opened_for_reading_needs_no_lock(open_store, store):
    reader = open_store(read_only=True)
    assert reader.undo_step() is None


def test_the_owner_is_alone(store, key, clock):
    with pytest.raises(LockedError, match="another window"):
        Store.open(store.path, clock, key=key)


def test_a_file_just_made_is_owned(tmp_path, key, clock):
    store = Store.create(tmp_path / "new.mentordesk", clock, key=key)
    with pytest.raises(LockedError):
        Store.open(store.path, clock, key=key)
    store.close()
    Store.open(store.path, clock, key=key).close()


def test_closing_twice_does_nothing_more(open_store):
    store = open_store()
    store.close()
    store.close()
    again = open_store()
    store.close()
    with pytest.raises(LockedError):
        open_store()
    again.close()


def test_a_failed_opening_lets_go_of_the_lock(desk_file, key, clock, other_connection):
    raw = other_connection(desk_file, key)
    raw.execute("CREATE TABLE foreign_table (id)")
    for _ in range(2):
        with pytest.raises(FileError, match="foreign_table"):
            Store.open(desk_file, clock, key=key)
    raw.execute("DROP TABLE foreign_table")
    raw.close()
    Store.open(desk_file, clock, key=key).close()


def test_a_file_that_was_never_finished_is_refused(desk_file, key, clock, other_connection):
    raw = other_connection(desk_file, key)
    raw.execute("PRAGMA user_version=0")
    raw.close()
    with pytest.raises(FileError, match="never finished"):
        Store.open(desk_file, clock, key=key)


def test_making_a_file_that_fails_leaves_nothing_behind(tmp_path, key, clock, failing_disk):
    fail, mend = failing_disk
    fail()
    with pytest.raises(FileError):
        Store.create(tmp_path / "new.mentordesk", clock, key=key)
    mend()
    assert list(tmp_path.iterdir()) == []
    Store.create(tmp_path / "new.mentordesk", clock, key=key).close()


def test_a_new_file_takes_the_place_of_nothing(tmp_path, key, clock):
    path = tmp_path / "taken.mentordesk"
    path.write_bytes(b"precious")
    with pytest.raises(FileError, match="already a file or folder"):
        Store.create(path, clock, key=key)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [(path.name, b"precious")]


@pytest.mark.parametrize(
    "spoil",
    [replace_file, lambda store: store.path.unlink()],
    ids=["replaced", "removed"],
)
def test_what_is_open_goes_on_in_a_copy_where_the_file_is_not_ours_any_more(
    store, goal, titles, spoil, tmp_path
):
    spoil(store)
    left = store.path.read_bytes() if store.path.exists() else None
    first = store.path
    store.continue_in(tmp_path / "mine.mentordesk")
    with store.changing("Add goal") as session:
        session.add(Goal(title="Typed meanwhile"))
    assert titles(store) == ["Paper", "Typed meanwhile"]
    assert store.path.name == "mine.mentordesk"
    assert (first.read_bytes() if first.exists() else None) == left


def test_a_copy_that_can_not_be_made_leaves_the_store_where_it_was(store, goal, titles, tmp_path):
    with pytest.raises(FileError):
        store.continue_in(tmp_path / "none" / "mine.mentordesk")
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Goes on"
    assert titles(store) == ["Goes on"]
