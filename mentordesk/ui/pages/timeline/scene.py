"""What a picture of the timeline depends on, and where days and rows lie on it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from mentordesk.domain.timeline import Part, moved_dates, shifted
from mentordesk.domain.timeline_scale import Scale
from mentordesk.ui.pages.timeline.lines import Lines, Stop

DIAMOND = 9
"""Pixels from the middle of a milestone to its points, at normal text size."""

BAR = 14
"""Pixels that a goal's bar is high."""

REACH = 7
"""Pixels round the end of a bar in which it can be taken hold of."""


@dataclass(frozen=True)
class Shift:
    """Something that is being moved and stands where it was until it is let go."""

    stop: Stop
    days: int


@dataclass(frozen=True)
class Frame:
    """The parts of the picture, in pixels: titles at the leading side, days beside them."""

    width: int
    height: int
    gutter: int
    header: int
    footer: int
    mirrored: bool = False

    @property
    def days_width(self) -> int:
        """Pixels of the days."""
        return max(self.width - self.gutter, 1)

    @property
    def rows_height(self) -> int:
        """Pixels of the rows that are seen at once."""
        return max(self.height - self.header - self.footer, 1)

    def flip(self, x: float) -> float:
        """Return a place as it is seen; right to left it is counted from the other side."""
        return self.width - x if self.mirrored else x

    def box(self, left: float, top: float, width: float, height: float) -> QRectF:
        """Return a box as it is seen."""
        return QRectF(self.width - left - width if self.mirrored else left, top, width, height)


@dataclass(frozen=True)
class Scene:
    """Everything that the picture depends on but the colours.

    Attributes:
        top: pixels by which the rows are scrolled.
        version: rises when other rows are shown.
    """

    lines: Lines
    scale: Scale
    frame: Frame
    today: date
    top: int = 0
    selected: Stop | None = None
    shift: Shift | None = None
    focused: bool = False
    version: int = 0
    factor: float = 1.0

    def x(self, ordinal: float) -> float:
        """Return where a day begins, unmirrored, from the leading edge."""
        return self.frame.gutter + self.scale.x(ordinal)

    def y(self, number: int) -> float:
        """Return the middle of a row as it is seen."""
        return self.frame.header + self.lines.all[number].middle - self.top

    def seen_lines(self) -> range:
        """Return the numbers of the rows that are seen."""
        return self.lines.between(self.top, self.top + self.frame.rows_height)

    def seen_days(self, margin: float = 0) -> tuple[float, float]:
        """Return the ordinals at both edges, some pixels further out."""
        around = margin / self.scale.per_day
        left = self.scale.left
        return left - around, left + self.frame.days_width / self.scale.per_day + around

    def moved(self, stop: Stop) -> int:
        """Return by how many days something stands elsewhere while it is moved."""
        return self.shift.days if self.shift is not None and self.shift.stop == stop else 0

    def ends(self, number: int) -> tuple[int, int]:
        """Return the ordinals of a bar's ends, as they stand while they are moved."""
        row = self.lines.all[number].row
        if row is None:
            raise LookupError("a head has no bar")
        shift = self.shift
        if shift is None or shift.stop.goal != row.goal.id or shift.stop.part is Part.MARK:
            return row.start.toordinal(), row.end.toordinal()
        start, due = moved_dates(row, shift.stop.part, shift.days)
        return (start or row.start).toordinal(), (due or row.end).toordinal()

    def day_shown(self, stop: Stop) -> date | None:
        """Return where something stands, as it is seen while it is moved."""
        number, day = self.lines.number_of(stop), self.lines.day_of(stop)
        if number is None or day is None:
            return None
        if stop.part is Part.MARK:
            return shifted(date.fromordinal(day), self.moved(stop))
        start, end = self.ends(number)
        return date.fromordinal(end if stop.part is Part.END else start)

    def place(self, stop: Stop) -> QPointF | None:
        """Return where something is seen."""
        number, day = self.lines.number_of(stop), self.day_shown(stop)
        if number is None or day is None:
            return None
        return QPointF(self.frame.flip(self.x(day.toordinal())), self.y(number))

    def stop_at(self, place: QPointF) -> Stop | None:
        """Return what lies under the mouse: a milestone before an end, an end before a bar."""
        frame = self.frame
        x, y = frame.flip(place.x()), place.y()
        if not frame.header <= y < frame.header + frame.rows_height:
            return None
        number = self.lines.at(y - frame.header + self.top)
        row = None if number is None else self.lines.all[number].row
        if number is None or row is None:
            return None
        if x < frame.gutter:
            return Stop(row.goal.id, Part.BAR)
        if abs(y - self.y(number)) > (DIAMOND + 3) * self.factor:
            return None
        return self._mark_at(number, x) or self._part_at(number, x)

    def _mark_at(self, number: int, x: float) -> Stop | None:
        row, days = self.lines.all[number].row, self.lines.days(number)
        if row is None or not days:
            return None
        day = self.scale.left + (x - self.frame.gutter) / self.scale.per_day
        around = (DIAMOND + 2) * self.factor / self.scale.per_day
        near = range(bisect_left(days, day - around), bisect_right(days, day + around))
        if not near:
            return None
        nearest = min(near, key=lambda place: abs(days[place] - day))
        return Stop(row.goal.id, Part.MARK, row.marks[nearest].id)

    def _part_at(self, number: int, x: float) -> Stop | None:
        row = self.lines.all[number].row
        if row is None:
            return None
        start, end = (self.x(day) for day in self.ends(number))
        reach = REACH * self.factor
        for part, at in ((Part.END, end), (Part.START, start)):
            if abs(x - at) <= reach:
                return Stop(row.goal.id, part)
        return Stop(row.goal.id, Part.BAR) if start < x < end else None
