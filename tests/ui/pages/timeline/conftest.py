"""Timelines on the screen."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtTest import QTest

from mentordesk.domain.goals import OWN_PLAN, GoalDraft, MilestoneDraft
from mentordesk.domain.timeline import Part
from mentordesk.services.desk import Desk
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.pages.timeline.lines import Stop
from mentordesk.ui.pages.timeline.view import TimelineView


@pytest.fixture
def plan(desk: Desk, clock) -> SimpleNamespace:
    """A goal with dates and three milestones, one without dates, and one with nothing at all."""
    today = clock.now.date()
    paper = desk.goals.add_goal(
        GoalDraft(title="First paper", start=today - timedelta(100), due=today + timedelta(100))
    )
    data, draft, sent = (
        desk.goals.add_milestone(paper, MilestoneDraft(title=title, due=today + timedelta(days)))
        for title, days in (("Pilot data", -30), ("Draft", 20), ("Sent", 90))
    )
    course = desk.goals.add_goal(GoalDraft(title="Teach one course"))
    desk.goals.add_milestone(course, MilestoneDraft(title="Syllabus", due=today + timedelta(50)))
    loose = desk.goals.add_goal(GoalDraft(title="Some day"))
    return SimpleNamespace(
        today=today, paper=paper, course=course, data=data, draft=draft, sent=sent, loose=loose
    )


@pytest.fixture
def exported() -> list[tuple[object, ...]]:
    return []


@pytest.fixture
def opened() -> list[object]:
    return []


@pytest.fixture
def make_view(context: Context, qtbot, exported, opened) -> Callable[..., TimelineView]:
    """Show a view of a scope."""
    kept: list[object] = []  # a view without a parent lives as long as it is named

    def make(scope=OWN_PLAN, first=None) -> TimelineView:
        actions = ActionTable(context.theme)
        view = TimelineView(
            context,
            actions,
            scope,
            export=lambda *what: exported.append(what),
            open_goal=opened.append,
            first=first,
        )
        qtbot.addWidget(view)
        kept.extend((view, actions))
        view.resize(1000, 640)
        view.show()
        QTest.qWaitForWindowExposed(view)
        return view

    return make


@pytest.fixture
def view(plan, make_view) -> TimelineView:
    return make_view()


@pytest.fixture
def draft(view, plan) -> Stop:
    """The milestone "Draft", chosen, with the keyboard on the timeline."""
    stop = Stop(plan.paper, Part.MARK, plan.draft)
    view.activateWindow()
    view.canvas.setFocus()
    view.canvas.choose(stop)
    return stop
