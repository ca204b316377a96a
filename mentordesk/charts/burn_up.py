"""Draw milestones planned and reached over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from mentordesk.charts.palette import BODY_POINTS, Palette
from mentordesk.charts.sheet import Box, Sheet, first_free
from mentordesk.charts.step_lines import LineRole, StepLine, step_lines
from mentordesk.charts.time_axis import Step, count_step, day_names, named_days
from mentordesk.charts.view import ChartPoint, ChartView
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import BurnUp
from mentordesk.domain.progress_said import burn_up_sentence, burn_up_table, day_label

MARKED = 40
"""A line with more jumps than this is marked at the last one only: marks would run together."""

_PAD = 16
_GAP = 8
_ROUND_TO = (0.0, 0.5, -0.5, 0.8, -0.8, 1.1, -1.1, 1.6, -1.6, 2.1, -2.1)
_ABOVE = (0.7, -0.7, 1.2, -1.2, 1.7, -1.7)


@dataclass(frozen=True)
class _Pen:
    """How a line is drawn; lines differ by dash and mark, not only by colour."""

    width: float
    dash: str | tuple[int, tuple[float, float]]
    marker: str = ""
    mark_size: float = 0.0


_PENS = {
    LineRole.PLANNED: _Pen(1.4, (0, (4, 2.5)), "D", 5.0),
    LineRole.BASELINE: _Pen(1.4, (0, (1, 2))),
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
        size_inches: width and height; at least 3 by 1 inches are taken.
        dpi: pixels to an inch; the layout does not depend on it.
        tr: translates words.
        caption: write the sentence under the chart, for a file that stands alone.
    """
    sheet = Sheet(palette, size_inches, dpi)
    sentence = burn_up_sentence(burn, tr)
    pad = _PAD * sheet.unit
    lines = sheet.wrap(sentence, sheet.width - 2 * pad) if caption else []
    sheet.write_caption(lines, pad, pad)
    floor = pad + (len(lines) * sheet.line_height + pad if lines else 0)
    if burn.has_lines:
        axes = _draw(sheet, burn, floor, tr)
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


def _draw(sheet: Sheet, burn: BurnUp, floor: float, tr: Translate) -> Axes:
    lines = step_lines(burn, tr)
    high = max(up for line in lines for path in line.paths for _, up in path) or 1
    top = sheet.height - _PAD * sheet.unit - sheet.line_height - _GAP * sheet.unit
    bottom = floor + sheet.line_height + _GAP * sheet.unit
    step = count_step(int(high), min(5, int((top - bottom) / (2.2 * sheet.line_height))))
    counts = range(0, int(high) + 1, step)
    left = (_PAD + _GAP) * sheet.unit + max(sheet.text_width(str(count)) for count in counts)
    right = sheet.width - (_PAD + _GAP) * sheet.unit - _ends_width(sheet, burn, lines)
    axes = sheet.add_axes(Box(left, bottom, right, top))
    axes.set_xlim(burn.start.toordinal(), burn.end.toordinal())
    axes.set_ylim(0, high * 1.04)
    _draw_counts(sheet, axes, counts)
    _draw_days(sheet, axes, burn, floor, tr)
    for order, line in enumerate(lines):
        _draw_line(sheet, axes, line, 3 + order)
    today = _draw_today(sheet, axes, burn.today, tr)
    _write_unit(sheet, today, tr)
    _write_words(sheet, axes, lines, [today, *_today_line(sheet, axes, burn.today)])
    return axes


def _ends_width(sheet: Sheet, burn: BurnUp, lines: Sequence[StepLine]) -> float:
    """Return the room that words at the right edge need, in inches."""
    near = burn.start.toordinal() + 0.7 * (burn.end - burn.start).days
    ends = [line.words for line in lines if line.anchors[0][0] >= near]
    return max((sheet.text_width(sheet.clean(words), strong=True) for words in ends), default=0)


def _write_unit(sheet: Sheet, today: Box, tr: Translate) -> None:
    """Say above the counts what is counted, unless "today" stands there."""
    words = sheet.clean(tr("milestones"))
    middle = (today.bottom + today.top) / 2
    box = _box(sheet, _PAD * sheet.unit, middle, sheet.text_width(words) + _GAP * sheet.unit)
    if not box.meets(today):
        sheet.write(box.left, middle, words, colour=sheet.palette.quiet)


def _place(sheet: Sheet, axes: Axes, x: float, y: float) -> tuple[float, float]:
    """Return data coordinates as inches from the figure's lower left corner."""
    across, up = axes.transData.transform((x, y))
    return float(across) / sheet.figure.dpi, float(up) / sheet.figure.dpi


def _draw_counts(sheet: Sheet, axes: Axes, counts: range) -> None:
    start, end = axes.get_xlim()
    lines = [[(start, count), (end, count)] for count in counts]
    colour = sheet.palette.hairline
    width = 0.4 if sheet.palette.contrast else 0.8
    axes.add_collection(LineCollection(lines, colors=colour, linewidths=width, clip_on=False))
    for count in counts:
        across, up = _place(sheet, axes, start, count)
        place = across - _GAP * sheet.unit
        sheet.write(place, up, str(count), colour=sheet.palette.quiet, align="right")


