"""The ground of a chart over time: named counts, named days, a line for today."""

from datetime import date
from itertools import pairwise

from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from mentordesk.charts.sheet import Box, Sheet
from mentordesk.charts.time_axis import Step, count_step, day_names, named_days
from mentordesk.domain.dates_said import Translate

PAD = 16
"""Window pixels between the figure's edge and what is drawn."""

GAP = 8
"""Window pixels between a line or an axis and its words."""

_HEADROOM = 1.04
_MOST_COUNTS = 5


class Plot:
    """Axes over days and counts in a sheet, with room above for "today" and below for days.

    Attributes:
        axes: days as ordinals to the right, counts upwards.
        box: where the axes lie.
    """

    def __init__(
        self, sheet: Sheet, days: tuple[date, date], most: int, floor: float, ends: float
    ) -> None:
        """Lay out the plot.

        Args:
            sheet: what to draw on.
            days: the first and the last day.
            most: the highest count.
            floor: inches below the names of the days.
            ends: inches to the right of the last day, for words at the ends of lines.
        """
        self.sheet = sheet
        self._days = days
        self._floor = floor
        self._high = most * _HEADROOM
        gap = GAP * sheet.unit
        top = sheet.height - PAD * sheet.unit - sheet.line_height - gap
        bottom = min(floor + sheet.line_height + gap, top - sheet.line_height)
        room = int((top - bottom) / (2.2 * sheet.line_height))
        self._counts = range(0, most + 1, count_step(most, min(_MOST_COUNTS, room)))
        left = (PAD + GAP) * sheet.unit + max(sheet.text_width(str(c)) for c in self._counts)
        right = max(sheet.width - (PAD + GAP) * sheet.unit - ends, left + gap)
        self.box = Box(left, bottom, right, top)
        self.axes = sheet.add_axes(self.box)
        self.axes.set_xlim(days[0].toordinal(), days[1].toordinal())
        self.axes.set_ylim(0, self._high)

    def place(self, ordinal: float, count: float) -> tuple[float, float]:
        """Return where a day and a count lie, in inches from the figure's lower left corner."""
        box, (start, end) = self.box, self._days
        across = (ordinal - start.toordinal()) / (end - start).days
        up = count / self._high
        return box.left + across * (box.right - box.left), box.bottom + up * (box.top - box.bottom)

    def text_box(self, left: float, middle: float, width: float) -> Box:
        """Return the room that a line of small text takes."""
        half = self.sheet.line_height / 2
        return Box(left, middle - half, left + width, middle + half)

    def draw_counts(self) -> list[Box]:
        """Draw hairlines at a few counts, name them at the left; return the hairlines' room."""
        palette, start, end = self.sheet.palette, *self._days
        lines = [[(start.toordinal(), c), (end.toordinal(), c)] for c in self._counts]
        width = 0.4 if palette.contrast else 0.8
        self.axes.add_collection(
            LineCollection(lines, colors=palette.hairline, linewidths=width, clip_on=False)
        )
        for count in self._counts:
            across, up = self.place(start.toordinal(), count)
            left = across - GAP * self.sheet.unit
            self.sheet.write(left, up, str(count), colour=palette.quiet, align="right")
        heights = [self.place(start.toordinal(), count)[1] for count in self._counts]
        return [Box(self.box.left, up, self.box.right, up + self.sheet.unit) for up in heights]

    def draw_days(self, today: date, tr: Translate) -> None:
        """Name as many days, months or years as have room."""
        sheet = self.sheet
        for day, name in self._named_days(today, tr):
            across, _ = self.place(day.toordinal(), 0)
            half = sheet.text_width(name) / 2
            middle = self._floor + sheet.line_height / 2
            if half <= across <= sheet.width - half:
                sheet.write(across, middle, name, colour=sheet.palette.quiet, align="center")

    def draw_today(self, today: date, tr: Translate) -> list[Box]:
        """Draw a thin line for today, "today" above it; return the room that both take."""
        sheet, pad = self.sheet, PAD * self.sheet.unit
        at = today.toordinal()
        colour = sheet.palette.line
        self.axes.add_line(Line2D([at, at], [0, self._high], color=colour, linewidth=1, zorder=2))
        line, top = self.place(at, self._high)
        words = sheet.clean(tr("today"))
        half = sheet.text_width(words, strong=True) / 2
        across = min(max(line, pad + half), sheet.width - pad - half)
        middle = top + sheet.line_height / 2 + 2 * sheet.unit
        sheet.write(across, middle, words, colour=colour, strong=True, align="center")
        return [
            self.text_box(across - half, middle, 2 * half),
            Box(line, self.box.bottom, line + sheet.unit, top),
        ]

    def write_unit(self, words: str, today: Box) -> None:
        """Say above the counts what is counted, unless "today" stands there."""
        sheet = self.sheet
        words = sheet.clean(words)
        middle = (today.bottom + today.top) / 2
        width = sheet.text_width(words) + GAP * sheet.unit
        box = self.text_box(PAD * sheet.unit, middle, width)
        if not box.meets(today):
            sheet.write(box.left, middle, words, colour=sheet.palette.quiet)

    def _named_days(self, today: date, tr: Translate) -> list[tuple[date, str]]:
        sheet = self.sheet
        start, end = self._days
        per_day = (self.box.right - self.box.left) / (end - start).days
        between = 3 * GAP * sheet.unit
        named: list[tuple[date, str]] = []
        for step in Step:
            days = named_days(start, end, step)
            narrowest = min(((b - a).days for a, b in pairwise(days)), default=0) * per_day
            # No name is narrower than a line is high; measuring hundreds of them is slow.
            if days[1:] and narrowest < between + sheet.line_height:
                continue
            names = [sheet.clean(name) for name in day_names(days, step, today, tr)]
            named = list(zip(days, names, strict=True))
            widest = max(map(sheet.text_width, names), default=0)
            if not days[1:] or narrowest > widest + between:
                break
        return named
