"""Draw a timeline of 12 goals with 60 milestones, or the same with plain matplotlib."""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from time import process_time
from typing import Any
from uuid import UUID

from benchmarks.probes.watching import answer

ROUNDS = 15
TODAY = date(2026, 11, 24)
GOALS, EACH = 12, 5


def days() -> list[list[date]]:
    """Return the days of each goal's milestones."""
    first = TODAY - timedelta(200)
    return [[first + timedelta(20 * goal + 25 * n) for n in range(EACH)] for goal in range(GOALS)]


def draw_ours() -> tuple[float, float]:
    """Return the time of a full painting and of an unchanged one, in milliseconds."""
    from PySide6.QtWidgets import QApplication

    from mentordesk.domain.timeline import Timeline, TimelineGoal, TimelineMark, TimelineRow
    from mentordesk.ui.pages.timeline.canvas import TimelineCanvas
    from mentordesk.ui.theme import Theme, ThemeChoice

    application = QApplication(sys.argv)
    theme = Theme()
    theme.apply(application, ThemeChoice.LIGHT)
    rows = []
    for number, dues in enumerate(days()):
        goal = TimelineGoal(id=UUID(int=number), title=f"Goal {number}")
        marks = tuple(
            TimelineMark(
                id=UUID(int=1000 * number + n), goal_id=goal.id, title=f"Milestone {n}", due=due
            )
            for n, due in enumerate(dues, 1)
        )
        rows.append(TimelineRow(goal, marks, dues[0], dues[-1]))
    shown = Timeline(tuple(rows), (), ())
    canvas = TimelineCanvas()
    canvas.resize(1000, 560)
    canvas.show()
    application.processEvents()
    full, again = [], []
    for _ in range(ROUNDS):
        canvas.show_timeline(shown, TODAY, "")
        full.append(_painting(canvas.viewport().repaint))
        again.append(_painting(canvas.viewport().repaint))
    return median(full[1:]), median(again[1:])


def draw_floor() -> float:
    """Return the time of bars and markers drawn anew, in milliseconds."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    def draw() -> None:
        figure = Figure(figsize=(10, 5.6), dpi=100)
        canvas: Any = FigureCanvasAgg(figure)
        axes: Any = figure.subplots()
        for number, dues in enumerate(days()):
            axes.barh(f"Goal {number}", dues[-1] - dues[0], left=dues[0])
            for n, due in enumerate(dues, 1):
                axes.plot([due], [number], marker="D")
                axes.annotate(f"Milestone {n}", (due, number))
        axes.axvline(TODAY)
        canvas.draw()

    return median([_painting(draw) for _ in range(ROUNDS)][1:])


def _painting(draw: Callable[[], object]) -> float:
    begun = process_time()
    draw()
    return (process_time() - begun) * 1000


if sys.argv[1] == "ours":
    whole, unchanged = draw_ours()
    answer(full=whole, again=unchanged)
else:
    answer(full=draw_floor())
