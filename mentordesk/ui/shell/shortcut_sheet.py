"""All commands by topic with their keys, to be searched; made from the action table alone."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.text import fold
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.shell.command_topics import by_topic, plain_label
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.entries import Entry, EntryDelegate, EntryModel, said_keys
from mentordesk.ui.widgets.labels import QuietLabel, SectionLabel
from mentordesk.ui.words import tr

_SIZE = QSize(560, 640)
_MARGIN = 24
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ShortcutSheet(QDialog):
    """Every command with its keys; commands without keys are found by Ctrl+K."""

    def __init__(
        self,
        actions: ActionTable,
        make_more: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            actions: the commands; pages that were not opened yet have not declared theirs.
            make_more: makes one more page; returns whether there may be another.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        self.setProperty("help", "keyboard")
        self._actions, self._make_more = actions, make_more
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Search the keys"))
        self.line.setPlaceholderText(tr("Search by words or keys"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._show)
        self.model = EntryModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self.view.setAccessibleName(tr("Keys"))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(12)
        layout.addWidget(SectionLabel(tr("Keys")))
        words = tr("Ctrl+K finds every command, also those without keys.")
        layout.addWidget(QuietLabel(words, wrap=True))
        layout.addWidget(self.line)
        layout.addWidget(self.view, 1)
        self._show()
        self._filling = QTimer(self)
        self._filling.timeout.connect(self._fill)
        self._filling.start(0)

    def _fill(self) -> None:
        """Let one more page declare its commands; the sheet is read meanwhile."""
        if not self._make_more():
            self._filling.stop()
        self._show()

    def _show(self) -> None:
        place = self.view.verticalScrollBar().value()
        wanted = fold(self.line.text().strip())
        entries: list[Entry] = []
        for topic, commands in by_topic(self._actions.commands()):
            fitting = [
                Entry(plain_label(c), keys=c.keys[0], detail=_others(c.keys), icon=c.icon)
                for c in commands
                if c.keys and _fits(wanted, topic, plain_label(c), c.keys)
            ]
            if fitting:
                entries += [Entry(topic, is_caption=True), *fitting]
        if entries != self.model.entries():
            self.model.set_entries(entries)
            self.view.verticalScrollBar().setValue(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING and self.line.hasFocus():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        room = self.screen().availableGeometry().size() - QSize(32, 64)
        return QSize(scaled(_SIZE.width()), scaled(_SIZE.height())).boundedTo(room)


def _others(keys: tuple[str, ...]) -> str:
    others = [said_keys(key) for key in keys[1:]]
    return tr("or {keys}", keys=", ".join(others)) if others else ""


def _fits(wanted: str, topic: str, words: str, keys: tuple[str, ...]) -> bool:
    searched = fold(" ".join((topic, words, *keys, *map(said_keys, keys))))
    return all(part in searched for part in wanted.split())
