"""One stream of everything between me and somebody: what has happened, the newest first.

Rows hold facts; the page says them in words. They are for the eyes of the file's owner alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mentordesk.domain.changes import ColumnChange
from mentordesk.domain.enums import ItemKind, MeetingForm, MeetingStatus


class StreamKind(StrEnum):
    """What kinds of things the stream tells of, in the order in which a day tells them."""

    DONE = "done"
    REACHED = "reached"
    CHANGE = "change"
    MEETING = "meeting"
    CONTACT = "contact"
    PROMISE = "promise"


EVERYTHING = frozenset(StreamKind)
CONTACT_KINDS = frozenset({StreamKind.MEETING, StreamKind.CONTACT})
PROMISE_KINDS = frozenset({StreamKind.PROMISE, StreamKind.DONE})
GOAL_KINDS = frozenset({StreamKind.CHANGE, StreamKind.REACHED})

WRITTEN = {
    ItemKind.GOAL: frozenset({"title", "reason", "measure", "horizon", "status", "start", "due"}),
    ItemKind.MILESTONE: frozenset({"title", "due"}),
}
"""Fields whose change both sides want to know of (practice 12); the rest is housekeeping."""

_ORDER = list(StreamKind)
_MANY = 10**12


@dataclass(frozen=True)
class Place:
    """Where in the stream a row stands; a page begins behind the last row of the one before.

    Attributes:
        rank: the place of its kind within the day.
        key: tells rows of one kind and day apart.
    """

    day: date
    rank: int
    key: str


@dataclass(frozen=True, kw_only=True)
class StreamRow:
    """Something that happened.

    Attributes:
        item: the meeting, contact, action, milestone or changed item.
        day: when it happened, as the wall counted it there.
        order: what sorts rows of one kind and day, before their items do.
    """

    kind: ClassVar[StreamKind]

    item: UUID
    day: date
    order: str = ""

    @property
    def key(self) -> str:
        """What tells it apart from other rows of its kind and day."""
        return f"{self.order}{self.item.hex}"

    @property
    def id(self) -> str:
        """What stays the same while the row changes."""
        return f"{self.kind}:{self.key}"

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.day, _ORDER.index(self.kind), self.key)


@dataclass(frozen=True, kw_only=True)
class MeetingHappened(StreamRow):
    """A meeting that was held, cancelled or did not take place, or of which nobody has said.

    Attributes:
        minutes: real length where somebody said it, else the planned one.
        topics: what was on its agenda.
        noted: whether there are notes.
    """

    kind: ClassVar[StreamKind] = StreamKind.MEETING

    status: MeetingStatus
    form: MeetingForm
    minutes: int
    title: str
    noted: bool
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ContactHappened(StreamRow):
    """A contact outside planned meetings."""

    kind: ClassVar[StreamKind] = StreamKind.CONTACT

    form: MeetingForm
    minutes: int | None
    line: str


@dataclass(frozen=True, kw_only=True)
class PromiseMade(StreamRow):
    """An action that somebody promised; ``done`` and ``dropped`` say what has become of it."""

    kind: ClassVar[StreamKind] = StreamKind.PROMISE

    title: str
    owner_name: str
    is_mine: bool
    due: date | None
    done: date | None
    dropped: date | None
    meeting: UUID | None


@dataclass(frozen=True, kw_only=True)
class PromiseKept(StreamRow):
    """An action that was done."""

    kind: ClassVar[StreamKind] = StreamKind.DONE

    title: str
    owner_name: str
    is_mine: bool
    promised_on: date | None
    meeting: UUID | None


@dataclass(frozen=True, kw_only=True)
class MilestoneReached(StreamRow):
    """A milestone that was reached."""

    kind: ClassVar[StreamKind] = StreamKind.REACHED

    title: str
    goal: str
    goal_id: UUID
    due: date | None


@dataclass(frozen=True, kw_only=True)
class GoalChanged(StreamRow):
    """A written change of a goal or of one of its milestones; ``item`` says of which.

    Attributes:
        of: whether the goal itself was changed or a milestone.
        fields: what stood there before, and what after; empty where a goal was added.
        reason: why, in the person's words.
    """

    kind: ClassVar[StreamKind] = StreamKind.CHANGE

    of: ItemKind
    title: str
    goal: str
    goal_id: UUID
    fields: tuple[ColumnChange, ...]
    reason: str


def change_order(change_set: int) -> str:
    """Return what sorts newer change sets before older ones of the same day."""
    return f"{_MANY - change_set:013d}-"


def rank(kind: StreamKind) -> int:
    """Return the place of a kind within a day."""
    return _ORDER.index(kind)


def newest_first(rows: Iterable[StreamRow]) -> list[StreamRow]:
    """Return rows in the order of the stream."""

    def order(row: StreamRow) -> tuple[int, int, str]:
        return (-row.day.toordinal(), rank(row.kind), row.key)

    return sorted(rows, key=order)
