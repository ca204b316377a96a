"""An agenda as a list that can be reordered, ticked and written in."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from mentordesk.domain.agenda import AgendaRow
from mentordesk.domain.dates_said import said_minutes
from mentordesk.ui.widgets.rows import Column, RowModel
from mentordesk.ui.words import tr

_KIND_OF_DATA = "application/x-mentordesk-agenda-item"
_NOWHERE = QModelIndex()


class AgendaModel(RowModel[AgendaRow]):
    """Items in order; what the person wants of them is said in signals, for the desk to do."""

    ticked = Signal(object, bool)
    """An item, and whether it was talked about."""

    rewritten = Signal(object, str)
    """An item, and the line that shall stand for it."""

    moved = Signal(object, int)
    """An item, and how many others shall come before it."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[AgendaRow](
            "", text=lambda row: row.title, tooltip=lambda row: row.title, told=_told
        )
        super().__init__([column], parent=parent)
        self.read_only = False

    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> AgendaRow | None:
        """Return the item under an index."""
        return self.row_at(index)

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self.read_only:
            return super().flags(index)
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        more = (
            Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        return super().flags(index) | more

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        row = self.row_at(index)
        if row is not None and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.done else Qt.CheckState.Unchecked
        if row is not None and role == Qt.ItemDataRole.EditRole:
            return written(row)
        return super().data(index, role)

    @override
    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        row = self.row_at(index)
        if row is None or self.read_only:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            self.ticked.emit(row.id, not row.done)
            return True
        if role == Qt.ItemDataRole.EditRole and isinstance(value, str):
            if value.strip() and value != written(row):
                self.rewritten.emit(row.id, value)
            return True
        return False

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_KIND_OF_DATA]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        row = self.row_at(indexes[0]) if indexes else None
        if row is not None:
            data.setData(_KIND_OF_DATA, row.id.bytes)
        return data

    @override
    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if not data.hasFormat(_KIND_OF_DATA):
            return False
        item = UUID(bytes=bytes(data.data(_KIND_OF_DATA).data()))
        source = self.index_of(item)
        if not source.isValid():
            return False
        target = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        self.moved.emit(item, target - (source.row() < target))
        return False  # the desk moves it; the view must not remove it too

    def shift(self, index: QModelIndex, steps: int) -> None:
        """Ask for an item to come earlier or later by so many places."""
        row = self.row_at(index)
        if row is not None and 0 <= index.row() + steps < self.rowCount():
            self.moved.emit(row.id, index.row() + steps)


def written(row: AgendaRow) -> str:
    """Return the line that stands for an item, as a person would type it."""
    if row.minutes is None:
        return row.title
    return tr("{title} {count} min", title=row.title, count=row.minutes)


def _told(row: AgendaRow) -> str:
    parts = []
    if row.minutes is not None:
        parts.append(said_minutes(row.minutes, tr))
    if row.done:
        parts.append(tr("done"))
    if row.shared:
        parts.append(tr("shared"))
    return ", ".join(parts)
