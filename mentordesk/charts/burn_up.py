"""Draw milestones planned and reached over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from mentordesk.charts.palette import BODY_POINTS, Palette
from mentordesk.charts.plot import GAP, PAD, Plot
from mentordesk.charts.sheet import Box, Sheet, first_free
from mentordesk.charts.step_lines import LineRole, StepLine, step_lines
from mentordesk.charts.view import ChartPoint, ChartView
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import BurnUp
from mentordesk.domain.progress_said import burn_up_sentence, burn_up_table, day_label

MARKED = 40
"""A line with more jumps than this is marked at the last one only: marks would run together."""

_ROUND_AN_END = (0.0, 0.5, -0.5, 0.8, -0.8, 1.1, -1.1, 1.6, -1.6, 2.1, -2.1)
_BESIDE_A_LINE = (0.7, -0.7, 1.2, -1.2)
"""Lines of text up or down from an end or a line: where its words are tried, the best first."""


@dataclass(frozen=True)
class _Pen:
    """How a line is drawn; lines differ by dash and mark, not only by colour."""

    width: float
    dash: str | tuple[int, tuple[float, float]]
    marker: str = ""
    mark_size: float = 0.0


_PENS = {
    LineRole.PLANNED: _Pen(1.4, (0, (4, 2.5)), "D", 5.0),
    LineRole.BASELINE: _Pen(1.0, (0, (1, 2))),
    LineRole.REACHED: _Pen(2.0, "-", "o", 6.5),
}


def burn_up_view(
    burn: BurnUp,
    palette: Palette,
    size_inches: tuple[float, float],
    dpi: float,
    *,
    tr: Translate = str.format,
    caption: bool = False,
) -> ChartView:
    """Return the burn-up chart; without anything dated or reached, the figure says so in words.

    Args:
        burn: the counts.
        palette: colours and type.
        size_inches: width and height; at least 3 by 1.6 inches are taken.
        dpi: pixels to an inch; the layout does not depend on it.
        tr: translates words.
        caption: write the sentence under the chart, for a file that stands alone.
    """
    sheet = Sheet(palette, size_inches, dpi)
    sentence = burn_up_sentence(burn, tr)
    if burn.has_lines:
        axes = _draw(sheet, burn, sentence if caption else "", tr)
    else:
        dated = tr("No milestones with dates yet")
        axes = sheet.say_empty(dated if burn.total else tr("No milestones yet"))
    points = tuple(
        ChartPoint(
            day.day.toordinal(),
            day.planned if day.reached is None else day.reached,
            day_label(day, tr),
        )
        for day in (burn.shown if burn.has_lines else ())
    )
    return ChartView(sheet.figure, axes, points, burn_up_table(burn, tr), sentence)


def _draw(sheet: Sheet, burn: BurnUp, caption: str, tr: Translate) -> Axes:
    pad = PAD * sheet.unit
    floor = pad + sheet.write_caption(caption, pad)
    lines = step_lines(burn, tr)
    most = max(count for line in lines for path in line.paths for _, count in path)
    ends = _ends_width(sheet, burn, lines)
    plot = Plot(sheet, (burn.start, burn.end), max(int(most), 1), floor, ends)
    hairlines = plot.draw_counts()
    plot.draw_days(burn.today, tr)
    for order, line in enumerate(lines):
        _draw_line(plot, line, 3 + order)
    today = plot.draw_today(burn.today, tr)
    plot.write_unit(tr("milestones"), today[0])
    _write_words(plot, lines, [*today, *hairlines])
    return plot.axes


def _ends_width(sheet: Sheet, burn: BurnUp, lines: Sequence[StepLine]) -> float:
    """Return the room that words at the right edge need, in inches."""
    near = burn.start.toordinal() + 0.7 * (burn.end - burn.start).days
    ends = [line.words for line in lines if line.at_end and line.anchors[0][0] >= near]
    return max((sheet.text_width(sheet.clean(words), strong=True) for words in ends), default=0)


def _colour(palette: Palette, role: LineRole) -> str:
    return palette.line if role is LineRole.REACHED else palette.quiet


def _draw_line(plot: Plot, line: StepLine, order: int) -> None:
    palette = plot.sheet.palette
    scale = palette.text_size / BODY_POINTS
    pen, colour = _PENS[line.role], _colour(palette, line.role)
    drawn = LineCollection(
        [list(path) for path in line.paths],
        colors=colour,
        linewidths=pen.width * scale,
        linestyles=[pen.dash],
        zorder=order,
        clip_on=False,
    )
    plot.axes.add_collection(drawn)
    marks = line.marks if len(line.marks) <= MARKED else line.marks[-1:]
    if not pen.marker or not marks:
        return
    filled = line.role is LineRole.REACHED
    days, counts = zip(*marks, strict=True)
    plot.axes.add_line(
        Line2D(
            days,
            counts,
            linestyle="none",
            marker=pen.marker,
            markersize=pen.mark_size * scale,
            markerfacecolor=colour if filled else palette.surface,
            markeredgecolor=palette.surface if filled else colour,
            markeredgewidth=1.1 * scale,
            zorder=order + 0.5,
            clip_on=False,
        )
    )


def _write_words(plot: Plot, lines: Sequence[StepLine], taken: Sequence[Box]) -> None:
    """Write each line's words beside it, where they meet no line and no other words."""
    sheet = plot.sheet
    boxes = [*taken, *(box for line in lines for box in _obstacles(plot, line))]
    room = Box(plot.box.left, plot.box.bottom, sheet.width - sheet.unit, sheet.height)
    for line in lines:
        strong = line.role is LineRole.REACHED
        text = sheet.clean(line.words)
        width = sheet.text_width(text, strong=strong)
        box = first_free(_tries(plot, line, width), boxes, room)
        boxes.append(box)
        middle = (box.bottom + box.top) / 2
        colour = _colour(sheet.palette, line.role)
        sheet.write(box.left, middle, text, colour=colour, strong=strong)


def _obstacles(plot: Plot, line: StepLine) -> list[Box]:
    """Return the parts of a step line as thin boxes."""
    around = 3 * plot.sheet.unit
    boxes = []
    for path in line.paths:
        places = [plot.place(*corner) for corner in path]
        for (left, low), (right, high) in pairwise(places):
            boxes.append(Box(left, min(low, high) - around, right, max(low, high) + around))
    return boxes


def _tries(plot: Plot, line: StepLine, width: float) -> list[Box]:
    """Return where a line's words may stand, the best place first."""
    gap, high = GAP * plot.sheet.unit, plot.sheet.line_height
    gap = gap if line.at_end else gap / 2
    moves = _ROUND_AN_END if line.at_end else _BESIDE_A_LINE
    return [
        plot.text_box(left, up + move * high, width)
        for across, up in (plot.place(*anchor) for anchor in line.anchors)
        for move in moves
        for left in (across + gap, across - gap - width)
    ]
