"""A plan over time: goals as spans, milestones as days, and where they stood at first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Self, TypeAlias
from uuid import UUID

from mentordesk.domain.enums import GoalStatus, Horizon, ItemKind, Visibility


class Stand(Enum):
    """How a milestone stands on a day; each has a shape of its own."""

    DONE = "done"
    OPEN = "open"
    LATE = "late"


class Part(Enum):
    """What of a goal or milestone can be chosen and moved."""

    BAR = "bar"
    START = "start"
    MARK = "mark"
    END = "end"


@dataclass(frozen=True, kw_only=True)
class _Movable:
    """What a goal and a milestone have alike: an end that may have been moved.

    Attributes:
        first_due: the due date it was first given, if it got another one since.
        times: how often it was moved; moves that were taken back do not count.
        why: the reason of the last move that has one.
        past_may_go: whether whoever may see it now could see it when it was first moved.
    """

    id: UUID
    title: str
    due: date | None = None
    first_due: date | None = None
    times: int = 0
    why: str = ""
    past_may_go: bool = True
    visibility: Visibility = Visibility.PRIVATE
    shared_with: frozenset[UUID] = frozenset()

    @property
    def ghost(self) -> date | None:
        """Where it stood at first, if that is another day."""
        return self.first_due if self.first_due != self.due else None

    def for_others(self) -> Self:
        """Return it without earlier dates and the reasons, as others may see it.

        A past change goes out only if those who see the item now could see it then, too.
        """
        first = self.first_due if self.past_may_go else None
        return replace(self, first_due=first, times=self.times if first else 0, why="")


@dataclass(frozen=True, kw_only=True)
class TimelineMark(_Movable):
    """A milestone on the timeline; the gate can release it."""

    goal_id: UUID
    done: date | None = None
    kind: ItemKind = ItemKind.MILESTONE

    @property
    def day(self) -> date | None:
        """Where it stands: planned for, else reached on."""
        return self.due or self.done

    def stand(self, today: date) -> Stand:
        """Return how it stands; what was reached after ``today`` counts as open."""
        if self.done is not None and self.done <= today:
            return Stand.DONE
        return Stand.LATE if self.due is not None and self.due < today else Stand.OPEN


@dataclass(frozen=True, kw_only=True)
class TimelineGoal(_Movable):
    """A goal on the timeline, without its milestones; the gate can release it.

    Attributes:
        home: the relationship on whose page it stands; None for a goal of mine.
        start: its own; a goal without dates spans its milestones.
    """

    horizon: Horizon = Horizon.YEAR
    status: GoalStatus = GoalStatus.ACTIVE
    home: UUID | None = None
    start: date | None = None
    kind: ItemKind = ItemKind.GOAL


TimelineItem: TypeAlias = TimelineGoal | TimelineMark


@dataclass(frozen=True)
class TimelineRow:
    """A goal with its dated milestones in the order of their days.

    Attributes:
        start, end: the span to draw: its own dates, else those of its milestones.
    """

    goal: TimelineGoal
    marks: tuple[TimelineMark, ...]
    start: date
    end: date

    def day_of(self, part: Part, mark: TimelineMark | None = None) -> date:
        """Return where a part of the row stands."""
        if mark is not None and mark.day is not None:
            return mark.day
        return self.end if part is Part.END else self.start


@dataclass(frozen=True)
class Timeline:
    """Everything that a timeline shows.

    Attributes:
        rows: goals with any date, by horizon and then in the order of the plan.
        undated_goals: goals without a date of their own or of a milestone.
        undated_marks: milestones neither dated nor reached.
    """

    rows: tuple[TimelineRow, ...]
    undated_goals: tuple[TimelineGoal, ...]
    undated_marks: tuple[TimelineMark, ...]

    @property
    def marks(self) -> list[TimelineMark]:
        """The dated milestones of all rows."""
        return [mark for row in self.rows for mark in row.marks]

    def span(self, today: date) -> tuple[date, date]:
        """Return the first and the last day of anything shown; today is always among them."""
        days = [today]
        for row in self.rows:
            days += (row.start, row.end)
            days += (ghost for ghost in (row.goal.ghost,) if ghost)
            # Sorted by day: the ends are enough, but ghosts may lie anywhere.
            days += [day for mark in row.marks[:1] + row.marks[-1:] if (day := mark.day)]
            days += [mark.ghost for mark in row.marks if mark.first_due and mark.ghost]
        return min(days), max(days)


def timeline(items: Iterable[TimelineItem]) -> Timeline:
    """Put goals and milestones together; milestones whose goal is not among them are left out."""
    goals: dict[UUID, TimelineGoal] = {}
    marks: dict[UUID, list[TimelineMark]] = {}
    undated: list[TimelineMark] = []
    for item in items:
        if isinstance(item, TimelineGoal):
            goals[item.id] = item
        elif item.day is None:
            undated.append(item)
        else:
            marks.setdefault(item.goal_id, []).append(item)
    rows = [_row(goal, marks.get(goal.id, ())) for goal in goals.values()]
    order = list(Horizon)
    dated = sorted((row for row in rows if row), key=lambda row: order.index(row.goal.horizon))
    shown = {row.goal.id for row in dated}
    return Timeline(
        rows=tuple(dated),
        undated_goals=tuple(goal for goal in goals.values() if goal.id not in shown),
        undated_marks=tuple(mark for mark in undated if mark.goal_id in goals),
    )


def moved_dates(row: TimelineRow, part: Part, days: int) -> tuple[date | None, date | None]:
    """Return a goal's start and due when a part of its bar is moved by some days.

    A start stops at the end, an end at the start. A bar without dates of its own gets those that
    it spans.
    """
    goal = row.goal
    start, due = goal.start, goal.due
    if part is Part.START:
        return min(shifted(row.start, days), due or row.end), due
    if part is Part.END:
        return start, max(shifted(row.end, days), start or date.min)
    if start is None and due is None:
        start, due = row.start, row.end
    return start and shifted(start, days), due and shifted(due, days)


def shifted(day: date, days: int) -> date:
    """Return a day some days later, but never one before or after all calendars."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, FIRST_DAY), LAST_DAY))


FIRST_DAY = date(1900, 1, 1).toordinal()
LAST_DAY = date(2199, 12, 31).toordinal()
"""No date can be dragged out of three centuries."""


def _row(goal: TimelineGoal, marks: Sequence[TimelineMark]) -> TimelineRow | None:
    listed = sorted(marks, key=lambda mark: (mark.day or date.max, mark.title, mark.id))
    days = [mark.day for mark in listed if mark.day is not None]
    known = [day for day in (goal.start, goal.due) if day is not None]
    if not days and not known:
        return None
    start = goal.start or min([*days, *known])
    end = goal.due or max([*days, *known])
    return TimelineRow(goal, tuple(listed), min(start, end), max(start, end))
