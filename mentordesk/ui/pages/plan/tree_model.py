"""The item model of a plan: new goals come as removals, moves, inserts and changes."""

from collections.abc import Sequence
from itertools import count
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from mentordesk.ui.pages.plan.said import Said
from mentordesk.ui.pages.plan.tree_items import GroupRow, Key, Kind, TreeItem, is_done
from mentordesk.ui.pages.plan.tree_node import Node, drop_place

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MIME = "application/x-mentordesk-plan"


class PlanModel(QAbstractItemModel):
    """One column of lines; a line is found by its key."""

    done_wanted = Signal(object, bool)
    """A milestone's or an action's key, and whether it shall be done."""

    move_wanted = Signal(object, object, bool)
    """A key, the sibling's key to put it beside, and whether after it."""

    def __init__(self, said: Said, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = said
        self._numbers = count(1)
        self._root = Node(0, None, None)
        self._nodes: dict[int, Node] = {}
        self._by_key: dict[Key, Node] = {}

    def set_items(self, items: Sequence[TreeItem]) -> None:
        """Show these lines instead; those whose key stays keep selection and folds."""
        self._drop_moved(items)
        self._set_children(self._root, items)

    def item(self, index: AnyIndex) -> TreeItem | None:
        """Return the line under an index, None for an invalid one."""
        return self._node(index).item

    def key(self, index: AnyIndex) -> Key | None:
        """Return the key of the line under an index."""
        return self._node(index).key

    def index_of(self, key: Key) -> QModelIndex:
        """Return where a key's line stands, or an invalid index."""
        node = self._by_key.get(key)
        return _NOWHERE if node is None else self._index(node)

    def folding_keys(self) -> list[Key]:
        """Return the keys of all lines that have others below them, from top to bottom."""
        return [node.item.key for node in self._root.below() if node.item and node.children]

    def goal_of(self, index: AnyIndex) -> UUID | None:
        """Return the goal that a line is or hangs on."""
        node: Node | None = self._node(index)
        while node is not None and node.item is not None:
            if node.item.kind is Kind.GOAL:
                found = node.item.key[1]
                return found if isinstance(found, UUID) else None
            node = node.parent
        return None

    def siblings(self, index: AnyIndex) -> list[Key]:
        """Return the keys of the lines of the same kind beside a line, itself included."""
        node = self._node(index)
        if node.item is None or node.parent is None:
            return []
        kind = node.item.kind
        return [one.item.key for one in node.parent.children if one.item and one.item.kind is kind]

    def _node(self, index: AnyIndex) -> Node:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def _index(self, node: Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.number)

    def _drop_moved(self, items: Sequence[TreeItem]) -> None:
        """Take away what now hangs on another line, so that no key is ever there twice."""
        parents: dict[Key, Key | None] = {}
        waiting: list[tuple[Key | None, TreeItem]] = [(None, item) for item in items]
        while waiting:
            parent, item = waiting.pop()
            parents[item.key] = parent
            waiting += [(item.key, child) for child in item.children]
        for key, node in list(self._by_key.items()):
            if key not in self._by_key or node.parent is None:
                continue
            if key not in parents or parents[key] != node.parent.key:
                self._remove(node.parent, node.parent.children.index(node))

    def _set_children(self, parent: Node, items: Sequence[TreeItem]) -> None:
        for place, item in enumerate(items):
            node = self._by_key.get(item.key)
            if node is None:
                self._insert(parent, place, item)
                continue
            self._move(parent, parent.children.index(node), place)
            changed = node.item is None or node.item.row != item.row
            node.item = item
            if changed:
                index = self._index(node)
                self.dataChanged.emit(index, index)
            self._set_children(node, item.children)

    def _insert(self, parent: Node, place: int, item: TreeItem) -> None:
        self.beginInsertRows(self._index(parent), place, place)
        parent.children.insert(place, self._made(item, parent))
        self.endInsertRows()

    def _made(self, item: TreeItem, parent: Node) -> Node:
        node = Node(next(self._numbers), item, parent)
        self._nodes[node.number] = node
        self._by_key[item.key] = node
        node.children = [self._made(child, node) for child in item.children]
        return node

    def _move(self, parent: Node, source: int, place: int) -> None:
        if source == place:
            return
        index = self._index(parent)
        self.beginMoveRows(index, source, source, index, place)
        parent.children.insert(place, parent.children.pop(source))
        self.endMoveRows()

    def _remove(self, parent: Node, place: int) -> None:
        self.beginRemoveRows(self._index(parent), place, place)
        gone = parent.children.pop(place)
        for node in (gone, *gone.below()):
            del self._nodes[node.number]
            if node.item is not None:
                del self._by_key[node.item.key]
        self.endRemoveRows()

    @override
    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    @override
    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        above = self._node(index).parent
        return QModelIndex() if above is None else self._index(above)

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 1

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        item = self.item(index)
        if item is None:
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled
        if isinstance(item.row, GroupRow):
            # The keys pass over heads; only the closed goals can be folded away.
            closed = item.row.horizon is None
            drop = Qt.ItemFlag.ItemIsDropEnabled
            return enabled | drop if closed else drop
        usable = enabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        usable |= Qt.ItemFlag.ItemIsDropEnabled
        if item.kind in {Kind.MILESTONE, Kind.ACTION}:
            usable |= Qt.ItemFlag.ItemIsUserCheckable
        return usable

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said.title(item.row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._said.told(item.row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._said.tooltip(item.row)
        if role == Qt.ItemDataRole.CheckStateRole and item.kind in {Kind.MILESTONE, Kind.ACTION}:
            return Qt.CheckState.Checked if is_done(item.row) else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item = self.item(index)
        if item is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        # The row itself changes when the file has.
        self.done_wanted.emit(item.key, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, str(indexes[0].internalId()).encode())
        return data

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        return self._drop_place(data, row, parent) is not None

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        place = self._drop_place(data, row, parent)
        if place is None:
            return False
        self.move_wanted.emit(*place)
        return True

    def _drop_place(
        self, data: QMimeData, row: int, parent: AnyIndex
    ) -> tuple[Key, Key, bool] | None:
        number = bytes(data.data(_MIME).data()).decode()
        dragged = self._nodes.get(int(number)) if number.isdecimal() else None
        return None if dragged is None else drop_place(dragged, self._node(parent), row)
