"""What is going out, in words."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from mentordesk.domain.calendar import CalendarEvent, EventStatus
from mentordesk.domain.dates_said import exact_date
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.release import AudienceKind
from mentordesk.domain.text import one_line
from mentordesk.ui.labels import counted
from mentordesk.ui.words import plural, tr


class Program(StrEnum):
    """Calendar programs whose ways with a file we know, and any other."""

    THUNDERBIRD = "thunderbird"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    APPLE = "apple"
    EVOLUTION = "evolution"
    OTHER = "other"


PROGRAM_NAMES = {
    Program.THUNDERBIRD: "Thunderbird",
    Program.GOOGLE: "Google Calendar",
    Program.OUTLOOK: "Outlook",
    Program.APPLE: "Apple Calendar",
    Program.EVOLUTION: "Evolution",
    Program.OTHER: "Another one",
}

_AGAIN = {
    Program.THUNDERBIRD: (
        "Importing again: Thunderbird does not take an entry it knows already. Delete the old one "
        "first, or keep these meetings in a calendar of their own."
    ),
    Program.GOOGLE: (
        "Importing again: Google Calendar does not ask which copy is newer. Check the meetings "
        "that moved. A calendar that subscribes to a file gets no reminders."
    ),
    Program.OUTLOOK: (
        "Importing again: Outlook may make a new calendar of a file with everything. Look there "
        "before you look for changes in the old one."
    ),
    Program.APPLE: (
        "Importing again: Apple Calendar asks where to put the entries. Check the meetings that "
        "moved. A calendar that subscribes to a file gets no reminders."
    ),
    Program.EVOLUTION: "Importing again: Evolution replaces the entries that it knows.",
    Program.OTHER: (
        "Importing again: some programs replace the entries they know, others skip or double "
        "them. Check the meetings that moved."
    ),
}


def program_name(program: Program) -> str:
    """Return what a calendar program is called."""
    return tr(PROGRAM_NAMES[program])


def importing_again(program: Program) -> str:
    """Return what importing a file a second time does there."""
    return tr(_AGAIN[program])


def counts_said(counts: Mapping[ItemKind, int]) -> str:
    """Return counts by kind in words: "3 meetings, 2 milestones"; empty where there are none."""
    return ", ".join(counted(kind, counts[kind]) for kind in ItemKind if counts.get(kind))


def private_said(count: int) -> str:
    """Return how much of what goes only I see; empty where there is nothing."""
    if not count:
        return ""
    return plural(
        count,
        "1 of this only you see. Your own copy holds it.",
        "{count} of these only you see. Your own copy holds them.",
    )


def audience_said(kind: AudienceKind, name: str) -> str:
    """Return to whom something goes or went."""
    if kind is AudienceKind.MYSELF:
        return tr("Me")
    return name if kind is AudienceKind.RELATIONSHIP else tr("Anyone")


def entry_title(event: CalendarEvent) -> str:
    """Return the title of an entry as a calendar will show it."""
    title = one_line(event.title)
    if event.status is EventStatus.CANCELLED:
        return tr("Cancelled: {title}", title=title)
    if event.status is EventStatus.TENTATIVE:
        return tr("Proposed: {title}", title=title)
    return title


def entry_when(event: CalendarEvent, zone_name: str) -> str:
    """Return when an entry is, with its zone where that is another one than mine."""
    start = event.start
    if start is None:
        return tr("{date}, whole day", date=exact_date(event.day or date.min, tr))
    end = start.local + timedelta(minutes=event.minutes)
    said = tr(
        "{date}, {start}–{end}",
        date=exact_date(start.local.date(), tr),
        start=f"{start.local:%H:%M}",
        end=f"{end:%H:%M}",
    )
    return said if start.zone == zone_name else tr("{when} in {zone}", when=said, zone=start.zone)
