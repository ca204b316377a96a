import re
import tracemalloc
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from mentordesk.domain.calendar import CalendarEvent
from mentordesk.domain.release import MYSELF, release
from mentordesk.domain.text import many_lines, one_line
from mentordesk.domain.wall_time import WallTime
from mentordesk.exports.calendar import ics_chunks, to_ics

MakeEvent = Callable[..., CalendarEvent]

SIGNS = ["\\", ";", ",", ":", '"', "\n", "\r\n", "\r", "\\n", "\\N", " ", "\t", "END:VEVENT"]
RARE = [
    "\x00",
    "\x0b",
    "\x85",
    "\u2028",
    "\ufeff",
    "\U0001f469\u200d\U0001f3eb",
    "e\u0301",
    "פגישה",
]
TROUBLE = st.sampled_from([*SIGNS, *RARE])
TEXTS = st.lists(TROUBLE | st.text(max_size=90), max_size=12).map("".join)


def written(*events: CalendarEvent) -> bytes:
    return to_ics(release(events, MYSELF))


@given(title=TEXTS, description=TEXTS, place=TEXTS, uid=st.text("ab;,\\@ é", min_size=1))
@example(title="C:\\New\\N", description="a\\nb\\Nc\\", place="\\\\n", uid="a,b")
def test_any_text_comes_back_as_it_was(
    make_event: MakeEvent, title: str, description: str, place: str, uid: str
) -> None:
    made = make_event(uid=uid, title=title, description=description, place=place)
    (event,) = Calendar.from_ical(written(made)).events
    assert event["UID"] == one_line(uid)
    assert event.get("SUMMARY", "") == one_line(title)
    assert event.get("DESCRIPTION", "") == many_lines(description).strip()
    assert event.get("LOCATION", "") == many_lines(place).strip()


def test_signs_with_a_meaning_are_escaped(make_event: MakeEvent) -> None:
    data = written(make_event(description="a;b,c\\d\ne:f"))
    assert b"\r\nDESCRIPTION:a\\;b\\,c\\\\d\\ne:f\r\n" in data


@given(title=TEXTS, description=TEXTS, link=TEXTS)
def test_lines_are_short_clean_and_whole(
    make_event: MakeEvent, title: str, description: str, link: str
) -> None:
    data = written(make_event(title=title, description=description, link=link, alarms=(5,)))
    *physical, rest = data.split(b"\r\n")
    assert rest == b""
    for line in physical:
        assert len(line) <= 75
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]", line.decode())
        assert re.match(rb" |[A-Z-]+[;:]", line)


@given(st.integers(1, 400), st.sampled_from(["x", "é", "語", "\U0001f331"]))
def test_folding_is_undone_by_taking_the_breaks_out(
    make_event: MakeEvent, length: int, letter: str
) -> None:
    unfolded = written(make_event(title=letter * length)).replace(b"\r\n ", b"").decode()
    assert f"\r\nSUMMARY:{letter * length}\r\n" in unfolded


def test_text_that_looks_like_lines_of_a_calendar_stays_text(make_event: MakeEvent) -> None:
    evil = "Talk\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTENDEE:mailto:evil@example.org"
    data = written(make_event(title=evil, description=evil, place=evil, link=evil, uid=evil))
    (event,) = Calendar.from_ical(data).events
    assert "ATTENDEE" not in event
    assert event["SUMMARY"] == " ".join(evil.split())
    assert event["DESCRIPTION"].startswith(evil.replace("\r\n", "\n"))


def test_an_entry_without_a_title_can_still_remind(make_event: MakeEvent) -> None:
    (event,) = Calendar.from_ical(written(make_event(title=" \x07", alarms=(5,)))).events
    assert "SUMMARY" not in event
    assert event.walk("VALARM")[0]["DESCRIPTION"] == "MentorDesk"


@pytest.mark.slow
def test_25_000_meetings_take_little_memory(make_event: MakeEvent) -> None:
    start = datetime.fromisoformat("2016-01-04 08:00")
    agenda = "1. Reviewer comments, and what to answer\n" * 8
    released = release(
        [
            make_event(
                uid=f"{number}@mentordesk",
                start=WallTime(start + timedelta(hours=3 * number), "Europe/Berlin"),
                description=agenda,
                alarms=(15,),
            )
            for number in range(25_000)
        ],
        MYSELF,
    )
    tracemalloc.start()
    try:
        size = sum(map(len, ics_chunks(released)))
        in_pieces = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        assert len(to_ics(released)) == size
        whole = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert in_pieces < 20_000_000
    assert whole < 50_000_000
