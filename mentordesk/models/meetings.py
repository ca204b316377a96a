"""Meetings with their agenda and notes, and every other real contact."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentordesk.domain.enums import AgendaKind, MeetingForm, MeetingStatus, Visibility
from mentordesk.models.base import Kept, Shareable
from mentordesk.models.types import Local


class AgendaItem(Kept, Shareable, kw_only=True, eq=False):
    """One thing to talk about."""

    __tablename__ = "agenda_item"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True, default=None)
    title: Mapped[str]
    kind: Mapped[AgendaKind] = mapped_column(default=AgendaKind.TOPIC)
    minutes: Mapped[int | None] = mapped_column(default=None)
    proposed_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.id"), index=True, default=None
    )
    outcome: Mapped[str] = mapped_column(default="")
    done: Mapped[bool] = mapped_column(default=False)
    carried_from_id: Mapped[UUID | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)


class Note(Kept, Shareable, kw_only=True, eq=False):
    """Markdown to a meeting, an agenda item, a person or a goal: to one of them."""

    __tablename__ = "note"

    meeting_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting.id"), index=True, default=None
    )
    agenda_item_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agenda_item.id"), index=True, default=None
    )
    person_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.id"), index=True, default=None
    )
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"), index=True, default=None)
    text: Mapped[str] = mapped_column(default="")


class Meeting(Kept, Shareable, kw_only=True, eq=False):
    """A planned or held meeting, at a wall time in a zone.

    The time itself is known to both sides, so a meeting starts shared with its relationship;
    agenda items and notes start private like everything else.

    Attributes:
        start_local, zone, fold: the wall time; ``start_utc`` is derived from them.
        minutes, actual_minutes: planned and real length.
        moved: how often it was moved; ``moved_by_id`` by whom, the last time.
        uid, sequence: what calendars know it by; the sequence never falls.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        Index(
            "ix_meeting_ahead",
            "start_utc",
            sqlite_where=text("status IN ('proposed', 'confirmed')"),
        ),
        Index("ix_meeting_relationship_start", "relationship_id", "start_utc"),
        Index("ix_meeting_start", "start_utc"),
        Index(
            "ix_meeting_held",
            "relationship_id",
            "start_utc",
            sqlite_where=text("status = 'held'"),
        ),
    )
    sequence_columns: ClassVar[frozenset[str]] = frozenset(
        {"start_local", "zone", "fold", "minutes", "place", "link", "status", "title"}
    )

    relationship_id: Mapped[UUID] = mapped_column(ForeignKey("relationship.id"))
    start_local: Mapped[datetime] = mapped_column(Local)
    zone: Mapped[str]
    fold: Mapped[int] = mapped_column(default=0)
    start_utc: Mapped[datetime]
    minutes: Mapped[int] = mapped_column(default=60)
    actual_minutes: Mapped[int | None] = mapped_column(default=None)
    title: Mapped[str] = mapped_column(default="")
    form: Mapped[MeetingForm] = mapped_column(default=MeetingForm.VIDEO)
    place: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    status: Mapped[MeetingStatus] = mapped_column(default=MeetingStatus.CONFIRMED)
    visibility: Mapped[Visibility] = mapped_column(default=Visibility.SHARED)
    moved: Mapped[int] = mapped_column(default=0)
    moved_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.id"), index=True, default=None
    )
    cancelled_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.id"), index=True, default=None
    )
    scheduler_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.id"), index=True, default=None
    )
    agenda_sent_at: Mapped[datetime | None] = mapped_column(default=None)
    uid: Mapped[str]
    sequence: Mapped[int] = mapped_column(default=0)

    agenda: Mapped[list[AgendaItem]] = relationship(
        cascade="all, delete-orphan", order_by=AgendaItem.position, default_factory=list
    )
    notes: Mapped[list[Note]] = relationship(cascade="all, delete-orphan", default_factory=list)


class Contact(Kept, Shareable, kw_only=True, eq=False):
    """Any real contact outside a planned meeting; the last one counts for the rhythm."""

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_relationship_day", "relationship_id", "day"),)

    relationship_id: Mapped[UUID] = mapped_column(ForeignKey("relationship.id"))
    day: Mapped[date]
    form: Mapped[MeetingForm] = mapped_column(default=MeetingForm.IN_PERSON)
    minutes: Mapped[int | None] = mapped_column(default=None)
    line: Mapped[str] = mapped_column(default="")
