"""Plans, relationships and meetings as reports, through the gate."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import ItemKind, RelationshipKind
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.release import Audience, Released, release
from mentordesk.domain.reports import BondPart, Part, ReportHead, ReportKind, ReportWish
from mentordesk.models import Action, Meeting, Person, Relationship
from mentordesk.services.base import Service, fetch
from mentordesk.services.goals import in_scope
from mentordesk.services.naming import relationship_names
from mentordesk.services.report_actions import action_parts
from mentordesk.services.report_goals import goal_parts
from mentordesk.services.report_meetings import contact_parts, meeting_parts

_BY_DATE = (Action.due.is_(None), Action.due, Action.position, Action.id)
"""Those without a date come last."""


class Previewed(NamedTuple):
    """A report that has passed the gate, and what stands above it."""

    head: ReportHead
    released: Released[Part]


class Reports(Service):
    """Use cases of printing and of saving as pages."""

    def preview(self, wish: ReportWish, audience: Audience, *, zone_name: str = "UTC") -> Previewed:
        """Return what of a report may go to an audience, and a count of what stays behind.

        Takes at most nineteen statements, however much there is to tell.

        Args:
            wish: which report.
            audience: who is going to see it.
            zone_name: the zone whose wall tells on which day something was changed.

        Raises:
            NotFoundError: what it is about is not there any more.
        """
        with self._store.reading() as session:
            name, group = self._about(session, wish)
            me = session.scalar(select(Person.name).where(Person.id == self.me)) or ""
            parts = self._parts(session, wish, audience, zone_name)
        head = ReportHead(kind=wish.kind, me=me, name=name, group=group)
        return Previewed(head, release(parts, audience))

    def _about(self, session: Session, wish: ReportWish) -> tuple[str, bool]:
        """Return what the other side is called, and whether it is a group."""
        relationship = wish.item
        if wish.kind is ReportKind.MEETING and wish.item is not None:
            relationship = fetch(session, Meeting, wish.item).relationship_id
        if relationship is None:
            return "", False
        row = fetch(session, Relationship, relationship)
        name = relationship_names(session, relationship)[relationship].name
        return name, row.kind is RelationshipKind.GROUP

    def _parts(
        self, session: Session, wish: ReportWish, audience: Audience, zone_name: str
    ) -> list[Part]:
        if wish.kind is ReportKind.MEETING:
            there = Action.meeting_id == wish.item
            meeting = meeting_parts(session, Meeting.id == wish.item, notes=True)
            return [*meeting, *action_parts(session, there, *_BY_DATE)]
        goals = goal_parts(
            session,
            in_scope(PlanScope(wish.item), self.me),
            self.me,
            viewer=audience.relationship,
            changes=wish.changes,
            zone_name=zone_name,
        )
        if wish.kind is ReportKind.PLAN or wish.item is None:
            return goals
        return [
            _bond(fetch(session, Relationship, wish.item)),
            *_without_promises(goals, wish.item, session),
            *action_parts(session, Action.relationship_id == wish.item, *_BY_DATE),
            *meeting_parts(session, Meeting.relationship_id == wish.item),
            *contact_parts(session, wish.item),
        ]


def _without_promises(goals: list[Part], relationship: UUID, session: Session) -> list[Part]:
    """Leave out what is listed among the promises too: nothing is counted twice."""
    wanted = select(Action.id).where(Action.relationship_id == relationship)
    promised = set(session.scalars(wanted))
    return [part for part in goals if part.kind is not ItemKind.ACTION or part.id not in promised]


def _bond(row: Relationship) -> BondPart:
    return BondPart(
        id=row.id,
        kind=ItemKind.RELATIONSHIP,
        visibility=row.visibility,
        shared_with=frozenset({row.id}),
        role=row.role,
        stage=row.stage,
        phase=row.phase,
        phase_since=row.phase_since,
        rhythm_days=row.rhythm_days,
        started_on=row.started_on,
        planned_end=row.planned_end,
        purpose=row.purpose,
    )
