"""Find people, goals and meetings by what they are called."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentordesk.domain.enums import ItemKind, Stage
from mentordesk.domain.search import SearchHit
from mentordesk.domain.text import fold, one_line
from mentordesk.models import Goal, Meeting, Person
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
            goals = _goals(session, wanted, named)
            found = [one.id for one in people]
            meetings = _meetings(session, wanted, found, named)
        return [*people, *goals, *meetings]


def _people(wanted: str, named: dict[UUID, Named]) -> list[SearchHit]:
    hits = [one for one in named.values() if wanted in fold(one.name)]
    hits.sort(key=lambda one: (not fold(one.name).startswith(wanted), fold(one.name)))
    return [
        SearchHit(kind=ItemKind.PERSON, id=one.id, title=one.name, relationship=one.id)
        for one in hits[:EACH]
    ]


def _goals(session: Session, wanted: str, named: dict[UUID, Named]) -> list[SearchHit]:
    rows = session.execute(
        select(Goal.id, Goal.title, Goal.owner_id, Goal.relationship_id, Person.is_me, Person.name)
        .outerjoin(Person, Person.id == Goal.owner_id)
        .where(_holds(Goal.title, wanted))
        .order_by(Goal.changed_at.desc())
        .limit(EACH)
    )
    homes = _homes(named)
    hits = []
    for item, title, owner, own, mine, name in rows:
        relationship = None if mine else own or homes.get(owner or item)
        whose = "" if mine else name or (named[own].name if own in named else "")
        hits.append(
            SearchHit(
                kind=ItemKind.GOAL, id=item, title=title, relationship=relationship, whose=whose
            )
        )
    return hits


def _homes(named: dict[UUID, Named]) -> dict[UUID, UUID]:
    """Return where a person's goals are shown: a relationship that goes on, before an archived."""
    homes: dict[UUID, UUID] = {}
    for one in sorted(named.values(), key=lambda one: one.stage is not Stage.CLOSED):
        homes |= dict.fromkeys(one.people, one.id)
    return homes


def _meetings(
    session: Session, wanted: str, relationships: list[UUID], named: dict[UUID, Named]
) -> list[SearchHit]:
    rows = session.execute(
        select(Meeting.id, Meeting.title, Meeting.relationship_id, Meeting.start_local)
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
