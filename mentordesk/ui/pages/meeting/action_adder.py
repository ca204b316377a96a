"""The place where a promise is noted the moment it is made."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.dates_text import Unreadable
from mentordesk.domain.goals import ActionDraft
from mentordesk.domain.meetings import MeetingDetail, Side
from mentordesk.ui.context import Context
from mentordesk.ui.pages.meeting.forms import whose
from mentordesk.ui.theme import FontRole
from mentordesk.ui.widgets.buttons import PlainButton
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.labels import RoleLabel
from mentordesk.ui.words import tr

_MARGIN, _GAP = 12, 8


class ActionAdder(QWidget):
    """What, by whom, until when; Enter adds it, and the next one can be typed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._meeting: UUID | None = None
        self._relationship: UUID | None = None
        self._sides: tuple[Side, ...] = ()
        self._owners: list[UUID] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What is to be done?"))
        self.line.setAccessibleName(tr("New action"))
        self.line.returnPressed.connect(self.add)
        self.owner = QComboBox()
        self.owner.setAccessibleName(tr("Who does it"))
        self.due = DateField(context.today())
        self.due.line.setAccessibleName(tr("Due"))
        self.due.button.setAccessibleName(tr("Due: choose from a calendar"))
        self.due.line.setPlaceholderText(tr("Due"))
        self.due.line.setToolTip(tr("Such as fri, 12 dec or +2w"))
        self.due.line.returnPressed.connect(self.add)
        self.button = PlainButton(tr("Add action"))
        self.button.clicked.connect(self.add)
        self._problem = RoleLabel(role=FontRole.SECONDARY, tone="attention", wrap=True)
        self._problem.hide()
        self._assemble()

    def show_detail(self, detail: MeetingDetail) -> None:
        """Offer those who take part in a meeting as owners."""
        self._meeting, self._relationship = detail.line.id, detail.line.relationship
        if detail.sides == self._sides:
            return
        self._sides = detail.sides
        chosen = self._owner()
        choices = whose(detail.sides)
        self._owners = [owner for owner, _ in choices]
        self.owner.clear()
        self.owner.addItems([name for _, name in choices])
        if chosen in self._owners:
            self.owner.setCurrentIndex(self._owners.index(chosen))

    def add(self) -> None:
        """Add what is typed."""
        due = self.due.parsed()
        if isinstance(due, Unreadable):
            self._say(due.sentence)
            return
        draft = ActionDraft(
            title=self.line.text(),
            owner=self._owner(),
            due=due,
            relationship=self._relationship,
            meeting=self._meeting,
        )
        command = partial(self._context.desk.goals.add_action, draft, self._context.today())
        problems = self._context.problems(command, tr("Action added."))
        self._say(" ".join(text for key, text in problems.items() if key))
        if not problems:
            self.line.clear()
            self.due.set_value(None)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _owner(self) -> UUID | None:
        place = self.owner.currentIndex()
        return self._owners[place] if 0 <= place < len(self._owners) else None

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_GAP)
        layout.addWidget(self.line)
        who = QHBoxLayout()
        who.setSpacing(_GAP)
        who.addWidget(self.owner, 2)
        who.addWidget(self.due, 3)
        layout.addLayout(who)
        layout.addWidget(self._problem)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
