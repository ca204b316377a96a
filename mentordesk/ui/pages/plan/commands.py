"""The commands of a plan, declared once for its keys, its menus and the program's menu."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from mentordesk.domain.enums import GoalStatus
from mentordesk.domain.goals import ActionRow, GoalNode, MilestoneRow
from mentordesk.ui.actions import Command
from mentordesk.ui.pages.plan.steps import PlanSteps
from mentordesk.ui.words import tr

GOAL_MENU = (
    "add_goal",
    "",
    "edit_goal",
    "achieve",
    "park",
    "let_go",
    "take_up",
    "",
    "delete",
    "erase",
)
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
    "erase",
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
    commands = [
        *_on_lines(steps, when),
        *_on_parts(steps, when),
        *_adding(openers, when),
        *_on_goals(steps, when),
    ]
    return [
        replace(command, id=f"{prefix}.{command.id}", enabled=partial(_may, steps, command.enabled))
        for command in commands
    ]


def _may(steps: PlanSteps, fits: Callable[[], bool]) -> bool:
    return steps.can_change() and fits()


def _on_lines(steps: PlanSteps, when: "_When") -> list[Command]:
    line = when.any_line
    return [
        Command(
            id="edit", label=tr("&Edit…"), run=steps.edit, icon="edit", keys=("F2",), enabled=line
        ),
        Command(
            id="up",
            label=tr("Move &up"),
            run=partial(steps.shift, -1),
            icon="chevron-up",
            keys=("Alt+Up",),
            enabled=when.can_go_up,
        ),
        Command(
            id="down",
            label=tr("Move do&wn"),
            run=partial(steps.shift, 1),
            icon="chevron-down",
            keys=("Alt+Down",),
            enabled=when.can_go_down,
        ),
        Command(
            id="delete",
            label=tr("Dele&te"),
            run=steps.delete,
            icon="trash",
            keys=("Del",),
            enabled=line,
        ),
    ]


def _on_parts(steps: PlanSteps, when: "_When") -> list[Command]:
    return [
        Command(
            id="done",
            label=tr("&Done, or open again"),
            run=steps.turn_done,
            icon="check",
            enabled=when.part,
        ),
        Command(
            id="move_date",
            label=tr("&Move to another date…"),
            run=steps.move_date,
            icon="timeline",
            keys=("Ctrl+D",),
            enabled=when.milestone,
        ),
        Command(
            id="drop", label=tr("&Let the action go…"), run=steps.drop, enabled=when.open_action
        ),
    ]


def _adding(openers: Openers, when: "_When") -> list[Command]:
    lines = [
        ("add_milestone", tr("New mi&lestone"), openers.milestone, "milestone", "Ctrl+Shift+M"),
        ("add_action", tr("New &action"), openers.action, "action", "Ctrl+Shift+A"),
        ("add_checkpoint", tr("New &checkpoint"), openers.checkpoint, "note", "Ctrl+Shift+C"),
    ]
    return [
        Command(id=name, label=words, run=run, icon=icon, keys=(key,), enabled=when.any_line)
        for name, words, run, icon, key in lines
    ]


def _on_goals(steps: PlanSteps, when: "_When") -> list[Command]:
    park, let_go = (partial(steps.close, s) for s in (GoalStatus.PARKED, GoalStatus.LET_GO))
    opened = when.open_goal
    return [
        Command(
            id="add_goal", label=tr("&New goal…"), run=steps.add_goal, icon="plus", keys=("Ins",)
        ),
        Command(
            id="edit_goal",
            label=tr("&Edit goal…"),
            run=steps.edit_goal,
            icon="edit",
            enabled=when.any_line,
        ),
        Command(
            id="achieve",
            label=tr("Goal is a&chieved"),
            run=steps.achieve,
            icon="goal",
            enabled=opened,
        ),
        Command(id="park", label=tr("&Park the goal…"), run=park, enabled=opened),
        Command(id="let_go", label=tr("Let the &goal go…"), run=let_go, enabled=opened),
        Command(
            id="take_up",
            label=tr("&Take the goal up"),
            run=steps.take_up,
            enabled=when.not_under_way,
        ),
        Command(
            id="erase",
            label=tr("Erase for goo&d…"),
            run=steps.erase,
            icon="trash",
            enabled=when.a_goal,
        ),
    ]


class _When:
    """Whether a command fits the current line."""

    def __init__(self, steps: PlanSteps) -> None:
        self._steps = steps

    def any_line(self) -> bool:
        return self._steps.row() is not None

    def part(self) -> bool:
        return isinstance(self._steps.row(), MilestoneRow | ActionRow)

    def milestone(self) -> bool:
        return isinstance(self._steps.row(), MilestoneRow)

    def open_action(self) -> bool:
        row = self._steps.row()
        return isinstance(row, ActionRow) and row.is_open

    def a_goal(self) -> bool:
        return self._chosen_goal() is not None

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
