from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.charts.time_axis import Step, count_step, day_names, named_days

TODAY = date(2026, 11, 23)


def names(start: date, end: date, step: Step) -> list[str]:
    return day_names(named_days(start, end, step), step, TODAY, str.format)


def test_weeks_begin_on_monday() -> None:
    assert names(TODAY - timedelta(1), date(2026, 12, 8), Step.WEEK) == [
        "23 Nov",
        "30 Nov",
        "7 Dec",
    ]


def test_months_name_a_year_where_it_begins() -> None:
    said = names(date(2026, 10, 2), date(2027, 2, 1), Step.MONTH)
    assert said == ["Nov", "Dec", "Jan 2027", "Feb"]


def test_another_year_is_named_at_once() -> None:
    assert names(date(2024, 12, 1), date(2025, 7, 1), Step.QUARTER) == ["Jan 2025", "Apr", "Jul"]


def test_years_stand_alone() -> None:
    assert names(date(2019, 5, 1), date(2030, 1, 1), Step.FIVE_YEARS) == ["2020", "2025", "2030"]


@given(st.dates(), st.integers(0, 8000), st.sampled_from(Step))
def test_named_days_lie_in_the_chart(start: date, length: int, step: Step) -> None:
    end = date.fromordinal(min(start.toordinal() + length, date.max.toordinal()))
    days = named_days(start, end, step)
    assert all(start <= day <= end for day in days)
    assert days == sorted(set(days))


@pytest.mark.parametrize(
    ("most", "room", "step"),
    [(1, 5, 1), (5, 5, 1), (6, 5, 2), (11, 5, 5), (60, 5, 20), (10_000, 5, 2000), (9, 0, 10)],
)
def test_counts_are_named_in_round_steps(most: int, room: int, step: int) -> None:
    assert count_step(most, room) == step
