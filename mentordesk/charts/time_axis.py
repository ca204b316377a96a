"""Choose the few days and counts that an axis names."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from mentordesk.domain.dates_said import Translate, month, short_date


class Step(Enum):
    """Distances between two named days, the closest first: a unit and how many of it."""

    DAY = ("day", 1)
    TWO_DAYS = ("day", 2)
    WEEK = ("day", 7)
    TWO_WEEKS = ("day", 14)
    MONTH = ("month", 1)
    TWO_MONTHS = ("month", 2)
    QUARTER = ("month", 3)
    HALF_YEAR = ("month", 6)
    YEAR = ("month", 12)
    TWO_YEARS = ("month", 24)
    FIVE_YEARS = ("month", 60)


def named_days(start: date, end: date, step: Step) -> list[date]:
    """Return the days to name: Mondays for weeks, first days for months and years."""
    unit, count = step.value
    days = _by_days(start, end, count) if unit == "day" else _by_months(start, end, count)
    return list(days)


def day_names(days: list[date], step: Step, today: date, tr: Translate) -> list[str]:
    """Return what stands under the named days; a year only where it is not the one before it."""
    unit, count = step.value
    if unit == "day":
        return [short_date(day, today, tr) for day in days]
    if count >= Step.YEAR.value[1]:
        return [str(day.year) for day in days]
    names = []
    year = today.year
    for day in days:
        name = month(day, tr)
        names.append(name if day.year == year else tr("{month} {year}", month=name, year=day.year))
        year = day.year
    return names


def count_step(most: int, room: int) -> int:
    """Return the distance between named counts so that at most ``room`` stand above zero."""
    scale = 1
    while True:
        for leading in (1, 2, 5):
            if most <= leading * scale * max(room, 1):
                return leading * scale
        scale *= 10


def _by_days(start: date, end: date, count: int) -> Iterator[date]:
    # Whole weeks begin on a Monday: ordinal 1 was one.
    first = start.toordinal() + -(start.toordinal() - 1) % count
    return (date.fromordinal(ordinal) for ordinal in range(first, end.toordinal() + 1, count))


def _by_months(start: date, end: date, count: int) -> Iterator[date]:
    at = start.year * 12 + start.month - 1
    at += -at % count
    if at == start.year * 12 + start.month - 1 and start.day > 1:
        at += count
    last = end.year * 12 + end.month - 1
    return (date(months // 12, months % 12 + 1, 1) for months in range(at, last + 1, count))
