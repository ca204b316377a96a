"""Meetings and due dates on their way to a calendar: what an entry says, and to whom."""

from datetime import date, time
from uuid import UUID

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.calendar import CalendarEvent, CalendarScope, CalendarWish, EventStatus
from mentordesk.domain.enums import Detail, GoalStatus, ItemKind, MeetingStatus, Role, Visibility
from mentordesk.domain.goals import GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.release import MYSELF, Audience, AudienceKind, release
from mentordesk.exports.calendar import to_ics
from mentordesk.models import AgendaItem, Meeting, Share
from mentordesk.services.desk import Desk

TODAY = date(2026, 11, 24)
EVERYTHING = CalendarScope()
FULL = CalendarWish(detail=Detail.FULL)
ANYONE = Audience(AudienceKind.ANYONE)


def to(relationship: UUID) -> Audience:
    return Audience(AudienceKind.RELATIONSHIP, relationship)


@pytest.fixture
def amara(desk: Desk) -> UUID:
    draft = RelationshipDraft(role=Role.MENTEE)
    return desk.relationships.add_with_person(PersonDraft(name="Dr Amara Okafor"), draft)


def planned(desk: Desk, relationship: UUID, **changes) -> UUID:
    draft = MeetingDraft(
        relationship=relationship, day=date(2026, 11, 26), time=time(15), zone="Europe/Berlin"
    )
    return desk.meetings.plan(MeetingDraft(**{**vars(draft), **changes}))


def shared_item(desk: Desk, meeting: UUID, title: str, visibility=Visibility.SHARED) -> UUID:
    item = desk.agenda.add(meeting, AgendaDraft(title=title, minutes=10))
    with desk.store.changing("Share agenda item") as session:
        session.get_one(AgendaItem, item).visibility = visibility
    return item


def entries(desk: Desk, scope=EVERYTHING, wish=FULL, audience=MYSELF) -> tuple[CalendarEvent, ...]:
    return desk.calendar.preview(scope, wish, audience).items


def test_entry_of_a_meeting(desk: Desk, amara: UUID) -> None:
    meeting = planned(desk, amara, place="Room 2", link="https://example.org/x", minutes=45)
    (entry,) = entries(desk, wish=CalendarWish())
    assert entry.title == "Mentoring with Dr Amara Okafor"
    assert (entry.place, entry.link, entry.minutes) == ("Room 2", "https://example.org/x", 45)
    assert entry.uid == f"{meeting}@mentordesk"
    assert entry.start is not None
    assert entry.start.zone == "Europe/Berlin"
    assert entry.description == ""


def test_title_of_the_meeting_follows_the_name(desk: Desk, amara: UUID) -> None:
    planned(desk, amara, title="Chapter 2")
    assert entries(desk)[0].title == "Mentoring with Dr Amara Okafor: Chapter 2"


def test_peers_meet(desk: Desk) -> None:
    peers = desk.relationships.add_with_person(
        PersonDraft(name="Jonas"), RelationshipDraft(role=Role.PEER)
    )
    planned(desk, peers)
    assert entries(desk)[0].title == "Meeting with Jonas"


def test_the_other_side_reads_my_name(desk: Desk, amara: UUID) -> None:
    planned(desk, amara)
    (entry,) = entries(desk, audience=to(amara))
    assert entry.title == "Mentoring with Maya Lindqvist"


def test_discreet_entry_says_nothing(desk: Desk, amara: UUID) -> None:
    meeting = planned(desk, amara, title="Sad", place="Room 2", link="https://example.org/x")
    desk.agenda.add(meeting, AgendaDraft(title="Sad"))
    (entry,) = entries(desk, wish=CalendarWish(detail=Detail.DISCREET))
    assert (entry.title, entry.place, entry.link, entry.description) == ("Meeting", "", "", "")


def test_agenda_stands_only_in_full_entries(desk: Desk, amara: UUID) -> None:
    meeting = planned(desk, amara)
    desk.agenda.add(meeting, AgendaDraft(title="Check-in", minutes=5))
    desk.agenda.add(meeting, AgendaDraft(title="Reviewers"))
    assert entries(desk)[0].description == "Agenda:\n- Check-in (5 min)\n- Reviewers"
    assert entries(desk, wish=CalendarWish())[0].description == ""


