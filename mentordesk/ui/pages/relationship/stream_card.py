"""The stream as a card: rows with their day, and the way to what lies further back."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mentordesk.domain.dates_said import exact_date
from mentordesk.domain.stream import (
    CONTACT_KINDS,
    EVERYTHING,
    GOAL_KINDS,
    PROMISE_KINDS,
    GoalChanged,
    MeetingHappened,
    MilestoneReached,
    PromiseKept,
    PromiseMade,
    StreamKind,
    StreamRow,
)
from mentordesk.ui.pages.relationship.stream_said import day_said, said
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import LinkButton
from mentordesk.ui.widgets.cards import Card, Chip, Divider, Row
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel
from mentordesk.ui.words import tr

_DAY_WIDTH = 88


class StreamCard(Card):
    """What has happened, the newest first; a filter above, earlier rows on demand."""

    row_opened = Signal(object)
    kinds_chosen = Signal()
    earlier_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows_shown: list[StreamRow] = []
        self._day: date | None = None
        self._live = True
        self.filter = QComboBox()
        self.filter.setAccessibleName(tr("Show"))
        self._kinds = [kinds for kinds, _ in _filters()]
        self.filter.addItems([words for _, words in _filters()])
        self.filter.activated.connect(self.kinds_chosen)
        self._list = Card()
        self._list.setProperty("look", "plain")
        self._list.body.setContentsMargins(0, 0, 0, 0)
        self._empty = QuietLabel(wrap=True)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self.earlier = LinkButton(tr("Show earlier"))
        self.earlier.clicked.connect(self.earlier_wanted)
        self.body.addWidget(self._head())
        self.body.addWidget(Divider())
        self.body.addWidget(self._empty)
        self.body.addWidget(self._list)
        self._foot = _foot(self.earlier)
        self.body.addWidget(self._foot)

    def set_live(self, *, live: bool) -> None:
        """Say whether there is more to come."""
        self._live = live
        self._empty.setText(self._nothing())

    @property
    def kinds(self) -> frozenset[StreamKind]:
        """What the filter asks for."""
        return self._kinds[max(0, self.filter.currentIndex())]

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return len(self._rows_shown)

    @property
    def last(self) -> StreamRow | None:
        """The row furthest back."""
        return self._rows_shown[-1] if self._rows_shown else None

    def set_rows(self, rows: Sequence[StreamRow], today: date, *, more: bool) -> None:
        """Show these rows instead; the keyboard stays at the row where it was."""
        if list(rows) != self._rows_shown or today != self._day:
            focused = self._focused()
            self._list.clear()
            self._rows_shown, self._day = [], today
            self._add(rows, today)
            if focused is not None:
                self._focus(*focused)
        self._say(more=more)

    def add_rows(self, rows: Sequence[StreamRow], today: date, *, more: bool) -> None:
        """Show further rows behind the others; the keyboard goes on with them."""
        first = len(self._rows_shown)
        self._add(rows, today)
        self._say(more=more)
        if not more:
            self._focus("", first)

    def _add(self, rows: Sequence[StreamRow], today: date) -> None:
        for row in rows:
            line = _line(row, today)
            line.opened.connect(partial(self.row_opened.emit, row))
            self._list.add_row(line)
            self._rows_shown.append(row)

    def _say(self, *, more: bool) -> None:
        self._foot.setVisible(more)
        self._list.setVisible(bool(self._rows_shown))
        self._empty.setVisible(not self._rows_shown)
        self._empty.setText(self._nothing())

    def _nothing(self) -> str:
        if not self._live:
            return tr("Nothing was noted here.")
        if self.kinds != EVERYTHING:
            return tr("Nothing of this kind yet.")
        return tr("Meetings, talks, promises and changes of goals will stand here, newest first.")

    def _head(self) -> QWidget:
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(BodyLabel(tr("So far"), strong=True), 1)
        layout.addWidget(self.filter)
        return head

    def _focused(self) -> tuple[str, int] | None:
        focused = QApplication.focusWidget()
        for place, line in enumerate(self._list.rows()):
            if focused is not None and line.isAncestorOf(focused):
                return self._rows_shown[place].id, place
        return None

    def _focus(self, row_id: str, place: int) -> None:
        ids = [row.id for row in self._rows_shown]
        place = ids.index(row_id) if row_id in ids else place
        for line in self._list.rows()[place:]:
            buttons = line.findChildren(QPushButton)
            if buttons:
                buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(row: StreamRow, today: date) -> Row:
    words = said(row, today)
    day = QuietLabel(day_said(row.day, today))
    day.setFixedWidth(scaled(_DAY_WIDTH))
    day.setToolTip(exact_date(row.day, tr))
    line = Row(
        words.title,
        words.detail,
        leading=day,
        trailing=[Chip(words.chip, words.tone)] if words.chip else (),
        opens=_opens(row),
        name=f"{words.title}, {day.text()}",
    )
    line.setAccessibleName(". ".join(p for p in (day.text(), words.title, words.detail) if p))
    return line


def _opens(row: StreamRow) -> bool:
    """Return whether there is more to see of a row elsewhere."""
    if isinstance(row, PromiseMade | PromiseKept):
        return row.meeting is not None
    return isinstance(row, MeetingHappened | GoalChanged | MilestoneReached)


def _filters() -> list[tuple[frozenset[StreamKind], str]]:
    return [
        (EVERYTHING, tr("Everything")),
        (CONTACT_KINDS, tr("Meetings and talks")),
        (PROMISE_KINDS, tr("Promises")),
        (GOAL_KINDS, tr("Goals")),
    ]


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
