"""The journal holds one change per row and unit: what stood there before and what stands now."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import inspect, select

from mentordesk.domain.enums import GoalStatus, MeetingStatus, Operation
from mentordesk.models import Change, ChangeSet, Goal, Meeting, Milestone, Person, Relationship
from mentordesk.store.journal import Recorder, RowChange, join
from mentordesk.store.raw import from_json, kept_classes, to_json

# ruff: noqa: PT012 (a change is a block)

ITEM = UUID(int=1)


@pytest.fixture
def goal(store):
    """The id of a goal with two milestones."""
    with store.changing("Add goal") as session:
        row = Goal(title="Paper", milestones=[Milestone(title="Outline"), Milestone(title="Send")])
        session.add(row)
        session.flush()
        return row.id


def newest(store):
    """Return what the newest change set did: by table and row, the operation and the columns."""
    with store.reading() as session:
        last = session.scalars(select(ChangeSet.id).order_by(ChangeSet.id.desc()).limit(1)).one()
        rows = session.scalars(select(Change).where(Change.set_id == last)).all()
        return {(row.table_name, row.item): (row.operation, row.columns) for row in rows}


def sets(store):
    with store.reading() as session:
        return len(session.scalars(select(ChangeSet.id)).all())


@pytest.mark.parametrize("table", sorted(kept_classes()))
def test_every_column_loads_its_old_value_before_it_is_overwritten(table):
    kind = kept_classes()[table]
    columns = inspect(kind).column_attrs
    assert [c.key for c in columns if not getattr(kind, c.key).impl.active_history] == []


def test_an_insert_stores_no_values(store, goal):
    found = newest(store)
    assert list(found.values()) == [(Operation.INSERT, {})] * 3
    assert sorted(table for table, _ in found) == ["goal", "milestone", "milestone"]


def test_an_update_stores_the_changed_columns_alone(store, goal):
    with store.changing("Edit goal") as session:
        row = session.get(Goal, goal)
        row.due = date(2027, 5, 1)
        row.status = GoalStatus.PARKED
        row.title = "Paper"
    columns = {"due": [None, "2027-05-01"], "status": ["active", "parked"]}
    assert newest(store) == {("goal", goal): (Operation.UPDATE, columns)}


def test_the_old_value_of_an_expired_row_is_found(store, goal):
    with store.changing("Edit goal") as session:
        row = session.get(Goal, goal)
        session.expire(row)
        row.title = "Book"
    assert newest(store)["goal", goal][1] == {"title": ["Paper", "Book"]}


def test_several_flushes_of_one_row_are_one_change_from_the_first_to_the_last(store, goal):
    with store.changing("Edit goal") as session:
        row = session.get(Goal, goal)
        for title in ("a", "b", "c"):
            row.title = title
            session.flush()
            session.expire(row)
    assert newest(store) == {("goal", goal): (Operation.UPDATE, {"title": ["Paper", "c"]})}


def test_a_row_made_and_removed_in_one_unit_leaves_no_trace(store, goal):
    before = sets(store)
    with store.changing("Edit goal") as session:
        row = Goal(title="Short-lived")
        session.add(row)
        session.flush()
        session.delete(row)
    assert sets(store) == before


def test_a_row_changed_and_then_removed_keeps_its_first_values(store, goal):
    with store.changing("Delete milestone") as session:
        row = session.get(Goal, goal).milestones[0]
        item, title = row.id, row.title
        row.title = "Changed"
        session.flush()
        session.delete(row)
    operation, columns = newest(store)["milestone", item]
    assert operation is Operation.DELETE
    assert columns["title"] == [title, None]
    assert columns.keys() == {column.key for column in inspect(Milestone).columns}


def test_a_cascade_is_written_too(store, goal):
    with store.changing("Delete goal") as session:
        session.delete(session.get(Goal, goal))
    found = newest(store)
    assert sorted(table for table, _ in found) == ["goal", "milestone", "milestone"]
    assert {operation for operation, _ in found.values()} == {Operation.DELETE}


def test_an_orphan_is_written_and_its_unchanged_parent_is_not(store, goal):
    with store.changing("Delete milestone") as session:
        row = session.get(Goal, goal)
        item = row.milestones.pop().id
    assert newest(store).keys() == {("milestone", item)}


def test_a_new_child_leaves_its_unchanged_parent_alone(store, goal):
    with store.changing("Add milestone") as session:
        row = session.get(Goal, goal)
        row.milestones.append(Milestone(title="Review"))
    assert [table for table, _ in newest(store)] == ["milestone"]
    with store.reading() as session:
        assert session.get(Goal, goal).rev == 1


def test_a_change_set_says_when_why_and_who(store, clock):
    with store.changing("Begin") as session:
        me = Person(name="Maya", is_me=True)
        session.add(me)
        session.flush()
        store.who = me.id
    clock.advance(days=1)
    with store.changing("Edit person", reason="She moved") as session:
        session.scalars(select(Person)).one().organisation = "Institute"
    with store.reading() as session:
        row = session.scalars(select(ChangeSet).order_by(ChangeSet.id.desc()).limit(1)).one()
        assert (row.label, row.reason, row.who) == ("Edit person", "She moved", store.who)
        assert row.at == datetime(2026, 11, 25, 10, tzinfo=UTC)


def test_rev_and_changed_at_rise_with_each_change(store, goal, clock):
    clock.advance(hours=1)
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    with store.reading() as session:
        row = session.get(Goal, goal)
        assert (row.rev, row.changed_at) == (2, clock.now)


@pytest.fixture
def meeting(store):
    with store.changing("Plan meeting") as session:
        relationship = Relationship(role="mentee")
        session.add(relationship)
        session.flush()
        row = Meeting(
            relationship_id=relationship.id,
            start_local=datetime(2026, 12, 1, 10),  # noqa: DTZ001 (wall time)
            zone="Europe/Berlin",
            start_utc=datetime(2026, 12, 1, 9, tzinfo=UTC),
            uid="a@b",
        )
        session.add(row)
        session.flush()
        return row.id


@pytest.mark.parametrize(
    ("column", "value", "rises"),
    [
        ("zone", "Europe/London", 1),
        ("minutes", 30, 1),
        ("place", "Library", 1),
        ("status", MeetingStatus.CANCELLED, 1),
        ("title", "Kick-off", 1),
        ("moved", 1, 0),
        ("actual_minutes", 50, 0),
        ("minutes", 60, 0),
    ],
)
def test_a_calendar_hears_of_what_it_shows(store, meeting, column, value, rises):
    with store.changing("Edit meeting") as session:
        setattr(session.get(Meeting, meeting), column, value)
    with store.reading() as session:
        assert session.get(Meeting, meeting).sequence == rises
    store.undo()
    with store.reading() as session:
        row = session.get(Meeting, meeting)
        assert row is None or row.sequence == 2 * rises


def test_rows_outside_the_session_of_a_change_are_refused(store, goal, dump):
    before = dump(store)
    with pytest.raises(TypeError, match="only inside"), store.reading() as session:
        session.get(Goal, goal).title = "Book"
        session.flush()
    assert dump(store) == before


# Joining


def change(operation, **columns):
    return RowChange("goal", ITEM, operation, columns)


@pytest.mark.parametrize(
    ("first", "then", "joined"),
    [
        (change("insert"), change("update", a=[1, 2]), change("insert")),
        (change("insert"), change("delete", a=[1, None]), None),
        (change("update", a=[1, 2]), change("update", a=[2, 3]), change("update", a=[1, 3])),
        (change("update", a=[1, 2]), change("update", a=[2, 1]), None),
        (
            change("update", a=[1, 2]),
            change("update", b=[5, 6]),
            change("update", a=[1, 2], b=[5, 6]),
        ),
        (
            change("update", a=[1, 2], b=[5, 6]),
            change("update", a=[2, 1]),
            change("update", b=[5, 6]),
        ),
        (
            change("update", a=[1, 2]),
            change("delete", a=[2, None], b=[5, None]),
            change("delete", a=[1, None], b=[5, None]),
        ),
    ],
)
def test_two_changes_of_one_row_are_joined(first, then, joined):
    as_kept = [RowChange(c.table, c.item, Operation(c.operation), c.columns) for c in (first, then)]
    found = join(*as_kept)
    assert found == (
        joined and RowChange("goal", ITEM, Operation(joined.operation), joined.columns)
    )


def test_joining_changes_neither_of_the_two():
    first = RowChange("goal", ITEM, Operation.UPDATE, {"a": [1, 2]})
    recorder = Recorder(datetime(2026, 11, 24, tzinfo=UTC), [first])
    recorder.add(RowChange("goal", ITEM, Operation.UPDATE, {"a": [2, 3]}))
    assert first.columns == {"a": [1, 2]}
    assert recorder.changes[0].columns == {"a": [1, 3]}


@pytest.mark.parametrize(
    "value", [b"\x00\xff" * 8, "text", '{"hex": "00"}', 0, -1, 2**62, None, 1.5]
)
def test_stored_values_pass_through_json(value):
    assert from_json(to_json(value)) == value
