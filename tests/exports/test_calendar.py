import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import cast
from uuid import uuid4

import pytest
from dateutil import tz
from icalendar import Calendar, Event

from mentordesk.domain.calendar import CalendarEvent, EventStatus
from mentordesk.domain.enums import Visibility
from mentordesk.domain.release import MYSELF, Audience, AudienceKind, Released, release
from mentordesk.domain.wall_time import WallTime
from mentordesk.exports.calendar import ics_chunks, to_ics

MakeEvent = Callable[..., CalendarEvent]


def wall(local: str, zone: str, fold: int = 0) -> WallTime:
    return WallTime(datetime.fromisoformat(local), zone, fold)


def written(*events: CalendarEvent, name: str | None = None) -> bytes:
    return to_ics(release(events, MYSELF), name=name)


def lines(*events: CalendarEvent) -> list[str]:
    return written(*events).decode().replace("\r\n ", "").split("\r\n")


def read(data: bytes) -> list[Event]:
    return list(Calendar.from_ical(data).events)


def instant(data: bytes, event: Event, name: str) -> datetime:
    """The moment a reader sees that knows only the zones of the file."""
    value = event[name]
    if "TZID" not in value.params:
        return cast("datetime", value.dt).astimezone(UTC)
    zones = tz.tzical(io.StringIO(data.decode()))
    local = cast("datetime", value.dt).replace(tzinfo=zones.get(value.params["TZID"]))
    return local.astimezone(UTC)


