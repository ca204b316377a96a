"""Goals and milestones over time, with where they stood at first and why they were moved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import OPEN_GOALS, GoalStatus, ItemKind, Operation, Visibility
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.release import narrower
from mentordesk.domain.timeline import TimelineGoal, TimelineItem, TimelineMark
from mentordesk.models import Change, ChangeSet, Goal, Milestone, Share
from mentordesk.services.base import Service
from mentordesk.services.changes import standing
from mentordesk.services.goals import in_scope
from mentordesk.services.naming import relationship_names
from mentordesk.services.progress import is_living
from mentordesk.services.sharing import goal_shares

_AnyRow: TypeAlias = Row[*tuple[Any, ...]]

_LEFT_OUT = (GoalStatus.LET_GO, GoalStatus.REPLACED)
"""Goals that nobody plans with any more."""

_GOAL = (
    Goal.id,
    Goal.title,
    Goal.horizon,
    Goal.status,
    Goal.owner_id,
    Goal.relationship_id,
    Goal.start,
    Goal.due,
    Goal.visibility,
)
_MARK = (
    Milestone.id,
    Milestone.goal_id,
    Milestone.title,
    Milestone.due,
    Milestone.done,
    Milestone.visibility,
)


@dataclass
class _Past:
    """What the journal knows of one row's date.

    Attributes:
        first: the date it had at first.
        moved_in: the change set that moved it first.
        opened_in: the last change set in which others came to see it.
    """

    first: date | None = None
    times: int = 0
    why: str = ""
    moved_in: int = 0
    opened_in: int = 0


@dataclass
class _Pasts:
    """The past of every row that was moved; ``shared`` says when goals were last shared."""

    of: dict[UUID, _Past] = field(default_factory=dict)
    shared: dict[UUID, int] = field(default_factory=dict)


class Timelines(Service):
    """Use cases of the timeline."""

    def items(self, scope: PlanScope | None) -> list[TimelineItem]:
        """Return goals in the order of their plan, then milestones, of a plan or of everybody.

        Of everybody's goals those only in the archive are left out. Takes six statements.
        """
        with self._store.reading() as session:
            wanted = Goal.status.not_in(_LEFT_OUT) & (
                is_living(self.me) if scope is None else in_scope(scope, self.me)
            )
            goals = session.execute(
                select(*_GOAL)
                .where(wanted)
                .order_by(Goal.status.not_in(OPEN_GOALS), Goal.position, Goal.id)
            ).all()
            marks = session.execute(
                select(*_MARK)
                .join(Goal, Goal.id == Milestone.goal_id)
                .where(wanted)
                .order_by(Milestone.position, Milestone.id)
            ).all()
            pasts = _pasts(session)
            shares = goal_shares(session)
            homes = _homes(session)
        widths = {goal.id: goal.visibility for goal in goals}
        found: list[TimelineItem] = [
            _goal(goal, pasts, shares, goal.relationship_id or homes.get(goal.owner_id))
            for goal in goals
        ]
        found += [_mark(mark, pasts, shares, widths[mark.goal_id]) for mark in marks]
        return found


def _pasts(session: Session) -> _Pasts:
    """Read every standing change of a goal's or milestone's date or visibility, oldest first."""
    pasts = _Pasts()
    columns = or_(Change.columns["due"].is_not(None), Change.columns["visibility"].is_not(None))
    rows = session.execute(
        select(Change.item, Change.columns, Change.set_id, ChangeSet.reason)
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .where(standing(), Change.operation == Operation.UPDATE, columns)
        .where(Change.table_name.in_((Goal.__tablename__, Milestone.__tablename__)))
        .order_by(Change.set_id)
    )
    for item, changed, set_id, reason in rows:
        past = pasts.of.setdefault(item, _Past())
        if "visibility" in changed:
            past.opened_in = set_id
        before, after = changed.get("due", (None, None))
        if before is not None:
            _note_move(past, before, after, set_id, reason)
    shared = (
        select(Share.item_id, Change.set_id)
        .join(Change, Change.item == Share.id)
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .where(standing(), Change.operation == Operation.INSERT, Share.item_kind == ItemKind.GOAL)
        .order_by(Change.set_id)
    )
    for item, set_id in session.execute(shared):
        pasts.shared[item] = set_id
    return pasts


def _homes(session: Session) -> dict[UUID, UUID]:
    """Return a relationship of each other person; any where there are several."""
    names = relationship_names(session)
    return {person: there for there, named in names.items() for person in named.people}


def _note_move(past: _Past, before: str, after: str | None, set_id: int, reason: str) -> None:
    if past.first is None:
        past.first, past.moved_in = date.fromisoformat(before), set_id
    if after is not None:
        past.times += 1
    if reason:
        past.why = reason


def _told(past: _Past | None, goal: UUID, pasts: _Pasts) -> dict[str, Any]:
    if past is None or past.first is None:
        return {}
    seen = max(past.opened_in, pasts.shared.get(goal, 0))
    if (parent := pasts.of.get(goal)) is not None:
        seen = max(seen, parent.opened_in)
    return {
        "first_due": past.first,
        "times": past.times,
        "why": past.why,
        "past_may_go": seen < past.moved_in,
    }


def _goal(
    row: _AnyRow, pasts: _Pasts, shares: Mapping[UUID, frozenset[UUID]], home: UUID | None
) -> TimelineGoal:
    return TimelineGoal(
        id=row.id,
        title=row.title,
        horizon=row.horizon,
        status=row.status,
        home=home,
        start=row.start,
        due=row.due,
        visibility=row.visibility,
        shared_with=shares.get(row.id, frozenset()),
        **_told(pasts.of.get(row.id), row.id, pasts),
    )


def _mark(
    row: _AnyRow, pasts: _Pasts, shares: Mapping[UUID, frozenset[UUID]], goal: Visibility
) -> TimelineMark:
    item, goal_id, title, due, done, visibility = row
    return TimelineMark(
        id=item,
        goal_id=goal_id,
        title=title,
        due=due,
        done=done,
        visibility=narrower(visibility, goal),
        shared_with=shares.get(goal_id, frozenset()),
        **_told(pasts.of.get(item), goal_id, pasts),
    )
