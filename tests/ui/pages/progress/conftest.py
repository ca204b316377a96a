"""Plans whose charts are drawn."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from mentordesk.domain.goals import OWN_PLAN, GoalDraft, MilestoneDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.context import Context
from mentordesk.ui.pages.progress.view import ProgressView


@pytest.fixture
def add_goal(desk: Desk, clock) -> Callable[..., UUID]:
    """Make a goal with one milestone for each number of days from today; None has no date."""

    def make(title: str, *days: int | None, shared: UUID | None = None) -> UUID:
        whom = frozenset() if shared is None else frozenset({shared})
        goal = desk.goals.add_goal(GoalDraft(title=title, shared_with=whom))
        for place, away in enumerate(days):
            due = None if away is None else clock.now.date() + timedelta(away)
            desk.goals.add_milestone(goal, MilestoneDraft(title=f"{title} {place}", due=due))
        return goal

    return make


@pytest.fixture
def plan(add_goal) -> None:
    """Two goals of mine with dates before and after today."""
    add_goal("First paper", -60, -10, 20)
    add_goal("Teach one course", 52)


@pytest.fixture
def exported() -> list[tuple[object, ...]]:
    return []


@pytest.fixture
def make_view(context: Context, qtbot, exported) -> Callable[..., ProgressView]:
    """Show a view of a scope, and wait until its picture is drawn if it has one."""

    views: list[ProgressView] = []  # a view without a parent lives as long as it is named

    def take(*what: object) -> None:
        exported.append(what)

    def make(scope=OWN_PLAN, *, drawn: bool = True, first=None) -> ProgressView:
        view = ProgressView(context, scope, export=take, first=first)
        qtbot.addWidget(view)
        views.append(view)
        view.resize(800, 600)
        view.show()
        if drawn:
            settle(qtbot, view)
        return view

    return make


def settle(qtbot, view: ProgressView) -> None:
    """Wait until the picture shows what the view holds."""
    qtbot.waitUntil(lambda: not view.canvas.busy and view.canvas.shown is not None, timeout=20_000)
