"""The door: what passes the journal by is refused, and a reading changes nothing."""

# ruff: noqa: ARG005, PT012 (a change is a block; each case names what it is given)

from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, text, update

from mentordesk.models import Goal, Meta


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


def test_a_change_inside_a_change_is_refused_and_takes_all_back(store, titles):
    with (
        pytest.raises(RuntimeError, match="inside another change"),
        store.changing("Add goal") as session,
    ):
        session.add(Goal(title="Outer"))
        with store.changing("Add goal") as inner:
            inner.add(Goal(title="Inner"))
    assert titles(store) == []


def test_undo_inside_a_change_is_refused(store, goal, titles):
    with pytest.raises(RuntimeError), store.changing("Edit goal"):
        store.undo()
    assert titles(store) == ["Paper"]


def test_a_change_inside_a_reading_is_refused_in_words(store, goal, titles):
    with pytest.raises(RuntimeError, match="inside a reading"), store.reading() as session:
        session.get(Goal, goal)
        with store.changing("Edit goal"):
            pass
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert titles(store) == ["Book"]


def test_a_reading_inside_a_change_sees_what_was_written_so_far(store, goal, titles):
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
        session.flush()
        assert titles(store) == ["Book"]
    assert titles(store) == ["Book"]
