"""Draw a kind of chart from facts: the one door for the window and for files."""

from collections.abc import Iterable
from datetime import date

from mentordesk.charts.burn_up import burn_up_view
from mentordesk.charts.goals import per_goal_view
from mentordesk.charts.palette import Palette
from mentordesk.charts.view import ChartView
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import ChartKind, MilestoneFact, burn_up, per_goal


def chart_view(
    facts: Iterable[MilestoneFact],
    kind: ChartKind,
    *,
    today: date,
    palette: Palette,
    size_inches: tuple[float, float],
    dpi: float,
    tr: Translate = str.format,
    caption: bool = False,
) -> ChartView:
    """Return a chart of a kind; sizes are in inches, ``caption`` writes the sentence under it."""
    if kind is ChartKind.BURN_UP:
        burn = burn_up(facts, today)
        return burn_up_view(burn, palette, size_inches, dpi, tr=tr, caption=caption)
    goals = per_goal(facts, today)
    return per_goal_view(goals, today, palette, size_inches, dpi, tr=tr, caption=caption)
