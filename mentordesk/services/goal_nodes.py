"""Goals as plans show them: rows built from a fixed number of statements."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import OPEN_GOALS, Horizon, ItemKind
from mentordesk.domain.goals import ActionRow, GoalNode, MilestoneRow, SharedWith
from mentordesk.models import Action, Goal, Milestone, Person, Share
from mentordesk.services.action_rows import action_row, actions_with_owners
from mentordesk.services.naming import relationship_names

_AnyRow: TypeAlias = Row[*tuple[Any, ...]]
_HORIZONS = list(Horizon)
_GOAL = (
    Goal.id,
    Goal.title,
    Goal.status,
    Goal.horizon,
    Goal.due,
    Goal.closed_on,
    Goal.owner_id,
    Goal.relationship_id,
    Goal.visibility,
    Goal.position,
)


@dataclass(frozen=True)
class _Parts:
    """What hangs on each goal."""

    milestones: dict[UUID, list[MilestoneRow]]
    actions: dict[UUID, list[ActionRow]]
    shares: dict[UUID, list[SharedWith]]


def goal_nodes(
    session: Session, wanted: ColumnElement[bool], me: UUID | None, today: date
) -> tuple[GoalNode, ...]:
    """Return the goals that a condition on ``Goal`` holds for, in the order of a plan."""
    goals = session.execute(
        select(*_GOAL, Person.name).outerjoin(Person, Person.id == Goal.owner_id).where(wanted)
    ).all()
    parts = _Parts(
        _milestones(session, wanted), _actions(session, wanted), _shares(session, wanted)
    )
    return tuple(_node(goal, parts, me, today) for goal in sorted(goals, key=plan_place))


def plan_place(goal: _AnyRow) -> tuple[object, ...]:
    """Return where a goal stands in a plan."""
    if goal.status in OPEN_GOALS:
        return (0, _HORIZONS.index(goal.horizon), goal.position, goal.id)
    closed = goal.closed_on or date.min
    return (1, -closed.toordinal(), goal.position, goal.id)


def _node(goal: _AnyRow, parts: _Parts, me: UUID | None, today: date) -> GoalNode:
    milestones = parts.milestones.get(goal.id, [])
    done = [m.done is not None and m.done <= today for m in milestones]
    dates = [m.due for m, reached in zip(milestones, done, strict=True) if m.due and not reached]
    return GoalNode(
        id=goal.id,
        title=goal.title,
        status=goal.status,
        horizon=goal.horizon,
        due=goal.due,
        closed_on=goal.closed_on,
        next_date=min(dates, default=goal.due),
        reached=sum(done),
        total=len(milestones),
        milestones=tuple(milestones),
        actions=tuple(parts.actions.get(goal.id, ())),
        owner_id=goal.owner_id,
        owner_name=goal.name or "",
        is_mine=goal.owner_id == me,
        relationship_id=goal.relationship_id,
        visibility=goal.visibility,
        shared_with=tuple(parts.shares.get(goal.id, ())),
    )


def _milestones(session: Session, wanted: ColumnElement[bool]) -> dict[UUID, list[MilestoneRow]]:
    rows = session.execute(
        select(Milestone.id, Milestone.goal_id, Milestone.title, Milestone.due, Milestone.done)
        .join(Goal, Goal.id == Milestone.goal_id)
        .where(wanted)
        .order_by(Milestone.position, Milestone.id)
    ).all()
    by_goal: defaultdict[UUID, list[MilestoneRow]] = defaultdict(list)
    for item, goal, title, due, done in rows:
        row = MilestoneRow(id=item, goal_id=goal, title=title, due=due, done=done)
        by_goal[goal].append(row)
    return by_goal


def _actions(session: Session, wanted: ColumnElement[bool]) -> dict[UUID, list[ActionRow]]:
    rows = session.execute(
        actions_with_owners()
        .join(Goal, Goal.id == Action.goal_id)
        .where(wanted)
        .order_by(Action.position, Action.id)
    )
    by_goal: defaultdict[UUID, list[ActionRow]] = defaultdict(list)
    for row in rows:
        by_goal[row.goal_id].append(action_row(row))
    return by_goal


def _shares(session: Session, wanted: ColumnElement[bool]) -> dict[UUID, list[SharedWith]]:
    rows = session.execute(
        select(Share.item_id, Share.relationship_id)
        .join(Goal, Goal.id == Share.item_id)
        .where(Share.item_kind == ItemKind.GOAL, wanted)
    ).all()
    by_goal: defaultdict[UUID, list[SharedWith]] = defaultdict(list)
    if not rows:
        return by_goal
    named = relationship_names(session, *{relationship for _, relationship in rows})
    for goal, relationship in rows:
        by_goal[goal].append(SharedWith(id=relationship, name=named[relationship].name))
    for shared in by_goal.values():
        shared.sort(key=lambda one: (one.name.casefold(), one.id))
    return by_goal
