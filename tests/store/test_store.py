"""The one door: a change is made wholly, told once and explained; a reading changes nothing."""

# ruff: noqa: ARG005, PT012 (a change is a block; each case names what it is given)

import shutil
import signal
from contextlib import suppress
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import delete, event, insert, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlcipher3 import dbapi2

from mentordesk.domain.enums import ChangeKind
from mentordesk.domain.errors import FileError, LockedError, ReadOnlyError, ReplacedError
from mentordesk.models import Goal, Meta, Milestone, Person
from mentordesk.store.store import Store


@pytest.fixture
def goal(store):
    """The id of a goal with one milestone."""
    with store.changing("Add goal") as session:
        row = Goal(title="Paper", milestones=[Milestone(title="Outline")])
        session.add(row)
        session.flush()
        return row.id


def titles(store):
    with store.reading() as session:
        return sorted(session.scalars(select(Goal.title)))


# What passes the journal by is refused


@pytest.mark.parametrize(
    "statement",
    [
        insert(Goal).values(title="x"),
        update(Goal).values(title="x"),
        delete(Goal),
        text("DELETE FROM goal"),
    ],
    ids=["insert", "update", "delete", "text"],
)
@pytest.mark.parametrize("door", ["changing", "reading"])
def test_bulk_statements_are_refused(store, goal, dump, door, statement):
    before = dump(store)
    block = store.changing("Edit goal") if door == "changing" else store.reading()
    with pytest.raises(TypeError, match="Bulk statements bypass the journal"), block as session:
        session.execute(statement)
    assert dump(store) == before


@pytest.mark.parametrize(
    "way",
    [
        lambda session, row: session.query(Goal).update({"title": "x"}),
        lambda session, row: session.query(Goal).delete(),
        lambda session, row: session.bulk_save_objects([Goal(title="x")]),
        lambda session, row: session.bulk_insert_mappings(Goal, [{"id": uuid4(), "title": "x"}]),
        lambda session, row: session.bulk_update_mappings(Goal, [{"id": row.id, "title": "x"}]),
        lambda session, row: session.begin_nested(),
        lambda session, row: session.commit(),
        lambda session, row: session.rollback(),
    ],
    ids=[
        "query-update",
        "query-delete",
        "bulk-save",
        "bulk-insert",
        "bulk-update",
        "savepoint",
        "commit",
        "rollback",
    ],
)
def test_other_ways_round_the_journal_are_refused(store, goal, dump, way):
    before = dump(store)
    with pytest.raises(TypeError), store.changing("Edit goal") as session:
        row = session.get(Goal, goal)
        row.reason = "half done"
        session.flush()
        way(session, row)
    assert dump(store) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda session, row: setattr(row, "title", "x"),
        lambda session, row: session.delete(row),
        lambda session, row: session.add(Goal(title="x")),
        lambda session, row: session.add(Meta(key="x", value="y")),
        lambda session, row: row.milestones.clear(),
    ],
    ids=["update", "delete", "add", "add-meta", "orphan"],
)
@pytest.mark.parametrize("end", ["leave", "flush", "commit"])
def test_changes_in_a_reading_are_refused(store, goal, dump, change, end):
    before = dump(store)
    with pytest.raises(TypeError), store.reading() as session:
        change(session, session.get(Goal, goal))
        if end != "leave":
            getattr(session, end)()
    assert dump(store) == before


def test_a_change_inside_a_change_is_refused_and_takes_all_back(store):
    with (
        pytest.raises(RuntimeError, match="inside another change"),
        store.changing("Add goal") as session,
    ):
        session.add(Goal(title="Outer"))
        with store.changing("Add goal") as inner:
            inner.add(Goal(title="Inner"))
    assert titles(store) == []


def test_undo_inside_a_change_is_refused(store, goal):
    with pytest.raises(RuntimeError), store.changing("Edit goal"):
        store.undo()
    assert titles(store) == ["Paper"]


def test_a_change_inside_a_reading_is_refused_in_words(store, goal):
    with pytest.raises(RuntimeError, match="inside a reading"), store.reading() as session:
        session.get(Goal, goal)
        with store.changing("Edit goal"):
            pass
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert titles(store) == ["Book"]


