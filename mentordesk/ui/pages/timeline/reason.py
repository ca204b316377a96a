"""One line that asks why something was moved; it may stay empty and never stands in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from mentordesk.domain.text import TITLE_LIMIT
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton
from mentordesk.ui.widgets.labels import BodyLabel
from mentordesk.ui.words import tr


class ReasonBar(QFrame):
    """Asks once after a move; Enter keeps the line, Escape skips it."""

    given = Signal(str)
    """The line that was written; never empty."""

    closed = Signal()
    """Kept or skipped: the keyboard goes back to the timeline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.label = BodyLabel(tr("Why the &change?"))
        self.line = QLineEdit()
        self.line.setMaxLength(TITLE_LIMIT)
        self.line.setAccessibleName(tr("Why the change?"))
        self.line.setPlaceholderText(tr("One line, if you like"))
        self.label.setBuddy(self.line)
        self.keep = PlainButton(tr("Keep"), name=tr("Keep the reason"))
        self.skip = LinkButton(tr("Skip"), name=tr("Skip the reason"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.label)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.keep)
        layout.addWidget(self.skip)
        self.line.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.skip.clicked.connect(self.close_up)
        self.hide()

    def ask(self) -> None:
        """Ask about a new move."""
        self.line.clear()
        self.show()

    def close_up(self) -> None:
        """Ask no longer."""
        had_focus = any(part.hasFocus() for part in (self.line, self.keep, self.skip))
        self.hide()
        if had_focus:
            self.closed.emit()

    def _keep(self) -> None:
        if words := self.line.text().strip():
            self.given.emit(words)
        self.close_up()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)
