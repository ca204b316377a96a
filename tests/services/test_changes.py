"""The written record: what was changed and why, where things stood first, how often they moved."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from mentordesk.domain.changes import ColumnChange
from mentordesk.domain.enums import GoalStatus, ItemKind, MeetingStatus, Role
from mentordesk.models import (
    Checkpoint,
    Goal,
    Meeting,
    Member,
    Milestone,
    Person,
    Relationship,
    Share,
)
from mentordesk.services import changes
from mentordesk.services.changes import Changes, first_values, read_moves, written_changes

DAYS = [date(2027, month, 1) for month in range(1, 13)]


def times_moved(session, column, items):
    return read_moves(session, column, items).times


@pytest.fixture
def record(store):
    return Changes(store)


@pytest.fixture
def make(store):
    """Make a row in a change of its own and return its id."""

    def made(row):
        with store.changing("Add") as session:
            session.add(row)
            session.flush()
            return row.id

    return made


@pytest.fixture
def edit(store):
    """Change a row in a change of its own."""

    def changed(kind, item, *, label="Edit", reason="", **values):
        with store.changing(label, reason=reason) as session:
            row = session.get(kind, item)
            for name, value in values.items():
                setattr(row, name, value)

    return changed


@pytest.fixture
def goal(make, me):
    return make(Goal(title="Paper", owner_id=me))


@pytest.fixture
def milestone(make, goal):
    return make(Milestone(title="Outline", goal_id=goal, due=DAYS[0]))


@pytest.fixture
def read(store):
    """Call a reading with a session."""

    def call(function, *arguments, **options):
        with store.reading() as session:
            return function(session, *arguments, **options)

    return call


def columns(rows):
    return [tuple((c.name, c.before, c.after) for c in row.columns) for row in rows]


# One change


def test_a_change_says_when_why_who_and_what(edit, goal, read, clock):
    clock.advance(days=3)
    edit(Goal, goal, label="Edit goal", reason="She asked", due=DAYS[1])
    newest, *_ = read(written_changes, [goal])
    assert (newest.at, newest.label, newest.reason) == (clock.now, "Edit goal", "She asked")
    assert (newest.who, newest.table, newest.item) == ("Maya Lindqvist", "goal", goal)
    assert newest.columns == (ColumnChange("due", None, DAYS[1]),)
    assert not newest.inserted
    assert not newest.deleted


def test_nobody_known_did_what_was_done_before_anybody_began(store, make, read):
    store.who = None
    goal = make(Goal(title="Paper"))
    assert [row.who for row in read(written_changes, [goal])] == [""]


def test_a_new_row_is_inserted_without_values(goal, read):
    (made,) = read(written_changes, [goal])
    assert made.inserted
    assert made.columns == ()


def test_a_removed_row_is_deleted_without_values(store, goal, read):
    with store.changing("Delete goal") as session:
        session.delete(session.get(Goal, goal))
    newest, _ = read(written_changes, [goal])
    assert newest.deleted
    assert newest.columns == ()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("title", "Paper", "Book"),
        ("status", GoalStatus.ACTIVE, GoalStatus.PARKED),
        ("due", None, date(2027, 1, 1)),
        ("priority", None, 3),
        ("owner_id", "me", None),
    ],
)
def test_values_are_those_of_the_mapped_columns(edit, goal, me, read, name, before, after):
    edit(Goal, goal, **{name: after})
    (change,) = read(written_changes, [goal])[0].columns
    assert change == ColumnChange(name, me if before == "me" else before, after)
    assert type(change.after) is type(after)


def test_moments_wall_times_and_truths_are_values_too(make, edit, read, me):
    relationship = make(Relationship(role=Role.MENTEE))
    meeting = make(
        Meeting(
            relationship_id=relationship,
            start_local=datetime(2026, 12, 1, 10),  # noqa: DTZ001 (wall time)
            zone="Europe/Berlin",
            start_utc=datetime(2026, 12, 1, 9, tzinfo=UTC),
            uid="a@b",
        )
    )
    after = {
        "start_local": datetime(2026, 12, 1, 11),  # noqa: DTZ001 (wall time)
        "start_utc": datetime(2026, 12, 1, 10, tzinfo=UTC),
        "status": MeetingStatus.HELD,
        "moved_by_id": me,
    }
    edit(Meeting, meeting, **after)
    edit(Relationship, relationship, evaluates_me=True)
    found = read(written_changes, [meeting, relationship])
    assert found[0].columns == (ColumnChange("evaluates_me", before=False, after=True),)
    assert found[0].columns[0].after is True
    assert {c.name: c.after for c in found[1].columns} == after


@pytest.mark.parametrize(
    ("table", "column", "stored", "value"),
    [
        ("goal", "gone_column", "x", "x"),
        ("gone_table", "title", "x", "x"),
        ("gone_table", "other_id", {"hex": "00" * 16}, bytes(16)),
        ("goal", "status", "gone word", "gone word"),
        ("goal", "due", "no day", "no day"),
        ("goal", "owner_id", {"hex": "00" * 16}, UUID(int=0)),
        ("goal", "due", None, None),
    ],
)
def test_what_the_columns_of_today_do_not_know_stays_as_stored(table, column, stored, value):
    assert changes._typed(table, column, stored) == value


# What counts


def test_the_newest_comes_first(edit, goal, read):
    for title in ("a", "b", "c"):
        edit(Goal, goal, title=title)
    after = [row.columns[0].after for row in read(written_changes, [goal])[:3]]
    assert after == ["c", "b", "a"]
    assert len(read(written_changes, [goal], limit=2)) == 2


def test_what_was_taken_back_never_counts_and_what_was_made_again_does(store, edit, goal, read):
    edit(Goal, goal, title="Book")
    store.undo()
    assert columns(read(written_changes, [goal])) == [()]
    store.redo()
    assert columns(read(written_changes, [goal])) == [(("title", "Paper", "Book"),), ()]
    store.undo()
    edit(Goal, goal, title="Thesis")
    assert columns(read(written_changes, [goal])) == [(("title", "Paper", "Thesis"),), ()]


def test_typing_that_came_to_nothing_is_not_written(store, goal, read):
    for text in ("a", ""):
        with store.changing("Edit reason", typing="editor") as session:
            session.get(Goal, goal).reason = text
    assert columns(read(written_changes, [goal])) == [()]


def test_only_what_was_done_since_a_moment(edit, goal, read, clock):
    edit(Goal, goal, title="a")
    clock.advance(hours=1)
    since = clock.now
    edit(Goal, goal, title="b")
    clock.advance(hours=1)
    edit(Goal, goal, title="c")
    found = read(written_changes, [goal], since=since)
    assert [row.columns[0].after for row in found] == ["c", "b"]


def test_typing_that_went_on_after_a_moment_was_done_since(store, goal, read, clock):
    for text in ("a", "ab"):
        with store.changing("Edit reason", typing="editor") as session:
            session.get(Goal, goal).reason = text
        clock.advance(minutes=2)
    since = clock.now.replace(minute=1)
    assert columns(read(written_changes, [goal], since=since)) == [(("reason", "", "ab"),)]


def test_only_the_rows_asked_for(make, edit, goal, read):
    other = make(Goal(title="Other"))
    edit(Goal, other, title="x")
    assert {row.item for row in read(written_changes, [goal])} == {goal}
    assert read(written_changes, []) == []
    assert read(written_changes, [uuid4()]) == []


# Baseline and moves


def test_a_row_whose_column_never_changed_has_no_first_value_but_its_present_one(milestone, read):
    assert read(first_values, Milestone.due, [milestone]) == {}
    assert read(times_moved, Milestone.due, [milestone]) == {}


def test_the_first_value_stays_the_first(edit, milestone, read):
    for day in DAYS[1:4]:
        edit(Milestone, milestone, due=day)
    assert read(first_values, Milestone.due, [milestone]) == {milestone: DAYS[0]}
    assert read(times_moved, Milestone.due, [milestone]) == {milestone: 3}


def test_a_day_that_was_set_late_is_the_first_one(make, edit, goal, read):
    milestone = make(Milestone(title="Send", goal_id=goal))
    edit(Milestone, milestone, due=DAYS[2])
    assert read(first_values, Milestone.due, [milestone]) == {}
    edit(Milestone, milestone, due=DAYS[5])
    assert read(first_values, Milestone.due, [milestone]) == {milestone: DAYS[2]}
    assert read(times_moved, Milestone.due, [milestone]) == {milestone: 1}


def test_a_move_that_was_taken_back_is_none(store, edit, milestone, read):
    edit(Milestone, milestone, due=DAYS[1])
    store.undo()
    assert read(times_moved, Milestone.due, [milestone]) == {}
    assert read(first_values, Milestone.due, [milestone]) == {}
    store.redo()
    assert read(times_moved, Milestone.due, [milestone]) == {milestone: 1}


def test_other_columns_are_no_moves(edit, milestone, read):
    edit(Milestone, milestone, title="Draft", done=DAYS[1])
    assert read(times_moved, Milestone.due, [milestone]) == {}


def test_a_row_that_was_deleted_and_came_back_keeps_its_first_value(store, edit, milestone, read):
    edit(Milestone, milestone, due=DAYS[1])
    with store.changing("Delete milestone") as session:
        session.delete(session.get(Milestone, milestone))
    store.undo()
    assert read(first_values, Milestone.due, [milestone]) == {milestone: DAYS[0]}


# Page-shaped readings


def test_the_changes_of_a_goal_include_its_milestones(record, edit, make, goal, milestone):
    other = make(Goal(title="Other"))
    edit(Milestone, make(Milestone(title="x", goal_id=other)), title="y")
    edit(Milestone, milestone, due=DAYS[1])
    edit(Goal, goal, title="Book")
    found = record.of_goal(goal)
    assert [row.item for row in found] == [goal, milestone, milestone, goal]
    assert [row.item for row in record.of_goal(goal, limit=1)] == [goal]


@pytest.fixture
def amara(make):
    """A relationship with a mentor."""
    person = make(Person(name="Amara"))
    return person, make(Relationship(role=Role.MENTEE, members=[Member(person_id=person)]))


def test_the_changes_of_a_relationship_are_those_of_the_goals_in_it(record, make, me, amara):
    person, relationship = amara
    theirs = make(Goal(title="Theirs", owner_id=person))
    ours = make(Goal(title="Ours", relationship_id=relationship))
    shown = make(Goal(title="Shown", owner_id=me))
    make(Share(item_kind=ItemKind.GOAL, item_id=shown, relationship_id=relationship))
    make(Goal(title="Mine", owner_id=me))
    step = make(Milestone(title="Step", goal_id=shown))
    word = make(Checkpoint(goal_id=ours, person_id=me, day=DAYS[0], line="Well"))
    found = {row.item for row in record.of_relationship(relationship)}
    assert found == {theirs, ours, shown, step, word}


def test_the_changes_of_a_relationship_since_a_moment(record, make, edit, amara, clock):
    goal = make(Goal(title="Ours", relationship_id=amara[1]))
    clock.advance(days=1)
    edit(Goal, goal, title="Both")
    found = record.of_relationship(amara[1], since=clock.now)
    assert columns(found) == [(("title", "Ours", "Both"),)]


# Few statements, however much there is


@pytest.fixture
def many(store, me):
    """Goals of a relationship with moved milestones, so many as asked."""

    def made(count):
        with store.changing("Add") as session:
            relationship = Relationship(role=Role.MENTEE)
            session.add(relationship)
            session.flush()
            goals = [
                Goal(title="x", relationship_id=relationship.id, milestones=[Milestone(title="y")])
                for _ in range(count)
            ]
            session.add_all(goals)
            session.flush()
            ids = [goal.milestones[0].id for goal in goals]
        for day in DAYS[:3]:
            with store.changing("Move") as session:
                for row in session.scalars(select(Milestone)):
                    row.due = day
        return relationship.id, ids

    return made


@pytest.mark.parametrize("count", [3, 600])
def test_the_number_of_statements_is_fixed(store, record, many, read, statements, count):
    relationship, items = many(count)
    with statements(store) as sent:
        assert len(record.of_relationship(relationship, limit=5000)) == 5 * count
    assert len(sent) == 1
    for reading in (first_values, times_moved):
        with statements(store) as sent:
            assert len(read(reading, Milestone.due, items)) == count
        assert len(sent) == 1


def test_more_rows_than_one_statement_may_name(monkeypatch, many, read):
    monkeypatch.setattr(changes, "AT_ONCE", 7)
    _, items = many(20)
    assert read(times_moved, Milestone.due, items) == dict.fromkeys(items, 2)
    assert read(first_values, Milestone.due, items) == dict.fromkeys(items, DAYS[0])
    found = read(written_changes, items)
    assert len(found) == 80
    assert [row.change_set for row in found] == sorted((r.change_set for r in found), reverse=True)
    assert read(written_changes, items, limit=30) == found[:30]


def test_a_statement_of_the_full_size_is_taken(read):
    items = [UUID(int=number) for number in range(changes.AT_ONCE + 1)]
    assert read(written_changes, items) == []
    assert read(times_moved, Milestone.due, items) == {}


def test_the_changes_of_a_goal_include_milestones_that_were_removed(
    store, record, edit, goal, milestone
):
    edit(Milestone, milestone, title="Pilot data")
    with store.changing("Delete milestone") as session:
        session.delete(session.get(Milestone, milestone))
    gone = record.of_goal(goal)[0]
    assert (gone.item, gone.deleted, gone.title) == (milestone, True, "Pilot data")
    store.undo()
    assert not any(change.deleted for change in record.of_goal(goal))
