"""Meetings whose time is over and of which nobody has said what became."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.dates_said import say_date
from mentordesk.domain.meetings import MeetingLine
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton
from mentordesk.ui.widgets.cards import Card
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel
from mentordesk.ui.words import tr

_PADDING = 15
SEEN_AT_ONCE = 3
"""Meetings that are asked about at a time, the newest first; the others follow."""


class PastCard(Card):
    """Asks whether a meeting took place; one click keeps the record true."""

    took_place = Signal(object)
    did_not = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=_PADDING)
        self.body.setSpacing(4)
        self.heading = BodyLabel(tr("Did it take place?"), strong=True, wrap=True)
        self._lines = QWidget()
        self.body.addWidget(self.heading)
        self.body.addWidget(self._lines)
        self.hide()

    def show_meetings(self, meetings: Sequence[MeetingLine], today: date) -> None:
        """Ask about these; no meeting, no card."""
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for meeting in meetings:
            self._add(column, meeting, today)
        self.body.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        self.setVisible(bool(meetings))

    def _add(self, column: QVBoxLayout, meeting: MeetingLine, today: date) -> None:
        time = f"{meeting.start.local:%H:%M}"
        when = tr("{day}, {time}", day=say_date(meeting.day, today, tr), time=time)
        about = " · ".join(part for part in (when, meeting.title) if part)
        yes = PlainButton(tr("It took place"), name=f"{tr('It took place')}: {when}")
        yes.clicked.connect(partial(self.took_place.emit, meeting.id))
        no = LinkButton(tr("Did not take place"), name=f"{tr('Did not take place')}: {when}")
        no.clicked.connect(partial(self.did_not.emit, meeting.id))
        column.addWidget(QuietLabel(about, wrap=True))
        column.addWidget(Flow([yes, no]))
