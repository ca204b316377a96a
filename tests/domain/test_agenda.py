"""What an agenda item may be, and how a typed line is read."""

from dataclasses import replace
from uuid import uuid4

import pytest

from mentordesk.domain.agenda import (
    AgendaDraft,
    AgendaRow,
    agenda_minutes,
    check_agenda,
    read_agenda_line,
)
from mentordesk.domain.enums import AgendaKind

ROW = AgendaRow(
    id=uuid4(),
    title="Check-in",
    kind=AgendaKind.TOPIC,
    minutes=5,
    done=False,
    proposed_by=None,
    outcome="",
    note="",
)


def test_an_item_needs_words():
    assert check_agenda(AgendaDraft(title=" \n ")) == {"title": "Say what to talk about."}


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_time_box_is_a_minute_to_a_day(minutes):
    assert set(check_agenda(AgendaDraft(title="x", minutes=minutes))) == {"minutes"}


def test_a_title_that_is_too_long_is_refused():
    assert "301 characters" in check_agenda(AgendaDraft(title="x" * 301))["title"]


@pytest.mark.parametrize(
    ("text", "title", "minutes"),
    [
        ("Reviewer comments 15 min", "Reviewer comments", 15),
        ("Reviewer comments 15m", "Reviewer comments", 15),
        ("Reviewer comments 15'", "Reviewer comments", 15),
        ("  Check-in   5 minutes ", "Check-in", 5),
        ("Chapter 2", "Chapter 2", None),
        ("15 min", "15 min", None),
        ("Thesis 9999 min", "Thesis 9999 min", None),
        ("", "", None),
    ],
)
def test_a_typed_line_may_end_in_minutes(text, title, minutes):
    assert read_agenda_line(text) == AgendaDraft(title=title, minutes=minutes)


def test_an_agenda_asks_for_the_minutes_that_its_items_name():
    assert agenda_minutes([ROW, replace(ROW, minutes=None), replace(ROW, minutes=15)]) == 20


def test_a_row_gives_back_its_draft():
    assert ROW.draft == AgendaDraft(title="Check-in", minutes=5)
