"""The board's table: heads that stay, arrows through the cells, Enter for the cell's step."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView
from typing_extensions import override

from mentordesk.ui.pages.board.cells import Line
from mentordesk.ui.pages.board.delegate import BoardDelegate
from mentordesk.ui.pages.board.header import BoardHeader
from mentordesk.ui.pages.board.model import AnyIndex, BoardModel
from mentordesk.ui.theme import scaled
from mentordesk.ui.words import tr

_NARROWEST, _ROW, _TALL = 216, 40, 54
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BoardTable(QTableView):
    """Mentees as columns; as wide as there is room for, never narrower than can be read."""

    step_wanted = Signal(QModelIndex)
    """Enter, or a click on a cell that offers a step."""

    current_moved = Signal()

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self.setAccessibleName(tr("Mentees side by side"))
        self.setProperty("look", "rail")  # the card around it has the border, a cell the focus
        self.setHorizontalHeader(BoardHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(BoardHeader(Qt.Orientation.Vertical, self))
        self.setModel(model)
        self.setItemDelegate(BoardDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self.step_wanted)
        self._measure()
        model.modelReset.connect(self._measure)

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.current_moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.step_wanted.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        """Share the width among the mentees, and be no higher than the rows."""
        count = self.model().columnCount() if self.model() is not None else 0
        if count:
            share = self.viewport().width() // count
            self.horizontalHeader().setDefaultSectionSize(max(scaled(_NARROWEST), share))
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(scaled(_ROW))
        rows.resizeSection(Line.MILESTONES, scaled(_TALL))
        height = self.horizontalHeader().sizeHint().height() + rows.length()
        bar = self.horizontalScrollBar()
        if self.horizontalHeader().length() > self.viewport().width():
            height += bar.sizeHint().height()
        self.setMaximumHeight(height)
