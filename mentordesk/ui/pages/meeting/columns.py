"""Three columns that become two and then one where the window is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.theme import scaled

_GAP = 24
_LEADING, _TRAILING = 280, 270
_ANY = 16_777_215  # what Qt takes for no limit
_THREE, _TWO = 980, 580
"""Widths from which there are three columns, and two."""


class Columns(QWidget):
    """Agenda, notes and promises: side by side, or the promises below the agenda, or all below."""

    def __init__(self, leading: QWidget, middle: QWidget, trailing: QWidget) -> None:
        super().__init__()
        self._parts = (_at_top(leading), middle, trailing)
        for part in self._parts:
            part.setParent(self)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._columns = 0
        self._arrange(3)

    @property
    def count(self) -> int:
        """How many columns there are now."""
        return self._columns

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        leading, middle, trailing = self._parts
        for part in self._parts:
            self._grid.removeWidget(part)
        for place in range(3):
            self._grid.setColumnStretch(place, 0)
            self._grid.setRowStretch(place, 0)
        _set_width(leading, _LEADING if columns > 1 else 0)
        _set_width(trailing, {3: _TRAILING, 2: _LEADING}.get(columns, 0))
        if columns == 3:
            self._grid.addWidget(leading, 0, 0)
            self._grid.addWidget(middle, 0, 1)
            self._grid.addWidget(trailing, 0, 2)
            self._grid.setColumnStretch(1, 1)
        elif columns == 2:
            self._grid.addWidget(leading, 0, 0)
            self._grid.addWidget(trailing, 1, 0)
            self._grid.addWidget(middle, 0, 1, 2, 1)
            self._grid.setColumnStretch(1, 1)
            self._grid.setRowStretch(1, 1)
        else:
            for row, part in enumerate((leading, middle, trailing)):
                self._grid.addWidget(part, row, 0)
            self._grid.setRowStretch(1, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        self._arrange(3 if width >= scaled(_THREE) else 2 if width >= scaled(_TWO) else 1)


def _set_width(part: QWidget, width: int) -> None:
    """Give a part one width, or as much as there is where it is none."""
    part.setMinimumWidth(scaled(width))
    part.setMaximumWidth(scaled(width) if width else _ANY)


def _at_top(part: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(part)
    layout.addStretch()
    return holder
