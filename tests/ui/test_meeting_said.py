"""What is said of a meeting wherever one is shown."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from mentordesk.domain.enums import MeetingForm, MeetingStatus, Role
from mentordesk.domain.meetings import MeetingLine, Side
from mentordesk.domain.wall_time import WallTime
from mentordesk.ui.meeting_said import (
    agenda_said,
    hours_said,
    moment_said,
    moved_said,
    other_clocks,
    status_said,
    when_said,
)

BERLIN = "Europe/Berlin"
TODAY = date(2026, 11, 24)


def wall(text, zone=BERLIN):
    return WallTime(datetime.fromisoformat(text), zone)


def side(name, zone, *, is_me=False):
    return Side(id=uuid4(), name=name, is_me=is_me, time_zone=zone)


def line(status, start="2026-11-26T15:00"):
    return MeetingLine(
        id=uuid4(),
        relationship=uuid4(),
        name="Lena Brandt",
        initials="LB",
        role=Role.MENTEE,
        start=wall(start),
        minutes=60,
        actual_minutes=None,
        form=MeetingForm.WALK,
        place="",
        link="",
        title="",
        status=status,
        agenda=0,
        agenda_sent=False,
        prepared=False,
        moved=0,
    )


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_every_status_has_an_icon_and_words(qapp, status):
    icon, words = status_said(line(status), datetime(2026, 11, 24, 10, tzinfo=UTC))
    assert icon
    assert words != "Not recorded yet"


def test_a_planned_meeting_that_is_over_asks_to_be_recorded(qapp):
    planned = line(MeetingStatus.PROPOSED)
    running, over = (datetime(2026, 11, 26, hour, 30, tzinfo=UTC) for hour in (14, 15))
    assert status_said(planned, running)[1] == "Proposed"
    assert status_said(planned, over)[1] == "Not recorded yet"


def test_hours_and_days_are_those_of_the_wall_here(qapp):
    start = wall("2026-11-26T20:00", "America/New_York")
    assert hours_said(start, 90, BERLIN) == "02:00 to 03:30"
    assert moment_said(start, BERLIN, TODAY) == "Fri 27 Nov, 02:00"


def test_a_heading_has_day_and_hours(qapp):
    assert when_said(line(MeetingStatus.HELD), BERLIN, TODAY) == "Thu 26 November, 15:00 to 16:00"


def test_other_clocks_are_said_where_they_differ(qapp):
    start = wall("2026-11-26T23:30")
    sides = (
        side("Me", "Asia/Tokyo", is_me=True),
        side("Lena Brandt", BERLIN),
        side("Dr Amara Okafor", "America/New_York"),
        side("Wei Lin", "Asia/Shanghai"),
        side("Nobody", ""),
        side("Stray", "Mars/Base"),
    )
    assert other_clocks(start, sides, BERLIN) == "17:30 for Amara, 06:30 for Wei, a day later"
    early = wall("2026-11-26T03:00")
    assert other_clocks(early, sides[2:3], BERLIN) == "21:00 for Amara, a day earlier"


@pytest.mark.parametrize(
    ("times", "words"), [(0, ""), (1, "moved once"), (2, "moved twice"), (3, "moved 3 times")]
)
def test_moves_are_counted_without_blame(qapp, times, words):
    assert moved_said(times) == words


@pytest.mark.parametrize(
    ("items", "words"), [(0, "no agenda yet"), (1, "1 agenda item"), (3, "3 agenda items")]
)
def test_an_agenda_is_counted(qapp, items, words):
    assert agenda_said(items) == words