def test_private_item_stays_and_is_counted(desk: Desk, amara: UUID) -> None:
    meeting = planned(desk, amara)
    shared_item(desk, meeting, "Check-in")
    desk.agenda.add(meeting, AgendaDraft(title="My doubts"))
    going = desk.calendar.preview(EVERYTHING, FULL, to(amara))
    assert going.items[0].description == "Agenda:\n- Check-in (10 min)"
    assert going.stays == {ItemKind.AGENDA_ITEM: 1}


def test_item_is_never_wider_than_its_meeting(desk: Desk, amara: UUID) -> None:
    meeting = planned(desk, amara)
    shared_item(desk, meeting, "Check-in", Visibility.PASSABLE)
    with desk.store.changing("Hide meeting") as session:
        session.get_one(Meeting, meeting).visibility = Visibility.PRIVATE
    going = desk.calendar.preview(EVERYTHING, FULL, to(amara))
    assert going.items == ()
    assert going.stays == {ItemKind.MEETING: 1, ItemKind.AGENDA_ITEM: 1}


def test_own_entry_with_a_private_item_counts_as_private(desk: Desk, amara: UUID) -> None:
    meeting = planned(desk, amara)
    desk.agenda.add(meeting, AgendaDraft(title="My doubts"))
    planned(desk, amara, day=date(2026, 12, 10))
    assert desk.calendar.preview(EVERYTHING, FULL, MYSELF).private == 1
    assert desk.calendar.preview(EVERYTHING, CalendarWish(), MYSELF).private == 0


def test_own_entries_do_not_pass_the_gate_again(desk: Desk, amara: UUID) -> None:
    desk.agenda.add(planned(desk, amara), AgendaDraft(title="My doubts"))
    assert release(entries(desk), to(amara)).items == ()


def test_meeting_is_shared_with_its_relationship_alone(desk: Desk, amara: UUID) -> None:
    other = desk.relationships.add_with_person(
        PersonDraft(name="Lena"), RelationshipDraft(role=Role.MENTEE)
    )
    meeting = planned(desk, amara)
    assert entries(desk, audience=to(other)) == ()
    with desk.store.changing("Share meeting") as session:
        session.add(Share(item_kind=ItemKind.MEETING, item_id=meeting, relationship_id=other))
    assert len(entries(desk, audience=to(other))) == 1
    assert entries(desk, audience=ANYONE) == ()


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("propose", EventStatus.TENTATIVE),
        ("confirm", EventStatus.CONFIRMED),
        ("cancel", EventStatus.CANCELLED),
    ],
)
def test_status(desk: Desk, amara: UUID, command: str, status: EventStatus) -> None:
    getattr(desk.meetings, command)(planned(desk, amara))
    assert entries(desk)[0].status is status


def test_what_did_not_take_place_is_marked_cancelled(desk: Desk, amara: UUID) -> None:
    desk.meetings.miss(planned(desk, amara, day=date(2026, 11, 20)))
    assert entries(desk)[0].status is EventStatus.CANCELLED


def test_only_planned_meetings_remind(desk: Desk, amara: UUID) -> None:
    planned(desk, amara)
    desk.meetings.hold(planned(desk, amara, day=date(2026, 11, 20)))
    found = entries(desk, wish=CalendarWish(alarms=(15, 1440)))
    assert sorted(entry.alarms for entry in found) == [(), (15, 1440)]


def test_sequence_rises_with_the_time_and_on_undo(desk: Desk, amara: UUID) -> None:
    meeting = planned(desk, amara)
    first = entries(desk)[0]
    desk.meetings.cancel(meeting)
    desk.undo()
    again = entries(desk)[0]
    assert (again.uid, again.sequence, again.status) == (first.uid, 2, EventStatus.CONFIRMED)


def test_agenda_counts_as_a_change_of_a_full_entry(desk: Desk, clock, amara: UUID) -> None:
    meeting = planned(desk, amara)
    clock.advance(hours=1)
    item = desk.agenda.add(meeting, AgendaDraft(title="Check-in"))
    added = clock.now
    assert entries(desk)[0].changed_at == added
    clock.advance(hours=1)
    desk.agenda.remove(item)
    assert entries(desk)[0].changed_at == clock.now
    assert entries(desk, wish=CalendarWish())[0].changed_at < added


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2026, 11, 26), date(2026, 11, 26), 1),
        (date(2026, 11, 27), None, 1),
        (None, date(2026, 11, 25), 0),
        (None, date.max, 2),
        (date.min, None, 2),
    ],
)
def test_days_are_those_on_the_wall(
    desk: Desk, amara: UUID, first: date | None, last: date | None, count: int
) -> None:
    planned(desk, amara, time=time(23, 45), zone="Asia/Tokyo")
    planned(desk, amara, day=date(2026, 12, 1), time=time(0, 5))
    assert len(entries(desk, CalendarScope(first=first, last=last))) == count


