"""The facts of the charts, read slice by slice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Row, or_, select

from mentordesk.domain.enums import GoalStatus, Stage
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.progress import ChartKind, MilestoneFact
from mentordesk.domain.release import narrower
from mentordesk.models import Goal, Member, Milestone, Relationship
from mentordesk.services.base import Service
from mentordesk.services.changes import first_values
from mentordesk.services.chart_facts import ChartFact, contact_facts, promise_facts
from mentordesk.services.goals import in_scope
from mentordesk.services.naming import Named, relationship_names
from mentordesk.services.sharing import goal_shares

AnyRow: TypeAlias = Row[*tuple[Any, ...]]

_LEFT_OUT = (GoalStatus.DRAFT, GoalStatus.LET_GO, GoalStatus.REPLACED)
"""Goals that nobody measures any more, or not yet."""

_GOAL_COLUMNS = (Goal.id, Goal.title, Goal.visibility, Goal.owner_id, Goal.relationship_id)
_COLUMNS = (
    Milestone.id,
    Milestone.goal_id,
    Milestone.title,
    Milestone.due,
    Milestone.done,
    Milestone.visibility,
)

GOALS_AT_ONCE = 40
"""Goals whose milestones are read in one slice: some hundred milestones, under 50 ms."""


@dataclass(frozen=True)
class Slice:
    """A part of the facts of a chart, read in one go.

    Attributes:
        last: whether nothing comes after it.
    """

    facts: Sequence[ChartFact]
    last: bool


class Progress(Service):
    """Use cases of the progress charts."""

    def facts(self, scope: PlanScope | None) -> list[MilestoneFact]:
        """Return the milestones of a plan, or of everybody's goals where there is no scope.

        Of everybody's goals those in the archive tell only what was reached. Takes four
        statements, and two for each 40 goals.
        """
        return [fact for some, _ in self._milestones(scope) for fact in some]

    def chart_facts(self, kind: ChartKind, scope: PlanScope | None, today: date) -> list[ChartFact]:
        """Return the facts of a kind of chart in one go."""
        return [fact for part in self.slices(kind, scope, today) for fact in part.facts]

    def slices(self, kind: ChartKind, scope: PlanScope | None, today: date) -> Iterator[Slice]:
        """Read the facts of a kind of chart slice by slice, each in well under 50 ms.

        Meetings and promises are read of one relationship, or of everybody: the own plan, which
        has none, means everybody too. Between two slices nothing is held open.

        Args:
            kind: which chart.
            scope: whose; None for everybody's.
            today: the day it is on the wall here.
        """
        there = None if scope is None else scope.relationship
        if kind is ChartKind.MEETINGS:
            parts: Iterator[tuple[Sequence[ChartFact], bool]] = contact_facts(
                self._store, there, today
            )
        elif kind is ChartKind.ACTIONS:
            parts = promise_facts(self._store, self.me, there)
        else:
            parts = self._milestones(scope)
        for facts, last in parts:
            yield Slice(facts, last)

    def _milestones(
        self, scope: PlanScope | None
    ) -> Iterator[tuple[Sequence[MilestoneFact], bool]]:
        wanted = (
            select(*_GOAL_COLUMNS)
            .where(Goal.status.not_in(_LEFT_OUT))
            .order_by(Goal.position, Goal.id)
        )
        if scope is not None:
            wanted = wanted.where(in_scope(scope, self.me))
        with self._store.reading() as session:
            rows = session.execute(wanted).all()
        many = len(rows) > 2 * GOALS_AT_ONCE
        if many:
            yield [], False
        alive = select(Goal.id).where(is_living(self.me))
        with self._store.reading() as session:
            living = set(session.scalars(alive)) if scope is None else None
        if many:
            yield [], False
        with self._store.reading() as session:
            names = relationship_names(session)
            shares = goal_shares(session)
        with_whom = _by_person(names)
        goals = {}
        for row in rows:
            shared = shares.get(row.id, frozenset())
            theirs = {*shared, *with_whom.get(row.owner_id, ()), row.relationship_id}
            named = tuple(sorted(names[there].name for there in theirs if there in names))
            goals[row.id] = _Goal(row, shared, named, living is None or row.id in living)
        if many:
            yield [], False
        for start in range(0, max(len(rows), 1), GOALS_AT_ONCE):
            some = [row.id for row in rows[start : start + GOALS_AT_ONCE]]
            yield self._of_goals(some, goals), start + GOALS_AT_ONCE >= len(rows)

    def _of_goals(self, some: Sequence[UUID], goals: Mapping[UUID, "_Goal"]) -> list[MilestoneFact]:
        """Return the milestones of some goals, in their order; two statements."""
        if not some:
            return []
        with self._store.reading() as session:
            rows = session.execute(
                select(*_COLUMNS)
                .where(Milestone.goal_id.in_(some))
                .order_by(Milestone.position, Milestone.id)
            ).all()
            first = first_values(session, Milestone.due, [row.id for row in rows])
        place = {goal: number for number, goal in enumerate(some)}
        rows = sorted(rows, key=lambda row: place[row.goal_id])
        return [
            _fact(row, goals[row.goal_id], first.get(row.id))
            for row in rows
            if goals[row.goal_id].living or row.done is not None
        ]


@dataclass(frozen=True)
class _Goal:
    """What every milestone of a goal has from it.

    Attributes:
        living: whether its open milestones count too.
    """

    row: AnyRow
    shared: frozenset[UUID]
    names: tuple[str, ...]
    living: bool


def is_living(me: UUID) -> ColumnElement[bool]:
    """Return the condition on ``Goal`` that it is mine, or somebody's not only in the archive."""
    living = select(Relationship.id).where(Relationship.stage != Stage.CLOSED)
    others = select(Member.person_id).where(Member.relationship_id.in_(living))
    return or_(Goal.owner_id == me, Goal.owner_id.in_(others), Goal.relationship_id.in_(living))


def _by_person(names: Mapping[UUID, Named]) -> dict[UUID, list[UUID]]:
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for relationship, named in names.items():
        for person in named.people:
            found[person].append(relationship)
    return found


def _fact(row: AnyRow, goal: _Goal, first_due: date | None) -> MilestoneFact:
    return MilestoneFact(
        id=row.id,
        title=row.title,
        goal_id=row.goal_id,
        goal_title=goal.row.title,
        relationship_names=goal.names,
        first_due=first_due or row.due,
        due=row.due,
        done=row.done,
        visibility=narrower(row.visibility, goal.row.visibility),
        shared_with=goal.shared,
    )
