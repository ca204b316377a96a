"""The board: what it reads of each mentee, in how many statements, and which order it keeps."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import event

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.board import BoardOrder
from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import AgendaKind, MeetingForm, Phase, Role
from mentordesk.domain.goals import ActionDraft, CheckpointDraft, GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft

TODAY = date(2026, 11, 24)


def ago(days):
    return TODAY - timedelta(days=days)


def know(desk, name="Wei Lin", **fields):
    draft = RelationshipDraft(**{"role": Role.MENTOR, **fields})
    return desk.relationships.add_with_person(PersonDraft(name=name, job="Librarian"), draft)


def person_of(desk, relationship):
    return desk.relationships.header(relationship).people[0].id


@pytest.fixture
def wei(desk):
    return know(desk, phase=Phase.CULTIVATION, rhythm_days=30)


@pytest.fixture
def columns(desk, clock):
    """Read the board as it is now."""
    return lambda: desk.board.columns(clock.now, TODAY)


@pytest.fixture
def only(columns):
    """Read the one column there is."""

    def read():
        (column,) = columns()
        return column

    return read


def test_nobody_has_a_column_but_mentees(desk, columns):
    know(desk, "Amara", role=Role.MENTEE)
    assert columns() == ()
    assert not desk.board.has_mentees()


def test_a_column_tells_who_it_is(wei, only, desk):
    column = only()
    assert (column.id, column.name, column.initials, column.about) == (
        wei,
        "Wei Lin",
        "WL",
        "Librarian",
    )
    assert (column.phase, column.rhythm_days) == (Phase.CULTIVATION, 30)
    assert desk.board.has_mentees()


def test_whoever_lies_in_the_archive_has_no_column(desk, wei, columns):
    desk.relationships.archive(wei, TODAY, ())
    assert columns() == ()


def test_the_last_contact_is_the_later_of_meeting_and_talk(desk, wei, only):
    draft = ContactDraft(relationship=wei, day=ago(44), line="", form=MeetingForm.PHONE)
    desk.contacts.log(draft, TODAY)
    assert only().last_contact == ago(44)
    held = desk.meetings.plan(
        MeetingDraft(relationship=wei, day=ago(9), time=time(10), zone="Europe/Berlin")
    )
    desk.meetings.hold(held)
    assert only().last_contact == ago(9)


def test_the_next_meeting_tells_what_they_asked_and_what_i_want(desk, wei, only, me):
    later, first = (
        desk.meetings.plan(
            MeetingDraft(relationship=wei, day=ago(-days), time=time(10), zone="Europe/Berlin")
        )
        for days in (9, 3)
    )
    theirs = person_of(desk, wei)
    for title, kind, by in (
        ("Check-in", AgendaKind.TOPIC, theirs),
        ("How to say no", AgendaKind.QUESTION, theirs),
        ("The committee", AgendaKind.TOPIC, me),
    ):
        desk.agenda.add(first, AgendaDraft(title=title, kind=kind, proposed_by=by))
    found = only().next
    assert found is not None
    assert (found.id, found.asked, found.mine) == (first, "How to say no", "The committee")
    assert found.start.local == datetime.combine(ago(-3), time(10))
    assert later != first


def test_practice_27_promises_stand_on_both_sides(desk, wei, only):
    for title, due, owner in (
        ("Read it", ago(2), None),
        ("Write to her", ago(-2), None),
        ("Send the draft", None, person_of(desk, wei)),
    ):
        draft = ActionDraft(title=title, due=due, owner=owner, relationship=wei)
        desk.goals.add_action(draft, TODAY)
    done = desk.goals.add_action(ActionDraft(title="Done", relationship=wei), TODAY)
    desk.goals.set_action_done(done, TODAY)
    mine, theirs = only().i_promised, only().they_promised
    assert (mine.open, mine.overdue, mine.next_due, mine.title) == (2, 1, ago(2), "Read it")
    assert (theirs.open, theirs.overdue, theirs.next_due) == (1, 0, None)


def test_what_i_promised_somebody_else_stands_with_them(desk, wei, only):
    other = know(desk, "Amara", role=Role.MENTEE)
    desk.goals.add_action(ActionDraft(title="x", relationship=other), TODAY)
    assert only().i_promised.open == 0


def test_goals_and_milestones_are_counted(desk, wei, only):
    goal = desk.goals.add_goal(GoalDraft(title="Maps", owner=person_of(desk, wei)))
    step = desk.goals.add_milestone(goal, MilestoneDraft(title="Met", due=ago(3)))
    desk.goals.add_milestone(goal, MilestoneDraft(title="Tour", due=ago(-30)))
    desk.goals.set_milestone_done(step, ago(4))
    column = only()
    assert (column.goals.on_course, column.goals.quiet) == (1, 0)
    assert column.milestones.due == (ago(3), ago(-30))
    assert (column.milestones.done, column.milestones.total) == ((ago(4),), 2)


def test_a_goal_of_the_relationship_itself_counts(desk, wei, only):
    desk.goals.add_goal(GoalDraft(title="Speak every month", relationship=wei))
    assert only().goals.on_course == 1


def test_practice_13_a_goal_without_a_change_grows_quiet_and_a_word_wakes_it(
    desk, wei, only, clock
):
    theirs = person_of(desk, wei)
    clock.advance(days=-60)
    goal = desk.goals.add_goal(GoalDraft(title="Maps", owner=theirs))
    clock.advance(days=60)
    assert (only().goals.quiet, only().goals.quiet_since) == (1, ago(60))
    desk.goals.add_checkpoint(goal, CheckpointDraft(line="It moves", day=ago(5), person=theirs))
    assert only().goals.on_course == 1


def test_practice_13_a_milestone_moved_twice_shows(desk, wei, only):
    goal = desk.goals.add_goal(GoalDraft(title="Maps", owner=person_of(desk, wei)))
    step = desk.goals.add_milestone(goal, MilestoneDraft(title="Met", due=ago(3)))
    for days in (-5, -9):
        desk.goals.move_milestone(step, ago(days))
    assert only().goals.moved == 1
    desk.undo()
    assert (only().goals.moved, only().goals.on_course) == (0, 1)


def test_the_order_is_kept_in_the_file(desk, wei, columns):
    adam = know(desk, "Adam")
    assert [one.id for one in columns()] == [adam, wei]
    chosen = BoardOrder((wei, adam), frozenset({adam}))
    desk.board.set_order(chosen)
    assert [one.id for one in columns()] == [wei, adam]
    assert desk.board.order() == chosen
    desk.board.set_order(BoardOrder())
    assert desk.board.order() == BoardOrder()


@pytest.mark.parametrize("count", [10, 200])
def test_the_number_of_statements_is_fixed(store, columns, statements, many_rows, count):
    many_rows(count)
    with statements(store) as sent:
        found = columns()
    assert len(found) == count
    assert len(sent) == 7


def test_no_statement_reads_all_meetings_or_actions(store, columns, many_rows):
    many_rows(200)
    plans = []

    def explain(_connection, _cursor, statement, parameters, *_rest):
        if statement.startswith("SELECT"):
            steps = store.raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(step[3] for step in steps)

    event.listen(store._engine, "before_cursor_execute", explain)
    columns()
    event.remove(store._engine, "before_cursor_execute", explain)
    used = " ".join(plans)
    for index in ("ix_meeting_ahead", "ix_meeting_held", "ix_action_open"):
        assert index in used
    tables = ("meeting", "action", "contact", "milestone", "change", "checkpoint", "goal")
    assert [plan for plan in plans if plan.startswith(tuple(f"SCAN {t}" for t in tables))] == []
