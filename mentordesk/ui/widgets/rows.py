"""One table model for all lists of frozen rows."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView, QWidget
from typing_extensions import override

from mentordesk.ui.widgets.columns import Column, HasId, RowT, cell

__all__ = ["AnyIndex", "Column", "HasId", "PageSource", "RowModel", "table", "tree"]

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAGE_SIZE = 200
# Beyond this many rows a new order is one layout change instead of single moves.
_MOST_MOVED_ROWS = 400


PageSource = Callable[[int, int], Sequence[RowT]]


class RowModel(QAbstractTableModel, Generic[RowT]):
    """Shows rows through columns; new rows keep selection and scroll where ids stay."""

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        rows: Sequence[RowT] = (),
        *,
        page: PageSource[RowT] | None = None,
        page_size: int = _PAGE_SIZE,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._page = page
        self._page_size = page_size
        self._more = page is not None
        self._fetching = False
        self._sorting: tuple[int, Qt.SortOrder] | None = None
        self._rows: list[RowT] = []
        self._rows = self._sorted(_unique(rows))

    def rows(self) -> list[RowT]:
        """Return the rows as shown."""
        return list(self._rows)

    def row_at(self, index: AnyIndex) -> RowT | None:
        """Return the row under an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, row_id: object) -> QModelIndex:
        """Return the first cell of the row with that id, or an invalid index."""
        for place, row in enumerate(self._rows):
            if row.id == row_id:
                return self.index(place, 0)
        return QModelIndex()

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows instead, told to the views as removals, moves, inserts and changes.

        Raises:
            ValueError: two rows have the same id.
        """
        wanted = self._sorted(_unique(rows))
        self._remove_all_but({row.id for row in wanted})
        self._reorder([row.id for row in wanted])
        self._insert(wanted)
        self._change(wanted)

    def reload(self) -> None:
        """Fetch again as many rows from the page source as are shown now."""
        if self._page is None:
            return
        count = max(len(self._rows), self._page_size)
        rows = self._page(0, count)
        self._more = len(rows) >= count
        self.set_rows(rows)

    def _remove_all_but(self, kept: set[object]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            if self._rows[last].id in kept:
                last -= 1
                continue
            first = last
            while first > 0 and self._rows[first - 1].id not in kept:
                first -= 1
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _reorder(self, wanted: list[object]) -> None:
        present = {row.id for row in self._rows}
        order = [row_id for row_id in wanted if row_id in present]
        if order == [row.id for row in self._rows]:
            return
        if len(order) > _MOST_MOVED_ROWS:
            self._relay({row_id: place for place, row_id in enumerate(order)})
            return
        for place, row_id in enumerate(order):
            if self._rows[place].id == row_id:
                continue
            source = next(i for i in range(place, len(order)) if self._rows[i].id == row_id)
            self.beginMoveRows(_NOWHERE, source, source, _NOWHERE, place)
            self._rows.insert(place, self._rows.pop(source))
            self.endMoveRows()

    def _relay(self, places: dict[object, int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows.sort(key=lambda row: places[row.id])
        after = [
            self.index(places[row_id], index.column())
            for row_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert(self, wanted: list[RowT]) -> None:
        place = 0
        while place < len(wanted):
            if place < len(self._rows) and self._rows[place].id == wanted[place].id:
                place += 1
                continue
            following = self._rows[place].id if place < len(self._rows) else None
            end = place
            while end < len(wanted) and (place >= len(self._rows) or wanted[end].id != following):
                end += 1
            self.beginInsertRows(_NOWHERE, place, end - 1)
            self._rows[place:place] = wanted[place:end]
            self.endInsertRows()
            place = end

    def _change(self, wanted: list[RowT]) -> None:
        first: int | None = None
        for place, row in enumerate([*wanted, None]):
            changed = row is not None and row != self._rows[place]
            if changed and row is not None:
                self._rows[place] = row
                first = place if first is None else first
            elif first is not None:
                self.dataChanged.emit(
                    self.index(first, 0), self.index(place - 1, self.columnCount() - 1)
                )
                first = None

    def _sorted(self, rows: list[RowT]) -> list[RowT]:
        if self._sorting is None:
            return rows
        column, order = self._sorting
        key = self._columns[column].sort_key or self._columns[column].text
        return sorted(rows, key=key, reverse=order == Qt.SortOrder.DescendingOrder)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order) if 0 <= column < len(self._columns) else None
        self.set_rows(self._rows)

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def canFetchMore(self, parent: AnyIndex) -> bool:
        return self._more and not parent.isValid()

    @override
    def fetchMore(self, parent: AnyIndex) -> None:
        if self._page is None or self._fetching or parent.isValid():
            return
        # A view may ask again while it is being told of the new rows.
        self._fetching = True
        rows = self._page(len(self._rows), self._page_size)
        self._more = len(rows) >= self._page_size
        if rows:
            first = len(self._rows)
            self.beginInsertRows(_NOWHERE, first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self._fetching = False

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return cell(self._columns[index.column()], self._rows[index.row()], role)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None


def _unique(rows: Sequence[RowT]) -> list[RowT]:
    if len({row.id for row in rows}) != len(rows):
        raise ValueError("two rows have the same id")
    return list(rows)


def table(
    model: RowModel[RowT], *, name: str, stretch: int = 0, parent: QWidget | None = None
) -> QTableView:
    """Make the one kind of table: calm, keyboard friendly, quick for many rows."""
    view = QTableView(parent)
    view.setModel(model)
    view.setAccessibleName(name)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows, columns = view.verticalHeader(), view.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(max(36, view.fontMetrics().height() + 16))
    columns.setHighlightSections(False)
    columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    if model.columnCount():
        columns.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    return view


def tree(model: QAbstractItemModel, *, name: str, parent: QWidget | None = None) -> QTreeView:
    """Make the one kind of tree: no header, even rows, quick for many of them."""
    view = QTreeView(parent)
    view.setAccessibleName(name)
    # A view that is laid out before it is polished keeps the wrong row height.
    view.ensurePolished()
    view.setModel(model)
    view.setHeaderHidden(True)
    view.setUniformRowHeights(True)
    view.setTabKeyNavigation(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view
