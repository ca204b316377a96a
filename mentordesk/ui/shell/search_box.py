"""The search box: finds while one types, and opens with the keyboard alone."""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QToolButton, QWidget
from typing_extensions import override

from mentordesk.ui.shell.search_popup import SearchPopup
from mentordesk.ui.theme import FontRole, current_theme, font, scaled
from mentordesk.ui.widgets.entries import Entry, EntryModel
from mentordesk.ui.words import tr

_ROOM_FOR_ICON = 26
_ROOM_FOR_KEY = 60
_PAUSE = 120
"""Milliseconds without a key before searching."""


class SearchBox(QLineEdit):
    """A line to search in; its finds hang below it."""

    def __init__(
        self, entries: Callable[[str], Sequence[Entry]], parent: QWidget | None = None
    ) -> None:
        """Make the box; ``entries`` returns what fits a text, also an empty one."""
        super().__init__(parent)
        self._entries = entries
        self._came_from: QWidget | None = None
        self.setAccessibleName(tr("Search or type a command"))
        self.setPlaceholderText(tr("Search or type a command"))
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the search"))
        self._make_room()
        self.model = EntryModel(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)
        self.popup = SearchPopup(self.model, self)
        self.popup.view.clicked.connect(self._choose)
        self.textEdited.connect(self._wait)

    def open(self) -> None:
        """Take the keyboard, and offer the commands that were used last."""
        focused = QApplication.focusWidget()
        if focused is not self:
            self._came_from = focused
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._search()

    def forget(self) -> None:
        """Let go of what was typed and found."""
        self._pause.stop()
        self.popup.hide()
        self.clear()
        self.model.set_entries([])

    def _wait(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        self.model.set_entries(self._entries(self.text()))
        if self.model.rowCount() or self.text().strip():
            self.popup.show_below()
        else:
            self.popup.hide()

    def _choose(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row())
        if entry is None or entry.run is None:
            return
        self.forget()
        self._go_back()
        entry.run()

    def _go_back(self) -> None:
        """Give the keyboard back to where it was: a command is about what is chosen there."""
        before, self._came_from = self._came_from, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if self.popup.isVisible():
                self.popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
            else:
                self._search()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._pause.isActive():
                self._search()
            if self.popup.isVisible():
                self._choose(self.popup.view.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            was_open = self.popup.isVisible() or self.text()
            self.forget()
            if not was_open or self._came_from is not None:
                self._go_back()
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
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        if scaled(_ROOM_FOR_ICON) + words + width + 36 > self.width():
            return  # no room for both: the words say more
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
            self.popup.hide()
