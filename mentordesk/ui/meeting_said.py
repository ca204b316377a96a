"""What is said of a meeting wherever one is shown: when it is, how it stands, with whom."""

from datetime import date, datetime

from mentordesk.domain.dates_said import long_date, said_minutes, say_date
from mentordesk.domain.enums import PLANNED, MeetingStatus
from mentordesk.domain.meetings import MeetingLine, Side
from mentordesk.domain.text import first_name
from mentordesk.domain.wall_time import WallTime, known_zone
from mentordesk.ui.labels import label
from mentordesk.ui.words import plural, tr

_ICONS = {
    MeetingStatus.PROPOSED: "clock",
    MeetingStatus.CONFIRMED: "meetings",
    MeetingStatus.HELD: "check",
    MeetingStatus.CANCELLED: "close",
    MeetingStatus.MISSED: "dot",
}


def status_said(line: MeetingLine, now: datetime) -> tuple[str, str]:
    """Return the icon and the words for how a meeting stands."""
    if line.status in PLANNED and line.end.utc <= now:
        return "edit", tr("Not recorded yet")
    return _ICONS[line.status], label(line.status)


def hours_said(start: WallTime, minutes: int, zone: str) -> str:
    """Return from when to when it is on the wall of a zone: "15:00 to 16:00"."""
    begin, end = start.in_zone(zone), start.end(minutes).in_zone(zone)
    return tr("{start} to {end}", start=f"{begin.local:%H:%M}", end=f"{end.local:%H:%M}")


def day_there(start: WallTime, zone: str) -> date:
    """Return the day on which it starts on the wall of a zone."""
    return start.in_zone(zone).local.date()


def length_said(line: MeetingLine) -> str:
    """Return how long it took, else how long it is planned for."""
    return said_minutes(line.actual_minutes or line.minutes, tr)


def moved_said(times: int) -> str:
    """Return how often it was moved, or nothing."""
    if times < 2:
        return tr("moved once") if times else ""
    return tr("moved twice") if times == 2 else plural(times, "moved once", "moved {count} times")


def agenda_said(items: int) -> str:
    """Return how many things there are to talk about."""
    if not items:
        return tr("no agenda yet")
    return plural(items, "{count} agenda item", "{count} agenda items")


def when_said(line: MeetingLine, zone: str, today: date) -> str:
    """Return day and hours for a heading: "Thu 26 November, 15:00 to 16:00"."""
    day = long_date(day_there(line.start, zone), today, tr)
    return tr("{day}, {hours}", day=day, hours=hours_said(line.start, line.minutes, zone))


def moment_said(start: WallTime, zone: str, today: date) -> str:
    """Return a moment in a sentence: "Thu 26 Nov, 15:00"."""
    there = start.in_zone(zone).local
    return tr("{day}, {time}", day=say_date(there.date(), today, tr), time=f"{there:%H:%M}")


def other_clocks(start: WallTime, sides: tuple[Side, ...], zone: str) -> str:
    """Return what the clock shows where the others are, if it shows something else there."""
    here = start.in_zone(zone).local
    said = []
    for side in sides:
        if side.is_me or not side.time_zone or not known_zone(side.time_zone):
            continue
        there = start.in_zone(side.time_zone).local
        if there == here:
            continue
        words = tr("{time} for {name}", time=f"{there:%H:%M}", name=first_name(side.name))
        if there.date() > here.date():
            words = tr("{words}, a day later", words=words)
        elif there.date() < here.date():
            words = tr("{words}, a day earlier", words=words)
        said.append(words)
    return ", ".join(said)
