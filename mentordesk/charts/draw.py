"""Draw a kind of chart from facts: the one door for the window and for files."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from mentordesk.charts.actions import actions_view
from mentordesk.charts.burn_up import burn_up_view
from mentordesk.charts.frame import Frame
from mentordesk.charts.goals import per_goal_view
from mentordesk.charts.meetings import meetings_view
from mentordesk.charts.palette import Palette
from mentordesk.charts.view import ChartView
from mentordesk.domain.contact_record import RecordFact, contact_records
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import ChartKind, MilestoneFact, burn_up, per_goal
from mentordesk.domain.promises import PromiseFact, promises

Drawer = Callable[[Iterable[Any], Frame], ChartView]
"""Draws one kind of chart from its own kind of facts."""


def chart_view(
    facts: Iterable[Any],
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
    return DRAWERS[kind](facts, Frame(today, palette, size_inches, dpi, tr, caption))


def _burn_up(facts: Iterable[MilestoneFact], frame: Frame) -> ChartView:
    burn = burn_up(facts, frame.today)
    size, dpi = frame.size_inches, frame.dpi
    return burn_up_view(burn, frame.palette, size, dpi, tr=frame.tr, caption=frame.caption)


def _goals(facts: Iterable[MilestoneFact], frame: Frame) -> ChartView:
    goals = per_goal(facts, frame.today)
    return per_goal_view(
        goals,
        frame.today,
        frame.palette,
        frame.size_inches,
        frame.dpi,
        tr=frame.tr,
        caption=frame.caption,
    )


def _meetings(facts: Iterable[RecordFact], frame: Frame) -> ChartView:
    return meetings_view(contact_records(facts, frame.today), frame)


def _actions(facts: Iterable[PromiseFact], frame: Frame) -> ChartView:
    return actions_view(promises(facts, frame.today), frame)


DRAWERS: Mapping[ChartKind, Drawer] = MappingProxyType(
    {
        ChartKind.BURN_UP: _burn_up,
        ChartKind.GOALS: _goals,
        ChartKind.MEETINGS: _meetings,
        ChartKind.ACTIONS: _actions,
    }
)
"""Every kind of chart; a test sees to it that none is forgotten."""
