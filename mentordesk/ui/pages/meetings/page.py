"""The page with all meetings."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.page import Page
from mentordesk.ui.pages.meetings.steps import MeetingSteps
from mentordesk.ui.pages.meetings.view import MeetingsView
from mentordesk.ui.widgets.buttons import PlainButton
from mentordesk.ui.widgets.labels import TitleLabel
from mentordesk.ui.words import tr

_SIDE, _TOP, _WIDEST = 32, 24, 1200


class MeetingsPage(Page):
    """What is ahead with everybody, and what lies behind."""

    def __init__(self, context: Context, actions: ActionTable, steps: MeetingSteps) -> None:
        super().__init__(context)
        self.view = MeetingsView(context, actions, steps)
        head = QHBoxLayout()
        head.addWidget(TitleLabel(tr("Meetings")), 1)
        self.plan_button = PlainButton(tr("Plan a meeting"), icon="plus")
        self.plan_button.clicked.connect(self.view.plan)
        if context.desk.read_only:
            self.plan_button.hide()
        head.addWidget(self.plan_button)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addLayout(head)
        inside.addWidget(self.view, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, _TOP, _SIDE, _SIDE)
        layout.addWidget(column, 1)
        layout.addStretch(0)

    @override
    def title(self) -> str:
        return tr("Meetings")

    @override
    def reload(self) -> None:
        """Leave it to the list, which hears of changes itself."""

    @override
    def first_focus(self) -> QWidget | None:
        return self.view.list
