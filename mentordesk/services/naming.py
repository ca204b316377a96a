"""What relationships are called, for every page, in one statement."""

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import Role, Stage
from mentordesk.domain.text import initials
from mentordesk.models import Member, Person, Relationship
from mentordesk.store.sessions import remembered


@dataclass(frozen=True)
class Named:
    """A relationship as other rows mention it.

    Attributes:
        name: the people's names, or the group's or the search's title.
        people: the other side's members, in order.
    """

    id: UUID
    name: str
    initials: str
    role: Role
    stage: Stage
    people: tuple[UUID, ...]


def relationship_names(session: Session, *only: UUID) -> dict[UUID, Named]:
    """Return what relationships are called, by id; all of them unless some are named."""
    if only:
        return _named(session, _EVERYONE.where(Relationship.id.in_(only)))
    return remembered(session, relationship_names, partial(_named, session, _EVERYONE))


_EVERYONE = (
    select(
        Relationship.id,
        Relationship.title,
        Relationship.role,
        Relationship.stage,
        Person.id,
        Person.name,
    )
    .outerjoin(Member, Member.relationship_id == Relationship.id)
    .outerjoin(Person, Person.id == Member.person_id)
    .order_by(Relationship.id, Member.position)
)


def _named(
    session: Session, wanted: Select[UUID, str, Role, Stage, UUID, str]
) -> dict[UUID, Named]:
    heads: dict[UUID, tuple[str, Role, Stage]] = {}
    people: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for item, title, role, stage, person, name in session.execute(wanted):
        heads[item] = (title, role, stage)
        if person is not None:
            people[item].append((person, name))
    named = {}
    for item, (title, role, stage) in heads.items():
        members = people[item]
        name = title or ", ".join(name for _, name in members)
        short = initials(members[0][1]) if members and not title else initials(name)
        named[item] = Named(item, name, short, role, stage, tuple(p for p, _ in members))
    return named
