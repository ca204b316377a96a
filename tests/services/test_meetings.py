"""Meetings are planned, moved, recorded; each command is one step to undo."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.enums import MeetingForm, MeetingStatus, Role
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.goals import ActionDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.wall_time import WallTime
from mentordesk.services.agenda import Agenda
from mentordesk.services.goals import Goals
from mentordesk.services.meetings import Meetings
from mentordesk.services.notes import Notes

TODAY = date(2026, 11, 24)
BERLIN = "Europe/Berlin"


@pytest.fixture
def meetings(desk):
    return Meetings(desk.store)


@pytest.fixture
def mentor(desk):
    """My relationship with a mentor, and the mentor."""
    relationship = desk.relationships.add_with_person(
        PersonDraft(name="Dr Amara Okafor", time_zone="Africa/Lagos"),
        RelationshipDraft(role=Role.MENTEE),
    )
    return relationship, desk.relationships.header(relationship).people[0].id


@pytest.fixture
def draft(mentor):
    return MeetingDraft(
        relationship=mentor[0],
        day=date(2026, 11, 26),
        time=time(15, 0),
        zone=BERLIN,
        minutes=60,
        form=MeetingForm.VIDEO,
        link="https://meet.example.org/a",
        title="Reviewer comments",
    )


@pytest.fixture
def planned(meetings, draft):
    return meetings.plan(draft)


def wall(text, zone=BERLIN):
    """Return a wall time."""
    return WallTime(datetime.fromisoformat(text), zone)


def test_a_planned_meeting_says_when_with_whom_and_how(meetings, mentor, planned):
    detail = meetings.meeting(planned)
    line = detail.line
    assert (line.id, line.relationship, line.name) == (planned, mentor[0], "Dr Amara Okafor")
    assert (line.initials, line.role) == ("AO", Role.MENTEE)
    assert line.start == wall("2026-11-26T15:00")
    assert line.end.local == datetime.fromisoformat("2026-11-26T16:00")
    assert (line.status, line.moved, line.agenda) == (MeetingStatus.CONFIRMED, 0, 0)
    assert not line.prepared


def test_both_sides_are_named_with_their_zones_and_i_come_first(meetings, me, mentor, planned):
    sides = meetings.meeting(planned).sides
    assert [side.id for side in sides] == [me, mentor[1]]
    assert (sides[0].is_me, sides[1].time_zone) == (True, "Africa/Lagos")


def test_a_meeting_gives_back_what_was_planned(meetings, draft, planned):
    assert meetings.meeting(planned).draft == draft


def test_what_cannot_be_is_refused_and_nothing_is_kept(meetings, draft):
    with pytest.raises(DraftError) as caught:
        meetings.plan(replace(draft, minutes=0))
    assert set(caught.value.problems) == {"minutes"}
    assert meetings.count() == 0


def test_a_meeting_needs_a_relationship_that_is_there(meetings, draft):
    with pytest.raises(NotFoundError):
        meetings.plan(replace(draft, relationship=uuid4()))


def test_another_time_of_a_planned_meeting_counts_as_moved(meetings, draft, mentor, planned):
    later = replace(draft, day=date(2026, 12, 3))
    meetings.edit(planned, later, moved_by=mentor[1], reason="She travels")
    detail = meetings.meeting(planned)
    assert (detail.line.moved, detail.moved_by) == (1, mentor[1])
    assert detail.line.day == date(2026, 12, 3)


def test_the_one_who_moves_is_me_unless_it_says_otherwise(meetings, me, planned):
    meetings.move(planned, wall("2026-11-26T17:00"))
    detail = meetings.meeting(planned)
    assert (detail.line.moved, detail.moved_by) == (1, me)


def test_a_move_leaves_everything_else(meetings, draft, planned):
    meetings.move(planned, WallTime(datetime.fromisoformat("2026-11-27T09:00"), "Asia/Tokyo"))
    moved = replace(draft, day=date(2026, 11, 27), time=time(9, 0), zone="Asia/Tokyo")
    assert meetings.meeting(planned).draft == moved


def test_a_move_says_why_in_the_journal(meetings, desk, planned):
    meetings.move(planned, wall("2026-11-26T17:00"), reason=" a\nclash ")
    step = desk.undo_step()
    assert (step.label, step.reason) == ("Move meeting", "a clash")


def test_another_length_is_no_move(meetings, desk, draft, planned):
    meetings.edit(planned, replace(draft, minutes=90))
    assert meetings.meeting(planned).line.moved == 0
    assert desk.undo_step().label == "Edit meeting"


def test_a_move_that_is_undone_was_none(meetings, desk, planned):
    meetings.move(planned, wall("2026-11-26T17:00"))
    desk.undo()
    detail = meetings.meeting(planned)
    assert (detail.line.moved, detail.moved_by) == (0, None)


def test_a_meeting_stays_with_its_relationship(meetings, desk, draft, planned):
    other = desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.MENTOR)
    )
    with pytest.raises(DraftError):
        meetings.edit(planned, replace(draft, relationship=other))


def test_a_meeting_can_be_proposed_and_confirmed(meetings, planned):
    meetings.propose(planned)
    assert meetings.meeting(planned).line.status is MeetingStatus.PROPOSED
    meetings.confirm(planned)
    assert meetings.meeting(planned).line.status is MeetingStatus.CONFIRMED


def test_a_held_meeting_remembers_what_it_took(meetings, clock, planned):
    clock.advance(days=2, hours=5)
    meetings.hold(planned, 75)
    line = meetings.meeting(planned).line
    assert (line.status, line.minutes, line.actual_minutes) == (MeetingStatus.HELD, 60, 75)


@pytest.mark.parametrize("command", ["hold", "miss"])
def test_nothing_is_recorded_before_its_day(meetings, planned, command):
    with pytest.raises(DraftError, match="still ahead"):
        getattr(meetings, command)(planned)


def test_a_meeting_may_be_held_earlier_on_its_day(meetings, clock, planned):
    clock.advance(days=2, hours=-3)
    meetings.hold(planned)
    assert meetings.meeting(planned).line.status is MeetingStatus.HELD


def test_a_cancelled_meeting_knows_by_whom(meetings, mentor, planned):
    meetings.cancel(planned, by=mentor[1], reason="ill")
    detail = meetings.meeting(planned)
    assert (detail.line.status, detail.cancelled_by) == (MeetingStatus.CANCELLED, mentor[1])


def test_reopening_forgets_what_became_of_it(meetings, planned):
    meetings.cancel(planned)
    meetings.reopen(planned)
    detail = meetings.meeting(planned)
    assert (detail.line.status, detail.cancelled_by) == (MeetingStatus.CONFIRMED, None)


def test_editing_a_held_meeting_leaves_it_held(meetings, draft, clock, planned):
    clock.advance(days=3)
    meetings.hold(planned)
    meetings.edit(planned, replace(draft, time=time(16, 0), title="Reviewers"))
    line = meetings.meeting(planned).line
    assert (line.status, line.moved, line.title) == (MeetingStatus.HELD, 0, "Reviewers")


@pytest.fixture
def full(desk, meetings, mentor, planned):
    """A meeting with an agenda, notes and an action."""
    item = Agenda(desk.store).add(planned, AgendaDraft(title="Check-in", minutes=5))
    Notes(desk.store).save_note(planned, "She suggests **splitting** section 3.")
    Notes(desk.store).save_item_note(item, "All well.")
    Goals(desk.store).add_action(
        ActionDraft(title="Redraw figure 2", relationship=mentor[0], meeting=planned), TODAY
    )
    return planned


def test_a_full_meeting_shows_its_parts(meetings, full):
    detail = meetings.meeting(full)
    assert [(row.title, row.note) for row in detail.agenda] == [("Check-in", "All well.")]
    assert detail.note == "She suggests **splitting** section 3."
    assert [action.title for action in detail.actions] == ["Redraw figure 2"]
    assert detail.promises == ()
    assert (detail.line.prepared, detail.line.agenda) == (True, 1)


def test_a_note_alone_prepares_a_meeting(meetings, desk, planned):
    Notes(desk.store).save_note(planned, "Ask about the grant.")
    assert meetings.meeting(planned).line.prepared
    assert [line.prepared for line in meetings.upcoming(desk.store.clock())] == [True]


def test_open_promises_of_both_sides_stand_beside_a_meeting(meetings, desk, mentor, planned):
    goals = Goals(desk.store)
    mine = goals.add_action(ActionDraft(title="Draft", relationship=mentor[0]), TODAY)
    goals.add_action(
        ActionDraft(title="Introduce J.", owner=mentor[1], relationship=mentor[0]), TODAY
    )
    done = goals.add_action(ActionDraft(title="Read", relationship=mentor[0]), TODAY)
    goals.set_action_done(done, TODAY)
    promises = meetings.meeting(planned).promises
    assert {(one.title, one.is_mine) for one in promises} == {
        ("Draft", True),
        ("Introduce J.", False),
    }
    assert mine in {one.id for one in promises}


def test_a_deleted_meeting_leaves_what_was_promised(meetings, desk, mentor, draft, full):
    meetings.delete(full)
    with pytest.raises(NotFoundError):
        meetings.meeting(full)
    other = meetings.plan(draft)
    assert [one.title for one in meetings.meeting(other).promises] == ["Redraw figure 2"]


def test_a_deleted_meeting_comes_back_whole(meetings, desk, full):
    before = meetings.meeting(full)
    meetings.delete(full)
    desk.undo()
    assert meetings.meeting(full) == before


@pytest.mark.parametrize(
    "command",
    [
        lambda meetings, one: meetings.propose(one),
        lambda meetings, one: meetings.hold(one, 50),
        lambda meetings, one: meetings.miss(one, "nobody came"),
        lambda meetings, one: meetings.cancel(one),
        lambda meetings, one: meetings.move(one, wall("2026-12-01T09:00", "UTC")),
        lambda meetings, one: meetings.delete(one),
    ],
    ids=["propose", "hold", "miss", "cancel", "move", "delete"],
)
def test_every_command_is_one_step_to_undo(meetings, desk, clock, full, command):
    clock.advance(days=3)
    before = meetings.meeting(full)
    assert command(meetings, full) == full
    desk.undo()
    assert meetings.meeting(full) == before
    desk.redo()
    desk.undo()
    assert meetings.meeting(full) == before


def test_a_time_that_happens_twice_is_kept_as_chosen(meetings, draft):
    twice = replace(draft, day=date(2026, 10, 25), time=time(2, 30), fold=1)
    start = meetings.meeting(meetings.plan(twice)).line.start
    assert start.utc == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
