"""What a list says of a meeting."""

from dataclasses import dataclass
from datetime import date, datetime

from mentordesk.domain.dates_said import exact_date, said_minutes, say_date
from mentordesk.domain.enums import PLANNED
from mentordesk.domain.meetings import MeetingLine
from mentordesk.ui.labels import label
from mentordesk.ui.meeting_said import (
    agenda_said,
    day_there,
    hours_said,
    length_said,
    moved_said,
    status_said,
)
from mentordesk.ui.words import tr


@dataclass(frozen=True)
class ListSaid:
    """The words of a list, as of one moment on one wall.

    Attributes:
        alone: whether all meetings are with the same people, so that their name says nothing.
    """

    now: datetime
    today: date
    zone: str
    alone: bool

    def day(self, meeting: MeetingLine) -> str:
        """Return the day."""
        return say_date(day_there(meeting.start, self.zone), self.today, tr)

    def hours(self, meeting: MeetingLine) -> str:
        """Return from when to when."""
        return hours_said(meeting.start, meeting.minutes, self.zone)

    def title(self, meeting: MeetingLine) -> str:
        """Return whom it is with; among the same people, what it is about."""
        if self.alone:
            return meeting.title or label(meeting.form)
        return meeting.name

    def ground(self, meeting: MeetingLine) -> str:
        """Return what it is about, how and where people meet, and how far it is prepared."""
        about = "" if self.alone else meeting.title
        how = "" if self.alone and not meeting.title else label(meeting.form)
        agenda = agenda_said(meeting.agenda) if self._is_ahead(meeting) else ""
        parts = (about, how, meeting.place, agenda, moved_said(meeting.moved))
        return " · ".join(part for part in parts if part)

    def length(self, meeting: MeetingLine) -> str:
        """Return how long it took, else how long it is planned for."""
        return length_said(meeting)

    def status(self, meeting: MeetingLine) -> tuple[str, str]:
        """Return the icon and the words for how it stands."""
        return status_said(meeting, self.now)

    def told(self, meeting: MeetingLine) -> str:
        """Return in words all that a line says beside whom it is with."""
        day = exact_date(day_there(meeting.start, self.zone), tr)
        length = said_minutes(meeting.actual_minutes or meeting.minutes, tr)
        status = self.status(meeting)[1]
        parts = (day, self.hours(meeting), length, status, self.ground(meeting))
        return ", ".join(part for part in parts if part)

    def _is_ahead(self, meeting: MeetingLine) -> bool:
        return meeting.status in PLANNED and meeting.end.utc > self.now
