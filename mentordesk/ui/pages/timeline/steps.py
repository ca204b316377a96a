"""What a move on the timeline changes: one command, one undo step, its reason afterwards."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.dates_said import say_date
from mentordesk.domain.messages import Changed
from mentordesk.domain.timeline import (
    Part,
    TimelineGoal,
    TimelineMark,
    TimelineRow,
    moved_dates,
    shifted,
)
from mentordesk.ui.context import Context
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr


class TimelineSteps(QObject):
    """Moves goals and milestones, and keeps why."""

    reason_wanted = Signal()
    """Something was moved, and nobody has said why."""

    reason_settled = Signal()
    """Nobody needs to say why any more: the move was taken back, or something else was done."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._window = context, parent
        self._heard: list[Changed] = []
        self._asked: int | None = None
        self._moving = False
        context.changed.connect(self._hear)

    def move_mark(self, mark: TimelineMark, days: int, *, keys: bool) -> bool:
        """Move a milestone by some days; return whether it was done."""
        if mark.due is None:
            return False
        due = shifted(mark.due, days)
        goals = self._context.desk.goals
        typing = ("timeline", mark.id) if keys else None
        command = partial(goals.move_milestone, mark.id, due, typing=typing)
        return self._move(command, tr("Milestone moved to {day}.", day=self._said(due)))

    def move_goal(self, row: TimelineRow, part: Part, days: int, *, keys: bool) -> bool:
        """Move a goal's bar, or one end of it, by some days; return whether it was done."""
        start, due = moved_dates(row, part, days)
        goal = row.goal
        if (start, due) == (goal.start, goal.due):
            return False
        typing = ("timeline", goal.id, part) if keys else None
        command = partial(
            self._context.desk.goals.move_goal_dates, goal.id, start, due, typing=typing
        )
        return self._move(command, self._goal_said(part, start, due))

    def give_reason(self, reason: str) -> None:
        """Keep why the last move was made, with that move."""
        if self._asked is not None:
            give = partial(self._context.desk.changes.give_reason, self._asked, reason)
            self._context.perform(give)
            self._asked = None

    def ask_date(self, item: TimelineGoal | TimelineMark) -> FormDialog:
        """Ask on which day something is planned, and why if it had another one."""
        form = Form(self._context.today())
        form.add_date("due", tr("Planned for"), optional=False)
        if item.due is not None:
            form.add_text("reason", tr("Why?"))
            form.load({"due": item.due})
        title = tr("A date for “{title}”", title=item.title)
        submit = partial(self._submit_date, item)
        dialog = FormDialog(title, form, tr("Set date"), submit, parent=self._window.window())
        dialog.open()
        return dialog

    def _submit_date(
        self, item: TimelineGoal | TimelineMark, values: dict[str, object]
    ) -> dict[str, str]:
        due, why = values["due"], str(values.get("reason") or "")
        if not isinstance(due, date):
            return {"due": tr("Choose a day.")}
        goals = self._context.desk.goals
        command: Callable[[], UUID] = (
            partial(goals.move_milestone, item.id, due, why)
            if isinstance(item, TimelineMark)
            else partial(goals.move_goal_dates, item.id, item.start, due, why)
        )
        said = tr("Planned for {day} now.", day=self._said(due))
        return self._context.problems(command, said)

    def _move(self, command: Callable[[], UUID], said: str) -> bool:
        self._heard.clear()
        self._moving = True
        done = self._context.perform(command)
        self._moving = False
        if done and self._heard:
            self._context.notify(said)
            again = self._asked == self._heard[-1].change_set
            self._asked = self._heard[-1].change_set
            if not again:
                self.reason_wanted.emit()
        return done

    def _hear(self, message: Changed) -> None:
        if self._moving:
            self._heard.append(message)
        elif self._asked is not None:
            self._asked = None
            self.reason_settled.emit()

    def _goal_said(self, part: Part, start: date | None, due: date | None) -> str:
        if part is Part.START and start is not None:
            return tr("Goal starts {day} now.", day=self._said(start))
        if due is not None:
            return tr("Goal moved, it ends {day} now.", day=self._said(due))
        return tr("Goal moved.")

    def _said(self, day: date) -> str:
        return say_date(day, self._context.today(), tr)
