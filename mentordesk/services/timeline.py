"""Goals and milestones over time, with where they stood at first and why they were moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Row, select
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


GOALS_AT_ONCE = 40
"""Goals read in one slice: with the journal of their milestones some 30 ms."""


@dataclass(frozen=True)
class TimelineSlice:
    """A part of a timeline, read in one go.

    Attributes:
        last: whether nothing comes after it.
    """

    facts: Sequence[TimelineItem]
    last: bool


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

        Of everybody's goals those only in the archive are left out. Takes six statements for
        up to 40 goals, and three for each further 40.
        """
        return [item for part in self.slices(scope) for item in part.facts]

    def slices(self, scope: PlanScope | None) -> Iterator[TimelineSlice]:
        """Read the same slice by slice, each in under 50 ms; nothing is held open in between."""
        wanted = Goal.status.not_in(_LEFT_OUT) & (
            is_living(self.me) if scope is None else in_scope(scope, self.me)
        )
        with self._store.reading() as session:
            rows = session.execute(
                select(*_GOAL)
                .where(wanted)
                .order_by(Goal.status.not_in(OPEN_GOALS), Goal.position, Goal.id)
            ).all()
        if len(rows) > GOALS_AT_ONCE:
            yield TimelineSlice((), last=False)
        with self._store.reading() as session:
            around = _Around(goal_shares(session), _homes(session))
        for start in range(0, max(len(rows), 1), GOALS_AT_ONCE):
            some = rows[start : start + GOALS_AT_ONCE]
            last = start + GOALS_AT_ONCE >= len(rows)
            yield TimelineSlice(self._of_goals(some, around), last=last)

    def _of_goals(self, goals: Sequence[_AnyRow], around: "_Around") -> list[TimelineItem]:
        if not goals:
            return []
        widths = {goal.id: goal.visibility for goal in goals}
        with self._store.reading() as session:
            marks = session.execute(
                select(*_MARK)
                .where(Milestone.goal_id.in_(widths))
                .order_by(Milestone.position, Milestone.id)
            ).all()
            pasts = _pasts(session, list(widths), [mark.id for mark in marks])
        found: list[TimelineItem] = [
            _goal(
                goal, pasts, around.shares, goal.relationship_id or around.homes.get(goal.owner_id)
            )
            for goal in goals
        ]
        found += [_mark(mark, pasts, around.shares, widths[mark.goal_id]) for mark in marks]
        return found


@dataclass(frozen=True)
class _Around:
    """With whom goals are shared, and on whose page those of others stand."""

    shares: Mapping[UUID, frozenset[UUID]]
    homes: Mapping[UUID, UUID]


def _pasts(session: Session, goals: Sequence[UUID], marks: Sequence[UUID]) -> _Pasts:
    """Read every standing change of a date or visibility, oldest first, and of sharing."""
    pasts = _Pasts()
    rows = session.execute(
        select(Change.item, Change.columns, Change.set_id, ChangeSet.reason)
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .where(Change.item.in_([*goals, *marks]))
        .where(standing(), Change.operation == Operation.UPDATE)
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
        .where(Share.item_kind == ItemKind.GOAL, Share.item_id.in_(goals))
        .where(standing(), Change.operation == Operation.INSERT)
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
