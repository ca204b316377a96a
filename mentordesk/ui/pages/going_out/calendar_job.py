"""Make a calendar file of what came through the gate."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import partial

from mentordesk.domain.calendar import CalendarEvent
from mentordesk.domain.enums import Detail
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.release import Released
from mentordesk.domain.text import file_name
from mentordesk.ui.pages.going_out.calendar_form import Chosen, Which
from mentordesk.ui.pages.going_out.job import Job
from mentordesk.ui.pages.going_out.said import counts_said, entry_title, entry_when
from mentordesk.ui.words import tr

SHOWN = 3
"""Entries that the preview shows as they will read."""

_PER_PIECE = 100  # as exports.calendar writes them


def calendar_job(released: Released[CalendarEvent], chosen: Chosen, title: str) -> Job:
    """Return the job of a calendar file; ``title`` becomes the file's name."""
    whole = chosen.which is Which.EVERYTHING
    # A file's name is seen by more people than its content.
    discreet = chosen.wish.detail is Detail.DISCREET
    return Job(
        released=released,
        what=ExitKind.CALENDAR,
        name=file_name(tr("Meetings") if discreet else title, ".ics"),
        formats={".ics": tr("Calendar (iCalendar)")},
        pieces=partial(_pieces, released, tr("Mentoring") if whole and not discreet else None),
        steps=len(released.items) // _PER_PIECE + 3,
        said=partial(_said, counts_said(released.goes)),
    )


def first_entries(
    events: Sequence[CalendarEvent], today: date, zone_name: str
) -> list[tuple[str, str]]:
    """Return a few entries as title and time: the next ones, else the last ones."""
    ordered = sorted(events, key=_moment)
    past = sum(_moment(event).date() < today for event in ordered)
    first = max(min(past, len(ordered) - SHOWN), 0)
    shown = ordered[first : first + SHOWN]
    return [(entry_title(event), entry_when(event, zone_name)) for event in shown]


def _pieces(released: Released[CalendarEvent], name: str | None, _suffix: str) -> Iterable[bytes]:
    from mentordesk.exports.calendar import ics_chunks

    return ics_chunks(released, name=name)


def _moment(event: CalendarEvent) -> datetime:
    if event.start is not None:
        return event.start.local
    return datetime.combine(event.day or date.min, time.min)


def _said(counts: str, name: str) -> str:
    return tr("Saved {counts} to {name}", counts=counts, name=name)
