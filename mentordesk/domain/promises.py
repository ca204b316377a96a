"""Promises on both sides, and what became of them, period by period."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from uuid import UUID

from mentordesk.domain.enums import ItemKind, Visibility

YEARS_BEHIND = 15
"""A chart shows no period longer ago."""


class PromiseState(StrEnum):
    """What became of a promise."""

    IN_TIME = "in_time"
    LATER = "later"
    OPEN = "open"
    LET_GO = "let_go"


class Period(Enum):
    """How long a column of the chart is, in months, and the longest span it is used for."""

    MONTH = (1, 18)
    QUARTER = (3, 72)
    YEAR = (12, 12 * (YEARS_BEHIND + 1))

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.value[0]

    @property
    def longest(self) -> int:
        """The months of the longest time that it divides."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class PromiseFact:
    """What the charts know of one action; the gate can release it.

    Attributes:
        mine: whether I promised it; else the other side did.
        promised: the day it was promised.
        dropped: the day it was let go.
    """

    id: UUID
    mine: bool
    promised: date | None = None
    due: date | None = None
    done: date | None = None
    dropped: date | None = None
    visibility: Visibility = Visibility.PRIVATE
    shared_with: frozenset[UUID] = frozenset()
    kind: ItemKind = ItemKind.ACTION

    @property
    def day(self) -> date | None:
        """The day it belongs to: when it was promised, or the first that is known."""
        known = (day for day in (self.due, self.done, self.dropped) if day is not None)
        return self.promised or min(known, default=None)

    def state(self, today: date) -> PromiseState:
        """Return what had become of it by the end of a day; without a due date it is in time."""
        if self.done is not None and self.done <= today:
            late = self.due is not None and self.done > self.due
            return PromiseState.LATER if late else PromiseState.IN_TIME
        if self.dropped is not None and self.dropped <= today:
            return PromiseState.LET_GO
        return PromiseState.OPEN


Tally = Counter[PromiseState]
"""How many promises came to what."""


@dataclass(frozen=True)
class PromisePeriod:
    """What was promised in one period, by each side.

    Attributes:
        start: its first day.
        after: the first day of the next one.
    """

    start: date
    after: date
    mine: Tally = field(default_factory=Counter)
    theirs: Tally = field(default_factory=Counter)


@dataclass(frozen=True)
class Promises:
    """What both sides promised, period by period up to today.

    Attributes:
        mine, theirs: the totals, with what no period shows.
        elsewhere: how many no period shows: they have no day, or a far one.
    """

    today: date
    period: Period
    periods: tuple[PromisePeriod, ...]
    mine: Tally
    theirs: Tally
    elsewhere: int

    @property
    def total(self) -> int:
        """How many there are on both sides."""
        return self.mine.total() + self.theirs.total()

    @property
    def most(self) -> int:
        """The most that one side promised in one period."""
        return max((max(p.mine.total(), p.theirs.total()) for p in self.periods), default=0)


def promises(facts: Iterable[PromiseFact], today: date) -> Promises:
    """Return what became of the promises of each side, by the time they were made."""
    earliest = date(max(today.year - YEARS_BEHIND, 1), 1, 1)
    by_day: defaultdict[date, dict[bool, Tally]] = defaultdict(
        lambda: {True: Tally(), False: Tally()}
    )
    totals = {True: Tally(), False: Tally()}
    elsewhere = 0
    for fact in facts:
        state, day = fact.state(today), fact.day
        totals[fact.mine][state] += 1
        if day is None or not earliest <= day <= today:
            elsewhere += 1
        else:
            by_day[day.replace(day=1)][fact.mine][state] += 1
    first = min(by_day, default=today)
    length = (today.year - first.year) * 12 + today.month - first.month + 1
    period = next(one for one in Period if length <= one.longest or one is Period.YEAR)
    columns = list(_columns(first, today, period)) if by_day else []
    for month, sides in by_day.items():
        column = columns[_number(month, period) - _number(first, period)]
        column.mine.update(sides[True])
        column.theirs.update(sides[False])
    return Promises(today, period, tuple(columns), totals[True], totals[False], elsewhere)


def _number(day: date, period: Period) -> int:
    return (day.year * 12 + day.month - 1) // period.months


def _columns(first: date, last: date, period: Period) -> Iterator[PromisePeriod]:
    for number in range(_number(first, period), _number(last, period) + 1):
        yield PromisePeriod(_first_day(number, period), _first_day(number + 1, period))


def _first_day(number: int, period: Period) -> date:
    year, month = divmod(number * period.months, 12)
    return date(year, month + 1, 1)