def test_a_reading_inside_a_change_sees_what_was_written_so_far(store, goal):
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
        session.flush()
        assert titles(store) == ["Book"]
    assert titles(store) == ["Book"]


# An error takes all back, and the store goes on


class OddError(Exception):
    pass


@pytest.mark.parametrize("error", [OddError, KeyboardInterrupt, SystemExit, GeneratorExit])
@pytest.mark.parametrize("flushed", [False, True])
def test_an_error_inside_a_change_leaves_nothing(store, goal, dump, messages, error, flushed):
    before = dump(store), store.undo_step()
    with pytest.raises(error), store.changing("Edit goal") as session:
        row = session.get(Goal, goal)
        row.title = "Half"
        row.milestones.clear()
        if flushed:
            session.flush()
        raise error
    assert (dump(store), store.undo_step()) == before
    assert messages == []
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Whole"
    assert titles(store) == ["Whole"]


def test_an_error_of_a_flush_that_is_swallowed_still_saves_nothing(store, goal, dump):
    before = dump(store)
    with pytest.raises(SQLAlchemyError), store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Half"
        session.flush()
        session.add(Goal(title=None))
        with suppress(IntegrityError):
            session.flush()
    assert dump(store) == before
    assert store.undo() is not None


def test_rows_that_point_to_each_other_may_be_made_in_any_order(store):
    """No relationship() tells SQLAlchemy that an owner comes before the goal."""
    with store.changing("Add goal") as session:
        owner = uuid4()
        session.add(Goal(title="Paper", owner_id=owner))
        session.flush()
        session.add(Person(id=owner, name="Maya"))
    assert titles(store) == ["Paper"]


def test_a_pointer_to_nowhere_is_refused_at_the_end(store, messages):
    with pytest.raises(IntegrityError), store.changing("Add goal") as session:
        session.add(Goal(title="Paper", owner_id=uuid4()))
    assert titles(store) == []
    assert messages == []
    with store.changing("Add goal") as session:
        session.add(Goal(title="Book"))
    assert titles(store) == ["Book"]


def test_an_interrupt_inside_a_statement_keeps_the_connection(store, goal):
    def interrupt(_cursor, statement, *_rest):
        if statement.startswith("UPDATE goal"):
            signal.raise_signal(signal.SIGINT)

    event.listen(store._engine, "do_execute", interrupt)
    with pytest.raises(KeyboardInterrupt), store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Half"
    event.remove(store._engine, "do_execute", interrupt)
    assert titles(store) == ["Paper"]
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Whole"
    assert titles(store) == ["Whole"]


def test_a_full_disk_is_said_and_the_store_goes_on(store, goal, dump, messages):
    before = dump(store)
    pages = store.raw.execute("PRAGMA page_count").fetchone()[0]
    store.raw.execute(f"PRAGMA max_page_count={pages + 1}").fetchall()
    with (
        pytest.raises(FileError, match="no space left on the disk"),
        store.changing("Edit goal") as session,
    ):
        session.get(Goal, goal).reason = "long " * 20_000
    assert dump(store) == before
    assert messages == []
    store.raw.execute(f"PRAGMA max_page_count={pages + 1000}").fetchall()
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).reason = "long " * 20_000
    assert len(messages) == 1


@pytest.fixture
def failing_disk():
    """Return functions that stop and resume every write beyond 8 KiB of any file."""
    resource = pytest.importorskip("resource", reason="Windows has no limit on file sizes")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fail():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))

    def mend():
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    yield fail, mend
    mend()


def test_a_disk_that_fails_at_the_commit_is_said_and_the_store_goes_on(
    store, goal, dump, failing_disk, messages
):
    fail, mend = failing_disk
    before = dump(store)
    with pytest.raises(FileError) as caught, store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Lost"
        session.flush()
        fail()
    mend()
    assert "not saved" in str(caught.value)
    assert dump(store) == before
    assert messages == []
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Saved"
    assert titles(store) == ["Saved"]
    assert store.raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def other_connection(path, key):
    connection = dbapi2.connect(str(path), isolation_level=None)
    if key is not None:
        connection.set_key(key.pragma())
    return connection


