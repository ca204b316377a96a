"""The stream as a list that is as high as its rows and scrolls with the page."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from mentordesk.domain.stream import (
    GoalChanged,
    MeetingHappened,
    MilestoneReached,
    PromiseKept,
    PromiseMade,
    StreamRow,
)
from mentordesk.ui.pages.relationship.stream_delegate import StreamDelegate, row_height
from mentordesk.ui.pages.relationship.stream_model import StreamModel
from mentordesk.ui.widgets.rows import AnyIndex
from mentordesk.ui.words import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StreamList(QListView):
    """Rows that a click or Enter opens, and that the arrow keys go through."""

    row_opened = Signal(object)
    row_reached = Signal(QRect)
    """Where the row stands that the keyboard came to: the page scrolls there."""

    def __init__(self, model: StreamModel) -> None:
        super().__init__()
        self._stream = model
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(StreamDelegate(model, self))
        self.setAccessibleName(tr("What has happened"))
        # Without a frame, so that its rules meet the card; the row that has the focus shows it.
        self.setProperty("look", "rail")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A click opens at once; were it to move the focus, the page would scroll under it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self.open_row)
        for happened in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            happened.connect(self.fit)

    def fit(self) -> None:
        """Follow the number of rows and the size of the text."""
        frame = 2 * self.frameWidth()
        self.setFixedHeight(max(1, self._stream.rowCount()) * row_height() + frame)

    def open_row(self, index: QModelIndex) -> None:
        """Say which row was opened, if there is more to see of it."""
        row = self._stream.row_at(index)
        if row is not None and leads_on(row):
            self.row_opened.emit(row)

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.row_reached.emit(self.visualRect(current))

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            # What a scrolling page brings into view: one row, not a list higher than the screen.
            return self.visualRect(self.currentIndex())
        return super().inputMethodQuery(query)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.open_row(self.currentIndex())
            return
        super().keyPressEvent(event)


def leads_on(row: StreamRow) -> bool:
    """Return whether there is more to see of a row elsewhere."""
    if isinstance(row, PromiseMade | PromiseKept):
        return row.meeting is not None
    return isinstance(row, MeetingHappened | GoalChanged | MilestoneReached)
