"""Headings between meetings that come in pages."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from mentordesk.domain.wall_time import WallTime
from mentordesk.ui.pages.meetings.lines import HeadedPages, MeetingModel, heading_of

TODAY = date(2026, 11, 24)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Line:
    id: int
    month: str
    name: str = "x"


def pages_over(lines):
    return HeadedPages(
        lambda offset, limit: lines[offset : offset + limit], lambda line: line.month
    )


def told(pages, size):
    lines = []
    while page := pages.page(len(lines), size):
        assert len(page) <= size
        lines += page
        if len(page) < size:
            break
    return [line.heading or line.meeting.id for line in lines]


@given(st.lists(st.integers(0, 4), max_size=30), st.integers(1, 7))
def test_pages_of_any_size_tell_the_same_lines(months, size):
    lines = [Line(number, f"m{month}") for number, month in enumerate(sorted(months))]
    whole = told(pages_over(lines), 1000)
    assert told(pages_over(lines), size) == whole
    assert [one for one in whole if isinstance(one, int)] == [line.id for line in lines]
    assert len([one for one in whole if isinstance(one, str)]) == len(set(months))


def test_the_first_page_may_be_asked_for_again():
    pages = pages_over([Line(1, "a"), Line(2, "a"), Line(3, "b")])
    first = pages.page(0, 2)
    pages.page(2, 2)
    assert pages.page(0, 2) == first
    assert [line.heading or line.meeting.id for line in pages.page(0, 9)] == ["a", 1, 2, "b", 3]


@pytest.mark.parametrize(
    ("start", "heading"),
    [
        ("2026-11-24T08:00", "From today on"),
        ("2027-03-01T08:00", "From today on"),
        ("2026-11-23T23:30", "Earlier in November"),
        ("2026-10-31T10:00", "October 2026"),
        ("2025-11-30T10:00", "November 2025"),
    ],
)
def test_meetings_stand_under_today_or_their_month(start, heading):
    @dataclass(frozen=True)
    class Met:
        start: WallTime

    meeting = Met(WallTime(datetime.fromisoformat(start), "Europe/Berlin"))
    assert heading_of(meeting, TODAY, "Europe/Berlin") == heading


@pytest.mark.parametrize(
    ("start", "heading"),
    [
        ("2026-11-24T08:00", "From today on"),
        ("2026-01-05T10:00", "Earlier in 2026"),
        ("2024-12-31T10:00", "2024"),
    ],
)
def test_meetings_with_one_person_stand_under_their_year(start, heading):
    @dataclass(frozen=True)
    class Met:
        start: WallTime

    meeting = Met(WallTime(datetime.fromisoformat(start), "Europe/Berlin"))
    assert heading_of(meeting, TODAY, "Europe/Berlin", by_year=True) == heading


def test_the_day_counts_on_the_wall_here():
    @dataclass(frozen=True)
    class Met:
        start: WallTime

    late = Met(WallTime(datetime.fromisoformat("2026-11-23T20:00"), "America/New_York"))
    assert heading_of(late, TODAY, "Europe/Berlin") == "From today on"


def test_headings_cannot_be_chosen(qapp):
    model = MeetingModel(pages_over([Line(1, "a"), Line(2, "b")]), lambda line: f"spoken {line.id}")
    tester = QAbstractItemModelTester(model, FATAL)
    model.fetchMore(model.index(-1, -1))
    flags = [model.flags(model.index(row, 0)) for row in range(model.rowCount())]
    assert [bool(flag & Qt.ItemFlag.ItemIsSelectable) for flag in flags] == [
        False,
        True,
        False,
        True,
    ]
    spoken = Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.data(model.index(1, 0), spoken) == "spoken 1"
    assert tester.model() is model
