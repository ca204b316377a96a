"""What a meeting may be: times that exist, lengths, links, and moves that count."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.enums import MeetingForm, MeetingStatus
from mentordesk.domain.meetings import (
    LINK_LIMIT,
    MeetingDraft,
    calendar_uid,
    check_actual,
    check_meeting,
    is_moved,
    note_on,
)
from mentordesk.domain.wall_time import WallTime, zone_names

BERLIN = "Europe/Berlin"
DRAFT = MeetingDraft(
    relationship=uuid4(), day=date(2026, 11, 26), time=time(15, 0), zone=BERLIN, minutes=60
)


def wall(text, zone=BERLIN):
    """Return a wall time."""
    return WallTime(datetime.fromisoformat(text), zone)


def problem(field, **changes):
    return check_meeting(replace(DRAFT, **changes)).get(field, "")


def test_an_ordinary_meeting_can_be_kept():
    assert check_meeting(DRAFT) == {}


def test_who_day_and_time_are_needed():
    empty = replace(DRAFT, relationship=None, day=None, time=None)
    assert set(check_meeting(empty)) == {"relationship", "day", "time"}


def test_a_zone_must_be_known():
    assert "Europe/Berlin" in problem("zone", zone="Europe/Atlantis")


@pytest.mark.parametrize("year", [1, 1969, 2200, 9999])
def test_years_that_no_calendar_reads_are_refused(year):
    assert problem("day", day=date(year, 5, 1)) == "Choose a day between 1970 and 2199."


@pytest.mark.parametrize("minutes", [0, 4, 1441, -60])
def test_a_length_is_five_minutes_to_a_day(minutes):
    assert problem("minutes", minutes=minutes) == "Choose between 5 minutes and 24 hours."


@pytest.mark.parametrize("minutes", [5, 1440])
def test_the_longest_and_shortest_meetings_can_be_kept(minutes):
    assert problem("minutes", minutes=minutes) == ""


def test_a_length_is_needed():
    assert problem("minutes", minutes=None) == "Say how long it will take."


@pytest.mark.parametrize("field", ["place", "title"])
def test_texts_that_are_too_long_are_refused(field):
    assert "301 characters" in problem(field, **{field: "x" * 301})


@pytest.mark.parametrize(
    "link",
    ["https://meet.example.org/a?b=c", "HTTP://example.org", "mailto:amara@example.org", "", " "],
)
def test_links_to_pages_and_addresses_can_be_kept(link):
    assert problem("link", link=link) == ""


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "meet.example.org",
        "https://",
        "https://[::1",
        "https://example.org/a b",
    ],
)
def test_other_links_are_refused(link):
    assert "https://" in problem("link", link=link)


def test_a_link_may_be_longer_than_a_title_but_not_endless():
    assert problem("link", link="https://example.org/" + "a" * 900) == ""
    assert f"{LINK_LIMIT:,}" in problem("link", link="https://example.org/" + "a" * LINK_LIMIT)


def test_a_time_that_clocks_jump_over_does_not_exist():
    assert problem("time", day=date(2027, 3, 28), time=time(2, 30)) == (
        "02:30 does not exist on 28 March 2027 in Europe/Berlin: clocks go forward to 03:00. "
        "Choose 03:00 or another time."
    )


def test_a_day_that_was_left_out_names_the_next_one():
    sentence = problem("time", day=date(2011, 12, 30), time=time(9, 0), zone="Pacific/Apia")
    assert "forward to 00:00 on 31 December 2011" in sentence


def test_a_time_that_happens_twice_is_the_first_unless_chosen():
    twice = replace(DRAFT, day=date(2026, 10, 25), time=time(2, 30))
    second = replace(twice, fold=1)
    assert check_meeting(twice) == check_meeting(second) == {}
    assert "happens twice on 25 October 2026" in note_on(twice)
    assert "The first one is meant." in note_on(twice)
    assert "The second one is meant." in note_on(second)
    assert second.start.utc - twice.start.utc == timedelta(hours=1)


def test_an_ordinary_time_needs_no_note_and_knows_no_fold():
    assert note_on(replace(DRAFT, fold=1)) == ""
    assert replace(DRAFT, fold=1).start.fold == 0


def test_a_meeting_starts_on_the_minute():
    assert replace(DRAFT, time=time(15, 0, 30)).start.local == datetime.fromisoformat(
        "2026-11-26T15:00"
    )


@given(
    st.datetimes(
        datetime.fromisoformat("1972-01-10T00:00"), datetime.fromisoformat("2100-01-01T00:00")
    ),
    st.sampled_from(zone_names()),
    st.integers(0, 1),
)
def test_every_wall_time_is_refused_in_words_or_comes_back(local, zone, fold):
    local = local.replace(second=0, microsecond=0)
    draft = replace(DRAFT, day=local.date(), time=local.time(), zone=zone, fold=fold)
    problems = check_meeting(draft)
    if problems:
        assert list(problems) == ["time"]
        assert "does not exist" in problems["time"]
    else:
        assert draft.start.in_zone("UTC").in_zone(zone) == draft.start
        assert draft.start.local == local


@pytest.mark.parametrize(
    ("status", "moved"),
    [
        (MeetingStatus.PROPOSED, True),
        (MeetingStatus.CONFIRMED, True),
        (MeetingStatus.HELD, False),
        (MeetingStatus.CANCELLED, False),
        (MeetingStatus.MISSED, False),
    ],
)
def test_only_a_planned_meeting_can_be_moved(status, moved):
    before = wall("2026-11-26T15:00")
    after = wall("2026-11-27T15:00")
    assert is_moved(before, after, status) is moved


def test_the_same_moment_in_another_zone_is_no_move():
    berlin = wall("2026-11-26T15:00")
    assert not is_moved(berlin, berlin.in_zone("Asia/Tokyo"), MeetingStatus.CONFIRMED)


def test_a_calendar_knows_a_meeting_by_its_id_alone():
    meeting = UUID("12345678-1234-5678-1234-567812345678")
    assert calendar_uid(meeting) == "12345678-1234-5678-1234-567812345678@mentordesk"


@pytest.mark.parametrize(("minutes", "fits"), [(None, True), (1, True), (1440, True), (0, False)])
def test_what_a_meeting_took_is_a_minute_to_a_day(minutes, fits):
    assert (check_actual(minutes) == {}) is fits


@pytest.mark.parametrize("form", list(MeetingForm))
def test_every_form_can_be_kept(form):
    assert check_meeting(replace(DRAFT, form=form)) == {}
