"""Draw what both sides promised and what became of it: mine upwards, theirs downwards, alike."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import Rectangle

from mentordesk.charts.frame import Frame
from mentordesk.charts.key import Fill, write_key
from mentordesk.charts.palette import Palette
from mentordesk.charts.sheet import Box, Sheet
from mentordesk.charts.time_axis import count_step
from mentordesk.charts.view import Aim, ChartPoint, ChartView
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.promises import PromisePeriod, Promises, PromiseState
from mentordesk.domain.promises_said import (
    STATE_NAMES,
    period_name,
    promises_sentence,
    promises_table,
    side_label,
)

_PAD, _GAP = 16, 8
_BAR = 0.62  # of the room of a period
_MOST_COUNTS = 3
_FEWEST = 6
"""Periods that share the width at least: one month alone is no wall of colour."""


def actions_view(facts: Promises, frame: Frame) -> ChartView:
    """Return the chart of promises; without any, the figure says so in words."""
    sheet = Sheet(frame.palette, frame.size_inches, frame.dpi)
    sentence = promises_sentence(facts, frame.tr)
    if facts.periods:
        axes = _draw(sheet, facts, frame, sentence if frame.caption else "")
    else:
        words = frame.tr("No promises with a day yet" if facts.total else "No promises yet")
        axes = sheet.say_empty(words)
    points = tuple(
        ChartPoint(
            number,
            (1 if mine else -1) * (period.mine if mine else period.theirs).total() / 2,
            side_label(period, facts.period, frame.tr, mine=mine),
        )
        for number, period in enumerate(facts.periods)
        for mine in (True, False)
        if (period.mine if mine else period.theirs).total()
    )
    return ChartView(
        sheet.figure, axes, points, promises_table(facts, frame.tr), sentence, Aim.BOTH
    )


def fills(palette: Palette) -> dict[PromiseState, Fill]:
    """Return how each state is filled: full, striped, hollow, hollow and dotted."""
    line, surface = palette.line, palette.surface
    return {
        PromiseState.IN_TIME: Fill(line, line),
        PromiseState.LATER: Fill(
            surface if palette.contrast else palette.accent_soft, line, "////"
        ),
        PromiseState.OPEN: Fill(surface, palette.ink),
        PromiseState.LET_GO: Fill(surface, palette.quiet, "", ":"),
    }


def _draw(sheet: Sheet, facts: Promises, frame: Frame, caption: str) -> Axes:
    tr, unit, palette = frame.tr, sheet.unit, sheet.palette
    pad, gap = _PAD * unit, _GAP * unit
    most = max(facts.most, 1)
    step = count_step(most, _MOST_COUNTS)
    counts = range(-(most // step) * step, most + 1, step)
    floor = pad + sheet.write_caption(caption, pad)
    sides = [sheet.clean(tr("I promised")), sheet.clean(tr("They promised"))]
    named = max(map(sheet.text_width, sides))
    left = pad + named + 2 * gap + max(sheet.text_width(str(abs(count))) for count in counts)
    top = sheet.height - pad - 2 * sheet.line_height
    box = Box(left, floor + sheet.line_height + gap, sheet.width - pad, top)
    axes = sheet.add_axes(box)
    axes.set_xlim(-0.5, max(len(facts.periods), _FEWEST) - 0.5)
    axes.set_ylim(-1.08 * most, 1.08 * most)
    middle = (box.bottom + box.top) / 2
    for words, up in zip(sides, ((middle + top) / 2, (middle + box.bottom) / 2), strict=True):
        sheet.write(pad, up, words, colour=palette.ink)
    _draw_counts(sheet, axes, box, (counts, most))
    _draw_bars(axes, facts.periods, palette)
    _name_periods(sheet, box, facts, tr)
    key = [(fill, tr(STATE_NAMES[state])) for state, fill in fills(palette).items()]
    write_key(sheet, key, sheet.width - pad, sheet.height - pad - sheet.line_height / 2)
    return axes


def _draw_counts(sheet: Sheet, axes: Axes, box: Box, scale: tuple[Sequence[int], int]) -> None:
    counts, most = scale
    palette = sheet.palette
    ends = axes.get_xlim()
    lines = [[(ends[0], count), (ends[1], count)] for count in counts if count]
    axes.add_collection(
        LineCollection(lines, colors=palette.hairline, linewidths=0.8, zorder=0.5, clip_on=False)
    )
    ground = [[(ends[0], 0), (ends[1], 0)]]
    axes.add_collection(LineCollection(ground, colors=palette.ink, linewidths=1.0, zorder=5))
    for count in counts:
        up = (box.bottom + box.top) / 2 + count / (2 * 1.08 * most) * (box.top - box.bottom)
        left = box.left - _GAP * sheet.unit
        sheet.write(left, up, str(abs(count)), colour=palette.quiet, align="right")


def _draw_bars(axes: Axes, periods: Sequence[PromisePeriod], palette: Palette) -> None:
    for state, fill in fills(palette).items():
        drawn = [bar for bar in _bars(periods, state) if bar.get_height()]
        if drawn:
            axes.add_collection(
                PatchCollection(
                    drawn,
                    facecolor=fill.face,
                    edgecolor=fill.edge,
                    hatch=fill.hatch or None,
                    linestyle=fill.dash,
                    linewidth=1.0,
                    zorder=3,
                )
            )


def _bars(periods: Sequence[PromisePeriod], state: PromiseState) -> list[Rectangle]:
    """Return a state's part of each column; what was kept lies next to the ground line."""
    states = list(PromiseState)
    before = states[: states.index(state)]
    bars = []
    for number, period in enumerate(periods):
        for tally, way in ((period.mine, 1), (period.theirs, -1)):
            below = sum(tally[one] for one in before)
            place = (number - _BAR / 2, way * below)
            bars.append(Rectangle(place, _BAR, way * tally[state]))
    return bars


def _name_periods(sheet: Sheet, box: Box, facts: Promises, tr: Translate) -> None:
    """Name as many periods as have room, the last one first."""
    columns = max(len(facts.periods), _FEWEST)
    per_period = (box.right - box.left) / columns
    names = [sheet.clean(period_name(period, facts.period, tr)) for period in facts.periods]
    widest = max(map(sheet.text_width, names)) + 2 * _GAP * sheet.unit
    every = max(1, -(-widest // per_period))
    up = box.bottom - _GAP * sheet.unit - sheet.line_height / 2
    for number in range(len(names) - 1, -1, -int(every)):
        across = box.left + (number + 0.5) * per_period
        half = sheet.text_width(names[number]) / 2
        across = min(across, sheet.width - sheet.unit - half)
        sheet.write(across, up, names[number], colour=sheet.palette.quiet, align="center")
