"""The welcome page: four ways to begin."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.theme import current_theme, scaled
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton
from mentordesk.ui.widgets.calm_column import CalmColumn
from mentordesk.ui.widgets.cards import Card
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel, SectionLabel
from mentordesk.ui.words import tr


class Beginning(StrEnum):
    """How somebody begins."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    BOTH = "both"


@dataclass(frozen=True)
class _Choice:
    beginning: Beginning
    title: str
    text: str


class WelcomePage(CalmColumn):
    """What one sees before there is a file."""

    begun = Signal(object)
    example_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, trouble: str = "") -> None:
        super().__init__(
            tr("Your mentoring, in one file that stays with you"),
            tr("Nothing is sent anywhere. What you write stays on this computer."),
        )
        if trouble:
            notice = Card(padding=16)
            notice.body.addWidget(BodyLabel(trouble, wrap=True))
            self.body.addWidget(notice)
        self.cards = [_ChoiceCard(choice) for choice in _choices()]
        row = QHBoxLayout()
        row.setSpacing(16)
        for card in self.cards:
            card.clicked.connect(partial(self.begun.emit, card.beginning))
            row.addWidget(card, 1)
        self.body.addLayout(row)
        self.example_button = PlainButton(tr("Show me an example"))
        self.example_button.clicked.connect(self.example_wanted)
        self.open_button = LinkButton(tr("Open a file…"))
        self.open_button.clicked.connect(self.open_wanted)
        self.body.addWidget(Flow([self.example_button, self.open_button]))

    def first_focus(self) -> QWidget:
        """Return what takes the keyboard first."""
        return self.cards[0]


def _choices() -> list[_Choice]:
    return [
        _Choice(
            Beginning.MENTEE,
            tr("I have, or look for, a mentor"),
            tr("Start with what you would like help with."),
        ),
        _Choice(Beginning.MENTOR, tr("I mentor others"), tr("Start with one person you mentor.")),
        _Choice(Beginning.BOTH, tr("Both"), tr("Most people are, sooner or later.")),
    ]


class _ChoiceCard(QAbstractButton):
    """A card that is one button."""

    def __init__(self, choice: _Choice) -> None:
        super().__init__()
        self.beginning = choice.beginning
        self.setText(choice.title)
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for part in (SectionLabel(choice.title, wrap=True), QuietLabel(choice.text, wrap=True)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        layout.addStretch()
        self.setMinimumHeight(scaled(104))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        strong = focused or self.underMouse()
        painter.setPen(
            QPen(QColor(tokens.accent if strong else tokens.hairline), 2 if focused else 1)
        )
        painter.setBrush(QColor(tokens.surface))
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 6, 6)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.update()
