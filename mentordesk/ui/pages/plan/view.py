"""A plan: its goals as a tree, and beside it the chosen goal in full."""

from dataclasses import replace
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mentordesk.domain.goals import ActionRow, GoalDetail, MilestoneRow, PlanScope
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.page import View
from mentordesk.ui.pages.plan.commands import GOAL_MENU, LINE_MENU, Openers, plan_commands
from mentordesk.ui.pages.plan.detail import GoalPane
from mentordesk.ui.pages.plan.dialogs import PlanDialogs
from mentordesk.ui.pages.plan.people import PlanPeople
from mentordesk.ui.pages.plan.said import Said
from mentordesk.ui.pages.plan.steps import PlanSteps
from mentordesk.ui.pages.plan.tree_items import Kind, plan_items
from mentordesk.ui.pages.plan.tree_view import PlanTree
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.cards import EmptyState
from mentordesk.ui.widgets.scroll import CalmScroll
from mentordesk.ui.words import tr

_BESIDE = 640
"""Logical pixels of width from which the goal stands beside the tree, else below it."""

_GAP = 24
_LEAST_BELOW = 280
"""Logical pixels of height that the goal is given below the tree, scrolling if need be."""

_ROOMY = 900
"""Logical pixels of width from which the tree needs a smaller share."""


class PlanView(View):
    """The goals of a scope: my own plan, or what a relationship works towards."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {"goal", "milestone", "action", "checkpoint", "share", "person", "member", "relationship"}
    )

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        scope: PlanScope,
        *,
        prefix: str = "plan",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._actions, self._prefix = actions, prefix
        self._people = PlanPeople(context, scope)
        self.tree = PlanTree(Said(context.today))
        self.steps = PlanSteps(context, self.tree, PlanDialogs(context, self), self._people)
        self.pane = GoalPane(context, self.steps, self._open_goal_menu)
        self._full = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._full)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(_GAP)
        self._area = CalmScroll(self._full)
        self._stack = QStackedLayout(self)
        self._assemble()
        openers = Openers(
            self.pane.add_milestone.open, self.pane.add_action.open, self.pane.add_checkpoint.open
        )
        actions.declare(plan_commands(prefix, self.steps, openers), self.tree)
        self.tree.chosen.connect(self._show_chosen)
        self.tree.menu_wanted.connect(self._open_line_menu)

    def show_scope(self, scope: PlanScope) -> None:
        """Turn to the goals of another relationship."""
        if scope != self._people.scope:
            self._people.scope = scope
            self.tree.set_items(())
            self.mark_stale()

    def show_goal(self, goal: UUID) -> None:
        """Choose a goal in the tree."""
        self._reload_if_stale()
        self.tree.choose((Kind.GOAL, goal))

    def first_focus(self) -> QWidget:
        """Return what takes the keyboard."""
        empty = self._stack.currentWidget() is not self._area
        return self._empty_button if empty else self.tree

    @override
    def reload(self) -> None:
        today = self.context.today()
        goals = self.context.desk.goals.plan(self._people.scope, today)
        with QSignalBlocker(self.tree):
            self.tree.set_items(plan_items(goals))
        self._stack.setCurrentWidget(self._area if goals else self._empty)
        self._show_chosen()

    def _assemble(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.tree)
        add = PlainButton(tr("Goal"), icon="plus", name=tr("New goal"))
        add.clicked.connect(self.steps.add_goal)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self._both.addWidget(left)
        self._both.addWidget(self.pane)
        self._empty_button = PrimaryButton(tr("Add a goal"))
        self._empty_button.clicked.connect(self.steps.add_goal)
        if not self.steps.can_change():
            add.hide()
            self._empty_button.hide()
        self._empty = EmptyState(
            "goal",
            tr("No goals yet"),
            tr("A goal needs only a title. The rest can wait until you know more."),
            self._empty_button,
        )
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)

    def _show_chosen(self) -> None:
        goal = self.tree.current_goal()
        self.pane.setVisible(goal is not None)
        if goal is None:
            return
        row = self.steps.row()
        chosen = row if isinstance(row, MilestoneRow | ActionRow) else None
        detail = self.context.desk.goals.goal(goal, self.context.today())
        self.pane.show_goal(self._seen(detail), chosen)

    def _seen(self, detail: GoalDetail) -> GoalDetail:
        """Return a goal without the names of those who are out of sight now."""
        hides, node = self.context.curtain.hides, detail.node
        shared = tuple(one for one in node.shared_with if not hides(one.id))
        return replace(detail, node=replace(node, shared_with=shared))

    def _open_goal_menu(self, button: QWidget) -> None:
        self._choose_goal_line()
        corner = QPoint(0, button.height() + 2)
        self._open_menu(button.mapToGlobal(corner), GOAL_MENU)

    def _choose_goal_line(self) -> None:
        """The menu of a goal is about the goal, even while a milestone of it is chosen."""
        if (goal := self.tree.current_goal()) is not None:
            self.tree.choose((Kind.GOAL, goal))

    def _open_line_menu(self, place: QPoint) -> None:
        self._open_menu(place, LINE_MENU)

    def _open_menu(self, place: QPoint, names: tuple[str, ...]) -> None:
        ids = [f"{self._prefix}.{name}" if name else "" for name in names]
        menu = self._actions.menu(self, *ids)
        for action in menu.actions():
            if not action.isSeparator() and not action.isEnabled():
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        tree = 36 if self.width() >= scaled(_ROOMY) else 43
        self._both.setStretch(0, tree)
        self._both.setStretch(1, 100 - tree)
        self.pane.setMinimumHeight(0 if beside else scaled(_LEAST_BELOW))
