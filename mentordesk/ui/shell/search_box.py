"""The search box: finds while one types, and opens with the keyboard alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.search import SearchHit
from mentordesk.ui.theme import FontRole, current_theme, font, scaled
from mentordesk.ui.words import tr

Describe = Callable[[SearchHit], str]

_ICONS = {
    ItemKind.PERSON: "person",
    ItemKind.GOAL: "goal",
    ItemKind.MEETING: "meetings",
    ItemKind.MILESTONE: "milestone",
    ItemKind.ACTION: "action",
    ItemKind.AGENDA_ITEM: "agenda",
    ItemKind.NOTE: "note",
    ItemKind.CONTACT: "coffee",
    ItemKind.CHECKPOINT: "edit",
}
_ROOM_FOR_ICON = 26
_ROOM_FOR_KEY = 60
_PAUSE = 120
"""Milliseconds without a key before searching."""


class SearchBox(QLineEdit):
    """A line to search in; its finds hang below it."""

    hit_chosen = Signal(object)

    def __init__(
        self,
        find: Callable[[str], list[SearchHit]],
        describe: Describe,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self.setAccessibleName(tr("Search"))
        self.setPlaceholderText(tr("Search everything"))
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the search"))
        self._make_room()
        self._model = _Hits(describe, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)
        self._popup = _Popup(self._model, self)
        self._popup.view.clicked.connect(self._choose)
        self.textEdited.connect(self._wait)

    def forget(self) -> None:
        """Let go of what was typed and found."""
        self._pause.stop()
        self._popup.hide()
        self.clear()
        self._model.set_hits([])

    def _wait(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        text = self.text().strip()
        if not text:
            self._popup.hide()
            return
        self._model.set_hits(self._find(text))
        self._popup.show_below(self, found=bool(self._model.rowCount()))

    def _choose(self, index: QModelIndex) -> None:
        hit = self._model.hit(index.row())
        self._popup.hide()
        self.clear()
        if hit is not None:
            self.hit_chosen.emit(hit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._popup.isVisible():
            self._popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._pause.isActive():
                self._pause.stop()
                self._search()
            if self._popup.isVisible():
                self._choose(self._popup.view.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and (self._popup.isVisible() or self.text()):
            self._popup.hide()
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_icon()
        if not self.text() and not self.hasFocus():
            self._paint_shortcut()

    def _make_room(self) -> None:
        """Keep the text clear of the icon, and of the key where text begins at its end."""
        room = scaled(_ROOM_FOR_ICON)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(
            scaled(_ROOM_FOR_KEY) if mirrored else room, 0, room if mirrored else 0, 0
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._make_room()
        super().changeEvent(event)

    def _paint_icon(self) -> None:
        size = scaled(18)
        box = QRect(12, (self.height() - size) // 2, size, size)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        current_theme().icon("search", "quiet").paint(QPainter(self), box)

    def _paint_shortcut(self) -> None:
        """Show at the trailing end which keys lead here."""
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(FontRole.SECONDARY))
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        width = painter.fontMetrics().horizontalAdvance(keys) + 14
        box = QRect(self.width() - width - 12, 6, width, self.height() - 12)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        painter.setPen(QColor(tokens.hairline))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._popup.hide()


class _Hits(QAbstractListModel):
    """The finds, each said in one line."""

    def __init__(self, describe: Describe, parent: QObject) -> None:
        super().__init__(parent)
        self._describe = describe
        self._hits: list[SearchHit] = []

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show other finds."""
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def hit(self, row: int) -> SearchHit | None:
        """Return a find by its row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._hits)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._describe(hit)
        if role == Qt.ItemDataRole.DecorationRole:
            return current_theme().icon(_ICONS[hit.kind], "quiet")
        return None


class _Popup(QFrame):
    """The finds below the box; it never takes the keyboard away from it."""

    def __init__(self, model: _Hits, parent: QWidget) -> None:
        super().__init__(parent.window(), Qt.WindowType.ToolTip)
        self.setProperty("look", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = QListView()
        self.view.setModel(model)
        self.view.setAccessibleName(tr("Found"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setProperty("look", "plain")
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._none = QLabel(
            tr("Nothing found. Words are searched from their beginning, wherever you wrote them.")
        )
        self._none.setWordWrap(True)
        self._none.setMargin(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.view)
        layout.addWidget(self._none)

    def show_below(self, box: QWidget, *, found: bool) -> None:
        """Show the finds under the box, the first one marked."""
        self.view.setVisible(found)
        self._none.setVisible(not found)
        rows = self.view.model().rowCount()
        height = scaled(56)
        if found:
            height = min(rows, 12) * (self.view.sizeHintForRow(0) + 1) + 16
            self.view.setCurrentIndex(self.view.model().index(0, 0))
        self.setFixedSize(box.width(), height)
        self.move(box.mapToGlobal(QPoint(0, box.height() + 4)))
        self.show()

    def step(self, by: int) -> None:
        """Mark the next find, or the one before."""
        rows = self.view.model().rowCount()
        if rows:
            row = (self.view.currentIndex().row() + by) % rows
            self.view.setCurrentIndex(self.view.model().index(row, 0))
