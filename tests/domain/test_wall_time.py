from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.wall_time import WallTime, from_utc, zone, zone_names


def wall(local: str, zone_name: str = "America/New_York", fold: int = 0) -> WallTime:
    return WallTime(datetime.fromisoformat(local), zone_name, fold)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "moment"),
    [("2026-02-19 16:00", "2026-02-19 21:00"), ("2026-03-26 16:00", "2026-03-26 20:00")],
)
def test_a_wall_time_stays_while_utc_moves(local: str, moment: str) -> None:
    assert wall(local).utc == utc(moment)


@pytest.mark.parametrize(
    ("local", "skipped", "twice"),
    [
        ("2026-03-08 01:59", False, False),
        ("2026-03-08 02:00", True, False),
        ("2026-03-08 02:59", True, False),
        ("2026-03-08 03:00", False, False),
        ("2026-11-01 00:59", False, False),
        ("2026-11-01 01:00", False, True),
        ("2026-11-01 01:59", False, True),
        ("2026-11-01 02:00", False, False),
    ],
)
@pytest.mark.parametrize("fold", [0, 1])
def test_hours_that_are_skipped_or_come_twice(
    local: str, skipped: bool, twice: bool, fold: int
) -> None:
    time = wall(local, fold=fold)
    assert (time.in_gap, time.is_twice) == (skipped, twice)


def test_half_an_hour_comes_twice_on_lord_howe() -> None:
    assert wall("2026-04-05 01:45", "Australia/Lord_Howe").is_twice
    assert not wall("2026-04-05 01:15", "Australia/Lord_Howe").is_twice


def test_the_second_of_two_equal_times_is_an_hour_later() -> None:
    first, second = wall("2026-11-01 01:30"), wall("2026-11-01 01:30", fold=1)
    assert second.utc - first.utc == timedelta(hours=1)


def test_an_end_counts_real_minutes_over_a_change_of_clocks() -> None:
    assert wall("2026-03-08 01:30").end(60) == wall("2026-03-08 03:30")
    assert wall("2026-11-01 01:30").end(60) == wall("2026-11-01 01:30", fold=1)


def test_the_same_moment_on_another_wall() -> None:
    assert wall("2026-05-06 14:00").in_zone("Asia/Tokyo") == wall("2026-05-07 03:00", "Asia/Tokyo")


@given(
    st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2060-01-01")),
    st.sampled_from(["Europe/Dublin", "Africa/Casablanca", "Australia/Lord_Howe", "UTC"]),
)
def test_a_moment_comes_back_from_the_wall(moment: datetime, zone_name: str) -> None:
    there = from_utc(moment.replace(tzinfo=UTC), zone_name)
    assert there.utc == moment.replace(tzinfo=UTC)
    assert not there.in_gap


@pytest.mark.parametrize(
    "name", ["", "Europe", "Europe/", "Mars/Base", "../etc", "zone.tab", "a" * 5000, "\0"]
)
def test_what_is_no_zone_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        zone(name)


def test_zones_to_choose_from_are_places_and_utc() -> None:
    names = zone_names()
    assert {"Europe/Berlin", "Asia/Kolkata"} < set(names)
    assert names[-1] == "UTC"
    assert not any(name.startswith(("Etc/", "US/", "posix")) for name in names)
    assert list(names[:-1]) == sorted(names[:-1])
