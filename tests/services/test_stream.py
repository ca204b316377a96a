"""The stream of a relationship: what has happened, the newest first, page by page."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import ItemKind, MeetingForm, MeetingStatus, Role
from mentordesk.domain.goals import ActionDraft, GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.stream import (
    CONTACT_KINDS,
    GOAL_KINDS,
    PROMISE_KINDS,
    StreamKind,
    newest_first,
)
from mentordesk.models import Action, AgendaItem, Contact, Goal, Meeting, Milestone
from mentordesk.services.stream import Stream

TODAY = date(2026, 11, 24)


@pytest.fixture
def stream(desk):
    return Stream(desk.store)


@pytest.fixture
def tomas(desk):
    return desk.relationships.add_with_person(
        PersonDraft(name="Tomás Rivera"), RelationshipDraft(role=Role.MENTOR)
    )


@pytest.fixture
def his(desk, tomas):
    """A goal of his, with one milestone."""
    owner = desk.relationships.header(tomas).people[0].id
    goal = desk.goals.add_goal(GoalDraft(title="First paper", owner=owner))
    step = desk.goals.add_milestone(
        goal, MilestoneDraft(title="Pilot data", due=date(2026, 11, 20))
    )
    return goal, step


def plan(desk, relationship, day, **fields):
    draft = MeetingDraft(
        relationship=relationship, day=day, time=time(10), zone="Europe/Berlin", **fields
    )
    return desk.meetings.plan(draft)


def log(desk, relationship, day, line=""):
    draft = ContactDraft(relationship=relationship, day=day, line=line, form=MeetingForm.COFFEE)
    return desk.contacts.log(draft, TODAY)


def kinds(rows):
    return [row.kind for row in rows]


def test_nothing_has_happened_at_first(stream, tomas):
    assert stream.of_relationship(tomas, TODAY) == []


def test_a_held_meeting_tells_its_length_topics_and_notes(desk, stream, tomas):
    meeting = plan(desk, tomas, date(2026, 11, 14), title="Monthly")
    for title in ("Reviewer comments", "Next date"):
        desk.agenda.add(meeting, AgendaDraft(title=title))
    desk.meetings.hold(meeting, 55)
    (row,) = stream.of_relationship(tomas, TODAY)
    assert (row.day, row.status, row.minutes, row.title, row.noted) == (
        date(2026, 11, 14),
        MeetingStatus.HELD,
        55,
        "Monthly",
        False,
    )
    assert row.topics == ("Reviewer comments", "Next date")
    desk.notes.save_note(meeting, "She suggests splitting section 3")
    assert stream.of_relationship(tomas, TODAY)[0].noted


def test_cancelled_and_missed_meetings_are_told(desk, stream, tomas):
    desk.meetings.cancel(plan(desk, tomas, date(2026, 11, 3)))
    desk.meetings.miss(plan(desk, tomas, date(2026, 11, 10)))
    rows = stream.of_relationship(tomas, TODAY)
    assert [row.status for row in rows] == [MeetingStatus.MISSED, MeetingStatus.CANCELLED]


def test_what_lies_ahead_is_no_part_of_the_stream(desk, stream, tomas):
    plan(desk, tomas, TODAY)
    plan(desk, tomas, date(2026, 12, 1))
    desk.meetings.cancel(plan(desk, tomas, date(2026, 12, 8)))
    assert stream.of_relationship(tomas, TODAY) == []


def test_a_meeting_that_is_over_and_not_recorded_is_told(desk, stream, tomas):
    plan(desk, tomas, date(2026, 11, 23))
    (row,) = stream.of_relationship(tomas, TODAY)
    assert row.status is MeetingStatus.CONFIRMED


def test_a_promise_is_told_when_made_and_when_kept(desk, stream, tomas):
    draft = ActionDraft(title="Send the template", relationship=tomas, due=date(2026, 11, 20))
    action = desk.goals.add_action(draft, date(2026, 11, 12))
    (made,) = stream.of_relationship(tomas, TODAY)
    assert (made.kind, made.is_mine, made.due, made.done) == (
        StreamKind.PROMISE,
        True,
        date(2026, 11, 20),
        None,
    )
    desk.goals.set_action_done(action, date(2026, 11, 18))
    kept, made = stream.of_relationship(tomas, TODAY)
    assert (kept.kind, kept.day, kept.promised_on) == (
        StreamKind.DONE,
        date(2026, 11, 18),
        date(2026, 11, 12),
    )
    assert made.done == date(2026, 11, 18)
    assert kept.id != made.id


def test_a_reached_milestone_is_told_with_its_goal(desk, stream, tomas, his):
    goal, step = his
    desk.goals.set_milestone_done(step, date(2026, 11, 19))
    (row,) = stream.of_relationship(tomas, TODAY, kinds={StreamKind.REACHED})
    assert (row.title, row.goal, row.goal_id) == ("Pilot data", "First paper", goal)


def test_a_moved_milestone_is_told_with_its_reason(desk, stream, tomas, his):
    goal, step = his
    desk.goals.edit_milestone(
        step,
        MilestoneDraft(title="Pilot data", due=date(2026, 12, 12)),
        reason="Scanner booked out",
    )
    row = stream.of_relationship(tomas, TODAY, kinds={StreamKind.CHANGE})[0]
    assert (row.of, row.title, row.goal_id, row.reason) == (
        ItemKind.MILESTONE,
        "Pilot data",
        goal,
        "Scanner booked out",
    )
    (field,) = row.fields
    assert (field.name, field.before, field.after) == (
        "due",
        date(2026, 11, 20),
        date(2026, 12, 12),
    )


def test_a_new_goal_is_told_and_its_order_in_the_list_is_not(desk, stream, tomas, his):
    goal, _ = his
    owner = desk.relationships.header(tomas).people[0].id
    other = desk.goals.add_goal(GoalDraft(title="Teaching", owner=owner))
    desk.goals.move_goal(other, before=goal)
    rows = stream.of_relationship(tomas, TODAY)
    assert [(row.title, row.fields) for row in rows] == [("Teaching", ()), ("First paper", ())]


def test_a_change_that_was_taken_back_is_not_told(desk, stream, tomas, his):
    goal, _ = his
    before = stream.of_relationship(tomas, TODAY)
    draft = desk.goals.goal(goal, TODAY).draft
    desk.goals.edit_goal(goal, replace(draft, measure="Accepted for review"))
    assert len(stream.of_relationship(tomas, TODAY)) == len(before) + 1
    desk.undo()
    assert stream.of_relationship(tomas, TODAY) == before


def test_changes_of_what_is_gone_are_left_out(desk, stream, tomas, his):
    goal, _ = his
    desk.goals.delete_goal(goal)
    assert stream.of_relationship(tomas, TODAY) == []


def test_the_day_of_a_change_is_that_of_the_wall_here(desk, clock, stream, tomas):
    owner = desk.relationships.header(tomas).people[0].id
    clock.now = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    desk.goals.add_goal(GoalDraft(title="Late", owner=owner))
    (utc,) = stream.of_relationship(tomas, TODAY)
    (berlin,) = stream.of_relationship(tomas, TODAY, zone_name="Europe/Berlin")
    assert (utc.day, berlin.day) == (date(2026, 11, 23), TODAY)


def test_goals_of_mine_are_told_only_where_they_are_shared(desk, stream, tomas):
    desk.goals.add_goal(GoalDraft(title="Mine alone"))
    desk.goals.add_goal(GoalDraft(title="Shared", shared_with=frozenset({tomas})))
    assert [row.title for row in stream.of_relationship(tomas, TODAY)] == ["Shared"]


def test_each_relationship_has_its_own_stream(desk, stream, tomas):
    wei = desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.MENTOR)
    )
    log(desk, wei, date(2026, 11, 2))
    assert stream.of_relationship(tomas, TODAY) == []


def test_the_stream_tells_of_chosen_kinds_only(desk, stream, tomas, his):
    _, step = his
    desk.meetings.hold(plan(desk, tomas, date(2026, 11, 3)))
    log(desk, tomas, date(2026, 11, 5))
    desk.goals.add_action(ActionDraft(title="Send", relationship=tomas), TODAY)
    desk.goals.set_milestone_done(step, TODAY)

    def told(wanted):
        return set(kinds(stream.of_relationship(tomas, TODAY, kinds=wanted)))

    assert told(CONTACT_KINDS) == {StreamKind.MEETING, StreamKind.CONTACT}
    assert told(PROMISE_KINDS) == {StreamKind.PROMISE}
    assert told(GOAL_KINDS) == {StreamKind.CHANGE, StreamKind.REACHED}


def fill(desk, relationship, count):
    """Put things of every kind on each of some days, several of one kind on each."""
    owner = desk.relationships.header(relationship).people[0].id
    goals = [desk.goals.add_goal(GoalDraft(title=f"Goal {n}", owner=owner)) for n in range(3)]
    with desk.store.changing("Many") as session:
        for n in range(count):
            day = TODAY - timedelta(days=n // 4)
            start = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
            session.add(Contact(relationship_id=relationship, day=day))
            session.add(
                Action(
                    owner_id=owner,
                    title=f"Action {n}",
                    relationship_id=relationship,
                    promised_on=day,
                    done=day,
                )
            )
            session.add(Milestone(goal_id=goals[n % 3], title=f"Step {n}", done=day))
            session.add(
                Meeting(
                    relationship_id=relationship,
                    start_local=start.replace(tzinfo=None),
                    zone="UTC",
                    start_utc=start,
                    status=MeetingStatus.HELD,
                    uid=f"{n}@test",
                    agenda=[AgendaItem(title="Topic")],
                )
            )
    for goal in goals:
        with desk.store.changing("Edit goal") as session:
            session.get_one(Goal, goal).reason = "Because"
    return 5 * count + 6


@pytest.mark.parametrize("limit", [1, 7, 30])
def test_pages_follow_on_each_other_without_gap_or_doubling(desk, stream, tomas, limit):
    total = fill(desk, tomas, 12)
    whole = stream.of_relationship(tomas, TODAY, limit=1000)
    assert (len(whole), newest_first(whole)) == (total, whole)
    read, before = [], None
    while page := stream.of_relationship(tomas, TODAY, limit=limit, before=before):
        assert len(page) <= limit
        read += page
        before = page[-1].place
    assert read == whole


def test_every_row_has_a_name_of_its_own(desk, stream, tomas):
    total = fill(desk, tomas, 12)
    rows = stream.of_relationship(tomas, TODAY, limit=1000)
    assert len({row.id for row in rows}) == total


@pytest.mark.parametrize("count", [10, 1000])
def test_a_page_takes_the_same_statements_however_much_there_is(
    desk, stream, statements, tomas, count
):
    fill(desk, tomas, count)
    with statements(desk.store) as sent:
        stream.of_relationship(tomas, TODAY)
    assert len(sent) == 9
