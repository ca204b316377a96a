"""The board as a model: mentees are columns, and a cell is said when it is first looked at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from mentordesk.domain.board import BoardColumn
from mentordesk.ui.pages.board.cells import Cell, Line, about, cell, heading, spoken

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BoardModel(QAbstractTableModel):
    """The same rows for all."""

    def __init__(self, *, can_change: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._can_change = can_change
        self._columns: tuple[BoardColumn, ...] = ()
        self._today = date.min
        self._cells: dict[tuple[int, int], Cell] = {}

    @property
    def columns(self) -> tuple[BoardColumn, ...]:
        """The mentees from first to last."""
        return self._columns

    @property
    def today(self) -> date:
        """The day that the facts are told for."""
        return self._today

    def set_columns(self, columns: Sequence[BoardColumn], today: date) -> None:
        """Show these mentees, in this order; the same ones keep their place and the choice."""
        same = [one.id for one in columns] == [one.id for one in self._columns]
        if not same:
            self.beginResetModel()
        self._columns, self._today = tuple(columns), today
        self._cells.clear()
        if not same:
            self.endResetModel()
        elif columns:
            last = self.index(len(Line) - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def column_at(self, index: AnyIndex) -> BoardColumn | None:
        """Return the mentee of a cell."""
        return self._columns[index.column()] if index.isValid() else None

    def cell_at(self, index: AnyIndex) -> Cell:
        """Return what a cell says."""
        key = (index.row(), index.column())
        if key not in self._cells:
            column = self._columns[index.column()]
            line = Line(index.row())
            self._cells[key] = cell(column, line, self._today, can_change=self._can_change)
        return self._cells[key]

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Line)

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell_at(index).text
        if role == Qt.ItemDataRole.ToolTipRole:
            said = self.cell_at(index)
            return said.tip or said.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.cell_at(index)
            return spoken(self._columns[index.column()], Line(index.row()), said)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            shown = role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(Line)
            return heading(Line(section)) if shown else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{column.name}, {about(column)}"
        return None
