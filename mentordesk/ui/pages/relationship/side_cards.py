"""The cards beside the stream: what is prepared for the next meeting, and what is promised."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from mentordesk.domain.agenda import AgendaRow, agenda_minutes
from mentordesk.domain.dates_said import due_phrase
from mentordesk.domain.meetings import MeetingLine
from mentordesk.domain.people import OpenPromise
from mentordesk.domain.text import first_name
from mentordesk.ui.pages.relationship.header_said import for_when
from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.buttons import LinkButton
from mentordesk.ui.widgets.cards import Card
from mentordesk.ui.widgets.labels import BodyLabel, ElidedLabel, QuietLabel, RoleLabel
from mentordesk.ui.widgets.tick_box import TickBox
from mentordesk.ui.words import plural, tr

FEW = 8
"""Rows of a card before "more"."""

_PADDING = 15
_LINE = 26


class AgendaCard(Card):
    """What there is to talk about next time."""

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=_PADDING)
        self.body.setSpacing(4)
        self.heading = BodyLabel(strong=True, wrap=True)
        self.summary = QuietLabel(wrap=True)
        self._items = QWidget()
        self.add_button = LinkButton("", icon="plus", flush=True)
        self.add_button.clicked.connect(self.add_wanted)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.summary)
        self.body.addWidget(self._items)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_agenda(
        self, meeting: MeetingLine | None, items: Sequence[AgendaRow], today: date
    ) -> None:
        """Show the agenda of the next meeting, or that there is none."""
        rows = _agenda_rows(items)
        self.body.replaceWidget(self._items, rows)
        self._items.deleteLater()
        self._items = rows
        rows.setVisible(bool(items))
        if meeting is None:
            self.heading.setText(tr("No next meeting"))
            self.summary.setText(tr("A date makes it easier to keep in touch."))
            self.add_button.setText(tr("Plan a meeting"))
            return
        self.heading.setText(for_when(meeting.day, today))
        self.summary.setText(_summary(items, meeting.minutes))
        self.add_button.setText(tr("Add to the agenda"))


class PromisesCard(Card):
    """What is open between us, on both sides; a tick settles it."""

    settled = Signal(object)
    asked = Signal(object, QPoint)
    """A promise whose menu is wanted, and where on the screen."""

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=_PADDING)
        self.body.setSpacing(4)
        self._promises: list[OpenPromise] = []
        self._today: date | None = None
        self._unfolded = False
        self._settles = True
        self.boxes: list[QCheckBox] = []
        self._lines = QWidget()
        self.nothing = QuietLabel(tr("Nothing is open between you."), wrap=True)
        self.more_button = LinkButton("", flush=True)
        self.more_button.clicked.connect(self._unfold)
        self.add_button = LinkButton(tr("Add a promise"), icon="plus", flush=True)
        self.add_button.clicked.connect(self.add_wanted)
        self.body.addWidget(BodyLabel(tr("Open promises"), strong=True))
        for widget in (self.nothing, self._lines):
            self.body.addWidget(widget)
        for button in (self.more_button, self.add_button):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_promises(self, promises: Sequence[OpenPromise], today: date) -> None:
        """Show what is open; the keyboard stays at its place in the list."""
        focused = next((n for n, box in enumerate(self.boxes) if box.hasFocus()), None)
        self._promises, self._today = list(promises), today
        shown = self._promises if self._unfolded else self._promises[:FEW]
        self.boxes = []
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for promise in shown:
            column.addWidget(self._line(promise, today))
        self.body.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        lines.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        hidden = len(self._promises) - len(shown)
        self.more_button.setText(plural(hidden, "{count} more", "{count} more"))
        self.more_button.setVisible(bool(hidden))
        if focused is not None:
            wanted = self.boxes[min(focused, len(self.boxes) - 1)] if self.boxes else None
            (wanted or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, promise: OpenPromise, today: date) -> QWidget:
        due = due_phrase(promise.due, today, tr) if promise.due else ""
        who = tr("me") if promise.is_mine else first_name(promise.owner_name)
        box = TickBox(tr("Done: {title}", title=promise.title))
        box.setEnabled(self._settles)
        box.setAccessibleDescription(", ".join(part for part in (who, due) if part))
        box.clicked.connect(partial(self.settled.emit, promise))
        self.boxes.append(box)
        line = QWidget()
        line.setToolTip(due)
        line.setMinimumHeight(scaled(_LINE))
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        line.customContextMenuRequested.connect(partial(self._ask, promise, line))
        layout = QGridLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(4)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(box, 0, 0)
        layout.addWidget(ElidedLabel(promise.title), 0, 1)
        layout.addWidget(QuietLabel(who), 0, 2)
        if promise.due is not None and promise.due < today:
            over = RoleLabel(due, role=FontRole.SECONDARY, tone="attention", wrap=True)
            over.setContentsMargins(0, 0, 0, 4)
            layout.addWidget(over, 1, 1, 1, 2)
        return line

    def _ask(self, promise: OpenPromise, line: QWidget, place: QPoint) -> None:
        self.asked.emit(promise, line.mapToGlobal(place))

    def _unfold(self) -> None:
        self._unfolded = True
        if self._today is not None:
            self.show_promises(self._promises, self._today)

    def set_changeable(self, *, settle: bool, add: bool) -> None:
        """Say whether promises can be settled, and new ones be added."""
        self._settles = settle
        for box in self.boxes:
            box.setEnabled(settle)
        self.add_button.setVisible(add)

    def fold(self) -> None:
        """Show a few again, for another relationship."""
        self._unfolded = False


def _agenda_rows(items: Sequence[AgendaRow]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    for place, item in enumerate(items[:FEW]):
        grid.setRowMinimumHeight(place, scaled(_LINE))
        grid.addWidget(RoleLabel(str(place + 1), role=FontRole.NUMBER, tone="quiet"), place, 0)
        grid.addWidget(ElidedLabel(item.title), place, 1)
        minutes = RoleLabel(str(item.minutes or ""), role=FontRole.NUMBER, tone="quiet")
        if item.minutes:
            minutes.setAccessibleDescription(tr("{minutes} minutes", minutes=item.minutes))
        grid.addWidget(minutes, place, 2, Qt.AlignmentFlag.AlignTrailing)
    if (more := len(items) - FEW) > 0:
        words = plural(more, "{count} more", "{count} more")
        grid.addWidget(QuietLabel(words), FEW, 1)
    return holder


def _summary(items: Sequence[AgendaRow], planned: int) -> str:
    if not items:
        return tr("Nothing on the agenda yet.")
    count = plural(len(items), "{count} item", "{count} items")
    asked = agenda_minutes(items)
    if not asked:
        return count
    of = tr("{asked} of {planned} minutes", asked=asked, planned=planned)
    return f"{count}, {of}"
