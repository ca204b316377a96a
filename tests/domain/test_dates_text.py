from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.dates_text import Unreadable, parse_date, parse_time

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 dec", date(2026, 12, 12)),
        ("12 December 2027", date(2027, 12, 12)),
        ("Thu 26 Nov", date(2026, 11, 26)),
        ("12th dec", date(2026, 12, 12)),
        ("dec 12", date(2026, 12, 12)),
        ("Dec 12, 2027", date(2027, 12, 12)),
        ("3 sept", date(2027, 9, 3)),
        ("22 nov", date(2027, 11, 22)),
        ("23 nov", TODAY),
        ("2026-12-12", date(2026, 12, 12)),
        ("2026/2/3", date(2026, 2, 3)),
        ("12.12.2026", date(2026, 12, 12)),
        ("12.12.", date(2026, 12, 12)),
        ("1/2/27", date(2027, 2, 1)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 24)),
        ("yesterday", date(2026, 11, 22)),
        ("fri", date(2026, 11, 27)),
        ("monday", date(2026, 11, 30)),
        ("next tuesday", date(2026, 11, 24)),
        ("+2w", date(2026, 12, 7)),
        ("+3", date(2026, 11, 26)),
        ("+1 month", date(2026, 12, 23)),
        ("-1y", date(2025, 11, 23)),
        ("in 10 days", date(2026, 12, 3)),
        ("next week", date(2026, 11, 30)),
        ("29 feb", date(2028, 2, 29)),
    ],
)
def test_dates_as_people_type_them(text, day):
    assert parse_date(text, TODAY) == day


def test_nothing_typed_is_no_date():
    assert parse_date("  ", TODAY) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 Feb", "31 February does not exist."),
        ("31.4.2026", "31 April does not exist."),
        ("29 feb 2027", "29 February does not exist in 2027."),
        ("12.13.2026", "There is no month 13. The day comes first, as in 31.12.2026."),
        ("0 dec", "0 December does not exist."),
        ("+9999y", "This date is too far away."),
    ],
)
def test_impossible_dates_are_said_so(text, sentence):
    assert parse_date(text, TODAY) == Unreadable(sentence)


@pytest.mark.parametrize("text", ["soon", "12", "ma 3", "12 dec dec", "٣", "1/2/3/4", "t", "m"])
def test_what_cannot_be_read_is_asked_again(text):
    found = parse_date(text, TODAY)
    assert isinstance(found, Unreadable)
    assert "Try" in found.sentence


@given(st.dates(date(1000, 1, 1)))
def test_an_iso_date_is_read_back(day):
    assert parse_date(day.isoformat(), TODAY) == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    assert parse_date(text, TODAY) is None or isinstance(parse_date(text, TODAY), date | Unreadable)
    assert parse_time(text) is None or isinstance(parse_time(text), time | Unreadable)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("15:00", time(15)),
        ("15.30", time(15, 30)),
        ("1530", time(15, 30)),
        ("9", time(9)),
        ("3pm", time(15)),
        ("12 am", time(0)),
        ("12:15 pm", time(12, 15)),
        ("noon", time(12)),
    ],
)
def test_times_as_people_type_them(text, moment):
    assert parse_time(text) == moment


def test_no_time_typed_is_no_time():
    assert parse_time("") is None


@pytest.mark.parametrize("text", ["25:00", "10:75", "13 pm", "late"])
def test_impossible_times_are_said_so(text):
    assert isinstance(parse_time(text), Unreadable)
