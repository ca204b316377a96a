"""Milestones planned against milestones reached, over time and goal by goal."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import Self
from uuid import UUID

from mentordesk.domain.enums import ItemKind, Visibility

DAYS_BEHIND = 15 * 366
"""A chart shows no day longer ago; ten years of mentoring fit, a mistyped year does not."""

DAYS_AHEAD = 5 * 366
"""A chart shows no day further ahead; what is planned beyond is counted in ``later``."""

SHORTEST_SPAN = 28
"""Days; a single milestone still stands in a month that can be read."""


class ChartKind(StrEnum):
    """The charts there are."""

    BURN_UP = "burn_up"
    GOALS = "goals"
    MEETINGS = "meetings"
    ACTIONS = "actions"


@dataclass(frozen=True)
class MilestoneFact:
    """What the charts know of one milestone; the gate can release it.

    Attributes:
        first_due: the due date it was first given.
        due: the due date as it stands now.
        done: the day it was reached.
        relationship_names: for choosing what to chart; charts never draw them.
    """

    id: UUID
    title: str
    goal_id: UUID
    goal_title: str
    relationship_names: tuple[str, ...] = ()
    first_due: date | None = None
    due: date | None = None
    done: date | None = None
    visibility: Visibility = Visibility.PRIVATE
    shared_with: frozenset[UUID] = frozenset()
    kind: ItemKind = ItemKind.MILESTONE

    @property
    def moved(self) -> bool:
        """Whether its date is another one than at first, or was taken away."""
        return self.first_due is not None and self.first_due != self.due

    def for_others(self) -> Self:
        """Return it without where its date once stood.

        It may have moved before its goal was shared, and then only I know of it.
        """
        return replace(self, first_due=self.due)

    def reached_by(self, day: date) -> bool:
        """Return whether it was reached on a day or before."""
        return self.done is not None and self.done <= day


@dataclass(frozen=True)
class BurnUpDay:
    """How the counts stand at the end of a day on which something was planned or reached.

    Attributes:
        planned: milestones due by then, as their dates stand now.
        reached: milestones reached by then; None for days after today.
        baseline: milestones due by then as first dated; None when no date has moved.
        due_titles: what is due on that very day.
        done_titles: what was reached on that very day.
    """

    day: date
    planned: int
    reached: int | None
    baseline: int | None
    due_titles: tuple[str, ...] = ()
    done_titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class BurnUp:
    """Milestones planned and reached over time.

    Attributes:
        days: in order; today is always among them.
        start: first day to show.
        end: last day to show.
        total: all milestones, with a date or without.
        moved: how many have another date than at first.
        first_dated: how many ever had a date.
        undated: titles of milestones neither dated nor reached; no line counts them.
        later: how many are due after ``end``.
        following: the open milestone due next, today or later.
        waiting: the open milestone that has been due for longest.
    """

    today: date
    start: date
    end: date
    days: tuple[BurnUpDay, ...]
    total: int
    moved: int
    first_dated: int
    undated: tuple[str, ...]
    later: int
    following: MilestoneFact | None
    waiting: MilestoneFact | None

    @property
    def reached(self) -> int:
        """How many are reached by today."""
        return self.at(self.today).reached or 0

    @property
    def planned_by_today(self) -> int:
        """How many were due by today."""
        return self.at(self.today).planned

    @property
    def has_lines(self) -> bool:
        """Whether there is any day to draw: something dated or reached."""
        return any(day.planned or day.reached or day.baseline for day in self.days)

    @property
    def shown(self) -> tuple[BurnUpDay, ...]:
        """The days between start and end."""
        return tuple(day for day in self.days if self.start <= day.day <= self.end)

    def at(self, day: date) -> BurnUpDay:
        """Return how the counts stand at the end of any day."""
        before = [known for known in self.days if known.day <= day]
        if before:
            return before[-1]
        baseline = None if self.days[0].baseline is None else 0
        return BurnUpDay(day, 0, 0 if day <= self.today else None, baseline)


@dataclass(frozen=True)
class GoalProgress:
    """How far the milestones of one goal are.

    Attributes:
        next_due: the earliest due date of an open milestone; it may have passed.
        next_title: the title of that milestone.
    """

    id: UUID
    title: str
    reached: int
    total: int
    next_due: date | None
    next_title: str


def burn_up(facts: Iterable[MilestoneFact], today: date) -> BurnUp:
    """Return milestones planned, reached and, where a date has moved, planned at first.

    Each line is the number of milestones by the end of a day. What was reached after ``today``
    counts as open, so that an earlier day can be looked at.
    """
    listed = sorted(facts, key=lambda fact: (fact.due or date.max, fact.title, fact.id))
    moved = sum(fact.moved for fact in listed)
    first = [fact.first_due or fact.due for fact in listed] if moved else []
    days = _days(listed, [day for day in first if day], today)
    start, end = _shown_range([day.day for day in days], today)
    open_facts = [f for f in listed if f.due is not None and not f.reached_by(today)]
    dates = [(fact, fact.due) for fact in open_facts if fact.due is not None]
    return BurnUp(
        today=today,
        start=start,
        end=end,
        days=days,
        total=len(listed),
        moved=moved,
        first_dated=sum((fact.first_due or fact.due) is not None for fact in listed),
        undated=tuple(f.title for f in listed if f.due is None and not f.reached_by(today)),
        later=sum(fact.due is not None and fact.due > end for fact in listed),
        following=next((fact for fact, due in dates if due >= today), None),
        waiting=next((fact for fact, due in dates if due < today), None),
    )


def per_goal(facts: Iterable[MilestoneFact], today: date) -> tuple[GoalProgress, ...]:
    """Return the progress of each goal that has milestones, the next date first.

    Goals are never ordered by how far they are: each stands against its own plan.
    """
    by_goal: defaultdict[UUID, list[MilestoneFact]] = defaultdict(list)
    for fact in facts:
        by_goal[fact.goal_id].append(fact)
    goals = [_goal(of_goal, today) for of_goal in by_goal.values()]
    return tuple(
        sorted(goals, key=lambda g: (g.next_due or date.max, g.title.casefold(), g.title, g.id))
    )


def _goal(facts: Sequence[MilestoneFact], today: date) -> GoalProgress:
    ahead = [(f.due, f.title, f.id) for f in facts if f.due and not f.reached_by(today)]
    due, title, _ = min(ahead, default=(None, "", None))
    return GoalProgress(
        id=facts[0].goal_id,
        title=facts[0].goal_title,
        reached=sum(fact.reached_by(today) for fact in facts),
        total=len(facts),
        next_due=due,
        next_title=title,
    )


def _days(
    facts: Sequence[MilestoneFact], first_dates: Sequence[date], today: date
) -> tuple[BurnUpDay, ...]:
    due: defaultdict[date, list[str]] = defaultdict(list)
    done: defaultdict[date, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.due is not None:
            due[fact.due].append(fact.title)
        if fact.done is not None and fact.done <= today:
            done[fact.done].append(fact.title)
    first = Counter(first_dates)
    days = sorted({today, *due, *done, *first})
    planned = accumulate(len(due.get(day, ())) for day in days)
    reached = accumulate(len(done.get(day, ())) for day in days)
    baseline = accumulate(first[day] for day in days)
    return tuple(
        BurnUpDay(
            day=day,
            planned=so_far,
            reached=got if day <= today else None,
            baseline=then if first else None,
            due_titles=tuple(due.get(day, ())),
            done_titles=tuple(done.get(day, ())),
        )
        for day, so_far, got, then in zip(days, planned, reached, baseline, strict=True)
    )


def _shown_range(days: Sequence[date], today: date) -> tuple[date, date]:
    earliest, latest = _shift(today, -DAYS_BEHIND), _shift(today, DAYS_AHEAD)
    inside = [day for day in days if earliest <= day <= latest]
    start, end = min(inside), max(inside)
    missing = max(0, SHORTEST_SPAN - (end - start).days)
    # Room before the first jump and after the last, so that both can be seen as jumps.
    room = max(2, (end - start).days // 32) + missing // 2
    return _shift(start, -room), _shift(end, room)


def _shift(day: date, days: int) -> date:
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
