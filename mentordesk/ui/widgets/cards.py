"""Cards, their rows, and the empty state."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.theme import FontRole
from mentordesk.ui.widgets.buttons import TitleButton
from mentordesk.ui.widgets.labels import CapsLabel, ElidedLabel, QuietLabel, SectionLabel
from mentordesk.ui.widgets.marks import Avatar, Chip, Divider, IconLabel, SlimProgress

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

_LEADING_WIDTH = 24
_ROW_HEIGHT = 48


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


class TwoLines(QWidget):
    """A line and a quieter one below it."""

    def __init__(
        self, first: str, second: str = "", *, role: FontRole = FontRole.MEDIUM, width: int = 0
    ) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.first = ElidedLabel(first, role=role)
        self.first.setContentsMargins(0, 2, 0, 2)
        self.second = ElidedLabel(second, tone="quiet")
        self._layout.addWidget(self.first)
        self._layout.addWidget(self.second)
        self.second.setVisible(bool(second))
        if width:
            self.setMinimumWidth(width)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)


class Row(QFrame):
    """Something leading, a title over secondary text, buttons trailing."""

    opened = Signal()

    def __init__(
        self,
        title: str,
        secondary: str = "",
        *,
        leading: QWidget | None = None,
        trailing: Sequence[QWidget] = (),
        opens: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("look", "plain")
        self._opens = opens
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 11)
        layout.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(_ROW_HEIGHT)
        if leading is not None:
            if isinstance(leading, QCheckBox | IconLabel):
                leading.setFixedWidth(_LEADING_WIDTH)
            layout.addWidget(leading, 0, Qt.AlignmentFlag.AlignVCenter)
        words = self._words(title, secondary, name)
        layout.addLayout(words, 1)
        layout.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        for widget in trailing:
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _words(self, title: str, secondary: str, name: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        if self._opens:
            button = TitleButton(title, name=name)
            button.clicked.connect(self.opened)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            label = ElidedLabel(title, role=FontRole.MEDIUM)
            # As much room around the words as a title that opens keeps for its focus ring.
            label.setContentsMargins(4, 2, 4, 2)
            words.addWidget(label)
        if secondary:
            second = ElidedLabel(secondary, tone="quiet")
            second.setContentsMargins(4, 0, 4, 0)
            words.addWidget(second)
        return words

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._opens and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
            return
        super().mouseReleaseEvent(event)


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
