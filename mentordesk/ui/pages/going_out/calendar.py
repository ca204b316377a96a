"""Put meetings into a calendar: what, for whom, how much, and what stays."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.calendar import CalendarEvent, CalendarScope
from mentordesk.domain.release import Released
from mentordesk.ui.context import Context
from mentordesk.ui.pages.going_out.calendar_form import CalendarForm, Chosen, Which
from mentordesk.ui.pages.going_out.calendar_job import calendar_job, first_entries
from mentordesk.ui.pages.going_out.dialog import SavingDialog
from mentordesk.ui.pages.going_out.job import Job
from mentordesk.ui.theme import scaled
from mentordesk.ui.words import plural, tr

EVERYTHING = CalendarScope()

_BESIDE = 720
_SOON = 120


class CalendarDialog(SavingDialog):
    """Chooses meetings and how they read; beside it stands what goes and what stays."""

    width_wanted = 880

    def __init__(
        self,
        context: Context,
        scope: CalendarScope = EVERYTHING,
        *,
        cancelled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            context: the open desk.
            scope: what is chosen to begin with.
            cancelled: it is about meetings that were cancelled, and nothing else.
            parent: the window.
        """
        title = tr("Put meetings into a calendar")
        explanation = tr("This makes a file that your calendar program can import.")
        if cancelled:
            title = tr("Take cancelled meetings out of a calendar")
            explanation = tr(
                "The file marks these meetings as cancelled. Import it where you put them before."
            )
        self.choices = CalendarForm(context, scope, cancelled=cancelled)
        super().__init__(context, title, explanation, self.choices, parent)
        self.setProperty("help", "calendar")
        self._asked: tuple[Chosen, Released[CalendarEvent]] | None = None
        context.changed.connect(self._forget)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.refresh)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._columns.addWidget(self.form, 5)
        self._columns.addWidget(self.summary, 4)
        self._area = ScrolledColumns(self._columns)
        self.middle.addWidget(self._area, 1)
        self.summary.say_always(tr("Notes stay in any case."))
        self.form.edited.connect(self._soon.start)
        self.refresh()

    def refresh(self) -> None:
        """Say anew what goes and what stays."""
        self._soon.stop()
        if problems := self.choices.problems():
            self.summary.show_unclear(next(iter(problems.values())))
            self.save_button.setEnabled(False)
            return
        chosen = self.choices.chosen()
        # Reminders and hiding change neither what goes nor how it reads here.
        wish = replace(chosen.wish, alarms=(), confidential=False)
        released = self._released(replace(chosen, wish=wish))
        self.summary.show_released(released, chosen.name)
        today, zone_name = self.context.today(), self.context.zone_name
        shown = first_entries(released.items, today, zone_name)
        more = len(released.items) - len(shown)
        self.summary.show_entries(
            shown,
            plural(more, "and 1 more", "and {count} more") if more else "",
        )
        self.save_button.setEnabled(bool(released.items))

    @override
    def job(self) -> Job | None:
        problems = self.choices.problems()
        self.form.show_problems(problems)
        if problems:
            return None
        chosen = self.choices.chosen()
        return calendar_job(self._released(chosen), chosen, self._title(chosen))

    def _released(self, chosen: Chosen) -> Released[CalendarEvent]:
        """Bring it through the gate, once for the same choices: a long life takes seconds."""
        if self._asked is None or self._asked[0] != chosen:
            preview = self.context.desk.calendar.preview
            self._asked = chosen, preview(chosen.scope, chosen.wish, chosen.audience)
        return self._asked[1]

    def _forget(self) -> None:
        self._asked = None

    def _title(self, chosen: Chosen) -> str:
        """Return what the file is called."""
        if isinstance(chosen.which, UUID):
            header = self.context.desk.relationships.header(chosen.which)
            return tr("Meetings with {name}", name=header.name)
        if chosen.which is Which.THESE:
            count = len(chosen.scope.meetings)
            return tr("Meeting") if count == 1 else tr("Meetings")
        if chosen.which is Which.PERIOD:
            days = (chosen.scope.first, chosen.scope.last)
            return " ".join([tr("Meetings"), *(day.isoformat() for day in days if day)])
        return tr("Mentoring meetings")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)


class ScrolledColumns(QScrollArea):
    """Ground for the columns that scrolls where the screen is small."""

    def __init__(self, columns: QBoxLayout) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ground = QWidget()
        self._ground.setProperty("look", "page")
        layout = QVBoxLayout(self._ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(columns)
        self.setWidget(self._ground)

    @override
    def sizeHint(self) -> QSize:
        return self._ground.sizeHint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whoever holds the area gives it other room when its content has grown.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def export_calendar(
    context: Context, parent: QWidget | None = None, scope: CalendarScope = EVERYTHING
) -> CalendarDialog:
    """Open the dialog on what a scope names."""
    dialog = CalendarDialog(context, scope, parent=parent)
    dialog.open()
    return dialog


def export_cancelled(
    context: Context, meetings: Sequence[UUID], parent: QWidget | None = None
) -> CalendarDialog | None:
    """Open the dialog on meetings that were cancelled; none where there are none."""
    if not meetings:
        return None
    scope = CalendarScope(meetings=tuple(meetings))
    dialog = CalendarDialog(context, scope, cancelled=True, parent=parent)
    dialog.open()
    return dialog
