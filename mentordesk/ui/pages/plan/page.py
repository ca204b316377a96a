"""My plan: my goals as a list, and my progress."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.goals import OWN_PLAN
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.pages.plan.view import PlanView
from mentordesk.ui.widgets.labels import TitleLabel
from mentordesk.ui.widgets.switch import SwitchLook, ViewSwitch
from mentordesk.ui.words import tr

_VIEWS = ("list", "progress")
_MARGIN, _EDGE = 32, 24


class PlanPage(Page):
    """My goals; how far they are is a view that is made when it is first looked at."""

    def __init__(
        self, context: Context, actions: ActionTable, make_progress: Callable[[], QWidget]
    ) -> None:
        super().__init__(context)
        self._make_progress = make_progress
        self._progress: QWidget | None = None
        self.plan = PlanView(context, actions, OWN_PLAN)
        self.switch = ViewSwitch(
            [tr("List"), tr("Progress")], look=SwitchLook.SEGMENTS, name=tr("Views of my plan")
        )
        self.switch.view_chosen.connect(self._turn_to)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.plan)
        head = QHBoxLayout()
        head.addWidget(TitleLabel(tr("My plan")), 1)
        head.addWidget(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _EDGE, _MARGIN, _EDGE)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    @override
    def title(self) -> str:
        return tr("My plan")

    @override
    def show_place(self, place: Place) -> None:
        view = _VIEWS.index(place.view) if place.view in _VIEWS else 0
        self.switch.choose(view)
        self._turn_to(view)
        if place.item is not None:
            self.plan.show_goal(place.item)

    @override
    def first_focus(self) -> QWidget | None:
        return self.plan.first_focus() if self._stack.currentWidget() is self.plan else self.switch

    @override
    def reload(self) -> None:
        """The views read their own rows."""

    def _turn_to(self, view: int) -> None:
        if view == 0:
            self._stack.setCurrentWidget(self.plan)
            return
        if self._progress is None:
            self._progress = self._make_progress()
            self._stack.addWidget(self._progress)
        self._stack.setCurrentWidget(self._progress)
