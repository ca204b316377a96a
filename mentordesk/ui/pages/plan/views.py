"""The two views of a plan: its list, and how far it has come."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.goals import PlanScope
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.pages.plan.view import PlanView
from mentordesk.ui.widgets.switch import SwitchLook, ViewSwitch
from mentordesk.ui.words import tr

VIEWS = ("list", "progress")
"""What a place calls the views, in their order."""


class PlanViews(QStackedWidget):
    """List and progress; the latter is made when it is first looked at. The switch is beside."""

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        scope: PlanScope,
        make_progress: Callable[[], QWidget],
        *,
        prefix: str = "plan",
    ) -> None:
        super().__init__()
        self._make_progress = make_progress
        self._progress: QWidget | None = None
        self.plan = PlanView(context, actions, scope, prefix=prefix)
        self.addWidget(self.plan)
        self.switch = ViewSwitch(
            [tr("List"), tr("Progress")], look=SwitchLook.SEGMENTS, name=tr("Views of the goals")
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
        if view == 0:
            self.setCurrentWidget(self.plan)
            return
        if self._progress is None:
            self._progress = self._make_progress()
            self.addWidget(self._progress)
        self.setCurrentWidget(self._progress)


class PlanTab(QWidget):
    """The goals of a relationship: the switch over its views."""

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        scope: PlanScope,
        make_progress: Callable[[], QWidget],
    ) -> None:
        super().__init__()
        self.views = PlanViews(context, actions, scope, make_progress, prefix="relationship.goals")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.views.switch, 0, Qt.AlignmentFlag.AlignTrailing)
        layout.addWidget(self.views, 1)
