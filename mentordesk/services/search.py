"""Find people, goals and meetings by what they are called."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.search import SearchHit
from mentordesk.domain.text import fold, one_line
from mentordesk.models import Goal, Meeting, Member, Person, Relationship
from mentordesk.services.base import Service
from mentordesk.services.naming import Named, relationship_names

EACH = 6
"""Finds of each kind: more than one can look over are no help."""


class Search(Service):
    """Use cases of the search box."""

    def find(self, text: str) -> list[SearchHit]:
        """Return people, goals and meetings whose titles hold the text, without case or accents.

        People first, then goals, then meetings with the newest first; at most six of each.
        """
        wanted = fold(one_line(text))
        if not wanted:
            return []
        with self._store.reading() as session:
            named = relationship_names(session)
            people = _people(wanted, named)
            goals = _goals(session, wanted)
            found = [one.relationship for one in people if one.relationship is not None]
            meetings = _meetings(session, wanted, found, named)
        return [*people, *goals, *meetings]


def _people(wanted: str, named: dict[UUID, Named]) -> list[SearchHit]:
    hits = [one for one in named.values() if wanted in fold(one.name)]
    hits.sort(key=lambda one: (not fold(one.name).startswith(wanted), fold(one.name)))
    return [
        SearchHit(kind=ItemKind.PERSON, id=one.id, title=one.name, relationship=one.id)
        for one in hits[:EACH]
    ]


def _goals(session: Session, wanted: str) -> list[SearchHit]:
    theirs = (
        select(Member.person_id, func.min(Member.relationship_id).label("relationship"))
        .group_by(Member.person_id)
        .subquery()
    )
    rows = session.execute(
        select(Goal.id, Goal.title, Person.is_me, Person.name, theirs.c.relationship)
        .outerjoin(Person, Person.id == Goal.owner_id)
        .outerjoin(theirs, theirs.c.person_id == Goal.owner_id)
        .where(_holds(Goal.title, wanted))
        .order_by(Goal.changed_at.desc())
        .limit(EACH)
    )
    return [
        SearchHit(
            kind=ItemKind.GOAL,
            id=item,
            title=title,
            relationship=None if mine else relationship,
            whose="" if mine or name is None else name,
        )
        for item, title, mine, name, relationship in rows
    ]


def _meetings(
    session: Session, wanted: str, relationships: list[UUID], named: dict[UUID, Named]
) -> list[SearchHit]:
    rows = session.execute(
        select(Meeting.id, Meeting.title, Meeting.relationship_id, Meeting.start_local)
        .join(Relationship, Relationship.id == Meeting.relationship_id)
        .where(or_(_holds(Meeting.title, wanted), Meeting.relationship_id.in_(relationships)))
        .order_by(Meeting.start_utc.desc())
        .limit(EACH)
    )
    return [
        SearchHit(
            kind=ItemKind.MEETING,
            id=item,
            title=title,
            relationship=relationship,
            whose=named[relationship].name,
            day=start.date(),
        )
        for item, title, relationship, start in rows
    ]


def _holds(column: InstrumentedAttribute[str], wanted: str) -> ColumnElement[bool]:
    return func.instr(func.fold(column), wanted) > 0