def test_a_program_that_is_writing_the_file_is_waited_for_then_named(store, key, goal, dump):
    store.raw.execute("PRAGMA busy_timeout=20").fetchall()
    other = other_connection(store.path, key)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedError, match="Another program"), store.changing("Edit goal"):
        pytest.fail("the change must not begin")
    other.execute("ROLLBACK")
    other.close()
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert titles(store) == ["Book"]


def test_a_program_that_reads_the_file_at_the_commit(store, key, goal, dump):
    store.raw.execute("PRAGMA busy_timeout=20").fetchall()
    other = other_connection(store.path, key)
    other.execute("BEGIN")
    other.execute("SELECT * FROM goal").fetchall()
    with pytest.raises(LockedError), store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Lost"
    assert titles(store) == ["Paper"]
    other.execute("COMMIT")
    other.close()
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert titles(store) == ["Book"]


# The file under the store


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


def test_a_change_of_another_program_while_we_wait_for_its_lock_is_noticed(store, key, goal):
    other = other_connection(store.path, key)

    def write(_connection, _cursor, statement, *_rest):
        if statement == "BEGIN IMMEDIATE":
            other.execute("PRAGMA user_version=1")
            other.execute("INSERT INTO meta VALUES ('theirs', 'x')")

    event.listen(store._engine, "before_cursor_execute", write)
    with pytest.raises(ReplacedError, match="changed this file"), store.changing("Edit goal"):
        pytest.fail("the change must not begin")
    other.close()


def test_a_file_opened_for_reading_refuses_every_change(open_store, goal, store, dump):
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


def test_a_failed_opening_lets_go_of_the_lock(desk_file, key, clock):
    raw = other_connection(desk_file, key)
    raw.execute("CREATE TABLE foreign_table (id)")
    for _ in range(2):
        with pytest.raises(FileError, match="foreign_table"):
            Store.open(desk_file, clock, key=key)
    raw.execute("DROP TABLE foreign_table")
    raw.close()
    Store.open(desk_file, clock, key=key).close()


def test_a_file_that_was_never_finished_is_refused(desk_file, key, clock):
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


def test_no_traceback_shows_what_a_person_wrote(store):
    with pytest.raises(IntegrityError) as caught, store.changing("Add goal") as session:
        session.add(Goal(title=None, reason="A very private reason"))
        session.flush()
    assert "private" not in str(caught.value)


# What is told


def test_a_change_is_told_with_its_tables_rows_and_initiator(store, messages):
    editor = object()
    with store.changing("Add goal", initiator=editor) as session:
        goal = Goal(title="Paper", milestones=[Milestone(title="Outline")])
        session.add(goal)
        session.flush()
        rows = {goal.id, goal.milestones[0].id}
    (message,) = messages
    assert (message.label, message.kind) == ("Add goal", ChangeKind.DO)
    assert message.tables == {"goal", "milestone"}
    assert message.items == rows
    assert message.initiator is editor
    assert message.touches("goal")
    assert not message.touches("meeting", "note")


def test_undo_and_redo_are_told_with_the_same_rows(store, goal, messages):
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).due = date(2027, 1, 1)
    store.undo()
    store.redo(initiator="menu")
    assert [m.kind for m in messages] == [ChangeKind.DO, ChangeKind.UNDO, ChangeKind.REDO]
    assert {m.items for m in messages} == {frozenset({goal})}
    assert {m.label for m in messages} == {"Edit goal"}
    assert messages[-1].initiator == "menu"
    assert len({m.change_set for m in messages}) == 3


def test_a_change_of_nothing_is_no_step_and_not_told(store, goal, messages):
    step = store.undo_step()
    with store.changing("Edit goal") as session:
        row = session.get(Goal, goal)
        row.title = "Book"
        session.flush()
        row.title = "Paper"
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Paper"
    assert messages == []
    assert store.undo_step() == step


