"""The log of what has been sent out: outside undo, without any text."""

from datetime import date, time
from uuid import UUID

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.calendar import CalendarScope, CalendarWish
from mentordesk.domain.enums import Detail, ItemKind, Role
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.goals import GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.release import MYSELF, Audience, AudienceKind, release
from mentordesk.services.desk import Desk

FULL = CalendarWish(detail=Detail.FULL)


@pytest.fixture
def amara(desk: Desk) -> UUID:
    relationship = desk.relationships.add_with_person(
        PersonDraft(name="Dr Amara Okafor"), RelationshipDraft(role=Role.MENTEE)
    )
    draft = MeetingDraft(
        relationship=relationship, day=date(2026, 11, 26), time=time(15), zone="Europe/Berlin"
    )
    desk.agenda.add(desk.meetings.plan(draft), AgendaDraft(title="My doubts"))
    return relationship


def test_a_line_for_each_kind(desk: Desk, clock, amara: UUID) -> None:
    audience = Audience(AudienceKind.RELATIONSHIP, amara)
    released = desk.calendar.preview(CalendarScope(), FULL, audience)
    desk.exits.record(released, ExitKind.CALENDAR)
    item, meeting = desk.exits.log()
    assert (meeting.item_kind, meeting.count, meeting.stayed) == (ItemKind.MEETING, 1, 0)
    assert (item.item_kind, item.count, item.stayed) == (ItemKind.AGENDA_ITEM, 0, 1)
    assert (meeting.what, meeting.audience) == (ExitKind.CALENDAR, AudienceKind.RELATIONSHIP)
    assert (meeting.relationship, meeting.name) == (amara, "Dr Amara Okafor")
    assert meeting.at == clock.now


def test_own_copy_says_how_much_was_private(desk: Desk, amara: UUID) -> None:
    desk.exits.record(desk.calendar.preview(CalendarScope(), FULL, MYSELF), ExitKind.CALENDAR)
    (row,) = desk.exits.log()
    assert (row.audience, row.relationship, row.name) == (AudienceKind.MYSELF, None, "")
    assert (row.count, row.stayed, row.private) == (1, 0, 1)


def test_newest_first_up_to_a_limit(desk: Desk, amara: UUID) -> None:
    for wish in (CalendarWish(), FULL, CalendarWish()):
        desk.exits.record(desk.calendar.preview(CalendarScope(), wish, MYSELF), ExitKind.CALENDAR)
    assert [row.private for row in desk.exits.log()] == [0, 1, 0]
    assert [row.id for row in desk.exits.log(limit=2)] == [3, 2]


def test_charts_are_told_apart(desk: Desk) -> None:
    goal = desk.goals.add_goal(GoalDraft(title="First paper"))
    desk.goals.add_milestone(goal, MilestoneDraft(title="Pilot data"))
    desk.exits.record(release(desk.progress.facts(None), MYSELF), ExitKind.CHART)
    (row,) = desk.exits.log()
    assert (row.what, row.item_kind) == (ExitKind.CHART, ItemKind.MILESTONE)


def test_nothing_sent_is_no_line(desk: Desk) -> None:
    desk.exits.record(desk.calendar.preview(CalendarScope(), FULL, MYSELF), ExitKind.CALENDAR)
    assert desk.exits.log() == []


def test_the_log_is_outside_undo(desk: Desk, amara: UUID) -> None:
    before = desk.undo_step()
    desk.exits.record(desk.calendar.preview(CalendarScope(), FULL, MYSELF), ExitKind.CALENDAR)
    assert desk.undo_step() == before
    while desk.undo():
        pass
    assert len(desk.exits.log()) == 1


def test_no_message_is_sent(desk: Desk, amara: UUID) -> None:
    heard: list[object] = []
    desk.subscribe(heard.append)
    desk.exits.record(desk.calendar.preview(CalendarScope(), FULL, MYSELF), ExitKind.CALENDAR)
    assert heard == []


def test_a_file_for_reading_keeps_no_log(desk: Desk, clock, desk_key, amara: UUID) -> None:
    looking = Desk.open(desk.path, clock, key=desk_key, read_only=True)
    looking.exits.record(looking.calendar.preview(CalendarScope(), FULL, MYSELF), ExitKind.CALENDAR)
    looking.close()
    assert desk.exits.log() == []


def test_the_log_keeps_lines_of_what_is_gone(desk: Desk, amara: UUID) -> None:
    audience = Audience(AudienceKind.RELATIONSHIP, amara)
    released = desk.calendar.preview(CalendarScope(), CalendarWish(), audience)
    desk.exits.record(released, ExitKind.CALENDAR)
    while desk.undo():
        pass
    (row,) = desk.exits.log()
    assert (row.relationship, row.name) == (amara, "")
