"""Describe a zone to calendar programs: VTIMEZONE (RFC 5545 3.6.5), computed from the tz database.

Programs trust the block in the file over their own zone data, and several read only the simplest
forms. So a zone is written in one of three ways, whichever is the first to be true of it:

- no change of clocks: one STANDARD;
- the same two changes every year: one STANDARD and one DAYLIGHT with a yearly rule;
- anything else: an offset to begin with, and one observance per change.

Each begins in 1970 and repeats a DTSTART without a rule as RDATE, because some readers overlook
an observance that has neither.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain, pairwise
from zoneinfo import ZoneInfo

from mentordesk.domain.wall_time import zone

_ORIGIN = 1970
_RULE_YEARS = 12
"""A rule is believed when it holds this long: fewer years mix up the fourth and the last Sunday."""

_STEP = timedelta(days=3)
"""Clocks never change twice within this time."""

_MARGIN = timedelta(days=2)  # local years begin up to a day before those of UTC
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class _State:
    """What a zone's clocks show from some moment on."""

    offset: timedelta
    name: str
    dst: timedelta


@dataclass(frozen=True)
class _Change:
    """A change of clocks: the last wall time before it (naive), the state before and after."""

    wall: datetime
    before: _State
    after: _State


@lru_cache(maxsize=256)
def vtimezone(zone_name: str, first_year: int, last_year: int) -> bytes:
    r"""Return the VTIMEZONE of a zone, right for those years, in lines that end in ``\r\n``.

    Args:
        zone_name: IANA name; it becomes the TZID as it is.
        first_year: year of the first wall time that refers to it.
        last_year: a year after the last one, so that a reader looking ahead is right too.

    Raises:
        KeyError: there is no such zone.
    """
    here = zone(zone_name)
    horizon = max(last_year, first_year + _RULE_YEARS - 1)
    begin = datetime(max(first_year, 2), 1, 1, tzinfo=UTC) - _MARGIN
    end = datetime(min(horizon, 9997) + 1, 1, 1, tzinfo=UTC) + timedelta(days=2)
    changes = _changes(here, begin, end)
    needed = [change for change in changes if change.wall.year <= last_year]
    origin = datetime.combine(date(min(_ORIGIN, max(first_year - 1, 1)), 1, 1), time.min)
    rules = _rules(changes, range(first_year, horizon + 1)) if needed else None
    if rules:
        observances = [_rule_lines(rule, origin.year) for rule in rules]
    else:
        observances = _dated(_state(here, begin), needed, origin)
    lines = ("BEGIN:VTIMEZONE", f"TZID:{zone_name}", *chain(*observances), "END:VTIMEZONE", "")
    return "\r\n".join(lines).encode("ascii")


def _state(here: ZoneInfo, moment: datetime) -> _State:
    there = moment.astimezone(here)
    nothing = timedelta(0)
    return _State(there.utcoffset() or nothing, there.tzname() or "", there.dst() or nothing)


def _changes(here: ZoneInfo, begin: datetime, end: datetime) -> list[_Change]:
    """Return every change of clocks in a span of UTC, found to the second."""
    changes = []
    early, before = begin, _state(here, begin)
    while early < end:
        late = early + _STEP
        after = _state(here, late)
        if after != before:
            moment = _moment_of_change(here, early, late, before)
            changes.append(
                _Change((moment + before.offset).replace(tzinfo=None), before, _state(here, moment))
            )
        early, before = late, after
    return changes


def _moment_of_change(here: ZoneInfo, early: datetime, late: datetime, before: _State) -> datetime:
    """Return the first second (UTC) at which the state is no longer ``before``."""
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        if _state(here, middle) == before:
            early = middle
        else:
            late = middle
    return late


@dataclass(frozen=True)
class _Rule:
    """The same change each year: on the n-th weekday (-1: the last) of a month."""

    change: _Change
    kind: str
    ordinal: int


def _rules(changes: Sequence[_Change], years: range) -> list[_Rule] | None:
    """Return the two rules that produce exactly these changes in these years, if there are any."""
    if [change.wall.year for change in changes] != [year for year in years for _ in range(2)]:
        return None
    rules = []
    for same in (changes[::2], changes[1::2]):
        ordinals = frozenset.intersection(*(_ordinals(change.wall.date()) for change in same))
        if not ordinals or any(_shape(one) != _shape(other) for one, other in pairwise(same)):
            return None
        # Where summer time is the standard and winter is taken back (Dublin), readers still
        # expect the later clock to be the one called DAYLIGHT.
        forward = same[0].after.offset > same[0].before.offset
        rules.append(_Rule(same[0], "DAYLIGHT" if forward else "STANDARD", min(ordinals)))
    return rules if {rule.kind for rule in rules} == {"DAYLIGHT", "STANDARD"} else None


def _shape(change: _Change) -> tuple[object, ...]:
    wall = change.wall
    return (wall.month, wall.weekday(), wall.time(), change.before, change.after)


def _ordinals(day: date) -> frozenset[int]:
    """Return how a day may be counted within its month: as n-th weekday, as the last, or both."""
    counted = (day.day - 1) // 7 + 1
    is_last = day.day + 7 > monthrange(day.year, day.month)[1]
    return frozenset({counted, -1} if is_last else {counted})


def _rule_lines(rule: _Rule, year: int) -> tuple[str, ...]:
    wall = rule.change.wall
    days = range(1, monthrange(year, wall.month)[1] + 1)
    matching = [d for d in days if date(year, wall.month, d).weekday() == wall.weekday()]
    day = matching[rule.ordinal if rule.ordinal < 0 else rule.ordinal - 1]
    by_day = f"{rule.ordinal}{_WEEKDAYS[wall.weekday()]}"
    repeat = f"RRULE:FREQ=YEARLY;BYMONTH={wall.month};BYDAY={by_day}"
    start = wall.replace(year=year, day=day)
    return _lines(rule.kind, start, rule.change.before, rule.change.after, repeat)


def _dated(first: _State, changes: Sequence[_Change], origin: datetime) -> list[tuple[str, ...]]:
    """Return an observance for the state at first, and one for each change."""
    states = [first, *(change.after for change in changes)]
    taken_back = any(state.dst < timedelta(0) for state in states)

    def lines(start: datetime, before: _State, after: _State) -> tuple[str, ...]:
        summer = after.dst == timedelta(0) if taken_back else after.dst > timedelta(0)
        kind = "DAYLIGHT" if summer and len(states) > 1 else "STANDARD"
        return _lines(kind, start, before, after, f"RDATE:{_stamp(start)}")

    return [
        lines(origin, first, first),
        *(lines(change.wall, change.before, change.after) for change in changes),
    ]


def _lines(
    kind: str, start: datetime, before: _State, after: _State, repeat: str
) -> tuple[str, ...]:
    return (
        f"BEGIN:{kind}",
        f"DTSTART:{_stamp(start)}",
        f"TZOFFSETFROM:{_offset(before.offset)}",
        f"TZOFFSETTO:{_offset(after.offset)}",
        f"TZNAME:{after.name}",
        repeat,
        f"END:{kind}",
    )


def _stamp(wall: datetime) -> str:
    return wall.isoformat(timespec="seconds").replace("-", "").replace(":", "")


def _offset(offset: timedelta) -> str:
    """Return ``+HHMM``, with seconds only for the local mean times of the past."""
    seconds = abs(offset) // timedelta(seconds=1)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    text = f"{'-' if offset < timedelta(0) else '+'}{hours:02}{minutes:02}"
    return f"{text}{seconds % 60:02}" if seconds % 60 else text
