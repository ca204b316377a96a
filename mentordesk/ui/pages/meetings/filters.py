"""What narrows a list of meetings: words, a person, how they stand."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.meetings import MeetingFilter
from mentordesk.ui.labels import label
from mentordesk.ui.theme import current_theme, scaled
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.words import tr

_PAUSE = 150
"""Milliseconds without a key before the list is read again."""


class MeetingFilters(QWidget):
    """Three fields whose answers make one filter."""

    changed = Signal()

    def __init__(self, *, with_person: bool) -> None:
        super().__init__()
        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("Name, title or place"))
        self.text.setAccessibleName(tr("Show only meetings with these words"))
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(scaled(220))
        search = current_theme().icon("search", "quiet")
        mark = self.text.addAction(search, QLineEdit.ActionPosition.LeadingPosition)
        mark.setText(tr("Search"))
        self.person = _combo(tr("With whom"))
        if not with_person:  # shown now, before it stands anywhere, it would be a window
            self.person.hide()
        self.status = _combo(tr("Status"))
        self.status.addItem(tr("Any status"))
        self.status.addItems([label(status) for status in MeetingStatus])
        self._people: list[UUID] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(self._wait)
        self.person.activated.connect(self.changed)
        self.status.activated.connect(self.changed)
        fields = [self.text, self.person, self.status] if with_person else [self.text, self.status]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Flow(fields, gap=8))
        if not with_person:
            self.person.setParent(self)

    def offer_people(self, people: Sequence[tuple[UUID, str]]) -> None:
        """Let one choose among these; the choice stays where it can."""
        chosen = self._person()
        self._people = [item for item, _ in people]
        self.person.clear()
        self.person.addItem(tr("With everybody"))
        self.person.addItems([name for _, name in people])
        if chosen in self._people:
            self.person.setCurrentIndex(1 + self._people.index(chosen))

    def wanted(self, relationship: UUID | None) -> MeetingFilter:
        """Return the filter; ``relationship`` is meant where no person can be chosen."""
        place = self.status.currentIndex() - 1
        return MeetingFilter(
            relationship=relationship or self._person(),
            statuses=frozenset({list(MeetingStatus)[place]}) if place >= 0 else frozenset(),
            text=self.text.text(),
        )

    def clear(self) -> None:
        """Show everything again."""
        self.text.clear()
        self.person.setCurrentIndex(0)
        self.status.setCurrentIndex(0)
        self._pause.stop()
        self.changed.emit()

    def _person(self) -> UUID | None:
        place = self.person.currentIndex() - 1
        return self._people[place] if 0 <= place < len(self._people) else None

    def _wait(self) -> None:
        self._pause.start()


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    combo.setMaximumWidth(scaled(240))
    return combo
