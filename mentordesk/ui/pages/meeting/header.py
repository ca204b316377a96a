"""The head of a meeting's page: with whom, when and how, how it stands, and the next step."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.dates_said import exact_date
from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.meetings import MeetingDetail
from mentordesk.ui.context import Context
from mentordesk.ui.labels import label
from mentordesk.ui.meeting_choice import MeetingChoice
from mentordesk.ui.meeting_said import (
    day_there,
    length_said,
    moved_said,
    other_clocks,
    status_said,
    when_said,
)
from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.buttons import IconButton, LinkButton, PlainButton, PrimaryButton
from mentordesk.ui.widgets.dialogs import ask
from mentordesk.ui.widgets.labels import QuietLabel, RoleLabel, TitleLabel
from mentordesk.ui.widgets.marks import IconLabel
from mentordesk.ui.words import tr

_OPENABLE = frozenset({"https", "mailto"})
# With less room than this the steps stand below the words.
_ROOM = 640


class MeetingHeader(QWidget):
    """Says the facts and offers the step that fits; the others are in its menu."""

    menu_wanted = Signal(object)
    """The button that the menu shall open at."""

    def __init__(self, context: Context, shown: MeetingChoice) -> None:
        super().__init__()
        self._context, self._shown = context, shown
        self._link = ""
        self.name = TitleLabel(wrap=True)
        self.when = QuietLabel(wrap=True)
        self.about = RoleLabel(wrap=True)
        self.link_button = LinkButton(tr("Open link"), icon="link")
        self.link_button.clicked.connect(self._offer_link)
        self._icon = IconLabel("meetings", size=16)
        self.status = RoleLabel(role=FontRole.BODY, tone="quiet")
        self.menu_button = IconButton("more", tr("More to do with this meeting"), bordered=True)
        self.menu_button.clicked.connect(self._want_menu)
        self.buttons: dict[str, QPushButton] = {
            "confirm": PrimaryButton(tr("Confirm")),
            "hold": PrimaryButton(tr("It took place…")),
            "miss": PlainButton(tr("Did not take place")),
            "move": PlainButton(tr("Move…")),
        }
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._assemble()

    def connect_steps(self, steps: Mapping[str, Callable[[], object]]) -> None:
        """Let each button do its step."""
        for verb, step in steps.items():
            self.buttons[verb].clicked.connect(step)

    def show_detail(self, detail: MeetingDetail) -> None:
        """Show a meeting."""
        line, zone, today = detail.line, self._context.zone_name, self._context.today()
        self.name.setText(line.name)
        when, clocks = when_said(line, zone, today), other_clocks(line.start, detail.sides, zone)
        facts = (
            f"{when} ({clocks})" if clocks else when,
            label(line.form).lower(),
            line.place,
            moved_said(line.moved),
        )
        self.when.setText(" · ".join(fact for fact in facts if fact))
        self.when.setToolTip(exact_date(day_there(line.start, zone), tr))
        self.about.setText(line.title)
        self.about.setVisible(bool(line.title))
        self._link = line.link
        self.link_button.setVisible(QUrl(line.link).scheme() in _OPENABLE)
        self.link_button.setToolTip(line.link)
        icon, words = status_said(line, self._context.now())
        if line.status is MeetingStatus.HELD:
            words = tr("{held}, {length}", held=words, length=length_said(line))
        self._icon.set_icon(icon)
        self.status.setText(words)
        self._offer_steps()

    def _offer_steps(self) -> None:
        shown = self._shown
        begun = shown.begun()
        wanted = {
            "confirm": shown.proposed() and not begun,
            "hold": begun,
            "miss": begun,
            "move": shown.planned(),
        }
        for verb, visible in wanted.items():
            self.buttons[verb].setVisible(visible)
        self.menu_button.setEnabled(shown.changeable())

    def _offer_link(self) -> None:
        question = tr("Open this link outside MentorDesk?")
        yes = partial(QDesktopServices.openUrl, QUrl(self._link))
        ask(self.window(), question, self._link, tr("Open link"), yes)

    def _want_menu(self) -> None:
        self.menu_wanted.emit(self.menu_button)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self.name, self.when, self.about):
            words.addWidget(part)
        steps = QWidget()
        inside = QHBoxLayout(steps)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._icon)
        inside.addWidget(self.status)
        inside.addSpacing(8)
        for button in (self.link_button, *self.buttons.values(), self.menu_button):
            inside.addWidget(button)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self._line.addLayout(words, 1)
        self._line.addWidget(steps, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(_ROOM)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if beside else down)
