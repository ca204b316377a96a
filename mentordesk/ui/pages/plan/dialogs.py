"""The questions of a plan: each a form with one answer, a reason never asked twice."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.dates_said import say_date
from mentordesk.domain.enums import GoalStatus
from mentordesk.domain.goals import (
    ActionDraft,
    ActionRow,
    CheckpointDraft,
    CheckpointRow,
    GoalDetail,
    GoalDraft,
    MilestoneDraft,
    MilestoneRow,
    check_action,
    check_checkpoint,
    check_milestone,
    check_reason,
)
from mentordesk.ui.context import Context
from mentordesk.ui.pages.plan.goal_form import WHY_HINT, GoalForm, GoalPeople
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.form_check import FormCheck
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

Values = Mapping[str, object]


class PlanDialogs:
    """Opens the dialogs of a plan over its window."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def new_goal(
        self, people: GoalPeople, added: Callable[[UUID], object], *, mine: bool
    ) -> FormDialog:
        """Ask for a new goal."""
        form = GoalForm(self._context.today(), people, None, mine=mine)
        return self._open(
            tr("New goal"), form, tr("Add goal"), _Adding(self._context, form, added).submit
        )

    def edit_goal(self, people: GoalPeople, goal: GoalDetail) -> FormDialog:
        """Ask what a goal shall say."""
        form = GoalForm(self._context.today(), people, goal.draft)
        submit = partial(self._submit_goal, goal.node.id, form)
        return self._open(tr("Edit goal"), form, tr("Save"), submit)

    def edit_milestone(self, milestone: MilestoneRow) -> FormDialog:
        """Ask what a milestone shall say."""
        form = Form(self._context.today())
        form.add_text("title", tr("Milestone"), optional=False)
        form.add_date("due", tr("Planned for"))
        form.add_text("reason", tr("Why the change?"), tr(WHY_HINT))
        form.load({"title": milestone.title, "due": milestone.due})
        FormCheck(form, _check_milestone)
        submit = partial(self._submit_milestone, milestone.id)
        return self._open(tr("Edit milestone"), form, tr("Save"), submit)

    def move_milestone(self, milestone: MilestoneRow) -> FormDialog:
        """Ask for a milestone's new date, and for one line of reason that may be empty."""
        form = Form(self._context.today())
        form.add_date("due", tr("New date"))
        form.add_text("reason", tr("Why?"), tr(WHY_HINT))
        form.load({"due": milestone.due})
        FormCheck(form, _check_reason)
        title = tr("Move “{title}”", title=milestone.title)
        return self._open(title, form, tr("Move"), partial(self._submit_move, milestone.id))

    def edit_action(self, action: ActionRow, owners: Sequence[tuple[UUID, str]]) -> FormDialog:
        """Ask what an action shall say, and who does it."""
        form = Form(self._context.today())
        form.add_text("title", tr("What is to be done"), optional=False)
        known = owners if action.owner_id in dict(owners) else [*owners, _owner(action)]
        form.add_choice("owner", tr("Who does it"), list(known))
        form.add_date("due", tr("Due"))
        form.load({"title": action.title, "owner": action.owner_id, "due": action.due})
        FormCheck(form, partial(_check_action, action))
        return self._open(tr("Edit action"), form, tr("Save"), partial(self._submit_action, action))

    def drop_action(self, action: ActionRow) -> FormDialog:
        """Ask why an action is let go."""
        desk, today = self._context.desk, self._context.today()
        return self._ask_why(
            tr("Let “{title}” go", title=action.title),
            tr("Let go"),
            lambda why: desk.goals.drop_action(action.id, why, today),
            tr("Action let go."),
        )

    def close_goal(self, goal: UUID, title: str, status: GoalStatus) -> FormDialog:
        """Ask why a goal is parked or let go."""
        desk, today = self._context.desk, self._context.today()
        parks = status is GoalStatus.PARKED
        heading = tr("Park “{title}”") if parks else tr("Let “{title}” go")
        return self._ask_why(
            heading.format(title=title),
            tr("Park") if parks else tr("Let go"),
            lambda why: desk.goals.set_status(goal, status, today, why),
            tr("Goal parked.") if parks else tr("Goal let go."),
        )

    def edit_checkpoint(self, checkpoint: CheckpointRow) -> FormDialog:
        """Ask what a checkpoint shall say."""
        form = Form(self._context.today())
        form.add_text("line", tr("How it goes"), optional=False)
        form.add_date("day", tr("Day"), optional=False)
        form.load({"line": checkpoint.line, "day": checkpoint.day})
        FormCheck(form, partial(_check_checkpoint, checkpoint))
        submit = partial(self._submit_checkpoint, checkpoint)
        return self._open(tr("Edit checkpoint"), form, tr("Save"), submit)

    def _ask_why(
        self, title: str, button: str, command: Callable[[str], object], said: str
    ) -> FormDialog:
        form = Form()
        form.add_text("reason", tr("Why?"), tr(WHY_HINT))
        FormCheck(form, _check_reason)

        def submit(values: Values) -> dict[str, str]:
            return self._context.problems(partial(command, str(values["reason"])), said)

        return self._open(title, form, button, submit)

    def _submit_goal(self, goal: UUID, form: GoalForm, _values: Values) -> Mapping[str, str]:
        if problems := form.problems({}):
            return problems
        command = partial(self._context.desk.goals.edit_goal, goal, form.draft(), form.why())
        return self._context.problems(command, tr("Goal changed."))

    def _submit_milestone(self, milestone: UUID, values: Values) -> Mapping[str, str]:
        draft = _milestone(values)
        goals = self._context.desk.goals
        command = partial(goals.edit_milestone, milestone, draft, str(values["reason"]))
        return self._context.problems(command, tr("Milestone changed."))

    def _submit_move(self, milestone: UUID, values: Values) -> Mapping[str, str]:
        day = _day(values["due"])
        goals = self._context.desk.goals
        command = partial(goals.move_milestone, milestone, day, str(values["reason"]))
        if day is None:
            return self._context.problems(command, tr("The milestone has no date now."))
        said = say_date(day, self._context.today(), tr)
        return self._context.problems(command, tr("Milestone moved to {day}.", day=said))

    def _submit_action(self, action: ActionRow, values: Values) -> Mapping[str, str]:
        draft = _action(action, values)
        command = partial(self._context.desk.goals.edit_action, action.id, draft)
        return self._context.problems(command, tr("Action changed."))

    def _submit_checkpoint(self, checkpoint: CheckpointRow, values: Values) -> Mapping[str, str]:
        draft = _checkpoint(checkpoint, values)
        command = partial(self._context.desk.goals.edit_checkpoint, checkpoint.id, draft)
        return self._context.problems(command, tr("Checkpoint changed."))

    def _open(
        self,
        title: str,
        form: Form,
        button: str,
        submit: Callable[[dict[str, object]], Mapping[str, str]],
    ) -> FormDialog:
        dialog = FormDialog(title, form, button, submit, parent=self._parent.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog


class _Adding:
    """Adds the goal of a form and says which it became."""

    def __init__(self, context: Context, form: GoalForm, added: Callable[[UUID], object]) -> None:
        self._context, self._form, self._added = context, form, added
        self._goal: UUID | None = None

    def submit(self, _values: Values) -> Mapping[str, str]:
        """Add it, or return what its fields must say."""
        problems = self._context.problems(partial(self._add, self._form.draft()), tr("Goal added."))
        if not problems and self._goal is not None:
            self._added(self._goal)
        return problems

    def _add(self, draft: GoalDraft) -> None:
        self._goal = self._context.desk.goals.add_goal(draft)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _milestone(values: Values) -> MilestoneDraft:
    return MilestoneDraft(title=str(values["title"]), due=_day(values["due"]))


def _check_milestone(values: Values) -> dict[str, str]:
    return check_milestone(_milestone(values)) | _check_reason(values)


def _check_reason(values: Values) -> dict[str, str]:
    return check_reason(str(values["reason"]))


def _action(action: ActionRow, values: Values) -> ActionDraft:
    return ActionDraft(
        title=str(values["title"]),
        owner=cast("UUID", values["owner"]),
        due=_day(values["due"]),
        relationship=action.relationship_id,
        meeting=action.meeting_id,
        goal=action.goal_id,
        milestone=action.milestone_id,
    )


def _check_action(action: ActionRow, values: Values) -> dict[str, str]:
    return check_action(_action(action, values))


def _checkpoint(checkpoint: CheckpointRow, values: Values) -> CheckpointDraft:
    day = _day(values["day"]) or checkpoint.day
    return CheckpointDraft(line=str(values["line"]), day=day, person=checkpoint.person_id)


def _check_checkpoint(checkpoint: CheckpointRow, values: Values) -> dict[str, str]:
    return check_checkpoint(_checkpoint(checkpoint, values))


def _owner(action: ActionRow) -> tuple[UUID, str]:
    return action.owner_id, action.owner_name
