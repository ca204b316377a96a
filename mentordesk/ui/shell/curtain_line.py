"""The line that says who is shown alone, and how to show everyone again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.theme import current_theme
from mentordesk.ui.widgets.buttons import LinkButton
from mentordesk.ui.widgets.labels import ElidedLabel
from mentordesk.ui.widgets.marks import IconLabel
from mentordesk.ui.words import tr


class CurtainLine(QWidget):
    """Stands under the top bar while one person is shown alone."""

    everyone_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label = ElidedLabel()
        self.button = LinkButton(tr("Show everyone (F9)"))
        self.button.clicked.connect(self.everyone_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 4)
        layout.setSpacing(8)
        layout.addWidget(IconLabel("eye", role="action", size=18))
        layout.addWidget(self.label)
        layout.addWidget(self.button)
        layout.addStretch(1)
        self.hide()

    def say(self, name: str) -> None:
        """Say who is shown alone; nobody where the name is empty."""
        self.label.setText(tr("Only {name} is shown", name=name) if name else "")
        self.setVisible(bool(name))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.accent_soft))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.hairline))
