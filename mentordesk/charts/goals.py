"""Draw how far the milestones of each goal are, each goal against its own plan."""

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from mentordesk.charts.palette import Palette
from mentordesk.charts.sheet import Box, Sheet
from mentordesk.charts.view import ChartPoint, ChartView
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import GoalProgress
from mentordesk.domain.progress_said import goal_label, goals_sentence, goals_table, next_phrase

DRAWN = 300
"""Goals in one figure; the table has them all. A taller picture can't be painted."""

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
    drawn = goals[:DRAWN]
    sentence = goals_sentence(goals, today, tr)
    sheet = Sheet(palette, size_inches, dpi)
    pad = _PAD * sheet.unit
    lines = sheet.wrap(sentence, sheet.width - 2 * pad) if caption and goals else []
    rows = len(drawn) + (len(goals) > len(drawn))
    floor = pad + (len(lines) * sheet.line_height + pad / 2 if lines else 0)
    height = rows * _ROW * sheet.unit + floor + pad if goals else size_inches[1]
    sheet.resize(height)
    sheet.write_caption(lines, pad, pad)
    if goals:
        axes = _draw(sheet, drawn, len(goals) - len(drawn), today, tr)
    else:
        axes = sheet.say_empty(tr("No milestones yet"))
    points = tuple(
        ChartPoint(goal.reached / goal.total, row, goal_label(goal, today, tr))
        for row, goal in enumerate(drawn)
    )
    return ChartView(sheet.figure, axes, points, goals_table(goals, tr), sentence)


def _draw(
    sheet: Sheet, goals: Sequence[GoalProgress], left_out: int, today: date, tr: Translate
) -> Axes:
    pad, gap = _PAD * sheet.unit, _GAP * sheet.unit
    quiet = sheet.palette.quiet
    shares = [
        sheet.clean(tr("{reached} of {total}", reached=goal.reached, total=goal.total))
        for goal in goals
    ]
    dates = [sheet.clean(next_phrase(goal, today, tr)) if goal.next_due else "" for goal in goals]
    titles = [sheet.elide(goal.title, _TITLE_SHARE * sheet.width, small=False) for goal in goals]
    share_width = max(sheet.text_width(share, small=False) for share in shares)
    date_width = max(sheet.text_width(said) if said else 0 for said in dates)
    dates_left = sheet.width - pad - date_width
    shares_right = dates_left - (gap if date_width else 0)
    left = pad + max(sheet.text_width(title, small=False) for title in titles) + gap
    right = max(shares_right - share_width - gap, left + gap)
    middles = [sheet.height - pad - (row + 0.5) * _ROW * sheet.unit for row in range(len(goals))]
    for middle, title, share, said in zip(middles, titles, shares, dates, strict=True):
        sheet.write(pad, middle, title, colour=sheet.palette.ink, small=False)
        ink = sheet.palette.ink
        sheet.write(shares_right, middle, share, colour=ink, small=False, align="right")
        if said:
            sheet.write(dates_left, middle, said, colour=quiet)
    if left_out:
        more = tr("and {count} more in the table", count=left_out)
        sheet.write(pad, middles[-1] - _ROW * sheet.unit, sheet.clean(more), colour=quiet)
    half = _ROW * sheet.unit / 2
    axes = sheet.add_axes(Box(left, middles[-1] - half, right, middles[0] + half))
    axes.set_xlim(0, 1)
    axes.set_ylim(len(goals) - 0.5, -0.5)
    _draw_bars(sheet, axes, goals, right - left)
    return axes


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
