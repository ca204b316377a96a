"""The stream as a card: a filter above, rows, and the way to earlier ones."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.stream import (
    CONTACT_KINDS,
    EVERYTHING,
    GOAL_KINDS,
    PROMISE_KINDS,
    StreamKind,
    StreamRow,
)
from mentordesk.ui.pages.relationship.stream_list import StreamList
from mentordesk.ui.pages.relationship.stream_model import StreamModel
from mentordesk.ui.widgets.buttons import LinkButton
from mentordesk.ui.widgets.cards import Card, Divider
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel
from mentordesk.ui.widgets.rows import PageSource
from mentordesk.ui.words import tr


class StreamCard(Card):
    """What has happened, the newest first; earlier rows come when they are wanted."""

    row_opened = Signal(object)

    def __init__(self, page: PageSource[StreamRow]) -> None:
        super().__init__()
        self._live = True
        self._kinds = [kinds for kinds, _ in _filters()]
        self.filter = QComboBox()
        self.filter.setAccessibleName(tr("Show"))
        self.filter.addItems([words for _, words in _filters()])
        self.filter.activated.connect(self._choose)
        self.model = StreamModel(page)
        self.list = StreamList(self.model)
        self.list.row_opened.connect(self.row_opened)
        self.empty = QuietLabel(wrap=True)
        self.empty.setContentsMargins(16, 16, 16, 16)
        self.earlier = LinkButton(tr("Show earlier"))
        self.earlier.clicked.connect(self.show_earlier)
        self._foot = _foot(self.earlier)
        for part in (self._head(), Divider(), self.empty, self.list, self._foot):
            self.body.addWidget(part)
        self.show_emptiness()

    @property
    def kinds(self) -> frozenset[StreamKind]:
        """What the filter asks for."""
        return self._kinds[max(0, self.filter.currentIndex())]

    def set_live(self, *, live: bool) -> None:
        """Say whether there is more to come."""
        self._live = live
        self.show_emptiness()

    def start_over(self) -> None:
        """Forget the rows and the filter, for another relationship."""
        self.filter.setCurrentIndex(0)
        self.model.set_rows([])

    def reload(self, today: date) -> None:
        """Read as many rows again as are shown; place and scroll stay."""
        self.model.today = today
        self.model.reload()
        self.show_emptiness()

    def show_earlier(self) -> None:
        """Read the next page of rows further back."""
        focused = self.earlier.hasFocus()
        first = self.model.rowCount()
        self.model.read_more()
        self.show_emptiness()
        if focused and not self.model.has_more:
            self.list.setCurrentIndex(self.model.index(min(first, self.model.rowCount() - 1), 0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def show_emptiness(self) -> None:
        """Say what the stream is for while nothing is in it."""
        rows = bool(self.model.rowCount())
        self.list.setVisible(rows)
        self._foot.setVisible(rows and self.model.has_more)
        self.empty.setVisible(not rows)
        self.empty.setText(self._nothing())

    def _nothing(self) -> str:
        if not self._live:
            return tr("Nothing was noted here.")
        if self.kinds != EVERYTHING:
            return tr("Nothing of this kind yet.")
        return tr("Meetings, talks, promises and changes of goals will stand here, newest first.")

    def _choose(self) -> None:
        self.model.set_rows([])
        self.reload(self.model.today)

    def _head(self) -> QWidget:
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(BodyLabel(tr("So far"), strong=True), 1)
        layout.addWidget(self.filter)
        return head


def _foot(button: QWidget) -> QWidget:
    foot = QWidget()
    column = QVBoxLayout(foot)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Divider())
    line = QHBoxLayout()
    line.setContentsMargins(8, 4, 8, 4)
    line.addWidget(button)
    line.addStretch()
    column.addLayout(line)
    return foot


def _filters() -> Sequence[tuple[frozenset[StreamKind], str]]:
    return (
        (EVERYTHING, tr("Everything")),
        (CONTACT_KINDS, tr("Meetings and talks")),
        (PROMISE_KINDS, tr("Promises")),
        (GOAL_KINDS, tr("Goals")),
    )
