r"""Write meetings and whole days as a calendar file (iCalendar, RFC 5545).

Lines are written directly, each event by itself: the same entries give the same bytes, and the
memory needed does not grow with the text. METHOD, ATTENDEE and ORGANIZER are left out on purpose:
with them a calendar takes the file for an invitation and may write to people.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from re import compile as pattern
from typing import NamedTuple

from mentordesk.domain.calendar import CalendarEvent, EventStatus
from mentordesk.domain.release import Released
from mentordesk.domain.text import many_lines, one_line
from mentordesk.domain.wall_time import zone
from mentordesk.exports.timezones import vtimezone

_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//MentorDesk//MentorDesk//EN",
    "CALSCALE:GREGORIAN",
)
_LINE_OCTETS = 75  # RFC 5545 3.1, without the line end
_FURTHER_OCTETS = 74  # the space before each further piece counts
_EVENTS_PER_CHUNK = 100
_UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu"})
_WEB_ADDRESS = pattern(r"https?://[!-~]+")


def to_ics(released: Released[CalendarEvent], *, name: str | None = None) -> bytes:
    """Return a calendar file of the entries, in the order of their start and UID.

    Args:
        released: what came through the gate.
        name: title of the calendar, for a file that holds a whole one; some programs make a
            calendar of their own of it, so a single meeting has none.

    Raises:
        TypeError: the entries did not come through the gate.
    """
    return b"".join(ics_chunks(released, name=name))


def ics_chunks(released: Released[CalendarEvent], *, name: str | None = None) -> Iterator[bytes]:
    """Yield the same file as ``to_ics`` piece by piece, about 100 entries at a time.

    Raises:
        TypeError: the entries did not come through the gate; at the call, not at the first piece.
    """
    if not isinstance(released, Released):
        raise TypeError("A calendar file is written from Released entries alone")
    return _chunks(released.items, name)


class _Placed(NamedTuple):
    """An entry and where it stands in time.

    ``moment`` (naive UTC) and ``uid`` sort; ``zone`` is empty where the times are written in UTC.
    """

    moment: datetime
    uid: str
    times: str
    zone: str
    first_year: int
    last_year: int
    event: CalendarEvent


def _chunks(events: Iterable[CalendarEvent], name: str | None) -> Iterator[bytes]:
    placed = sorted(map(_place, events), key=_order)
    head = [*_HEAD, f"X-WR-CALNAME:{_escaped(one_line(name))}"] if name else [*_HEAD]
    yield _joined(head) + _zones(placed)
    rest = iter(placed)
    while batch := list(islice(rest, _EVENTS_PER_CHUNK)):
        yield "".join([_component(entry) for entry in batch]).encode()
    yield b"END:VCALENDAR\r\n"


def _order(placed: _Placed) -> tuple[datetime, str]:
    return placed[:2]


def _zones(placed: Iterable[_Placed]) -> bytes:
    """Return a VTIMEZONE for each zone that the times refer to."""
    spans: dict[str, tuple[int, int]] = {}
    for entry in placed:
        if entry.zone:
            first, last = spans.get(entry.zone, (entry.first_year, entry.last_year))
            spans[entry.zone] = min(first, entry.first_year), max(last, entry.last_year)
    # A year more than needed, for programs that look ahead.
    return b"".join(vtimezone(key, spans[key][0], spans[key][1] + 1) for key in sorted(spans))


def _place(event: CalendarEvent) -> _Placed:
    if event.start is None:
        return _place_whole_days(event)
    local, zone_name = event.start.local, event.start.zone
    length = timedelta(minutes=event.minutes)
    opening = local.replace(tzinfo=zone(zone_name), fold=0)
    closing = (opening + length).replace(fold=1)
    # In an hour that is skipped or comes twice, fold 0 gives the offset before the change and
    # fold 1 the one after it. So these differ if a change touches any part of the meeting.
    offset = opening.utcoffset()
    if offset is not None and offset == closing.utcoffset() and zone_name not in _UTC_NAMES:
        return _Placed(
            local - offset,
            event.uid,
            f"DTSTART;TZID={zone_name}:{_stamp(local)}\r\n"
            f"DTEND;TZID={zone_name}:{_stamp(local + length)}\r\n",
            zone_name,
            opening.year,
            closing.year,
            event,
        )
    # Near a change of clocks programs disagree on local times: which of two equal hours, how
    # long a meeting is that runs across. UTC leaves no choice.
    moment = event.start.utc.replace(tzinfo=None)
    times = f"DTSTART:{_stamp(moment)}Z\r\nDTEND:{_stamp(moment + length)}Z\r\n"
    return _Placed(moment, event.uid, times, "", moment.year, moment.year, event)


def _place_whole_days(event: CalendarEvent) -> _Placed:
    if event.day is None:
        raise ValueError("A calendar entry needs a start or a day")
    after = event.day + timedelta(days=event.days)
    times = (
        f"DTSTART;VALUE=DATE:{_day(event.day)}\r\nDTEND;VALUE=DATE:{_day(after)}\r\n"
        "TRANSP:TRANSPARENT\r\n"  # a deadline must not block the day
    )
    midnight = datetime.combine(event.day, time.min)
    return _Placed(midnight, event.uid, times, "", event.day.year, after.year, event)


def _component(placed: _Placed) -> str:
    event = placed.event
    changed = f"{_stamp(event.changed_at.astimezone(UTC))}Z"
    title = _escaped(one_line(event.title))
    description, address = _description(event)
    place = _trimmed(event.place)
    head = (
        f"BEGIN:VEVENT\r\n{_folded(f'UID:{_escaped(one_line(event.uid))}')}\r\n"
        f"DTSTAMP:{changed}\r\nLAST-MODIFIED:{changed}\r\n"
        f"SEQUENCE:{event.sequence}\r\nSTATUS:{event.status}\r\n{placed.times}"
    )
    parts = [head]
    if title:
        parts.append(f"{_folded(f'SUMMARY:{title}')}\r\n")
    if description:
        parts.append(f"{_folded(f'DESCRIPTION:{_escaped(description)}')}\r\n")
    if place:
        parts.append(f"{_folded(f'LOCATION:{_escaped(place)}')}\r\n")
    if address:
        parts.append(f"{_folded(f'URL:{address}')}\r\n")
    if event.confidential:
        parts.append("CLASS:PRIVATE\r\n")
    if event.alarms and event.status is not EventStatus.CANCELLED:
        parts.append(_alarms(title, event.alarms))
    parts.append("END:VEVENT\r\n")
    return "".join(parts)


def _description(event: CalendarEvent) -> tuple[str, str]:
    """Return the description, the link at its end, and the link if it is a web address.

    Many calendars show no URL, so the link stands in the text as well.
    """
    description = _trimmed(event.description)
    if not event.link:
        return description, ""
    link = one_line(event.link)
    address = link if _WEB_ADDRESS.fullmatch(link) else ""
    if link in description:
        return description, address
    return f"{description}\n\n{link}" if description else link, address


def _trimmed(text: str) -> str:
    """Return text as every program keeps it: several drop white space at either end."""
    return many_lines(text).strip()


@lru_cache(maxsize=256)
def _alarms(title: str, minutes_before: tuple[int, ...]) -> str:
    """Return the reminders, the earliest first; ``title`` is escaped already."""
    description = _folded(f"DESCRIPTION:{title or 'MentorDesk'}")
    return "".join(
        f"BEGIN:VALARM\r\nACTION:DISPLAY\r\n{description}\r\n"
        f"TRIGGER:-PT{minutes}M\r\nEND:VALARM\r\n"
        for minutes in sorted(set(minutes_before), reverse=True)
    )


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _escaped(text: str) -> str:
    """Return text as a TEXT value (RFC 5545 3.3.11); it holds no control character but these."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line folded so that no piece is over 75 octets or ends within a character."""
    if line.isascii():
        if len(line) <= _LINE_OCTETS:
            return line
        further = range(_LINE_OCTETS, len(line), _FURTHER_OCTETS)
        pieces = [line[begin : begin + _FURTHER_OCTETS] for begin in further]
        return "\r\n ".join((line[:_LINE_OCTETS], *pieces))
    return _folded_octets(line.encode()).decode()


def _folded_octets(octets: bytes) -> bytes:
    pieces = []
    begin, room = 0, _LINE_OCTETS
    while len(octets) - begin > room:
        end = begin + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # inside a character
            end -= 1
        pieces.append(octets[begin:end])
        begin, room = end, _FURTHER_OCTETS
    return b"\r\n ".join((*pieces, octets[begin:]))


def _stamp(moment: datetime) -> str:
    """Return ``YYYYMMDDTHHMMSS`` of the clock's reading."""
    return moment.isoformat()[:19].replace("-", "").replace(":", "")


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
