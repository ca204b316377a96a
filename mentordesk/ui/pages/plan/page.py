"""My plan: my goals as a list and over time, and my progress."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.goals import OWN_PLAN
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.pages.plan.views import OtherViews, PlanViews
from mentordesk.ui.widgets.buttons import IconButton
from mentordesk.ui.widgets.labels import TitleLabel
from mentordesk.ui.words import tr

_MARGIN, _EDGE = 32, 24


class PlanPage(Page):
    """My goals as a list, over time, and how far they are."""

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        others: OtherViews,
        *,
        printing: Callable[[], object],
    ) -> None:
        super().__init__(context)
        self._printing = printing
        self.views = PlanViews(context, actions, OWN_PLAN, others)
        head = QHBoxLayout()
        head.addWidget(TitleLabel(tr("My plan")), 1)
        head.addWidget(self.views.switch)
        self.print_button = IconButton("print", tr("Print or save the plan"), bordered=True)
        self.print_button.clicked.connect(self._print)
        head.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _EDGE, _MARGIN, _EDGE)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self.views, 1)

    @override
    def title(self) -> str:
        return tr("My plan")

    @override
    def show_place(self, place: Place) -> None:
        self.views.show_view(place.view, place.item)

    @override
    def first_focus(self) -> QWidget | None:
        return self.views.first_focus()

    def _print(self) -> None:
        self._printing()

    @override
    def reload(self) -> None:
        """The views read their own rows."""
