"""What goes and what stays, counted by kind: the preview of the gate."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.release import AudienceKind, Releasable, Released
from mentordesk.ui.pages.going_out.said import counts_said, private_said
from mentordesk.ui.theme import FontRole
from mentordesk.ui.widgets.cards import Card, TwoLines
from mentordesk.ui.widgets.labels import BodyLabel, CapsLabel, QuietLabel, RoleLabel
from mentordesk.ui.widgets.marks import IconLabel
from mentordesk.ui.words import tr

_PADDING = 16
_TOP = Qt.AlignmentFlag.AlignTop


class ProblemLine(QWidget):
    """One sentence on why it could not be done, with its icon; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.label = RoleLabel(role=FontRole.BODY, tone="attention", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(IconLabel("attention", role="attention", size=16), 0, _TOP)
        layout.addWidget(self.label, 1)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show and announce a sentence; an empty one hides the line."""
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


class GateSummary(Card):
    """A card that says what goes to whom, what of it only I see, and what stays."""

    def __init__(self) -> None:
        super().__init__(padding=_PADDING)
        self.to = QuietLabel(wrap=True)
        self.goes = RoleLabel(role=FontRole.MEDIUM, wrap=True)
        self.private = BodyLabel(wrap=True)
        self.stays = BodyLabel(wrap=True)
        self.always = QuietLabel(small=True, wrap=True)
        self._private = _beside("lock", self.private)
        self._reading = CapsLabel(tr("How it will read"))
        self._lines: list[TwoLines] = []
        self._entries = QVBoxLayout()
        self._entries.setSpacing(8)
        self.body.setSpacing(4)
        for widget in (CapsLabel(tr("Goes")), self.goes, self.to, self._private):
            self.body.addWidget(widget)
        self.body.addSpacing(12)
        for widget in (CapsLabel(tr("Stays here")), self.stays, self.always):
            self.body.addWidget(widget)
        self.body.addSpacing(12)
        self.body.addWidget(self._reading)
        self.body.addLayout(self._entries)
        self.body.addStretch(1)
        self.show_entries(())
        self.always.hide()

    def show_released(self, released: Released[Releasable], name: str) -> None:
        """Say what goes and what stays; ``name`` says to whom, as the choice of it does."""
        goes = counts_said(released.goes)
        self.goes.setText(goes or tr("Nothing"))
        mine = released.audience.kind is AudienceKind.MYSELF
        to = name if mine else tr("To {name}", name=name)
        self.to.setText(to if goes else self._why_nothing(released, name))
        words = private_said(released.private)
        self.private.setText(words)
        self._private.setVisible(bool(words))
        self.stays.setText(counts_said(released.stays) or tr("Nothing of this"))
        self.setAccessibleName(
            tr("Goes: {goes}. Stays here: {stays}.", goes=self.goes.text(), stays=self.stays.text())
        )

    def show_unclear(self, sentence: str) -> None:
        """Say why it is not clear yet what would go."""
        self.goes.setText(tr("Nothing yet"))
        self.to.setText(sentence)
        self.stays.setText(tr("Everything"))
        self._private.hide()
        self.show_entries(())

    def say_always(self, sentence: str) -> None:
        """Say what stays in any case."""
        self.always.setText(sentence)
        self.always.show()

    def show_entries(self, entries: Sequence[tuple[str, str]], more: str = "") -> None:
        """Show the first few entries as title and time; ``more`` says how many there are yet."""
        while (item := self._entries.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = [TwoLines(title, when) for title, when in entries]
        for line in self._lines:
            self._entries.addWidget(line)
        if more:
            self._entries.addWidget(QuietLabel(more, small=True))
        self._reading.setVisible(bool(entries))

    def entries(self) -> list[tuple[str, str]]:
        """Return the entries that are shown."""
        return [(line.first.text(), line.second.text()) for line in self._lines]

    def _why_nothing(self, released: Released[Releasable], name: str) -> str:
        if not released.stays:
            return tr("There is nothing of this kind.")
        return tr("Nothing of this is shared with {name}.", name=name)


def _beside(icon: str, label: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 4, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(IconLabel(icon, size=16), 0, _TOP)
    layout.addWidget(label, 1)
    return holder
