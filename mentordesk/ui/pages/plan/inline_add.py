"""Add one thing after the other in place: a button that opens a line to type in."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.dates_text import Unreadable
from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.buttons import PlainButton
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import RoleLabel
from mentordesk.ui.words import tr

_WORDS_WIDTH = 220
_DAY_WIDTH = 168


class InlineAdd(QWidget):
    """A line that its button opens, ready for one entry after the other until Escape."""

    opened = Signal(object)

    def __init__(
        self,
        button: str,
        name: str,
        placeholder: str,
        add: Callable[["Entry"], Mapping[str, str]],
        *,
        today: date | None = None,
        with_owner: bool = False,
    ) -> None:
        super().__init__()
        self._add = add
        self._owners: list[tuple[UUID, str]] = []
        self.button = PlainButton(button, icon="plus", name=name)
        self.button.clicked.connect(self.open)
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.setMinimumWidth(scaled(_WORDS_WIDTH))
        self.owner = _owner_choice() if with_owner else None
        self.day = None if today is None else _day_field(today)
        self.submit_button = PlainButton(tr("Add"), name=tr("Add: {what}", what=name))
        self.submit_button.clicked.connect(self.submit)
        self.problem = RoleLabel(role=FontRole.SECONDARY, tone="attention", wrap=True)
        self.problem.hide()
        self._assemble()
        self.hide()

    def _assemble(self) -> None:
        fields = [self.line, self.owner, self.day, self.submit_button]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Flow([field for field in fields if field is not None], gap=8))
        layout.addWidget(self.problem)

    def set_owners(self, owners: Sequence[tuple[UUID, str]]) -> None:
        """Offer these people; whoever was chosen stays chosen."""
        if self.owner is None or list(owners) == self._owners:
            return
        chosen = self._chosen_owner()
        self._owners = list(owners)
        self.owner.clear()
        self.owner.addItems([name for _, name in owners])
        ids = [person for person, _ in owners]
        self.owner.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self.owner.setVisible(len(owners) > 1)

    def open(self) -> None:
        """Show the line to type in."""
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(self)

    def close_line(self) -> None:
        """Hide the line; the keyboard goes back to the button if it was here."""
        had_focus = any(child.hasFocus() for child in self.findChildren(QWidget))
        self._say("")
        self.hide()
        if had_focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Add what was typed; the line is ready for the next."""
        found = self.day.parsed() if self.day is not None else None
        if isinstance(found, Unreadable):
            self._say(found.sentence)
            return
        entry = Entry(self.line.text(), found, self._chosen_owner())
        problems = self._add(entry)
        self._say(" ".join(problems.values()))
        if not problems:
            self.line.setText("")  # unlike clear(): Ctrl+Z takes back what was added
            if self.day is not None:
                self.day.set_value(None)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)

    def _chosen_owner(self) -> UUID | None:
        place = self.owner.currentIndex() if self.owner is not None else -1
        return self._owners[place][0] if 0 <= place < len(self._owners) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        else:
            super().keyPressEvent(event)


class Entry:
    """What was typed: words, a day, and who."""

    def __init__(self, words: str, day: date | None, owner: UUID | None) -> None:
        self.words, self.day, self.owner = words, day, owner


def _owner_choice() -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(tr("Who does it"))
    return choice


def _day_field(today: date) -> DateField:
    field = DateField(today)
    field.setFixedWidth(scaled(_DAY_WIDTH))
    field.line.setAccessibleName(tr("Planned for"))
    return field
