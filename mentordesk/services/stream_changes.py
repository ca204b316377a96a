"""The written changes of goals as the stream tells them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.changes import WrittenChange
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.stream import (
    WRITTEN,
    GoalChanged,
    StreamRow,
    change_order,
    newest_first,
)
from mentordesk.domain.wall_time import zone
from mentordesk.models import Goal, Milestone
from mentordesk.services.changes import Changes
from mentordesk.store.store import Store

MOST_CHANGES = 1000
"""The newest changes of a relationship's goals that its stream tells of."""

_NOWHERE = UUID(int=0)


def read_changes(
    store: Store, relationship: UUID, today: date, zone_name: str
) -> list[GoalChanged]:
    """Return what was written of a relationship's goals, still without titles, newest first."""
    wall = zone(zone_name)
    found = Changes(store).of_relationship(relationship, limit=MOST_CHANGES)
    made = [row for change in found if (row := _row(change, change.at.astimezone(wall).date()))]
    rows = newest_first(row for row in made if row.day <= today)
    return [row for row in rows if isinstance(row, GoalChanged)]


def named_changes(session: Session, rows: Sequence[StreamRow]) -> list[StreamRow]:
    """Give the changes of a page the titles of today; what is gone by now is left out."""
    changes = [row for row in rows if isinstance(row, GoalChanged)]
    if not changes:
        return list(rows)
    goals = _titles(session, {row.item for row in changes if row.of is ItemKind.GOAL})
    steps = _steps(session, {row.item for row in changes if row.of is ItemKind.MILESTONE})
    named: list[StreamRow] = []
    for row in rows:
        if not isinstance(row, GoalChanged):
            named.append(row)
        elif row.item in goals:
            title = goals[row.item]
            named.append(replace(row, title=title, goal=title, goal_id=row.item))
        elif row.item in steps:
            title, goal_id, goal = steps[row.item]
            named.append(replace(row, title=title, goal=goal, goal_id=goal_id))
    return named


def _row(change: WrittenChange, day: date) -> GoalChanged | None:
    kinds = {kind.value: kind for kind in WRITTEN}
    kind = kinds.get(change.table)
    if kind is None or change.deleted:
        return None
    fields = tuple(field for field in change.columns if field.name in WRITTEN[kind])
    added = change.inserted and kind is ItemKind.GOAL
    if not fields and not added:
        return None
    return GoalChanged(
        item=change.item,
        day=day,
        order=change_order(change.change_set),
        of=kind,
        title="",
        goal="",
        goal_id=_NOWHERE,
        fields=fields,
        reason=change.reason,
    )


def _titles(session: Session, goals: Collection[UUID]) -> dict[UUID, str]:
    rows = session.execute(select(Goal.id, Goal.title).where(Goal.id.in_(goals)))
    return {item: title for item, title in rows}  # noqa: C416 (rows are no pairs to mypy)


def _steps(session: Session, milestones: Collection[UUID]) -> dict[UUID, tuple[str, UUID, str]]:
    rows = session.execute(
        select(Milestone.id, Milestone.title, Goal.id, Goal.title)
        .join(Goal, Goal.id == Milestone.goal_id)
        .where(Milestone.id.in_(milestones))
    )
    return {item: (title, goal, goal_title) for item, title, goal, goal_title in rows}
