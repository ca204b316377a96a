"""Milestones as facts for the charts."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Row, or_, select

from mentordesk.domain.enums import GoalStatus, Stage
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.progress import MilestoneFact
from mentordesk.domain.release import narrower
from mentordesk.models import Goal, Member, Milestone, Relationship
from mentordesk.services.base import Service
from mentordesk.services.changes import first_values
from mentordesk.services.goals import in_scope
from mentordesk.services.naming import Named, relationship_names
from mentordesk.services.sharing import goal_shares

AnyRow: TypeAlias = Row[*tuple[Any, ...]]

_LEFT_OUT = (GoalStatus.DRAFT, GoalStatus.LET_GO, GoalStatus.REPLACED)
"""Goals that nobody measures any more, or not yet."""

_COLUMNS = (
    Milestone.id,
    Milestone.title,
    Milestone.due,
    Milestone.done,
    Milestone.visibility,
    Goal.id.label("goal_id"),
    Goal.title.label("goal"),
    Goal.visibility.label("goal_visibility"),
    Goal.owner_id,
    Goal.relationship_id,
)


class Progress(Service):
    """Use cases of the progress charts."""

    def facts(self, scope: PlanScope | None) -> list[MilestoneFact]:
        """Return the milestones of a plan, or of everybody's goals where there is no scope.

        Of everybody's goals those in the archive tell only what was reached. Takes three
        statements, and one for each 500 milestones.
        """
        with self._store.reading() as session:
            wanted = (
                select(*_COLUMNS)
                .join(Goal, Goal.id == Milestone.goal_id)
                .where(Goal.status.not_in(_LEFT_OUT))
                .order_by(Goal.position, Goal.id, Milestone.position, Milestone.id)
            )
            if scope is not None:
                wanted = wanted.where(in_scope(scope, self.me))
            else:
                wanted = wanted.where(or_(Milestone.done.is_not(None), is_living(self.me)))
            rows = session.execute(wanted).all()
            first = first_values(session, Milestone.due, [row.id for row in rows])
            names = relationship_names(session)
            shares = goal_shares(session)
        with_whom = _by_person(names)
        facts = []
        for row in rows:
            shared = shares.get(row.goal_id, frozenset())
            theirs = {*shared, *with_whom.get(row.owner_id, ()), row.relationship_id}
            named = sorted(names[there].name for there in theirs if there in names)
            facts.append(_fact(row, first.get(row.id), shared, tuple(named)))
        return facts


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


def _fact(
    row: AnyRow,
    first_due: date | None,
    shared: frozenset[UUID],
    names: tuple[str, ...],
) -> MilestoneFact:
    return MilestoneFact(
        id=row.id,
        title=row.title,
        goal_id=row.goal_id,
        goal_title=row.goal,
        relationship_names=names,
        first_due=first_due or row.due,
        due=row.due,
        done=row.done,
        visibility=narrower(row.visibility, row.goal_visibility),
        shared_with=shared,
    )
