from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil import rrule
from icalendar import Timezone

from mentordesk.exports.timezones import vtimezone

TELLING_ZONES = [
    "Africa/Cairo",  # last Friday, and the day after the last Thursday
    "Africa/Casablanca",  # Ramadan
    "Africa/El_Aaiun",
    "America/Mexico_City",  # gave summer time up in 2022
    "America/New_York",
    "America/Nuuk",  # the Saturday before the last Sunday
    "America/Santiago",  # Sunday on or after the 2nd
    "America/Whitehorse",  # stopped changing in 2020
    "Antarctica/Troll",  # two hours
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Australia/Lord_Howe",  # half an hour
    "Europe/Dublin",  # winter is the exception
    "Pacific/Apia",
    "Pacific/Chatham",
]


def new_year(year: int) -> datetime:
    return datetime.combine(date(year, 1, 1), time.min)


def onsets(block: bytes, until: datetime) -> list[tuple[datetime, timedelta, timedelta]]:
    """Expand a VTIMEZONE: moment (naive UTC), offset before, offset after."""
    found = []
    for observance in Timezone.from_ical(block).subcomponents:
        before, after = observance["TZOFFSETFROM"].td, observance["TZOFFSETTO"].td
        start = observance["DTSTART"].dt
        walls = {start}
        if "RRULE" in observance:
            rule = rrule.rrulestr(observance["RRULE"].to_ical().decode(), dtstart=start)
            assert start in rule, "DTSTART is not matched by its rule"
            walls |= set(rule.between(start, until, inc=True))
        else:
            assert [entry.dt for entry in observance["RDATE"].dts] == [start]
        found += [(wall - before, before, after) for wall in walls]
    return sorted(found)


def moments(first: int, last: int, table: list[datetime]) -> Iterator[datetime]:
    moment, end = new_year(first) - timedelta(hours=26), new_year(last + 1)
    yield from (t - timedelta(seconds=1) for t in table if moment < t < end)
    yield from (t for t in table if moment <= t < end)
    while moment < end:
        yield moment
        moment += timedelta(days=5)


def assert_right(name: str, first: int, last: int) -> None:
    table = onsets(vtimezone(name, first, last), new_year(last + 1))
    times = [onset[0] for onset in table]
    for moment in moments(first, last, times):
        expected = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(name)).utcoffset()
        assert table[bisect_right(times, moment) - 1][2] == expected, (name, moment)


@pytest.mark.parametrize("name", TELLING_ZONES)
@pytest.mark.parametrize("years", [(2020, 2040), (2026, 2027)])
def test_offsets_are_those_of_the_tz_database(name: str, years: tuple[int, int]) -> None:
    assert_right(name, *years)


@pytest.mark.slow
def test_every_zone_is_right_for_twenty_years() -> None:
    for name in sorted(available_timezones()):
        assert_right(name, 2020, 2040)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("America/New_York", 2004, 2010),  # other Sundays from 2007 on
        ("America/St_Johns", 2008, 2013),  # the same Sundays at another hour from 2011 on
        ("Asia/Dhaka", 2010, 2011),  # a change in the night before the first year
        ("Europe/London", 1966, 1969),  # before the year in which rules begin
        ("Africa/Monrovia", 1970, 1973),  # an offset with seconds
    ],
)
def test_changes_of_the_past_are_right(name: str, first: int, last: int) -> None:
    assert_right(name, first, last)


def test_each_offset_before_a_change_is_the_one_after_the_last() -> None:
    table = onsets(vtimezone("Africa/Casablanca", 2024, 2030), new_year(2031))
    assert all(one[2] == other[1] for one, other in pairwise(table))


def test_new_york_is_written_as_two_yearly_rules_from_1970() -> None:
    assert vtimezone("America/New_York", 2026, 2027).decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:America/New_York",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700308T020000",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "TZNAME:EDT",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701101T020000",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "TZNAME:EST",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


@pytest.mark.parametrize("year", range(2020, 2040))
def test_the_last_sunday_is_never_taken_for_the_fourth(year: int) -> None:
    assert vtimezone("Europe/Berlin", year, year + 1).count(b"BYDAY=-1SU") == 2


def test_a_rule_that_only_seems_to_hold_is_not_written() -> None:
    # In 2026 and 2027 the Friday before the last Sunday is the last Friday of March as well.
    assert b"RRULE" not in vtimezone("Asia/Jerusalem", 2026, 2027)


def test_a_zone_without_changes_is_one_standard() -> None:
    block = vtimezone("Asia/Kolkata", 2026, 2027)
    assert block.count(b"BEGIN:") == 2
    assert b"BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n" in block


def test_the_later_clock_is_daylight_in_dublin_too() -> None:
    daylight = Timezone.from_ical(vtimezone("Europe/Dublin", 2026, 2027)).subcomponents[0]
    assert (daylight.name, daylight["TZOFFSETTO"].td) == ("DAYLIGHT", timedelta(hours=1))


def test_dates_are_never_listed_with_commas() -> None:
    assert b"," not in vtimezone("Africa/Casablanca", 2020, 2040)


def test_a_name_that_is_no_zone_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        vtimezone("Europe", 2026, 2027)