def test_one_meeting_or_one_relationship(desk: Desk, amara: UUID) -> None:
    other = desk.relationships.add_with_person(
        PersonDraft(name="Lena"), RelationshipDraft(role=Role.MENTEE)
    )
    meeting = planned(desk, amara)
    planned(desk, other)
    assert len(entries(desk)) == 2
    assert [e.uid for e in entries(desk, CalendarScope(meetings=(meeting,)))] == [
        f"{meeting}@mentordesk"
    ]
    (entry,) = entries(desk, CalendarScope(relationship=other))
    assert entry.title == "Mentoring with Lena"


def dated(desk: Desk, due: date | None = date(2026, 12, 12), **goal) -> UUID:
    item = desk.goals.add_goal(GoalDraft(title="First paper", **goal))
    return desk.goals.add_milestone(item, MilestoneDraft(title="Pilot data", due=due))


MILESTONES = CalendarWish(detail=Detail.FULL, milestones=True)


def test_milestones_come_when_asked_for(desk: Desk) -> None:
    milestone = dated(desk)
    assert entries(desk) == ()
    (entry,) = entries(desk, wish=MILESTONES)
    assert (entry.title, entry.day) == ("Milestone due: Pilot data", date(2026, 12, 12))
    assert entry.uid == f"{milestone}@mentordesk"
    assert entry.description == "Goal: First paper"


def test_discreet_milestone_says_no_more_than_its_day(desk: Desk) -> None:
    dated(desk)
    wish = CalendarWish(detail=Detail.DISCREET, milestones=True)
    (entry,) = entries(desk, wish=wish)
    assert (entry.title, entry.description) == ("Due date", "")


def test_milestones_that_nobody_waits_for_are_left_out(desk: Desk) -> None:
    dated(desk, due=None)
    desk.goals.set_milestone_done(dated(desk), TODAY)
    dated(desk, status=GoalStatus.PARKED)
    assert entries(desk, wish=MILESTONES) == ()


def test_milestone_goes_where_its_goal_is_shared(desk: Desk, amara: UUID) -> None:
    dated(desk, shared_with=frozenset({amara}))
    dated(desk)
    going = desk.calendar.preview(EVERYTHING, MILESTONES, to(amara))
    assert (len(going.items), going.stays) == (1, {ItemKind.MILESTONE: 1})
    assert desk.calendar.preview(EVERYTHING, MILESTONES, MYSELF).private == 1


def test_milestones_of_the_archive_are_silent(desk: Desk, amara: UUID) -> None:
    (person,) = desk.relationships.header(amara).people
    dated(desk, owner=person.id)
    assert len(entries(desk, wish=MILESTONES)) == 1
    desk.relationships.archive(amara, TODAY, ())
    assert entries(desk, wish=MILESTONES) == ()
    assert len(entries(desk, CalendarScope(relationship=amara), MILESTONES)) == 1


def test_statements_do_not_grow_with_the_meetings(desk: Desk, amara: UUID, statements) -> None:
    counts = []
    for _ in range(2):
        for day in range(1, 11):
            meeting = planned(desk, amara, day=date(2027, 1, day))
            desk.agenda.add(meeting, AgendaDraft(title="Check-in"))
            dated(desk)
        with statements(desk.store) as sent:
            entries(desk, wish=MILESTONES)
        counts.append(len(sent))
    assert counts == [8, 8]


def test_same_desk_gives_the_same_bytes(desk: Desk, amara: UUID) -> None:
    for day in (1, 2, 3):
        planned(desk, amara, day=date(2027, 1, day))
    dated(desk)
    first, second = (
        to_ics(desk.calendar.preview(EVERYTHING, MILESTONES, MYSELF)) for _ in range(2)
    )
    assert first == second
    assert first.count(b"BEGIN:VEVENT") == 4


def test_meetings_of_every_status_stay_in_the_file(desk: Desk, amara: UUID) -> None:
    planned(desk, amara)
    desk.meetings.cancel(planned(desk, amara))
    desk.meetings.hold(planned(desk, amara, day=date(2026, 11, 20)))
    desk.meetings.miss(planned(desk, amara, day=date(2026, 11, 19)))
    desk.meetings.propose(planned(desk, amara))
    assert len(entries(desk)) == len(MeetingStatus)
