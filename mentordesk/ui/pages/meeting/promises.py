"""Promises beside a meeting: those that are open, and those that were made in it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from mentordesk.domain.dates_said import due_phrase, exact_date, short_date
from mentordesk.domain.goals import ActionRow
from mentordesk.domain.text import first_name
from mentordesk.ui.widgets.cards import Card, Group
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel
from mentordesk.ui.widgets.tick_box import TickBox
from mentordesk.ui.words import tr

_SIDE, _TOP = 14, 8
# As far as the box has air around it, so that the words stand beside it.
_DOWN = 3


class PromiseLine(QWidget):
    """A box to tick, what was promised, by whom and until when."""

    ticked = Signal(object, bool)

    def __init__(self, action: ActionRow, today: date) -> None:
        super().__init__()
        self._action = action
        self.box = TickBox(_spoken(action, today), ticked=action.done is not None)
        self.box.clicked.connect(self._say)
        settled = not action.is_open
        title = BodyLabel(action.title, wrap=True)
        title.set_tone("quiet" if settled else "")
        who = QuietLabel(_who(action))
        for words in (title, who):
            words.setContentsMargins(0, _DOWN, 0, 0)
        layout = QGridLayout(self)
        layout.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self.box, 0, 0, top)
        layout.addWidget(title, 0, 1, top)
        layout.addWidget(who, 0, 2, top)
        if said := _when(action, today):
            when = QuietLabel(said, small=True)
            if action.due is not None:
                when.setToolTip(exact_date(action.due, tr))
            layout.addWidget(when, 1, 1, 1, 2)

    def _say(self, done: bool) -> None:  # noqa: FBT001 (a slot)
        self.ticked.emit(self._action.id, done)


class Promises(QWidget):
    """A card of promises under a caption; below them whatever else belongs there."""

    ticked = Signal(object, bool)

    def __init__(self, caption: str, *, below: QWidget | None = None) -> None:
        super().__init__()
        self._shown: tuple[tuple[ActionRow, ...], date] | None = None
        self._below = below
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        card = Card()
        card.body.addLayout(self._rows)
        if below is not None:
            card.body.addWidget(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Group(caption, card))

    def show_rows(self, actions: Sequence[ActionRow], today: date) -> None:
        """Show these promises; the keyboard stays where it was."""
        wanted = (tuple(actions), today)
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = self._focused_place()
        self._clear()
        for action in actions:
            line = PromiseLine(action, today)
            line.ticked.connect(self.ticked)
            self._rows.addWidget(line)
        self.setVisible(bool(actions) or self._below is not None)
        boxes = self.boxes()
        if focused is not None and boxes:
            boxes[min(focused, len(boxes) - 1)].setFocus()

    def forget(self) -> None:
        """Build the rows anew when they are shown next: a box may not say what is kept."""
        self._shown = None

    def boxes(self) -> list[QCheckBox]:
        """Return the boxes from top to bottom."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [line.box for line in widgets if isinstance(line, PromiseLine)]

    def _focused_place(self) -> int | None:
        return next((n for n, box in enumerate(self.boxes()) if box.hasFocus()), None)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()


def _who(action: ActionRow) -> str:
    return tr("me") if action.is_mine else first_name(action.owner_name)


def _when(action: ActionRow, today: date) -> str:
    if action.done is not None:
        return tr("done {day}", day=short_date(action.done, today, tr))
    if action.dropped is not None:
        return tr("let go {day}", day=short_date(action.dropped, today, tr))
    return "" if action.due is None else due_phrase(action.due, today, tr)


def _spoken(action: ActionRow, today: date) -> str:
    parts = (tr("Done: {title}", title=action.title), _who(action), _when(action, today))
    return ", ".join(part for part in parts if part)
