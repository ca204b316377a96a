"""How the rows of a timeline lie below each other, and what on them can be chosen."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from mentordesk.domain.timeline import Part, Timeline, TimelineMark, TimelineRow
from mentordesk.ui.labels import label

HEAD, ROW = 36, 60
"""Pixels that the head of a horizon and the row of a goal take at normal text size."""


@dataclass(frozen=True)
class Stop:
    """Something that can be chosen: a goal's bar, one of its ends, or a milestone."""

    goal: UUID
    part: Part
    mark: UUID | None = None


@dataclass(frozen=True)
class Line:
    """A row of the timeline, or the head of a horizon where ``row`` is None."""

    top: int
    height: int
    row: TimelineRow | None
    words: str

    @property
    def middle(self) -> float:
        """Where its bar and its marks lie."""
        return self.top + self.height / 2


class Lines:
    """The rows of a timeline from top to bottom, found by place and by what they show."""

    def __init__(self, shown: Timeline, factor: float = 1.0) -> None:
        self.all = _laid_out(shown, factor)
        self._tops = [line.top for line in self.all]
        self._of_goal = {line.row.goal.id: n for n, line in enumerate(self.all) if line.row}
        self._days: dict[int, list[int]] = {}
        self._ghosts: dict[int, list[tuple[int, int]]] = {}

    @property
    def height(self) -> int:
        """Pixels that all rows take."""
        return self.all[-1].top + self.all[-1].height if self.all else 0

    def at(self, y: float) -> int | None:
        """Return the number of the row at a height."""
        number = bisect_right(self._tops, y) - 1
        return number if 0 <= number < len(self.all) and y < self.height else None

    def between(self, top: float, bottom: float) -> range:
        """Return the numbers of the rows that any part of is seen."""
        first = max(bisect_right(self._tops, top) - 1, 0)
        return range(first, bisect_right(self._tops, bottom))

    def number_of(self, stop: Stop) -> int | None:
        """Return the number of the row on which something lies."""
        return self._of_goal.get(stop.goal)

    def row_of(self, stop: Stop) -> TimelineRow | None:
        """Return the row on which something lies, if it is still there."""
        number = self.number_of(stop)
        return None if number is None else self.all[number].row

    def mark_of(self, stop: Stop) -> TimelineMark | None:
        """Return the milestone of a stop, if it is one that is still there."""
        row = self.row_of(stop)
        if row is None or stop.mark is None:
            return None
        return next((mark for mark in row.marks if mark.id == stop.mark), None)

    def has(self, stop: Stop) -> bool:
        """Return whether something is still there."""
        if stop.part is Part.MARK:
            return self.mark_of(stop) is not None
        return self.row_of(stop) is not None

    def day_of(self, stop: Stop) -> int | None:
        """Return the ordinal of the day on which something stands."""
        row = self.row_of(stop)
        if row is None:
            return None
        return row.day_of(stop.part, self.mark_of(stop)).toordinal()

    def days(self, number: int) -> list[int]:
        """Return the ordinals of a row's milestones, in their order."""
        if number not in self._days:
            row = self.all[number].row
            days = [] if row is None else [mark.day for mark in row.marks if mark.day]
            self._days[number] = [day.toordinal() for day in days]
        return self._days[number]

    def ghosts(self, number: int) -> list[tuple[int, int]]:
        """Return for each moved milestone of a row where it stood at first and stands now."""
        if number not in self._ghosts:
            row = self.all[number].row
            self._ghosts[number] = [
                (mark.ghost.toordinal(), mark.day.toordinal())
                for mark in (() if row is None else row.marks)
                if mark.first_due and mark.ghost and mark.day
            ]
        return self._ghosts[number]

    def stops(self, number: int) -> list[Stop]:
        """Return what can be chosen on a row: its bar, its start, its milestones, its end."""
        row = self.all[number].row
        if row is None:
            return []
        goal = row.goal.id
        marks = [Stop(goal, Part.MARK, mark.id) for mark in row.marks]
        ends = Stop(goal, Part.START), Stop(goal, Part.END)
        return [Stop(goal, Part.BAR), ends[0], *marks, ends[1]]

    def beside(self, stop: Stop | None, step: int) -> Stop | None:
        """Return what comes next on the row (1) or before (-1); the end stays the end."""
        if stop is None or (number := self.number_of(stop)) is None:
            return self.first()
        stops = self.stops(number)
        place = stops.index(stop) + step if stop in stops else 0
        return stops[min(max(place, 0), len(stops) - 1)]

    def below(self, stop: Stop | None, step: int) -> Stop | None:
        """Return what lies nearest on the next row down (1) or up (-1)."""
        number = None if stop is None else self.number_of(stop)
        if stop is None or number is None:
            return self.first()
        number += step
        while 0 <= number < len(self.all):
            row = self.all[number].row
            if row is not None:
                return self._like(stop, row, number)
            number += step
        return stop

    def first(self) -> Stop | None:
        """Return the first thing that can be chosen."""
        return next((Stop(line.row.goal.id, Part.BAR) for line in self.all if line.row), None)

    def _like(self, stop: Stop, row: TimelineRow, number: int) -> Stop:
        if stop.part is not Part.MARK or not row.marks:
            part = Part.BAR if stop.part is Part.MARK else stop.part
            return Stop(row.goal.id, part)
        day = self.day_of(stop) or 0
        days = self.days(number)
        nearest = min(range(len(days)), key=lambda place: abs(days[place] - day))
        return Stop(row.goal.id, Part.MARK, row.marks[nearest].id)


def _laid_out(shown: Timeline, factor: float) -> Sequence[Line]:
    lines: list[Line] = []
    top, horizon = 0, None
    heads = len({row.goal.horizon for row in shown.rows}) > 1
    for row in shown.rows:
        if heads and row.goal.horizon is not horizon:
            horizon = row.goal.horizon
            lines.append(Line(top, round(HEAD * factor), None, label(horizon)))
            top += lines[-1].height
        lines.append(Line(top, round(ROW * factor), row, row.goal.title))
        top += lines[-1].height
    return lines
