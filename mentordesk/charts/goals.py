"""Draw how far the milestones of each goal are, each goal against its own plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from mentordesk.charts.palette import Palette
from mentordesk.charts.sheet import Box, Sheet
from mentordesk.charts.view import Aim, ChartPoint, ChartView
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import GoalProgress
from mentordesk.domain.progress_said import goal_label, goals_sentence, goals_table, next_phrase

DRAWN = 30
"""Goals in one figure, those with the nearest dates; the table has them all. Text is slow."""

_PAD = 16
_GAP = 16
_ROW = 36
_BAR = 9
_TITLE_SHARE = 0.34


def per_goal_view(
    goals: Sequence[GoalProgress],
    today: date,
    palette: Palette,
    size_inches: tuple[float, float],
    dpi: float,
    *,
    tr: Translate = str.format,
    caption: bool = False,
) -> ChartView:
    """Return the chart of goals; without any, the figure says so in words.

    Args:
        goals: in the order to draw them.
        today: the day the dates are said from.
        palette: colours and type.
        size_inches: width and height; the width is kept, the height becomes what the rows need.
        dpi: pixels to an inch; the layout does not depend on it.
        tr: translates words.
        caption: write the sentence under the chart, for a file that stands alone.
    """
    sentence = goals_sentence(goals, today, tr)
    sheet = Sheet(palette, size_inches, dpi)
    if goals:
        axes = _draw(sheet, goals, today, sentence if caption else "", tr)
    else:
        axes = sheet.say_empty(tr("No milestones yet"))
    points = tuple(
        ChartPoint(goal.reached / goal.total, row, goal_label(goal, today, tr))
        for row, goal in enumerate(goals[:DRAWN])
    )
    table = goals_table(goals, tr)
    return ChartView(sheet.figure, axes, points, table, sentence, Aim.DOWN, own_height=True)


@dataclass(frozen=True)
class _Row:
    """The words of one goal."""

    title: str
    share: str
    next: str


def _row(sheet: Sheet, goal: GoalProgress, today: date, tr: Translate) -> _Row:
    share = tr("{reached} of {total}", reached=goal.reached, total=goal.total)
    return _Row(
        title=sheet.elide(goal.title, _TITLE_SHARE * sheet.width, small=False),
        share=sheet.clean(share),
        next=sheet.clean(next_phrase(goal, today, tr)) if goal.next_due else "",
    )


def _draw(
    sheet: Sheet, goals: Sequence[GoalProgress], today: date, caption: str, tr: Translate
) -> Axes:
    pad, gap, high = _PAD * sheet.unit, _GAP * sheet.unit, _ROW * sheet.unit
    drawn, left_out = goals[:DRAWN], len(goals[DRAWN:])
    rows = [_row(sheet, goal, today, tr) for goal in drawn]
    floor = pad + sheet.write_caption(caption, pad)
    sheet.resize_height(floor + (len(rows) + bool(left_out)) * high + pad)
    middles = [sheet.height - pad - (number + 0.5) * high for number in range(len(rows))]
    if left_out:
        words = tr(
            "The {drawn} with the nearest dates; {count} more in the table",
            drawn=len(drawn),
            count=left_out,
        )
        more = sheet.clean(words)
        sheet.write(pad, middles[-1] - high, more, colour=sheet.palette.quiet)
    titles = max(sheet.text_width(row.title, small=False) for row in rows)
    left, right = pad + titles + gap, _write_rows(sheet, rows, middles) - gap
    box = Box(left, middles[-1] - high / 2, max(right, left + gap), middles[0] + high / 2)
    axes = sheet.add_axes(box)
    axes.set_xlim(0, 1)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    _draw_bars(sheet, axes, drawn, box.right - box.left)
    return axes


def _write_rows(sheet: Sheet, rows: Sequence[_Row], middles: Sequence[float]) -> float:
    """Write the words of the rows in columns; return where those on the right begin, in inches."""
    ink, quiet = sheet.palette.ink, sheet.palette.quiet
    pad = _PAD * sheet.unit
    next_width = max(sheet.text_width(row.next) if row.next else 0 for row in rows)
    next_left = sheet.width - pad - next_width
    shares_right = next_left - (_GAP * sheet.unit if next_width else 0)
    for row, middle in zip(rows, middles, strict=True):
        sheet.write(pad, middle, row.title, colour=ink, small=False)
        sheet.write(shares_right, middle, row.share, colour=ink, small=False, align="right")
        if row.next:
            sheet.write(next_left, middle, row.next, colour=quiet)
    return shares_right - max(sheet.text_width(row.share, small=False) for row in rows)


def _draw_bars(sheet: Sheet, axes: Axes, goals: Sequence[GoalProgress], length: float) -> None:
    """Draw a slim track for each goal and over it the part that is reached."""
    thick = _BAR * sheet.unit * 72
    # Round ends stand out by half the thickness: the line begins and ends that much further in.
    end = _BAR * sheet.unit / 2 / length
    rows = range(len(goals))
    tracks = [[(end, row), (1 - end, row)] for row in rows]
    edge = sheet.palette.edge if sheet.palette.contrast else sheet.palette.accent_soft
    _add_bars(axes, tracks, edge, thick)
    if sheet.palette.contrast:
        _add_bars(axes, tracks, sheet.palette.surface, thick - 2)
    for done, colour in ((False, sheet.palette.line), (True, sheet.palette.good)):
        parts = [
            [(end, row), (end + (1 - 2 * end) * goal.reached / goal.total, row)]
            for row, goal in zip(rows, goals, strict=True)
            if goal.reached and (goal.reached == goal.total) is done
        ]
        _add_bars(axes, parts, colour, thick)


def _add_bars(
    axes: Axes, lines: Sequence[Sequence[tuple[float, float]]], colour: str, points: float
) -> None:
    if lines:
        axes.add_collection(
            LineCollection(lines, colors=colour, linewidths=points, capstyle="round", clip_on=False)
        )
