from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain import dates_said as said

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 26), "Thu 26 Nov"),
        (date(2026, 1, 5), "Mon 5 Jan"),
        (date(2027, 11, 26), "26 Nov 2027"),
        (date(2025, 12, 31), "31 Dec 2025"),
    ],
)
def test_a_date_is_said_as_people_say_it(day: date, words: str) -> None:
    assert said.say_date(day, TODAY) == words


def test_tomorrow_is_tomorrow_even_in_another_year() -> None:
    assert said.say_date(date(2027, 1, 1), date(2026, 12, 31)) == "tomorrow"


def test_short_full_and_exact_dates() -> None:
    day = date(2026, 11, 26)
    assert said.short_date(day, TODAY) == "26 Nov"
    assert said.short_date(day, date(2027, 1, 1)) == "26 Nov 2026"
    assert said.full_date(day) == "26 Nov 2026"
    assert said.exact_date(day) == "Thu 26 Nov 2026"
    assert said.long_date(day, TODAY) == "Thu 26 November"
    assert said.long_date(day, date(2027, 1, 1)) == "Thu 26 November 2026"
    assert said.month_and_year(day) == "November 2026"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (-1, "yesterday"),
        (1, "tomorrow"),
        (-9, "9 days ago"),
        (3, "in 3 days"),
        (-99, "99 days ago"),
        (-100, "3 months ago"),
        (150, "in 4 months"),
        (-730, "2 years ago"),
        (3650, "in 9 years"),
    ],
)
def test_distance_is_said_in_the_unit_that_helps(days: int, words: str) -> None:
    assert said.ago(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "due today"),
        (-1, "due yesterday"),
        (1, "due tomorrow"),
        (3, "due in 3 days"),
        (14, "due in 14 days"),
        (15, "due 8 Dec"),
        (60, "due 22 Jan 2027"),
        (-2, "2 days over"),
    ],
)
def test_a_due_date_is_said_without_scolding(days: int, words: str) -> None:
    assert said.due_phrase(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (75, "1 h 15 min"), (1500, "25 h")],
)
def test_minutes_are_said_in_hours_from_one_hour_on(minutes: int, words: str) -> None:
    assert said.said_minutes(minutes) == words


def test_a_length_below_zero_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="below zero"):
        said.said_minutes(-1)


def test_one_day_is_not_one_days() -> None:
    assert (said.days_said(1), said.days_said(44)) == ("1 day", "44 days")


def test_every_word_goes_through_the_translator() -> None:
    german = {"in {count} days": "in {count} Tagen", "Thu": "Do", "Nov": "Nov."}

    def tr(template: str, **values: object) -> str:
        return german.get(template, template).format(**values)

    assert said.ago(date(2026, 11, 26), TODAY, tr) == "in 3 Tagen"
    assert said.say_date(date(2026, 11, 26), TODAY, tr) == "Do 26 Nov."


@given(st.dates(), st.dates())
def test_any_two_days_can_be_said(day: date, today: date) -> None:
    phrases = [
        said.say_date(day, today),
        said.ago(day, today),
        said.due_phrase(day, today),
        said.long_date(day, today),
    ]
    assert all(phrases)
    assert said.ago(day, today).startswith("in ") == (day - today > timedelta(days=1))
