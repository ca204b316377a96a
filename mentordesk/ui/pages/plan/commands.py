"""The commands of a plan, declared once for its keys, its menus and the program's menu."""

from collections.abc import Callable, Sequence
from functools import partial

from mentordesk.domain.enums import GoalStatus
from mentordesk.domain.goals import ActionRow, GoalNode, MilestoneRow
from mentordesk.ui.actions import Command
from mentordesk.ui.pages.plan.steps import PlanSteps
from mentordesk.ui.words import tr

GOAL_MENU = ("add_goal", "", "edit_goal", "achieve", "park", "let_go", "take_up", "", "delete")
"""What the menu of a goal offers, by the last part of the commands' names."""

LINE_MENU = (
    "done",
    "move_date",
    "edit",
    "drop",
    "",
    "add_milestone",
    "add_action",
    "",
    "up",
    "down",
    "",
    "achieve",
    "park",
    "let_go",
    "take_up",
    "",
    "delete",
)
"""What the menu of any line offers; what does not fit the line is left out."""


class Openers:
    """Where a plan opens its lines to add something."""

    def __init__(
        self,
        milestone: Callable[[], object],
        action: Callable[[], object],
        checkpoint: Callable[[], object],
    ) -> None:
        self.milestone, self.action, self.checkpoint = milestone, action, checkpoint


def plan_commands(prefix: str, steps: PlanSteps, openers: Openers) -> Sequence[Command]:
    """Return the commands of one plan; their names begin with its prefix."""
    when = _When(steps)

    def command(
        name: str,
        label: str,
        run: Callable[[], object],
        enabled: Callable[[], bool],
        *keys: str,
        icon: str = "",
    ) -> Command:
        return Command(
            id=f"{prefix}.{name}", label=label, run=run, enabled=enabled, keys=keys, icon=icon
        )

    return [
        command("add_goal", tr("&New goal…"), steps.add_goal, when.always, "Ins", icon="plus"),
        command("edit", tr("&Edit…"), steps.edit, when.any_line, "F2", icon="edit"),
        command("edit_goal", tr("&Edit goal…"), steps.edit_goal, when.any_line, icon="edit"),
        command("done", tr("&Done, or open again"), steps.turn_done, when.part, icon="check"),
        command(
            "move_date",
            tr("&Move to another date…"),
            steps.move_date,
            when.milestone,
            "Ctrl+D",
            icon="timeline",
        ),
        command("drop", tr("&Let the action go…"), steps.drop, when.open_action),
        command(
            "add_milestone",
            tr("New mi&lestone"),
            openers.milestone,
            when.any_line,
            "Ctrl+Shift+M",
            icon="milestone",
        ),
        command(
            "add_action",
            tr("New &action"),
            openers.action,
            when.any_line,
            "Ctrl+Shift+A",
            icon="action",
        ),
        command(
            "add_checkpoint",
            tr("New &checkpoint"),
            openers.checkpoint,
            when.any_line,
            "Ctrl+Shift+C",
            icon="note",
        ),
        command(
            "up",
            tr("Move &up"),
            partial(steps.shift, -1),
            when.can_go_up,
            "Alt+Up",
            icon="chevron-up",
        ),
        command(
            "down",
            tr("Move do&wn"),
            partial(steps.shift, 1),
            when.can_go_down,
            "Alt+Down",
            icon="chevron-down",
        ),
        command("achieve", tr("Goal is a&chieved"), steps.achieve, when.open_goal, icon="goal"),
        command(
            "park", tr("&Park the goal…"), partial(steps.close, GoalStatus.PARKED), when.open_goal
        ),
        command(
            "let_go",
            tr("Let the &goal go…"),
            partial(steps.close, GoalStatus.LET_GO),
            when.open_goal,
        ),
        command("take_up", tr("&Take the goal up"), steps.take_up, when.not_under_way),
        command("delete", tr("Dele&te"), steps.delete, when.any_line, "Del", icon="trash"),
    ]


class _When:
    """Whether a command fits the current line."""

    def __init__(self, steps: PlanSteps) -> None:
        self._steps = steps

    def always(self) -> bool:
        return True

    def any_line(self) -> bool:
        return self._steps.row() is not None

    def part(self) -> bool:
        return isinstance(self._steps.row(), MilestoneRow | ActionRow)

    def milestone(self) -> bool:
        return isinstance(self._steps.row(), MilestoneRow)

    def open_action(self) -> bool:
        row = self._steps.row()
        return isinstance(row, ActionRow) and row.is_open

    def open_goal(self) -> bool:
        goal = self._chosen_goal()
        return goal is not None and goal.is_open

    def not_under_way(self) -> bool:
        goal = self._chosen_goal()
        return goal is not None and goal.status is not GoalStatus.ACTIVE

    def can_go_up(self) -> bool:
        return self._steps.can_shift(-1)

    def can_go_down(self) -> bool:
        return self._steps.can_shift(1)

    def _chosen_goal(self) -> GoalNode | None:
        row = self._steps.row()
        return row if isinstance(row, GoalNode) else None
