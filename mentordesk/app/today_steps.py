"""What can be settled from Today with one click."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.today import Signal
from mentordesk.ui.context import Context, Place
from mentordesk.ui.pages.meeting.steps import MeetingSteps
from mentordesk.ui.pages.quick_log.dialog import QuickLog
from mentordesk.ui.pages.today.rows import TodaySteps
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr


class SettleToday:
    """Settles rows of Today with the steps of meetings, goals and the quick log."""

    def __init__(
        self, context: Context, meetings: MeetingSteps, log: QuickLog, window: QWidget
    ) -> None:
        self._context, self._meetings, self._log = context, meetings, log
        self._window = window

    def steps(self) -> TodaySteps:
        """Return the steps as the page takes them."""
        return TodaySteps(
            open_meeting=self._meetings.open,
            took_place=self._meetings.hold,
            did_not=self._meetings.miss,
            done=self._done,
            change_date=self._change_date,
            open_goal=self._open_goal,
            talked=self._log.ask,
            plan_meeting=self._meetings.plan,
        )

    def _done(self, action: UUID) -> None:
        done = partial(self._context.desk.goals.set_action_done, action, self._context.today())
        self._context.perform(done, tr("Done."))

    def _change_date(self, action: UUID) -> None:
        form = Form(self._context.today())
        form.add_date("due", tr("New date"), tr("Such as “fri”, “+1w” or “12 dec”"))
        dialog = FormDialog(
            tr("Change date"),
            form,
            tr("Change date"),
            partial(self._move, action),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _move(self, action: UUID, values: dict[str, object]) -> dict[str, str]:
        due = values["due"]
        day = due if isinstance(due, date) else None
        move = partial(self._context.desk.goals.move_action, action, day)
        return self._context.problems(move, tr("Date changed."))

    def _open_goal(self, signal: Signal) -> None:
        if signal.relationship is None:
            self._context.go(Place("plan", signal.goal_id, "list"))
        else:
            self._context.go(Place("relationship", signal.relationship, "goals"))
