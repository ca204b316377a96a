"""The head of a relationship's page: who, what binds us, what comes next."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.pages.relationship.header_said import Next
from mentordesk.ui.theme import FontRole
from mentordesk.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from mentordesk.ui.widgets.cards import Avatar
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import ElidedLabel, QuietLabel
from mentordesk.ui.words import tr

_AVATAR = 40
_LETTERS_OF_A_NAME = 34
"""With less room than this, what comes next moves below the name."""


class Head(QWidget):
    """Name and facts at the leading side, what comes next at the other or below."""

    step_chosen = Signal()
    talked_chosen = Signal()
    menu_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar("", _AVATAR)
        self.name = ElidedLabel(role=FontRole.TITLE)
        self.facts = QuietLabel(wrap=True)
        self.when = QuietLabel()
        self.step = PrimaryButton("")
        self.step.clicked.connect(self.step_chosen)
        self.talked = PlainButton(tr("We talked"))
        self.talked.clicked.connect(self.talked_chosen)
        self.menu_button = IconButton("more", tr("More"), bordered=True)
        self.menu_button.clicked.connect(self.menu_wanted)
        self._steps = Flow([self.when, self.step, self.talked, self.menu_button])
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addLayout(self._who(), 1)
        self._layout.addWidget(self._steps, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_person(self, name: str, initials: str, facts: str) -> None:
        """Show who it is and what binds us."""
        self.name.setText(name)
        self._avatar.set_initials(initials)
        self.facts.setText(facts)

    def show_next(self, what: Next, *, name: str, can_talk: bool) -> None:
        """Show what comes next and the steps to take."""
        self.when.setText(what.words)
        self.when.setToolTip(what.exact)
        self.when.setVisible(bool(what.words))
        self.step.setText(what.step)
        self.step.setVisible(bool(what.step))
        self.step.setAccessibleName(f"{what.step}: {name}")
        self.talked.setVisible(can_talk)
        self.talked.setAccessibleName(tr("We talked: {name}", name=name))
        self._arrange()

    def _who(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        who = QHBoxLayout()
        who.setSpacing(12)
        who.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        who.addLayout(words, 1)
        return who

    def _arrange(self) -> None:
        room = self._avatar.width() + self.fontMetrics().averageCharWidth() * _LETTERS_OF_A_NAME
        beside = self._steps.sizeHint().width()
        narrow = self.width() < room + beside + 2 * self._layout.spacing()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(way)
        self._steps.setMinimumWidth(0 if narrow else beside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._arrange()
