"""The page of the help: its topics at the leading side, the text of one beside them."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.context import Context, Place
from mentordesk.ui.help_reader import HelpReader
from mentordesk.ui.help_topics import FIRST, TOPICS, help_title
from mentordesk.ui.page import Page
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.entries import Entry, EntryDelegate, EntryModel
from mentordesk.ui.widgets.labels import CapsLabel
from mentordesk.ui.words import tr

_TOPICS_WIDTH = 208
_TEXT_WIDTH = 640
_BESIDE_FROM = 640
"""Width from which the list of topics is shown."""


class HelpPage(Page):
    """What the program can do, in short."""

    def __init__(self, context: Context, back: Callable[[], object]) -> None:
        super().__init__(context)
        self._back = back
        self.reader = HelpReader()
        self.reader.setMaximumWidth(scaled(_TEXT_WIDTH))
        self.reader.topic_wanted.connect(self._go)
        self.topics = _topics_list()
        self.topics.clicked.connect(self._choose)
        self.topics.activated.connect(self._choose)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(CapsLabel(tr("Help")))
        side.addWidget(self.topics, 1)
        self._side.setFixedWidth(scaled(_TOPICS_WIDTH))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(32)
        layout.addWidget(self._side)
        layout.addWidget(self.reader, 1)
        layout.addStretch(0)

    @override
    def title(self) -> str:
        return tr("Help: {topic}", topic=help_title(self.reader.topic or FIRST))

    @override
    def show_place(self, place: Place) -> None:
        topic = place.view if place.view in TOPICS else FIRST
        if topic != self.reader.topic:
            self.reader.show_topic(topic)
            self.topics.setCurrentIndex(self.topics.model().index(TOPICS.index(topic), 0))
            self.title_changed.emit()

    @override
    def first_focus(self) -> QWidget | None:
        return self.reader

    @override
    def reload(self) -> None:
        """Do nothing: the help says the same whatever is in the file."""

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self._go(TOPICS[index.row()])

    def _go(self, topic: str) -> None:
        self.context.go(Place("help", view=topic))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= scaled(_BESIDE_FROM))


def _topics_list() -> QListView:
    view = QListView()
    model = EntryModel(view)
    model.set_entries([Entry(help_title(topic)) for topic in TOPICS])
    view.setModel(model)
    view.setItemDelegate(EntryDelegate(view))
    view.setMouseTracking(True)
    view.setAccessibleName(tr("Topics"))
    view.setProperty("look", "plain")
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