@pytest.mark.parametrize(
    "zone", ["Europe/Dublin", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe", "UTC"]
)
@pytest.mark.parametrize("month", range(1, 13))
def test_a_reader_sees_the_right_moments(make_event: MakeEvent, zone: str, month: int) -> None:
    start = wall(f"2026-{month:02}-09 10:15", zone)
    data = written(make_event(start=start, minutes=90))
    (event,) = read(data)
    assert instant(data, event, "DTSTART") == start.utc
    assert instant(data, event, "DTEND") == start.utc + timedelta(minutes=90)


def test_a_meeting_keeps_its_wall_time_and_zone(make_event: MakeEvent) -> None:
    assert "DTSTART;TZID=Europe/Berlin:20260506T140000" in lines(make_event())


def test_the_record_gives_identity_and_version(make_event: MakeEvent) -> None:
    changed = datetime(2026, 1, 5, 10, 30, 59, 999_999, tzinfo=UTC)
    text = lines(make_event(uid="a@b", sequence=3, changed_at=changed))
    expected = {"UID:a@b", "SEQUENCE:3"}
    expected |= {"DTSTAMP:20260105T103059Z", "LAST-MODIFIED:20260105T103059Z"}
    assert expected <= set(text)


def test_a_time_of_change_in_another_zone_is_written_in_utc(make_event: MakeEvent) -> None:
    there = wall("2026-05-06 12:00", "Asia/Tokyo").aware
    assert "DTSTAMP:20260506T030000Z" in lines(make_event(changed_at=there))


@pytest.mark.parametrize("status", EventStatus)
def test_status_is_written(make_event: MakeEvent, status: EventStatus) -> None:
    assert f"STATUS:{status.value}" in lines(make_event(status=status))


@pytest.mark.parametrize(
    ("local", "fold", "minutes"),
    [
        ("2026-03-08 02:30", 0, 30),  # in the hour that is skipped
        ("2026-11-01 01:30", 0, 20),  # the first of two
        ("2026-11-01 01:30", 1, 20),  # the second
        ("2026-11-01 00:30", 0, 45),  # ends in the first
        ("2026-03-08 01:00", 0, 240),  # runs across
    ],
)
def test_a_meeting_at_a_change_of_clocks_is_written_in_utc(
    make_event: MakeEvent, local: str, fold: int, minutes: int
) -> None:
    start = wall(local, "America/New_York", fold)
    data = written(make_event(start=start, minutes=minutes))
    (event,) = read(data)
    assert b"TZID" not in data
    assert event["DTSTART"].dt == start.utc
    assert event["DTEND"].dt == start.utc + timedelta(minutes=minutes)


def test_a_meeting_in_utc_names_no_zone(make_event: MakeEvent) -> None:
    data = written(make_event(start=wall("2026-05-06 14:00", "UTC")))
    assert b"TZID" not in data
    assert b"DTSTART:20260506T140000Z" in data


def test_every_zone_used_is_described_once(make_event: MakeEvent) -> None:
    tokyo = wall("2026-05-06 09:00", "Asia/Tokyo")
    there = [make_event(uid=uid, start=tokyo) for uid in "bc"]
    data = written(make_event(), *there)
    names = [zone["TZID"] for zone in Calendar.from_ical(data).timezones]
    assert names == ["Asia/Tokyo", "Europe/Berlin"]


def test_a_zone_is_described_to_a_year_after_the_last_meeting(make_event: MakeEvent) -> None:
    def at(year: int) -> CalendarEvent:
        start = wall(f"{year}-06-01 09:00", "Asia/Gaza")
        return make_event(uid=str(year), start=start)

    data = written(at(2029), at(2027))
    starts = [int(part[:4]) for part in data.decode().split("RDATE:")[1:]]
    assert (starts[0], min(starts[1:]), max(starts)) == (1970, 2027, 2030)


def test_a_whole_day_ends_on_the_next_and_blocks_nothing(make_event: MakeEvent) -> None:
    data = written(make_event(day=date(2026, 12, 30), days=3))
    (event,) = read(data)
    assert event["DTSTART"].dt == date(2026, 12, 30)
    assert event["DTEND"].dt == date(2027, 1, 2)
    assert event["TRANSP"] == "TRANSPARENT"
    assert b"VTIMEZONE" not in data


def test_a_meeting_blocks_its_time(make_event: MakeEvent) -> None:
    assert b"TRANSP" not in written(make_event())


def test_reminders_are_displays_before_the_start(make_event: MakeEvent) -> None:
    (event,) = read(written(make_event(alarms=(15, 1440, 15, 0))))
    triggers = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert triggers == [-timedelta(days=1), -timedelta(minutes=15), timedelta(0)]
    described = {(alarm["ACTION"], alarm["DESCRIPTION"]) for alarm in event.walk("VALARM")}
    assert described == {("DISPLAY", "Mentoring with Ada")}


def test_a_cancelled_meeting_does_not_ring(make_event: MakeEvent) -> None:
    assert b"VALARM" not in written(make_event(alarms=(15,), status=EventStatus.CANCELLED))


def test_only_a_confidential_entry_is_private(make_event: MakeEvent) -> None:
    assert "CLASS:PRIVATE" in lines(make_event(confidential=True))
    assert b"CLASS" not in written(make_event())


def test_a_file_is_never_an_invitation(make_event: MakeEvent) -> None:
    data = written(make_event(description="With Ada <ada@example.org>"))
    assert not any(word in data for word in (b"METHOD", b"ATTENDEE", b"ORGANIZER"))


def test_only_a_named_calendar_has_a_name(make_event: MakeEvent) -> None:
    assert b"X-WR-CALNAME" not in written(make_event())
    assert b"\r\nX-WR-CALNAME:Me\\, you\r\n" in written(make_event(), name="Me,\nyou")


def test_a_web_address_is_a_link_and_stands_in_the_text(make_event: MakeEvent) -> None:
    link = "https://meet.example/j/1?pwd=a,b;c"
    (event,) = read(written(make_event(link=link, description="Agenda")))
    assert (event["URL"], event["DESCRIPTION"]) == (link, f"Agenda\n\n{link}")


def test_a_link_already_in_the_text_is_not_repeated(make_event: MakeEvent) -> None:
    (event,) = read(
        written(make_event(link="https://a.example", description="At https://a.example"))
    )
    assert event["DESCRIPTION"] == "At https://a.example"


@pytest.mark.parametrize("link", ["Room code 12", "javascript:x", "https://a b", "https://a\nX:y"])
def test_what_is_no_web_address_stands_in_the_text_alone(make_event: MakeEvent, link: str) -> None:
    (event,) = read(written(make_event(link=link)))
    assert "URL" not in event
    assert event["DESCRIPTION"] == " ".join(link.split())


def test_the_same_entries_give_the_same_bytes_in_any_order(make_event: MakeEvent) -> None:
    later = make_event(uid="a", start=wall("2026-05-07 08:00", "Asia/Tokyo"))
    whole_day = make_event(uid="z", day=date(2026, 5, 6))
    entries = [make_event(), make_event(uid="b"), later, whole_day]
    assert written(*entries) == written(*reversed(entries))
    order = [event["UID"] for event in read(written(*entries))]
    assert order == ["z", "b", "one@mentordesk", "a"]


def test_pieces_are_the_whole(make_event: MakeEvent) -> None:
    released = release([make_event(uid=str(number)) for number in range(250)], MYSELF)
    pieces = list(ics_chunks(released, name="All"))
    assert b"".join(pieces) == to_ics(released, name="All")
    assert len(pieces) == 5


def test_nothing_released_is_an_empty_calendar() -> None:
    assert read(to_ics(cast("Released[CalendarEvent]", release([], MYSELF)))) == []


@pytest.mark.parametrize("write", [to_ics, ics_chunks])
def test_entries_past_the_gate_are_refused(
    make_event: MakeEvent, write: Callable[..., object]
) -> None:
    with pytest.raises(TypeError):
        write([make_event()])


def test_what_stays_behind_is_not_in_the_file(make_event: MakeEvent) -> None:
    pair = uuid4()
    shared = replace(make_event(uid="s"), visibility=Visibility.SHARED, shared_with={pair})
    hidden = make_event(title="SENTINEL", description="SENTINEL", place="SENTINEL")
    released = release([shared, hidden], Audience(AudienceKind.RELATIONSHIP, pair))
    data = to_ics(released)
    assert b"SENTINEL" not in data
    assert len(read(data)) == 1
