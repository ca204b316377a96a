"""The choices of the preferences: what each is called, and what it can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mentordesk.domain.enums import Detail
from mentordesk.domain.people import RHYTHMS
from mentordesk.domain.wall_time import from_utc, known_zone
from mentordesk.ui.labels import label, rhythm
from mentordesk.ui.preferences import (
    DETAIL,
    LOCK_AFTER,
    LOCK_TIMES,
    NO_RHYTHM,
    RECENT_PROTECTED,
    RHYTHM,
    TEXT_SIZE,
    TEXT_SIZES,
    THEME,
    WEEK_START,
    Preference,
    WeekStart,
)
from mentordesk.ui.theme import ThemeChoice
from mentordesk.ui.words import plural, tr


@dataclass(frozen=True)
class Choice:
    """One row with a list to choose from."""

    preference: Preference[Any]
    words: str
    hint: str
    options: Sequence[tuple[object, str]]


def look_choices() -> list[Choice]:
    """Return what changes how the program looks."""
    themes = [
        (ThemeChoice.SYSTEM, tr("As the system")),
        (ThemeChoice.LIGHT, tr("Light")),
        (ThemeChoice.DARK, tr("Dark")),
        (ThemeChoice.CONTRAST, tr("High contrast")),
    ]
    sizes = [(size, tr("{percent} %", percent=size)) for size in TEXT_SIZES]
    return [
        Choice(THEME, tr("Theme"), tr("Colours of the whole program."), themes),
        Choice(
            TEXT_SIZE,
            tr("Size of text"),
            tr("Of the size that the system gives. Ctrl++, Ctrl+- and Ctrl+0 do this anywhere."),
            sizes,
        ),
    ]


def week_choice() -> Choice:
    """Return the choice of the day that a week begins on."""
    days = [
        (WeekStart.SYSTEM, tr("As the system")),
        (WeekStart.MONDAY, tr("Monday")),
        (WeekStart.SUNDAY, tr("Sunday")),
        (WeekStart.SATURDAY, tr("Saturday")),
    ]
    return Choice(WEEK_START, tr("A week begins on"), tr("In every calendar."), days)


def lock_choice() -> Choice:
    """Return the choice of when an unused window locks itself."""
    times: list[tuple[object, str]] = [(0, tr("Never"))]
    times += [
        (minutes, plural(minutes, "After {count} minute", "After {count} minutes"))
        for minutes in LOCK_TIMES
    ]
    hint = tr("When nobody uses it. For a file with a passphrase; Ctrl+Shift+L locks at once.")
    return Choice(LOCK_AFTER, tr("Lock the window"), hint, times)


def recent_choice() -> Choice:
    """Return the choice of whether files with a passphrase are among the recent ones."""
    options = [("yes", tr("All files")), ("no", tr("Not those with a passphrase"))]
    hint = tr("Their places are kept, nothing of what is in them. The list itself clears it.")
    return Choice(RECENT_PROTECTED, tr("Recent files"), hint, options)


def new_choices() -> list[Choice]:
    """Return what new things begin with."""
    rhythms = [(NO_RHYTHM, tr("Not said yet"))]
    rhythms += [(days, rhythm(days)) for days in RHYTHMS]
    return [
        Choice(
            RHYTHM,
            tr("How often in touch"),
            tr("What a new relationship begins with. Those that are there stay as they are."),
            rhythms,
        ),
        Choice(
            DETAIL,
            tr("How much a calendar file says"),
            tr("What is chosen at first; you can choose anew each time. Notes always stay."),
            [(detail, label(detail)) for detail in Detail],
        ),
    ]


def here_said(zone_here: str) -> str:
    """Return what following the computer's zone is called."""
    return tr("As the system ({zone})", zone=zone_here)


def zone_hint(zone_name: str, now: datetime) -> str:
    """Return what a zone does, and what time it is there."""
    if not known_zone(zone_name):
        return tr("Times are said in this zone. Meetings keep the zone they were planned in.")
    there = from_utc(now, zone_name).local
    return tr(
        "Times are said in this zone; there it is {time}. Meetings keep their own zone.",
        time=f"{there:%H:%M}",
    )
