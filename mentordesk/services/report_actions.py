"""Actions as parts of a report, never wider than the meeting and the goal they belong to."""

from collections import defaultdict
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.domain.release import narrower
from mentordesk.domain.reports import ActionPart
from mentordesk.models import Action, Goal, Meeting, Person, Share


def action_parts(
    session: Session,
    fitting: ColumnElement[bool],
    *order: ColumnElement[Any] | InstrumentedAttribute[Any],
) -> list[ActionPart]:
    """Return the actions that a condition on ``Action`` holds for, in two statements.

    One that was promised to somebody is for nobody else, though its goal may be.
    """
    rows = session.execute(
        select(Action, Person.name, Person.is_me, Goal.visibility, Meeting.visibility)
        .join(Person, Person.id == Action.owner_id)
        .outerjoin(Goal, Goal.id == Action.goal_id)
        .outerjoin(Meeting, Meeting.id == Action.meeting_id)
        .where(fitting)
        .order_by(*order)
    ).all()
    shares = _goal_shares(session, fitting)
    parts = []
    for row, owner, is_mine, *parents in rows:
        visibility = row.visibility
        for parent in cast("list[Visibility | None]", parents):
            visibility = visibility if parent is None else narrower(visibility, parent)
        parts.append(
            ActionPart(
                id=row.id,
                kind=ItemKind.ACTION,
                visibility=visibility,
                shared_with=_shared_with(row, shares),
                goal=row.goal_id,
                meeting=row.meeting_id,
                title=row.title,
                owner_name=owner,
                is_mine=is_mine,
                due=row.due,
                done=row.done,
                dropped=row.dropped,
                dropped_why=row.dropped_why,
            )
        )
    return parts


def _shared_with(row: Action, shares: dict[UUID, set[UUID]]) -> frozenset[UUID]:
    there = set() if row.relationship_id is None else {row.relationship_id}
    if row.goal_id is None:
        return frozenset(there)
    goal = shares.get(row.goal_id, set())
    return frozenset(goal & there if there else goal)


def _goal_shares(session: Session, fitting: ColumnElement[bool]) -> dict[UUID, set[UUID]]:
    rows = session.execute(
        select(Share.item_id, Share.relationship_id).where(
            Share.item_kind == ItemKind.GOAL,
            Share.item_id.in_(select(Action.goal_id).where(fitting)),
        )
    )
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for goal, relationship in rows:
        found[goal].add(relationship)
    return found
