"""Draw goals and milestones over time for a file: few artists, dark on white."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from mentordesk.charts.export import PNG_DPI, SIZE, figure_bytes
from mentordesk.charts.formats import ChartFormat, chart_format
from mentordesk.charts.palette import BODY_POINTS, PRINT, Palette
from mentordesk.charts.sheet import Box, Sheet
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress_said import in_sentence
from mentordesk.domain.release import Released
from mentordesk.domain.timeline import (
    Stand,
    Timeline,
    TimelineItem,
    TimelineMark,
    timeline,
)
from mentordesk.domain.timeline_said import mark_words, timeline_sentence
from mentordesk.domain.timeline_scale import Scale, Tick, Zoom, fitting, heads, ticks
from mentordesk.domain.timeline_words import words_beside

DRAWN = 150
"""Goals in one figure; a taller picture can't be painted."""

_PAD, _GAP, _ROW, _BAR, _MARK = 16, 16, 52, 11, 9
_TITLE_SHARE = 0.26
_WORDS_SHARE = 0.16


def timeline_bytes(
    released: Released[TimelineItem],
    fmt: ChartFormat | str,
    *,
    today: date,
    palette: Palette = PRINT,
    tr: Translate = str.format,
) -> bytes:
    """Return a file of the timeline that the gate has released, with its sentence under it.

    Where others are to see it, earlier dates go only if they could be seen then, and no reasons.

    Args:
        released: the goals and milestones that may go.
        fmt: a format or its name, such as ``"png"``.
        today: the day the timeline is drawn for.
        palette: dark on white if not given.
        tr: translates words.

    Raises:
        KnownError: charts are not written in that format.
        TypeError: the items did not come through the gate.
    """
    if not isinstance(released, Released):
        raise TypeError("a timeline leaves only through the gate: release the items first")
    wanted = chart_format(fmt)
    figure = timeline_figure(timeline(released.items), today, palette, SIZE, PNG_DPI, tr=tr)
    return figure_bytes(figure, wanted)


def timeline_figure(
    shown: Timeline,
    today: date,
    palette: Palette,
    size_inches: tuple[float, float],
    dpi: float,
    *,
    tr: Translate = str.format,
) -> Figure:
    """Return the figure of a timeline; its width is kept, its height is what the rows need."""
    sheet = Sheet(palette, size_inches, dpi)
    if not shown.rows:
        sheet.say_empty(tr("No dates yet") if shown.undated_goals else tr("No goals yet"))
        return sheet.figure
    _Drawing(sheet, shown, today, tr).draw()
    return sheet.figure


@dataclass(frozen=True)
class _Marks:
    """How milestones of one kind are drawn."""

    fill: str
    edge: str
    style: Literal["full", "bottom"]


