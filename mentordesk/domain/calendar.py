"""What a calendar entry is, before any format has seen it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mentordesk.domain.enums import Detail, ItemKind, Visibility
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
        changed_at: when the item last changed; aware.
        start: wall time of a meeting; None for an entry that takes whole days.
        minutes: length of a meeting, at least 1.
        day: first day of a whole-day entry; ``days`` how many.
        alarms: minutes before the start at which to remind; not negative.
        confidential: whether the calendar should hide the entry from others who see it.

    Raises:
        ValueError: there is not one of ``start`` and ``day``, a length or reminder is impossible,
            or ``changed_at`` has no zone.
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

    def __post_init__(self) -> None:
        """Refuse what no calendar could show."""
        if (self.start is None) == (self.day is None):
            raise ValueError("A calendar entry has either a start or a day")
        if self.start is not None and self.minutes < 1:
            raise ValueError("A meeting in a calendar takes at least a minute")
        if self.days < 1 or (self.alarms and min(self.alarms) < 0):
            raise ValueError("A calendar entry has a length and reminders before its start")
        if self.changed_at.tzinfo is None:
            raise ValueError("The time of the last change needs a zone")


@dataclass(frozen=True, kw_only=True)
class CalendarScope:
    """What shall go into a calendar: everything, unless narrowed.

    Attributes:
        meetings: these meetings alone.
        relationship: what belongs to this relationship.
        first, last: the days, on the meetings' own walls, from and up to which.
    """

    meetings: tuple[UUID, ...] = ()
    relationship: UUID | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, kw_only=True)
class CalendarWish:
    """How entries shall read.

    Attributes:
        alarms: minutes before each meeting at which to remind.
        milestones: also open milestones with a date, as whole days.
        confidential: ask the calendar to hide the entries from others who see it.
    """

    detail: Detail = Detail.TITLE
    alarms: tuple[int, ...] = ()
    milestones: bool = False
    confidential: bool = False
