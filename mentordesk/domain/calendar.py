"""What a calendar entry is, before any format has seen it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.domain.wall_time import WallTime


class EventStatus(StrEnum):
    """What a calendar shows of an entry's state."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """One entry for a calendar: a meeting at a wall time, or a whole day such as a due date.

    Attributes:
        uid: the same for the life of the item, in every export.
        sequence: rises with each change of time, place or status; never falls.
        changed_at: when the item last changed, UTC.
        start: wall time of a meeting; None for an entry that takes whole days.
        minutes: length of a meeting.
        day: first day of a whole-day entry; ``days`` how many.
        alarms: minutes before the start at which to remind.
        confidential: whether the calendar should hide the entry from others who see it.
    """

    uid: str
    sequence: int
    changed_at: datetime
    title: str
    kind: ItemKind
    visibility: Visibility
    shared_with: frozenset[UUID] = frozenset()
    start: WallTime | None = None
    minutes: int = 0
    day: date | None = None
    days: int = 1
    description: str = ""
    place: str = ""
    link: str = ""
    status: EventStatus = EventStatus.CONFIRMED
    alarms: tuple[int, ...] = ()
    confidential: bool = False
