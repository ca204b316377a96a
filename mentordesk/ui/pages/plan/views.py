"""The views of a plan: its list, its timeline, and how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.goals import PlanScope
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.pages.plan.view import PlanView
from mentordesk.ui.widgets.switch import SwitchLook, ViewSwitch
from mentordesk.ui.words import tr

VIEWS = ("list", "timeline", "progress")
"""What a place calls the views, in their order."""


ShowGoal = Callable[[UUID | None], object]
"""Shows a goal of this plan in its list; None shows the list."""


@dataclass(frozen=True)
class OtherViews:
    """Makes the views beside the list, each when it is first looked at."""

    timeline: Callable[[ShowGoal], QWidget]
    progress: Callable[[], QWidget]


class PlanViews(QStackedWidget):
    """List, timeline and progress. The switch is beside."""

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        scope: PlanScope,
        others: OtherViews,
        *,
        prefix: str = "plan",
    ) -> None:
        super().__init__()
        self._others = others
        self._made: dict[str, QWidget] = {}
        self.plan = PlanView(context, actions, scope, prefix=prefix)
        self.addWidget(self.plan)
        self.switch = ViewSwitch(
            [tr("List"), tr("Timeline"), tr("Progress")],
            look=SwitchLook.SEGMENTS,
            name=tr("Views of the goals"),
        )
        self.switch.view_chosen.connect(self.turn_to)

    def show_view(self, name: str, goal: UUID | None = None) -> None:
        """Turn to a view by its name in a place, and to a goal in the list."""
        view = VIEWS.index(name) if name in VIEWS else 0
        self.switch.choose(view)
        self.turn_to(view)
        if goal is not None:
            self.plan.show_goal(goal)

    def first_focus(self) -> QWidget:
        """Return what takes the keyboard."""
        return self.plan.first_focus() if self.currentWidget() is self.plan else self.switch

    def turn_to(self, view: int) -> None:
        """Show a view by its number."""
        name = VIEWS[view]
        if name not in self._made:
            self._made[name] = self._make(name)
            self.addWidget(self._made[name])
        self.setCurrentWidget(self._made[name])

    def _make(self, name: str) -> QWidget:
        if name == "list":
            return self.plan
        return (
            self._others.timeline(self._show_goal)
            if name == "timeline"
            else (self._others.progress())
        )

    def _show_goal(self, goal: UUID | None) -> None:
        self.show_view("list", goal)
        self.plan.first_focus().setFocus()


class PlanTab(QWidget):
    """The goals of a relationship: the switch over its views."""

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        scope: PlanScope,
        others: OtherViews,
    ) -> None:
        super().__init__()
        self.views = PlanViews(context, actions, scope, others, prefix="relationship.goals")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.views.switch, 0, Qt.AlignmentFlag.AlignTrailing)
        layout.addWidget(self.views, 1)
