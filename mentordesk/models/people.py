"""People and what binds me to them."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentordesk.domain.enums import ItemKind, Origin, Phase, RelationshipKind, Role, Scope, Stage
from mentordesk.models.base import Kept, Shareable


class Person(Kept, Shareable, kw_only=True, eq=False):
    """Somebody, myself too."""

    __tablename__ = "person"

    name: Mapped[str]
    is_me: Mapped[bool] = mapped_column(default=False)
    pronouns: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    job: Mapped[str] = mapped_column(default="")
    time_zone: Mapped[str] = mapped_column(default="")
    expertise: Mapped[str] = mapped_column(default="")
    how_we_met: Mapped[str] = mapped_column(default="")
    time_limits: Mapped[str] = mapped_column(default="")
    remember: Mapped[str] = mapped_column(default="")


class Member(Kept, kw_only=True, eq=False):
    """A person's place in a relationship."""

    __tablename__ = "member"

    relationship_id: Mapped[UUID] = mapped_column(
        ForeignKey("relationship.id"), index=True, default=None
    )
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class Relationship(Kept, Shareable, kw_only=True, eq=False):
    """What I share with a mentor, a mentee, a peer, a group; or am still looking for.

    Attributes:
        title: what is looked for, or a group's name; empty where the person's name says it.
        rhythm_days: days between contacts that both wish for; None where nobody has said.
        quiet_until: no signals before this day.
    """

    __tablename__ = "relationship"
    __table_args__ = (Index("ix_relationship_stage", "stage"),)

    role: Mapped[Role]
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[RelationshipKind] = mapped_column(default=RelationshipKind.ONE_TO_ONE)
    origin: Mapped[Origin] = mapped_column(default=Origin.CHOSEN)
    stage: Mapped[Stage] = mapped_column(default=Stage.ACTIVE)
    phase: Mapped[Phase] = mapped_column(default=Phase.INITIATION)
    phase_since: Mapped[date | None] = mapped_column(default=None)
    rhythm_days: Mapped[int | None] = mapped_column(default=None)
    purpose: Mapped[str] = mapped_column(default="")
    scope: Mapped[Scope] = mapped_column(default=Scope.BROAD)
    evaluates_me: Mapped[bool] = mapped_column(default=False)
    started_on: Mapped[date | None] = mapped_column(default=None)
    planned_end: Mapped[date | None] = mapped_column(default=None)
    archived_on: Mapped[date | None] = mapped_column(default=None)
    quiet_until: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)

    members: Mapped[list[Member]] = relationship(
        cascade="all, delete-orphan", order_by=Member.position, default_factory=list
    )


class Share(Kept, kw_only=True, eq=False):
    """One item shown to one relationship."""

    __tablename__ = "share"

    item_kind: Mapped[ItemKind]
    item_id: Mapped[UUID] = mapped_column(index=True)
    relationship_id: Mapped[UUID] = mapped_column(ForeignKey("relationship.id"), index=True)