def test_what_is_told_is_already_safe_in_the_file(store, key, goal, desk_file):
    seen = []

    def look(_message):
        other = other_connection(desk_file, key)
        seen.extend(other.execute("SELECT title FROM goal"))
        other.close()

    store.subscribe(look)
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert seen == [("Book",)]


def test_a_listener_may_read_and_change(store, goal):
    def answer(message):
        if message.label == "Edit goal":
            assert titles(store) == ["Book"]
            with store.changing("Answer") as session:
                session.add(Goal(title="Answer"))

    store.subscribe(answer)
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert titles(store) == ["Answer", "Book"]


def test_a_listener_that_fails_loses_no_change_and_others_are_told(
    store, goal, messages, monkeypatch
):
    reported = []
    monkeypatch.setattr("sys.excepthook", lambda *what: reported.append(what[0]))

    def fail(_message):
        raise OddError

    store._listeners.insert(0, fail)
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert reported == [OddError]
    assert len(messages) == 1
    assert titles(store) == ["Book"]


# Typing


def typed(store, goal, text, editor="notes"):
    with store.changing("Edit reason", typing=editor) as session:
        session.get(Goal, goal).reason = text


def test_typing_is_one_step_from_the_first_to_the_last(store, goal, messages):
    for text_so_far in ("a", "ab", "abc"):
        typed(store, goal, text_so_far)
    assert len({m.change_set for m in messages}) == 1
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == ""
    store.redo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == "abc"


def test_typing_that_comes_to_nothing_is_no_step(store, goal, messages):
    step = store.undo_step()
    typed(store, goal, "a")
    typed(store, goal, "")
    assert store.undo_step() == step
    assert store.undo(only=messages[-1].change_set) is None
    assert [m.items for m in messages] == [frozenset({goal})] * 2
    assert list(store.raw.execute("SELECT count(*) FROM change WHERE operation = 'update'")) == [
        (0,)
    ]


def test_the_id_of_a_step_that_came_to_nothing_is_never_given_again(store, goal, messages):
    typed(store, goal, "a")
    typed(store, goal, "")
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert messages[-1].change_set > messages[0].change_set
    assert store.undo(only=messages[0].change_set) is None
    assert titles(store) == ["Book"]


def test_typing_goes_on_after_it_came_to_nothing(store, goal):
    typed(store, goal, "a")
    typed(store, goal, "")
    typed(store, goal, "b")
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == ""


@pytest.mark.parametrize(
    "between",
    [
        lambda store, goal, clock: store.stop_typing(),
        lambda store, goal, clock: clock.advance(minutes=5),
        lambda store, goal, clock: typed(store, goal, "x", editor="another"),
        lambda store, goal, clock: (store.undo(), store.redo()),
    ],
    ids=["leaving", "five idle minutes", "another editor", "undo and redo"],
)
def test_typing_ends_with(store, goal, clock, messages, between):
    typed(store, goal, "a")
    first = messages[-1].change_set
    between(store, goal, clock)
    typed(store, goal, "ab")
    assert messages[-1].change_set > first


def test_typing_ends_with_another_command(store, goal, messages):
    typed(store, goal, "a")
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    typed(store, goal, "ab")
    assert len({m.change_set for m in messages}) == 3
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == "a"


def test_steady_typing_stays_one_step_for_as_long_as_it_lasts(store, goal, clock, messages):
    for minute in range(8):
        typed(store, goal, "a" * (minute + 1))
        clock.advance(minutes=4)
    assert len({m.change_set for m in messages}) == 1


def test_typing_does_not_go_on_in_a_file_opened_again(open_store, store, goal):
    typed(store, goal, "a")
    store.close()
    again = open_store()
    told = []
    again.subscribe(told.append)
    typed(again, goal, "ab")
    again.undo()
    with again.reading() as session:
        assert session.get(Goal, goal).reason == "a"


def test_an_error_while_typing_keeps_the_step_as_it_was(store, goal):
    typed(store, goal, "a")
    with pytest.raises(OddError), store.changing("Edit reason", typing="notes") as session:
        session.get(Goal, goal).reason = "half"
        session.flush()
        raise OddError
    typed(store, goal, "ab")
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == ""
