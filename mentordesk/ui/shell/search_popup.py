"""What hangs below the search box; it never takes the keyboard away from it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.entries import Entry, EntryDelegate, EntryModel
from mentordesk.ui.words import plural, tr

_MOST_ROWS = 14
_WIDTH = 480


class SearchPopup(QFrame):
    """The entries for what was typed, one of them marked, each said to a screen reader."""

    def __init__(self, model: EntryModel, box: QWidget) -> None:
        super().__init__(box.window(), Qt.WindowType.ToolTip)
        self._box, self._model = box, model
        self.setProperty("look", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = QListView()
        self.view.setModel(model)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self.view.setAccessibleName(tr("Found"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setProperty("look", "plain")
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._none = QLabel(tr("Nothing found. Names, titles, notes and commands are searched."))
        self._none.setWordWrap(True)
        self._none.setMargin(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.view)
        layout.addWidget(self._none)

    def show_below(self) -> None:
        """Show the entries under the box, the first one marked."""
        found = self._model.rowCount() > 0
        self.view.setVisible(found)
        self._none.setVisible(not found)
        box = self._box
        width = min(max(box.width(), scaled(_WIDTH)), box.window().width() - 16)
        self.setFixedSize(width, self._height() if found else scaled(64))
        start = 0 if box.layoutDirection() == Qt.LayoutDirection.LeftToRight else box.width()
        left = start if not start else start - width
        self.move(box.mapToGlobal(QPoint(left, box.height() + 4)))
        self.show()
        self._mark(self._model.next_row(-1, 1))
        if not found:
            self._announce(self._none.text())

    def step(self, by: int) -> None:
        """Mark the next entry, or the one before."""
        self._mark(self._model.next_row(self.view.currentIndex().row(), by))

    def marked(self) -> Entry | None:
        """Return the entry that is marked."""
        return self._model.entry(self.view.currentIndex().row())

    def _height(self) -> int:
        rows = range(min(self._model.rowCount(), _MOST_ROWS))
        room = self.screen().availableGeometry().height() - scaled(160)
        return min(sum(self.view.sizeHintForRow(row) for row in rows) + 16, room)

    def _mark(self, row: int) -> None:
        entry = self._model.entry(row)
        if entry is None:
            return
        index = self._model.index(row)
        self.view.setCurrentIndex(index)
        if row > 0 and row == self._model.next_row(-1, 1):
            self.view.scrollToTop()
        count = sum(not one.is_caption for one in self._model.entries())
        self._box.setAccessibleDescription(plural(count, "1 entry", "{count} entries"))
        self._announce(entry.spoken)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, words))
