"""Days and pixels of a timeline: how far it is zoomed, which days its header names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mentordesk.domain.dates_said import Translate, month, month_and_year

CLOSEST = 32.0
"""Pixels to a day, zoomed in as far as it goes: a month fills a window."""

FARTHEST = 0.02
"""Pixels to a day, zoomed out as far as it goes: a century and a half fills a window."""

STEP = 1.5
"""What one step of zooming multiplies by."""

_BEFORE, _AFTER = 0.03, 0.13
"""Of the width before the first day and after the last when everything is shown.

The words of a milestone stand after it, so the last one needs more room.
"""


class Zoom(Enum):
    """What the header names, by the least pixels to a day that its names need."""

    DAYS = 22.0
    WEEKS = 5.0
    MONTHS = 1.4
    QUARTERS = 0.42
    YEARS = 0.105
    DECADES = 0.0

    @classmethod
    def of(cls, per_day: float) -> "Zoom":
        """Return the finest one that has room."""
        return next(zoom for zoom in cls if per_day >= zoom.value)


@dataclass(frozen=True)
class Tick:
    """A day that the header names.

    Attributes:
        day: its ordinal.
        words: what stands there.
    """

    day: int
    words: str


@dataclass(frozen=True)
class Scale:
    """How days lie on pixels, counted from the left edge of the days that are seen.

    Attributes:
        left: ordinal of the moment at the left edge; its fraction is a part of a day.
        per_day: pixels to a day.
    """

    left: float
    per_day: float

    def x(self, ordinal: float) -> float:
        """Return where a day begins, in pixels from the left edge."""
        return (ordinal - self.left) * self.per_day

    def day_at(self, x: float) -> int:
        """Return the ordinal of the day whose beginning is nearest to a place."""
        return round(self.left + x / self.per_day)

    def zoomed(self, factor: float, around: float) -> "Scale":
        """Return a scale that is closer by a factor; what stands at ``around`` pixels stays."""
        # A plan of centuries fits a small window only further out than anybody else can go.
        per_day = min(max(self.per_day * factor, min(FARTHEST, self.per_day)), CLOSEST)
        fixed = self.left + around / self.per_day
        return Scale(fixed - around / per_day, per_day)

    def panned(self, pixels: float) -> "Scale":
        """Return a scale that shows what lies some pixels further to the right."""
        return replace(self, left=self.left + pixels / self.per_day)

    def showing(self, ordinal: float, width: float, edge: float) -> "Scale":
        """Return a scale moved as little as needed for a day to lie inside the edges."""
        x = self.x(ordinal)
        if x < edge:
            return self.panned(x - edge)
        return self.panned(x - width + edge) if x > width - edge else self


def fitting(span: tuple[date, date], width: float) -> Scale:
    """Return the scale that shows the days of a span on a width in pixels, with room around."""
    start, end = (day.toordinal() for day in span)
    # A single week would stand about lost on a month's ticks, and zero days can't be divided by.
    days = max(end - start, 28)
    per_day = min(width * (1 - _BEFORE - _AFTER) / days, CLOSEST)
    first = (start + end - days) / 2
    return Scale(first - width * _BEFORE / per_day, per_day)


def ticks(scale: Scale, width: float, tr: Translate = str.format) -> list[Tick]:
    """Return the fine names of the header for the days that are seen."""
    first, last = _seen(scale, width)
    zoom = Zoom.of(scale.per_day)
    if zoom is Zoom.DAYS:
        return [Tick(day, str(date.fromordinal(day).day)) for day in range(first, last + 1)]
    if zoom is Zoom.WEEKS:
        # Ordinal 1 was a Monday.
        mondays = range(first - (first - 1) % 7, last + 1, 7)
        return [Tick(day, _day_and_month(day, tr)) for day in mondays]
    months = {Zoom.MONTHS: 1, Zoom.QUARTERS: 3, Zoom.YEARS: 12, Zoom.DECADES: 120}[zoom]
    return [Tick(day.toordinal(), _said(day, zoom, tr)) for day in _firsts(first, last, months)]


def heads(scale: Scale, width: float, tr: Translate = str.format) -> list[Tick]:
    """Return the coarse names above them: months over days and weeks, else years."""
    first, last = _seen(scale, width)
    match Zoom.of(scale.per_day):
        case Zoom.DAYS | Zoom.WEEKS:
            firsts = _firsts(first, last, 1)
            return [Tick(day.toordinal(), month_and_year(day, tr)) for day in firsts]
        case Zoom.MONTHS | Zoom.QUARTERS:
            return [Tick(day.toordinal(), str(day.year)) for day in _firsts(first, last, 12)]
        case _:
            return []


def _seen(scale: Scale, width: float) -> tuple[int, int]:
    last = date.max.toordinal() - 366
    first = min(max(int(scale.left), 1), last)
    return first, min(max(int(scale.left + width / scale.per_day) + 1, first), last)


def _firsts(first: int, last: int, months: int) -> Iterator[date]:
    """Yield the first days of so many months, from the one that has begun before ``first``."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    at = max(begin.year * 12 + begin.month - 1, 12)
    at = max(at - at % months, 12)
    while (day := date(at // 12, at % 12 + 1, 1)) <= end:
        yield day
        at += months


def _day_and_month(ordinal: int, tr: Translate) -> str:
    day = date.fromordinal(ordinal)
    return tr("{day} {month}", day=day.day, month=month(day, tr))


def _said(day: date, zoom: Zoom, tr: Translate) -> str:
    if zoom is Zoom.MONTHS:
        return month(day, tr)
    if zoom is Zoom.QUARTERS:
        return tr("Q{quarter}", quarter=(day.month + 2) // 3)
    return str(day.year)
