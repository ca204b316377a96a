"""Goals with their milestones, actions and checkpoints: read as plans, changed by commands."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.changes import WrittenChange
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.goals import (
    CheckpointRow,
    GoalDetail,
    GoalDraft,
    GoalNode,
    Moved,
    PlanScope,
)
from mentordesk.models import Checkpoint, Goal, Member, Milestone, Person, Share
from mentordesk.services.action_commands import ActionCommands
from mentordesk.services.base import fetch
from mentordesk.services.changes import (
    read_moves,
    removed_milestones,
    written_changes,
)
from mentordesk.services.goal_commands import COPIED, GoalCommands
from mentordesk.services.goal_nodes import goal_nodes
from mentordesk.services.milestone_commands import MilestoneCommands

_TOLD = frozenset({*COPIED, "status"})
"""The columns of goals and milestones that say what is wanted; reaching it is no change of it."""


class Goals(GoalCommands, MilestoneCommands, ActionCommands):
    """Use cases about goals and what hangs on them."""

    def plan(self, scope: PlanScope, today: date) -> tuple[GoalNode, ...]:
        """Return the goals of a plan, in a fixed number of statements.

        Open goals come first, by horizon and then in their own order; behind them the others,
        those closed last at the top. What was reached after ``today`` counts as open.
        """
        with self._store.reading() as session:
            return goal_nodes(session, in_scope(scope, self.me), self._store.who, today)

    def goal(self, goal: UUID, today: date) -> GoalDetail:
        """Return one goal in full, in a fixed number of statements.

        Raises:
            NotFoundError: it is not there any more.
        """
        with self._store.reading() as session:
            row = fetch(session, Goal, goal)
            (node,) = goal_nodes(session, Goal.id == goal, self._store.who, today)
            return GoalDetail(
                node=node,
                draft=_draft(row, node),
                checkpoints=_checkpoints(session, goal),
                moved=_moved(session, node),
                changes=_changes(session, node),
            )


def in_scope(scope: PlanScope, me: UUID) -> ColumnElement[bool]:
    """Return the condition on ``Goal`` that a plan of this scope shows it."""
    there = scope.relationship
    if there is None:
        return Goal.owner_id == me
    others = select(Member.person_id).where(Member.relationship_id == there)
    shared = select(Share.item_id).where(
        Share.item_kind == ItemKind.GOAL, Share.relationship_id == there
    )
    return or_(
        and_(Goal.owner_id.in_(others), Goal.owner_id != me),
        Goal.relationship_id == there,
        and_(Goal.owner_id == me, Goal.id.in_(shared)),
    )


def _draft(row: Goal, node: GoalNode) -> GoalDraft:
    copied = {name: getattr(row, name) for name in COPIED}
    return GoalDraft(
        **copied,
        status=row.status,
        owner=row.owner_id,
        relationship=row.relationship_id,
        visibility=row.visibility,
        shared_with=frozenset(shared.id for shared in node.shared_with),
    )


def _moved(session: Session, node: GoalNode) -> dict[UUID, Moved]:
    items = [milestone.id for milestone in node.milestones]
    moves = read_moves(session, Milestone.due, items)
    return {
        item: Moved(first_due=moves.first[item], times=count) for item, count in moves.times.items()
    }


def _changes(session: Session, node: GoalNode) -> tuple[WrittenChange, ...]:
    removed = session.scalars(removed_milestones(node.id))
    items = [node.id, *(milestone.id for milestone in node.milestones), *removed]
    told = (
        replace(change, columns=tuple(c for c in change.columns if c.name in _TOLD))
        for change in written_changes(session, items)
    )
    return tuple(change for change in told if change.columns or change.deleted)


def _checkpoints(session: Session, goal: UUID) -> tuple[CheckpointRow, ...]:
    wanted = (
        select(Checkpoint.id, Checkpoint.day, Checkpoint.line, Person.id, Person.name, Person.is_me)
        .join(Person, Person.id == Checkpoint.person_id)
        .where(Checkpoint.goal_id == goal)
        .order_by(Checkpoint.day.desc(), Checkpoint.changed_at.desc(), Checkpoint.id)
    )
    return tuple(
        CheckpointRow(
            id=item, day=day, line=line, person_id=person, person_name=name, is_mine=is_me
        )
        for item, day, line, person, name, is_me in session.execute(wanted)
    )
