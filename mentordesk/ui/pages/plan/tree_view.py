"""The tree of a plan: arrows, Space, folding, dragging; what is folded stays so."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTreeView, QWidget
from typing_extensions import override

from mentordesk.ui.pages.plan.said import Said
from mentordesk.ui.pages.plan.tree_delegate import PlanDelegate
from mentordesk.ui.pages.plan.tree_items import Key, Kind, TreeItem
from mentordesk.ui.pages.plan.tree_model import PlanModel
from mentordesk.ui.theme import scaled
from mentordesk.ui.words import tr

_UNFOLDED_AT_MOST = 20
"""With more goals than this, a plan opens as a list of goals."""

_LEAST_WIDTH = 240
_LEAST_HEIGHT = 160


class PlanTree(QTreeView):
    """Shows a plan as high as its lines are, scrolling where there is less room."""

    chosen = Signal()
    """Another line is the current one."""

    edit_wanted = Signal()

    menu_wanted = Signal(object)
    """Where on the screen a menu for the current line shall open."""

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded: dict[Key, bool] = {}
        self._goals = 0
        self._quiet = False
        self._unseen = False
        self.plan = PlanModel(said, self)
        self.lines = PlanDelegate(self.plan, said)
        self.setModel(self.plan)
        self.setItemDelegate(self.lines)
        self._dress()
        self.expanded.connect(self._keep_unfolded)
        self.collapsed.connect(self._keep_folded)
        self.selectionModel().currentChanged.connect(self._say_chosen)

    def _dress(self) -> None:
        self.setAccessibleName(tr("Goals"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_items(self, items: Sequence[TreeItem]) -> None:
        """Show these lines; the current line and what is folded stay as they are."""
        self._goals = sum(len(group.children) for group in items)
        self.plan.set_items(items)
        self._quiet = True
        for key in self.plan.folding_keys():
            index = self.plan.index_of(key)
            if self.isExpanded(index) == self._is_folded(key):
                self.setExpanded(index, not self._is_folded(key))
        self._quiet = False
        if not self.currentIndex().isValid():
            self.choose_first()
        self.updateGeometry()

    def current_item(self) -> TreeItem | None:
        """Return the current line."""
        return self.plan.item(self.currentIndex())

    def current_goal(self) -> UUID | None:
        """Return the goal that the current line is or hangs on."""
        return self.plan.goal_of(self.currentIndex())

    def choose(self, key: Key) -> bool:
        """Make a line the current one, unfolding what it hangs on; say whether it is there."""
        index = self.plan.index_of(key)
        if not index.isValid():
            return False
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self._show_current()
        return True

    def choose_first(self) -> None:
        """Make the first goal the current line."""
        for group in range(self.plan.rowCount()):
            key = self.plan.key(self.plan.index(0, 0, self.plan.index(group, 0)))
            if key is not None:
                self.choose(key)
                return

    def _show_current(self) -> None:
        """Scroll to the current line, and to the head above it where it is the first there."""
        index = self.currentIndex()
        self._unseen = self.viewport().height() < self.rowHeight(index)
        if index.row() == 0 and self.plan.rowCount(index.parent()):
            self.scrollTo(index.parent())
        self.scrollTo(index)

    def _is_folded(self, key: Key) -> bool:
        by_default = key == (Kind.GROUP, None)
        if key[0] is Kind.GOAL:
            by_default = self._goals > _UNFOLDED_AT_MOST
        return self._folded.get(key, by_default)

    def _keep_folded(self, index: QModelIndex) -> None:
        self._keep(index, folded=True)

    def _keep_unfolded(self, index: QModelIndex) -> None:
        self._keep(index, folded=False)

    def _keep(self, index: QModelIndex, *, folded: bool) -> None:
        key = self.plan.key(index)
        if key is not None and not self._quiet:
            self._folded[key] = folded
        self.updateGeometry()

    def _say_chosen(self, _index: QModelIndex) -> None:
        self.chosen.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._unseen:
            self._show_current()

    @override
    def sizeHint(self) -> QSize:
        height = 2 * self.frameWidth()
        index = self.model().index(0, 0)
        while index.isValid():
            height += self.rowHeight(index)
            index = self.indexBelow(index)
        return QSize(scaled(_LEAST_WIDTH), max(height, scaled(36)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST_WIDTH), min(scaled(_LEAST_HEIGHT), self.sizeHint().height()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.current_item()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            if item.kind is Kind.GROUP:
                self._turn(self.currentIndex())
            else:
                self.edit_wanted.emit()
            return
        folds = item is not None and item.kind in {Kind.GROUP, Kind.GOAL}
        if event.key() == Qt.Key.Key_Space and folds:
            self._turn(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        self.setExpanded(index, not self.isExpanded(index))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._on_fold(index, event):
            self._turn(index)
            return
        super().mousePressEvent(event)

    def _on_fold(self, index: QModelIndex, event: QMouseEvent) -> bool:
        item = self.plan.item(index)
        if item is None or not self.plan.rowCount(index):
            return False
        if item.kind is Kind.GROUP:
            return bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        box = self.lines.fold_box(self.visualRect(index), self.layoutDirection())
        return item.kind is Kind.GOAL and box.contains(event.position().toPoint())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        item = self.plan.item(index)
        if item is not None and item.kind is not Kind.GROUP:
            if not self._on_fold(index, event):
                self.edit_wanted.emit()
            return
        super().mouseDoubleClickEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
        elif self.plan.goal_of(self.indexAt(event.pos())) is not None:
            self.setCurrentIndex(self.indexAt(event.pos()))
            self.menu_wanted.emit(event.globalPos())
