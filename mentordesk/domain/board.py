"""Mentees side by side: a column for each, every one against the own plan. Facts, not verdicts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from mentordesk.domain.enums import GoalStatus, Phase, RelationshipKind, Stage
from mentordesk.domain.rhythm import is_silent
from mentordesk.domain.today import MOVED_OFTEN, SOON
from mentordesk.domain.wall_time import WallTime

QUIET_AFTER = 45
"""Days without a change after which a goal is quiet (practice 13)."""

LATE = frozenset({Phase.SEPARATION, Phase.REDEFINITION})
"""Phases in which less contact is part of the season (practice 24)."""


class Pace(StrEnum):
    """How an open goal goes, or that it is reached."""

    ON_COURSE = "on_course"
    QUIET = "quiet"
    MOVED = "moved"
    REACHED = "reached"


@dataclass(frozen=True, kw_only=True)
class GoalFact:
    """What the board must know of one goal.

    Attributes:
        last_sign: the last day on which anything was changed, said or done for it.
        most_moved: how often the date of one of its open milestones was moved, at most.
        due, done: the days of its milestones; a milestone without a date has none.
        milestones: all of them.
    """

    status: GoalStatus
    last_sign: date | None
    most_moved: int = 0
    due: tuple[date, ...] = ()
    done: tuple[date, ...] = ()
    milestones: int = 0


@dataclass(frozen=True, kw_only=True)
class GoalTally:
    """How somebody's goals go.

    Attributes:
        quiet_since: the longest any of the quiet ones has been so.
        moved: goals with a milestone that was moved again and again.
    """

    on_course: int = 0
    quiet: int = 0
    quiet_since: date | None = None
    moved: int = 0
    reached: int = 0


@dataclass(frozen=True, kw_only=True)
class Spark:
    """Somebody's milestones over time: planned against reached, on the own scale.

    Attributes:
        due: the days on which milestones are due, in order, as they stand now.
        done: the days on which milestones were reached, in order.
        total: all milestones, also those without a date.
    """

    due: tuple[date, ...] = ()
    done: tuple[date, ...] = ()
    total: int = 0

    def planned_by(self, day: date) -> int:
        """Return how many are due by the end of a day."""
        return sum(one <= day for one in self.due)

    def reached_by(self, day: date) -> int:
        """Return how many are reached by the end of a day."""
        return sum(one <= day for one in self.done)


@dataclass(frozen=True, kw_only=True)
class Promises:
    """What one side has promised and not done yet.

    Attributes:
        overdue: how many of the open ones are past their day.
        next_due: the earliest day of an open one; it may have passed.
        title: what that one is; any of them where none has a day.
    """

    open: int = 0
    overdue: int = 0
    next_due: date | None = None
    title: str = ""

    def due_soon(self, today: date) -> bool:
        """Return whether the next one is due within a few days, and not past its day."""
        return self.next_due is not None and today <= self.next_due <= today + SOON


@dataclass(frozen=True, kw_only=True)
class NextDate:
    """The next meeting with a mentee.

    Attributes:
        asked: what they put on its agenda, a question before anything else.
        mine: what I put there first.
    """

    id: UUID
    start: WallTime
    proposed: bool
    asked: str = ""
    mine: str = ""


NO_PROMISES = Promises()
NO_GOALS = GoalTally()
NO_MILESTONES = Spark()


@dataclass(frozen=True, kw_only=True)
class BoardColumn:
    """One mentee, or one group of them.

    Attributes:
        id: the relationship.
        about: their position, where one is known.
        last_contact: the day of the last real contact of any kind.
        quiet_until: no word on silence before this day.
    """

    id: UUID
    name: str
    initials: str
    about: str = ""
    kind: RelationshipKind = RelationshipKind.ONE_TO_ONE
    stage: Stage = Stage.ACTIVE
    phase: Phase = Phase.INITIATION
    rhythm_days: int | None = None
    started_on: date | None = None
    quiet_until: date | None = None
    last_contact: date | None = None
    next: NextDate | None = None
    i_promised: Promises = NO_PROMISES
    they_promised: Promises = NO_PROMISES
    goals: GoalTally = NO_GOALS
    milestones: Spark = NO_MILESTONES

    def is_silent(self, today: date) -> bool:
        """Return whether the silence is longer than the rhythm allows, and nothing is booked."""
        return self.next is None and is_silent(
            self.last_contact,
            self.rhythm_days,
            today,
            phase=self.phase,
            stage=self.stage,
            quiet_until=self.quiet_until,
            since=self.started_on,
        )

    def fits_the_season(self, today: date) -> bool:
        """Return whether a contact longer ago than the rhythm fits, for the phase is a late one."""
        if self.last_contact is None or self.phase not in LATE:
            return False
        longer = self.rhythm_days is None or (today - self.last_contact).days > self.rhythm_days / 2
        return longer and not self.is_silent(today)


@dataclass(frozen=True)
class BoardOrder:
    """Which mentees stand side by side, and in which order; chosen by the person alone.

    Attributes:
        order: relationships from first to last; those not named stand behind, by name.
        hidden: relationships that are left out.
    """

    order: tuple[UUID, ...] = ()
    hidden: frozenset[UUID] = field(default_factory=frozenset)

    def sort(self, columns: Iterable[BoardColumn]) -> tuple[BoardColumn, ...]:
        """Return all columns in this order; never by how far anybody is."""
        places = {item: place for place, item in enumerate(self.order)}
        return tuple(
            sorted(
                columns,
                key=lambda one: (
                    places.get(one.id, len(places)),
                    one.name.casefold(),
                    str(one.id),
                ),
            )
        )

    def shown(self, columns: Iterable[BoardColumn]) -> tuple[BoardColumn, ...]:
        """Return the columns that are not left out, in this order."""
        return tuple(one for one in self.sort(columns) if one.id not in self.hidden)


def pace(fact: GoalFact, today: date) -> Pace | None:
    """Return how a goal goes; None for one that nobody works on now.

    Quiet is a goal without any change for 45 days; one with an open milestone that was moved
    twice asks for a new look too, however lively it is (practice 13).
    """
    if fact.status is GoalStatus.ACHIEVED:
        return Pace.REACHED
    if fact.status is not GoalStatus.ACTIVE:
        return None
    if fact.last_sign is not None and today - fact.last_sign > timedelta(days=QUIET_AFTER):
        return Pace.QUIET
    return Pace.MOVED if fact.most_moved >= MOVED_OFTEN else Pace.ON_COURSE


def tally(facts: Sequence[GoalFact], today: date) -> GoalTally:
    """Return how many goals are on course, quiet, moved again and again, reached."""
    paces = [pace(fact, today) for fact in facts]
    counts = Counter(paces)
    quiet = [f.last_sign for f, p in zip(facts, paces, strict=True) if p is Pace.QUIET]
    return GoalTally(
        on_course=counts[Pace.ON_COURSE],
        quiet=counts[Pace.QUIET],
        quiet_since=min((day for day in quiet if day is not None), default=None),
        moved=counts[Pace.MOVED],
        reached=counts[Pace.REACHED],
    )


def spark(facts: Iterable[GoalFact]) -> Spark:
    """Return the milestones of all goals that anybody measures, over time."""
    measured = [f for f in facts if f.status in (GoalStatus.ACTIVE, GoalStatus.ACHIEVED)]
    return Spark(
        due=tuple(sorted(day for fact in measured for day in fact.due)),
        done=tuple(sorted(day for fact in measured for day in fact.done)),
        total=sum(fact.milestones for fact in measured),
    )
