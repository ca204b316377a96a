"""Choose who stands side by side, and in which order."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.board import BoardOrder
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.labels import QuietLabel, SectionLabel
from mentordesk.ui.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class OrderModel(QAbstractListModel):
    """Names that can be ticked, and moved by dragging or by key."""

    def __init__(
        self,
        people: Sequence[tuple[UUID, str]],
        hidden: frozenset[UUID],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = list(people)
        self._hidden = set(hidden)

    def order(self) -> BoardOrder:
        """Return the order and who is left out."""
        return BoardOrder(tuple(item for item, _ in self._people), frozenset(self._hidden))

    def move(self, row: int, by: int) -> int:
        """Move a name one place up or down, and return where it stands then."""
        to = row + by
        if not (0 <= row < len(self._people) and 0 <= to < len(self._people)):
            return row
        self.moveRows(_NOWHERE, row, 1, _NOWHERE, to + (1 if by > 0 else 0))
        return to

    def tick_all(self) -> None:
        """Leave nobody out."""
        self._hidden.clear()
        if self._people:
            self.dataChanged.emit(self.index(0), self.index(len(self._people) - 1))

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item, name = self._people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.CheckStateRole:
            return _UNCHECKED if item in self._hidden else _CHECKED
        return None

    @override
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        item = self._people[index.row()][0]
        if Qt.CheckState(value) is _CHECKED:
            self._hidden.discard(item)
        else:
            self._hidden.add(item)
        self.dataChanged.emit(index, index, [role])
        return True

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            super().flags(index)
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def moveRows(
        self,
        sourceParent: AnyIndex,
        sourceRow: int,
        count: int,
        destinationParent: AnyIndex,
        destinationChild: int,
    ) -> bool:
        if not self.beginMoveRows(
            _NOWHERE, sourceRow, sourceRow + count - 1, _NOWHERE, destinationChild
        ):
            return False
        moved = self._people[sourceRow : sourceRow + count]
        del self._people[sourceRow : sourceRow + count]
        place = destinationChild - count if destinationChild > sourceRow else destinationChild
        self._people[place:place] = moved
        self.endMoveRows()
        return True


class OrderList(QListView):
    """Drag, or Alt with an arrow, moves a name; Space ticks it."""

    def __init__(self, model: OrderModel) -> None:
        super().__init__()
        self._order = model
        self.ensurePolished()  # laid out before, it would keep the wrong height of rows
        self.setModel(model)
        self.setAccessibleName(tr("Mentees in their order"))
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def move_current(self, by: int) -> None:
        """Move the current name one place up or down."""
        row = self._order.move(self.currentIndex().row(), by)
        self.setCurrentIndex(self._order.index(max(row, 0)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_current(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class ChooseDialog(QDialog):
    """Who stands side by side, and in which order; nobody is ordered by progress."""

    def __init__(
        self,
        people: Sequence[tuple[UUID, str]],
        hidden: frozenset[UUID],
        keep: Callable[[BoardOrder], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setWindowTitle(tr("Choose and order"))
        self.model = OrderModel(people, hidden, self)
        self.list = OrderList(self.model)
        self.list.setMinimumHeight(scaled(240))
        up, down = PlainButton(tr("Move &up")), PlainButton(tr("Move &down"))
        up.clicked.connect(self._up)
        down.clicked.connect(self._down)
        everyone = PlainButton(tr("Tick &all"))
        everyone.clicked.connect(self.model.tick_all)
        cancel, use = PlainButton(tr("Cancel")), PrimaryButton(tr("Show these"))
        cancel.clicked.connect(self.reject)
        use.clicked.connect(self.accept)
        use.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(SectionLabel(tr("Who stands side by side")))
        words = tr("Tick whom to show. Drag a name, or press Alt with an arrow, to move it.")
        layout.addWidget(QuietLabel(words, wrap=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(_row(up, down, everyone, leading=True))
        layout.addSpacing(8)
        layout.addLayout(_row(cancel, use, leading=False))
        self.setMinimumWidth(scaled(420))
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    @override
    def accept(self) -> None:
        self._keep(self.model.order())
        super().accept()

    def _up(self) -> None:
        self.list.move_current(-1)

    def _down(self) -> None:
        self.list.move_current(1)


def _row(*buttons: QWidget, leading: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    if not leading:
        row.addStretch()
    for button in buttons:
        row.addWidget(button)
    if leading:
        row.addStretch()
    return row
