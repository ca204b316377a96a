"""Which backups stay: many of the last days, few of long ago, never fewer for a wrong clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.backups import (
    DAYS,
    MONTHS,
    MOST_AT_ONCE,
    WEEKS,
    BackupReason,
    backup_name,
    read_backup_name,
    surplus,
)

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
YEAR = timedelta(days=365)
MOMENTS = st.timedeltas(-6 * YEAR, 6 * YEAR).map(lambda distance: NOW + distance)
CLOCKS = st.timedeltas(-50 * YEAR, 120 * YEAR).map(lambda distance: NOW + distance)


def thinned(moments, now):
    """Take away what may go, again and again, until nothing may."""
    left = set(moments)
    while gone := surplus(left, now):
        left -= set(gone)
    return left


@given(st.sets(MOMENTS, min_size=1, max_size=80), CLOCKS)
def test_the_newest_backup_never_goes_and_a_wrong_clock_takes_few(moments, now):
    gone = surplus(moments, now)
    assert max(moments) not in gone
    assert len(gone) <= MOST_AT_ONCE
    assert set(gone) <= moments


@given(st.sets(MOMENTS, min_size=1, max_size=80), CLOCKS)
def test_a_backup_of_each_of_the_last_days_weeks_and_months_stays_whatever_the_clock(moments, now):
    left = thinned(moments, now)
    for period, count in (
        (lambda m: m.date(), DAYS),
        (lambda m: m.isocalendar()[:2], WEEKS),
        (lambda m: (m.year, m.month), MONTHS),
    ):
        wanted = sorted({period(moment) for moment in moments})[-count:]
        assert set(wanted) <= {period(moment) for moment in left}


@given(st.sets(MOMENTS, min_size=1, max_size=80))
def test_few_stay_of_long_ago(moments):
    left = thinned(moments, NOW)
    recent = {NOW.date(), max(moments).date()}
    days = recent | {day - timedelta(days=1) for day in recent}
    assert len([m for m in left if m.date() not in days]) <= DAYS + WEEKS + MONTHS


def test_all_of_today_and_yesterday_stay():
    half_hours = [NOW - timedelta(minutes=30 * number) for number in range(60)]
    assert [m for m in surplus(half_hours, NOW) if m.date().day >= 23] == []


def test_a_year_of_daily_work_leaves_a_short_list():
    year = [NOW - timedelta(hours=5 * number) for number in range(1700)]
    assert len(thinned(year, NOW)) <= 10 + DAYS + WEEKS + MONTHS


@pytest.mark.parametrize("years", [-50, -1, 1, 50])
def test_a_clock_that_is_years_off_takes_no_more_than_a_right_one(years):
    month = {NOW - timedelta(days=number) for number in range(31)}
    odd = NOW.replace(year=NOW.year + years)
    assert thinned(month, odd) == thinned(month, NOW)


def test_a_name_says_when_and_why():
    name = backup_name("my-desk", NOW, BackupReason.ASKED, ".mentordesk")
    assert name == "my-desk-20261124T100000Z-asked.mentordesk"
    assert read_backup_name(name, "my-desk", ".mentordesk") == (NOW, BackupReason.ASKED)


@pytest.mark.parametrize(
    "name",
    [
        "my-desk.mentordesk",
        "other-20261124T100000Z-asked.mentordesk",
        "my-desk-20261324T100000Z-asked.mentordesk",
        "my-desk-20261124T100000Z-odd.mentordesk",
        ".my-desk-20261124T100000Z-asked.mentordesk.0a1b.part",
    ],
)
def test_other_names_are_no_backups(name):
    assert read_backup_name(name, "my-desk", ".mentordesk") is None