class _Drawing:
    """One timeline on one sheet."""

    def __init__(self, sheet: Sheet, shown: Timeline, today: date, tr: Translate) -> None:
        self._sheet, self._today, self._tr = sheet, today, tr
        self._sentence = timeline_sentence(shown, today, tr)
        self._rows = shown.rows[:DRAWN]
        self._left_out = len(shown.rows) - len(self._rows)
        self._span = shown.span(today)
        self._points = sheet.palette.text_size / BODY_POINTS

    def draw(self) -> None:
        """Draw everything."""
        sheet = self._sheet
        pad, high = _PAD * sheet.unit, _ROW * sheet.unit
        lines = len(self._rows) + bool(self._left_out)
        header = 2.6 * sheet.line_height
        floor = pad + sheet.write_caption(self._sentence, pad) + sheet.line_height
        sheet.resize_height(floor + lines * high + header + pad)
        titles = [
            sheet.elide(row.goal.title, _TITLE_SHARE * sheet.width, small=False)
            for row in self._rows
        ]
        widest = max(sheet.text_width(title, small=False) for title in titles)
        left, top = pad + widest + _GAP * sheet.unit, sheet.height - pad - header
        box = Box(left, top - len(self._rows) * high, sheet.width - pad, top)
        for number, title in enumerate(titles):
            middle = top - (number + 0.5) * high
            sheet.write(pad, middle, title, colour=sheet.palette.ink, small=False)
        if self._left_out:
            more = sheet.clean(self._tr("and {count} more goals", count=self._left_out))
            sheet.write(pad, box.bottom - high / 2, more, colour=sheet.palette.quiet)
        self._draw_days(box)

    def _draw_days(self, box: Box) -> None:
        sheet, width = self._sheet, box.right - box.left
        # The same steps as on the screen, so a unit of the sheet stands for a pixel there.
        scale = fitting(self._span, width / sheet.unit)
        axes = sheet.add_axes(box)
        axes.set_xlim(scale.left, scale.left + width / sheet.unit / scale.per_day)
        axes.set_ylim(len(self._rows) - 0.5, -0.5)
        self._draw_header(axes, box, scale)
        self._draw_bars(axes)
        self._draw_ghosts(axes)
        self._draw_marks(axes)
        self._name_marks(box, scale)

    def _draw_header(self, axes: Axes, box: Box, scale: Scale) -> None:
        sheet, width = self._sheet, (box.right - box.left) / self._sheet.unit
        named = [tick for tick in ticks(scale, width, self._tr) if tick.day >= scale.left]
        last = len(self._rows) - 0.5
        lines = [[(tick.day, -0.5), (tick.day, last)] for tick in named]
        axes.add_collection(
            LineCollection(lines, colors=sheet.palette.hairline, linewidths=0.8, zorder=1)
        )
        place = partial(self._across, box, scale)
        first = box.top + 0.8 * sheet.line_height
        self._write_ticks(named, place, first, box.right, quiet=True)
        if Zoom.of(scale.per_day) not in {Zoom.YEARS, Zoom.DECADES}:
            above = heads(scale, width, self._tr)
            self._write_ticks(above, place, first + sheet.line_height, box.right, quiet=False)
        today = self._today.toordinal()
        colour = sheet.palette.line
        axes.add_line(Line2D([today, today], [-0.5, last], color=colour, linewidth=1.2, zorder=3))
        words = sheet.clean(self._tr("today"))
        below = box.bottom - 0.6 * sheet.line_height
        sheet.write(place(today), below, words, colour=colour, strong=True, align="center")

    def _write_ticks(
        self,
        named: Sequence[Tick],
        place: Callable[[float], float],
        middle: float,
        right: float,
        *,
        quiet: bool,
    ) -> None:
        sheet, edge, side = self._sheet, place(float("-inf")), 4 * self._sheet.unit
        colour, free = sheet.palette.quiet if quiet else sheet.palette.ink, edge
        for number, tick in enumerate(named):
            words = sheet.clean(tick.words)
            width = sheet.text_width(words)
            left = place(tick.day) + side
            if left < edge:  # what has begun before the edge is named at the edge, if it fits
                following = place(named[number + 1].day) if named[number + 1 :] else right
                left = min(edge + side, following - width - side)
            if left >= free and left + width <= right:
                sheet.write(left, middle, words, colour=colour)
                free = left + width + side

    def _across(self, box: Box, scale: Scale, ordinal: float) -> float:
        """Return where a day lies, in inches; minus infinity is the left edge."""
        if ordinal == float("-inf"):
            return box.left
        return box.left + scale.x(ordinal) * self._sheet.unit

    def _draw_bars(self, axes: Axes) -> None:
        palette = self._sheet.palette
        bars = [
            [(row.start.toordinal(), number), (row.end.toordinal(), number)]
            for number, row in enumerate(self._rows)
        ]
        thick = _BAR * self._sheet.unit * 72
        axes.add_collection(
            LineCollection(
                bars, colors=palette.accent_soft, linewidths=thick, capstyle="round", zorder=2
            )
        )
        # A span of one day has no length, and a line without length is not drawn.
        axes.add_line(
            Line2D(
                [row.start.toordinal() for row in self._rows],
                range(len(self._rows)),
                linestyle="none",
                marker="o",
                markersize=thick,
                markerfacecolor=palette.accent_soft,
                markeredgewidth=0,
                zorder=2,
            )
        )

    def _draw_ghosts(self, axes: Axes) -> None:
        quiet = self._sheet.palette.quiet
        ghosts = [
            (mark.ghost.toordinal(), mark.day.toordinal(), number)
            for number, row in enumerate(self._rows)
            for mark in row.marks
            if mark.ghost and mark.day
        ]
        if not ghosts:
            return
        ways = [[(then, number), (now, number)] for then, now, number in ghosts]
        axes.add_collection(
            LineCollection(ways, colors=quiet, linewidths=0.8, linestyles=[(0, (2, 2))], zorder=4)
        )
        first = _Marks(self._sheet.palette.surface, quiet, "full")
        self._add_marks(axes, [(then, number) for then, _, number in ghosts], first, 0.6, 4.5)

    def _draw_marks(self, axes: Axes) -> None:
        palette = self._sheet.palette
        looks = {
            Stand.OPEN: _Marks(palette.surface, palette.line, "full"),
            Stand.LATE: _Marks(palette.attention, palette.attention, "bottom"),
            Stand.DONE: _Marks(palette.good, palette.good, "full"),
        }
        for stand, look in looks.items():
            places = [
                (mark.day.toordinal(), number)
                for number, row in enumerate(self._rows)
                for mark in row.marks
                if mark.day and mark.stand(self._today) is stand
            ]
            if places:
                self._add_marks(axes, places, look, 1.3, 5)

    def _add_marks(
        self,
        axes: Axes,
        places: Sequence[tuple[int, int]],
        look: _Marks,
        edge: float,
        order: float,
    ) -> None:
        days, numbers = zip(*places, strict=True)
        axes.add_line(
            Line2D(
                days,
                numbers,
                linestyle="none",
                marker="D",
                markersize=_MARK * self._points,
                fillstyle=look.style,
                markerfacecolor=look.fill,
                markerfacecoloralt=self._sheet.palette.surface,
                markeredgecolor=look.edge,
                markeredgewidth=edge * self._points,
                zorder=order,
                clip_on=False,
            )
        )

    def _name_marks(self, box: Box, scale: Scale) -> None:
        sheet = self._sheet
        high = _ROW * sheet.unit
        away = (_MARK + 4) * sheet.unit * 0.75 + sheet.line_height / 2
        for number, row in enumerate(self._rows):
            words = [self._words(mark, sheet) for mark in row.marks]
            places = [scale.x(day.toordinal()) for mark in row.marks if (day := mark.day)]
            widths = partial(self._width, words)
            middle = box.top - (number + 0.5) * high
            for beside in words_beside(places, _MARK * 0.7, widths):
                left = box.left + (places[beside.place] + _MARK * 0.7) * sheet.unit
                if left + sheet.text_width(words[beside.place]) > sheet.width - sheet.unit:
                    continue
                side = -1 if beside.lane else 1
                text = words[beside.place]
                written = sheet.write(left, middle + side * away, text, colour=sheet.palette.quiet)
                # A line for a month or for today would run through the letters.
                written.set_bbox({"facecolor": sheet.palette.surface, "lw": 0, "pad": 0.5})

    def _words(self, mark: TimelineMark, sheet: Sheet) -> str:
        room = _WORDS_SHARE * sheet.width
        title = sheet.elide(in_sentence(mark.title), room)
        return sheet.clean(mark_words(mark, title, self._today, self._tr))

    def _width(self, words: Sequence[str], place: int) -> float:
        return self._sheet.text_width(words[place]) / self._sheet.unit
