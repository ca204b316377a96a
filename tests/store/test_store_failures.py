"""An error inside a change takes all of it back, is said in words, and the store goes on."""

# ruff: noqa: PT012 (a change is a block; each case names what it is given)

import signal
from contextlib import suppress
from uuid import uuid4

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from mentordesk.domain.errors import FileError, LockedError
from mentordesk.models import Goal, Person


class OddError(Exception):
    pass


@pytest.mark.parametrize("error", [OddError, KeyboardInterrupt, SystemExit, GeneratorExit])
@pytest.mark.parametrize("flushed", [False, True])
def test_an_error_inside_a_change_leaves_nothing(
    store, goal, dump, messages, error, flushed, titles
):
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


def test_rows_that_point_to_each_other_may_be_made_in_any_order(store, titles):
    """No relationship() tells SQLAlchemy that an owner comes before the goal."""
    with store.changing("Add goal") as session:
        owner = uuid4()
        session.add(Goal(title="Paper", owner_id=owner))
        session.flush()
        session.add(Person(id=owner, name="Maya"))
    assert titles(store) == ["Paper"]


def test_a_pointer_to_nowhere_is_refused_at_the_end(store, messages, titles):
    with pytest.raises(IntegrityError), store.changing("Add goal") as session:
        session.add(Goal(title="Paper", owner_id=uuid4()))
    assert titles(store) == []
    assert messages == []
    with store.changing("Add goal") as session:
        session.add(Goal(title="Book"))
    assert titles(store) == ["Book"]


def test_an_interrupt_inside_a_statement_keeps_the_connection(store, goal, titles):
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


def test_a_disk_that_fails_at_the_commit_is_said_and_the_store_goes_on(
    store, goal, dump, failing_disk, messages, titles
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


def test_a_program_that_is_writing_the_file_is_waited_for_then_named(
    store, key, goal, dump, titles, other_connection
):
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


def test_a_program_that_reads_the_file_at_the_commit(
    store, key, goal, dump, titles, other_connection
):
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


def test_no_traceback_shows_what_a_person_wrote(store):
    with pytest.raises(IntegrityError) as caught, store.changing("Add goal") as session:
        session.add(Goal(title=None, reason="A very private reason"))
        session.flush()
    assert "private" not in str(caught.value)
