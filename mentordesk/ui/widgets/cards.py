"""Cards, their rows, and the empty state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from mentordesk.ui.widgets.labels import CapsLabel, QuietLabel, SectionLabel
from mentordesk.ui.widgets.marks import Avatar, Chip, Divider, IconLabel, SlimProgress
from mentordesk.ui.widgets.row import Row, TwoLines

__all__ = [
    "Avatar",
    "Card",
    "Chip",
    "Divider",
    "EmptyState",
    "Group",
    "IconLabel",
    "Row",
    "SlimProgress",
    "TwoLines",
]


class Card(QFrame):
    """A surface with a hairline border; its rows are parted by hairlines."""

    def __init__(self, *, padding: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1 + padding, 1 + padding, 1 + padding, 1 + padding)
        self._layout.setSpacing(0)

    @property
    def body(self) -> QVBoxLayout:
        """The layout, for a card that is not a list of rows."""
        return self._layout

    def add_row(self, widget: QWidget) -> None:
        """Add a row at the end."""
        if self._rows:
            self._layout.addWidget(Divider())
        self._layout.addWidget(widget)
        self._rows.append(widget)

    def rows(self) -> list[QWidget]:
        """Return the rows from top to bottom."""
        return list(self._rows)

    def clear(self) -> None:
        """Remove all rows."""
        self._rows.clear()
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()


class Group(QWidget):
    """A small caption and what it names, such as NEXT over a card."""

    def __init__(self, caption: str, content: QWidget, trailing: QWidget | None = None) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        self.caption = CapsLabel(caption)
        head.addWidget(self.caption, 1)
        if trailing is not None:
            head.addWidget(trailing)
        layout.addLayout(head)
        layout.addWidget(content)


class EmptyState(QWidget):
    """What a page is for while nothing is there, and the one next step."""

    def __init__(
        self, icon: str, title: str, text: str = "", button: QWidget | None = None
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 32, 24, 32)
        layout.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch()
        layout.addWidget(IconLabel(icon, size=24), 0, middle)
        heading = SectionLabel(title, wrap=True)
        heading.setAlignment(middle)
        layout.addWidget(heading)
        if text:
            explanation = QuietLabel(text, wrap=True)
            explanation.setAlignment(middle)
            explanation.setMinimumWidth(explanation.fontMetrics().averageCharWidth() * 48)
            between = QHBoxLayout()
            between.addStretch(1)
            between.addWidget(explanation, 2)
            between.addStretch(1)
            layout.addLayout(between)
        if button is not None:
            layout.addSpacing(8)
            layout.addWidget(button, 0, middle)
        layout.addStretch()