def _draw_days(sheet: Sheet, axes: Axes, burn: BurnUp, floor: float, tr: Translate) -> None:
    per_day = (_place(sheet, axes, 1, 0)[0] - _place(sheet, axes, 0, 0)[0]) or 1
    for step in Step:
        days = named_days(burn.start, burn.end, step)
        names = [sheet.clean(name) for name in day_names(days, step, burn.today, tr)]
        gaps = [(b - a).days * per_day for a, b in pairwise(days)]
        widest = max(map(sheet.text_width, names), default=0)
        if min(gaps, default=sheet.width) > widest + 3 * _GAP * sheet.unit:
            break
    for day, name in zip(days, names, strict=True):
        across, _ = _place(sheet, axes, day.toordinal(), 0)
        half = sheet.text_width(name) / 2
        if across - half >= _GAP * sheet.unit:
            middle = floor + sheet.line_height / 2
            sheet.write(across, middle, name, colour=sheet.palette.quiet, align="center")


def _colour(palette: Palette, role: LineRole) -> str:
    return palette.line if role is LineRole.REACHED else palette.quiet


def _draw_line(sheet: Sheet, axes: Axes, line: StepLine, order: int) -> None:
    scale = sheet.palette.text_size / BODY_POINTS
    pen, colour = _PENS[line.role], _colour(sheet.palette, line.role)
    drawn = LineCollection(
        [list(path) for path in line.paths],
        colors=colour,
        linewidths=pen.width * scale,
        linestyles=[pen.dash],
        zorder=order,
        clip_on=False,
    )
    axes.add_collection(drawn)
    marks = line.marks if len(line.marks) <= MARKED else line.marks[-1:]
    if not pen.marker or not marks:
        return
    filled = line.role is LineRole.REACHED
    days, counts = zip(*marks, strict=True)
    axes.add_line(
        Line2D(
            days,
            counts,
            linestyle="none",
            marker=pen.marker,
            markersize=pen.mark_size * scale,
            markerfacecolor=colour if filled else sheet.palette.surface,
            markeredgecolor=sheet.palette.surface if filled else colour,
            markeredgewidth=1.1 * scale,
            zorder=order + 0.5,
            clip_on=False,
        )
    )


def _draw_today(sheet: Sheet, axes: Axes, today: date, tr: Translate) -> Box:
    colour = sheet.palette.line
    low, high = axes.get_ylim()
    axes.add_line(
        Line2D([today.toordinal()] * 2, [low, high], color=colour, linewidth=1.0, zorder=2)
    )
    across, up = _place(sheet, axes, today.toordinal(), high)
    text = sheet.clean(tr("today"))
    half = sheet.text_width(text, strong=True) / 2
    pad = _PAD * sheet.unit
    across = min(max(across, pad + half), sheet.width - pad - half)
    up += sheet.line_height / 2 + 2 * sheet.unit
    sheet.write(across, up, text, colour=colour, strong=True, align="center")
    return _box(sheet, across - half, up, 2 * half)


def _box(sheet: Sheet, left: float, middle: float, width: float) -> Box:
    half = sheet.line_height / 2
    return Box(left, middle - half, left + width, middle + half)


def _today_line(sheet: Sheet, axes: Axes, today: date) -> list[Box]:
    low, high = axes.get_ylim()
    across, bottom = _place(sheet, axes, today.toordinal(), low)
    _, top = _place(sheet, axes, today.toordinal(), high)
    return [Box(across, bottom, across + sheet.unit, top)]


def _obstacles(sheet: Sheet, axes: Axes, line: StepLine) -> list[Box]:
    """Return the parts of a step line as thin boxes."""
    around = 3 * sheet.unit
    boxes = []
    for path in line.paths:
        places = [_place(sheet, axes, *corner) for corner in path]
        for (left, low), (right, high) in pairwise(places):
            boxes.append(Box(left, min(low, high) - around, right, max(low, high) + around))
    return boxes


def _write_words(sheet: Sheet, axes: Axes, lines: Sequence[StepLine], taken: Sequence[Box]) -> None:
    """Write each line's words beside it, where they meet no line and no other words."""
    boxes = [*taken, *(box for line in lines for box in _obstacles(sheet, axes, line))]
    room = Box(0, 0, sheet.width, sheet.height)
    for line in lines:
        strong = line.role is LineRole.REACHED
        text = sheet.clean(line.words)
        width = sheet.text_width(text, strong=strong)
        box = first_free(_tries(sheet, axes, line, width), boxes, room)
        boxes.append(box)
        middle = (box.bottom + box.top) / 2
        colour = _colour(sheet.palette, line.role)
        sheet.write(box.left, middle, text, colour=colour, strong=strong)


def _tries(sheet: Sheet, axes: Axes, line: StepLine, width: float) -> list[Box]:
    """Return where a line's words may stand, the best place first."""
    gap = _GAP * sheet.unit
    ends = [_place(sheet, axes, *anchor) for anchor in line.anchors]
    if line.anchors[0] == line.paths[-1][-1]:
        across, up = ends[0]
        sides = [across + gap, across - gap - width]
        tries = [(side, up + move * sheet.line_height) for move in _ROUND_TO for side in sides]
    else:
        tries = [
            (across + gap / 2, up + m * sheet.line_height) for across, up in ends for m in _ABOVE
        ]
    return [_box(sheet, left, middle, width) for left, middle in tries]
