"""What Today shows: what comes next, what needs me, what others promised. Facts, not verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from mentordesk.domain.enums import MeetingForm, MeetingStatus
from mentordesk.domain.wall_time import WallTime

AHEAD = timedelta(days=14)
"""How far Today looks ahead for meetings."""

SOON = timedelta(days=3)
"""A promise due within these days needs me today."""

MOVED_OFTEN = 2
"""A milestone moved this often asks for a new look (practice 13)."""

PATIENCE = 7
"""Days before somebody else's undated promise is worth a line."""

FEW = 5
"""Rows of one person before "more"."""


class Need(StrEnum):
    """Why something stands on Today."""

    RECORD = "record"
    ACTION = "action"
    MILESTONE = "milestone"
    MOVED = "moved"
    SILENCE = "silence"


@dataclass(frozen=True, kw_only=True)
class NextMeeting:
    """A meeting that lies ahead, or has just begun."""

    id: UUID
    relationship: UUID
    name: str
    title: str
    start: WallTime
    minutes: int
    form: MeetingForm
    place: str
    status: MeetingStatus
    agenda: int


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One thing that needs me: the fact; the page adds the words and the step.

    Attributes:
        item: the action, milestone or meeting; the relationship for a silence.
        relationship: who it is about; None where it is mine alone.
        day: when it is or was due, or the last contact.
        first_day: where a milestone stood at first; when a promise was made.
        count: how often it was moved.
        rhythm_days: the wanted days between contacts.
    """

    need: Need
    item: UUID
    title: str
    relationship: UUID | None = None
    name: str = ""
    initials: str = ""
    goal: str = ""
    goal_id: UUID | None = None
    day: date | None = None
    first_day: date | None = None
    count: int = 0
    rhythm_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A promise of somebody else that I wait for."""

    item: UUID
    title: str
    relationship: UUID | None
    name: str
    initials: str
    days: int
    due: date | None


@dataclass(frozen=True, kw_only=True)
class Month:
    """This month in numbers."""

    meetings_held: int
    meetings_planned: int
    actions_done: int
    milestones_reached: int


@dataclass(frozen=True, kw_only=True)
class TodayRows:
    """Everything on Today."""

    next: tuple[NextMeeting, ...]
    needs: tuple[Signal, ...]
    waiting: tuple[Waiting, ...]
    month: Month

    @property
    def by_relationship(self) -> dict[UUID, int]:
        """How many things need me, by relationship, for the rail's dots."""
        counts: dict[UUID, int] = {}
        for signal in self.needs:
            if signal.relationship is not None:
                counts[signal.relationship] = counts.get(signal.relationship, 0) + 1
        return counts


def in_order(signals: Sequence[Signal]) -> tuple[Signal, ...]:
    """Return signals with one person's together, the group that waits longest first."""

    def waits(signal: Signal) -> tuple[int, date]:
        return (list(Need).index(signal.need), signal.day or date.max)

    def group(signal: Signal) -> str:
        return str(signal.relationship or "")

    groups = [sorted(rows, key=waits) for _, rows in groupby(sorted(signals, key=group), key=group)]
    groups.sort(key=lambda rows: waits(rows[0]))
    return tuple(signal for rows in groups for signal in rows)
