"""A plan as a tree: horizons, goals in them, milestones and actions on the goals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias
from uuid import UUID

from mentordesk.domain.enums import Horizon
from mentordesk.domain.goals import ActionRow, GoalNode, MilestoneRow


class Kind(StrEnum):
    """What a line of the tree stands for."""

    GROUP = "group"
    GOAL = "goal"
    MILESTONE = "milestone"
    ACTION = "action"


@dataclass(frozen=True)
class GroupRow:
    """The head of the goals of one horizon; without one, of those that are closed."""

    horizon: Horizon | None
    count: int


Key: TypeAlias = tuple[Kind, UUID | Horizon | None]
"""What stays the same while a line changes."""

Row: TypeAlias = GroupRow | GoalNode | MilestoneRow | ActionRow


@dataclass(frozen=True)
class TreeItem:
    """One line and what hangs on it."""

    key: Key
    row: Row
    children: tuple["TreeItem", ...] = ()

    @property
    def kind(self) -> Kind:
        """What the line stands for."""
        return self.key[0]


def plan_items(goals: Sequence[GoalNode]) -> tuple[TreeItem, ...]:
    """Return the goals of a plan, which come in its order, under heads by horizon."""
    items = []
    for horizon, members in groupby(goals, key=_horizon):
        children = tuple(_goal_item(goal) for goal in members)
        head = GroupRow(horizon, len(children))
        items.append(TreeItem((Kind.GROUP, horizon), head, children))
    return tuple(items)


def _horizon(goal: GoalNode) -> Horizon | None:
    return goal.horizon if goal.is_open else None


def _goal_item(goal: GoalNode) -> TreeItem:
    milestones = tuple(
        TreeItem(
            (Kind.MILESTONE, milestone.id),
            milestone,
            _actions(a for a in goal.actions if a.milestone_id == milestone.id),
        )
        for milestone in goal.milestones
    )
    own = _actions(a for a in goal.actions if a.milestone_id is None)
    return TreeItem((Kind.GOAL, goal.id), goal, milestones + own)


def _actions(actions: Iterable[ActionRow]) -> tuple[TreeItem, ...]:
    return tuple(TreeItem((Kind.ACTION, action.id), action) for action in actions)


def is_done(row: Row) -> bool:
    """Return whether a goal is closed, a milestone reached, an action done or let go."""
    if isinstance(row, MilestoneRow):
        return row.done is not None
    return not isinstance(row, GroupRow) and not row.is_open
