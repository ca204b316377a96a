"""Bring relationships to the archive with what is open between us, and take them out again."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import PLANNED, MeetingStatus, Stage
from mentordesk.domain.people import ArchivedRow, ArchivePreview, OpenPromise
from mentordesk.models import Action, Meeting, Person, Relationship
from mentordesk.services.base import Service, fetch
from mentordesk.services.naming import relationship_names


class Archiving(Service):
    """Use cases about the archive."""

    def archived(self) -> list[ArchivedRow]:
        """Return what lies in the archive, the newest first, in two statements."""
        with self._store.reading() as session:
            rows = session.execute(
                select(Relationship.id, Relationship.started_on, Relationship.archived_on)
                .where(Relationship.stage == Stage.CLOSED)
                .order_by(Relationship.archived_on.desc(), Relationship.id)
            ).all()
            named = relationship_names(session)
        return [
            ArchivedRow(
                id=item,
                name=named[item].name,
                initials=named[item].initials,
                role=named[item].role,
                started_on=started,
                archived_on=archived,
            )
            for item, started, archived in rows
        ]

    def archive_preview(self, relationship: UUID) -> ArchivePreview:
        """Return what archiving will touch: meetings ahead and open promises on both sides."""
        now = self._store.clock()
        with self._store.reading() as session:
            fetch(session, Relationship, relationship)
            meetings = session.scalars(_ahead(relationship, now)).all()
            return ArchivePreview(
                meetings=tuple(meeting.id for meeting in meetings),
                promises=tuple(_promises(session, relationship)),
            )

    def open_promises(self, relationship: UUID) -> list[OpenPromise]:
        """Return what is open between us, on both sides, the next due first; one statement."""
        with self._store.reading() as session:
            return _promises(session, relationship)

    def archive(self, relationship: UUID, today: date, keep: Collection[UUID]) -> Sequence[UUID]:
        """Archive a relationship without asking why; return the meetings that were cancelled.

        Meetings ahead are cancelled, open promises dropped unless they are in ``keep``; all of
        it comes back with one undo. What lies in the archive already stays as it is.
        """
        now = self._store.clock()
        with self._store.changing("Archive relationship") as session:
            row = fetch(session, Relationship, relationship)
            if row.stage is Stage.CLOSED:
                return []
            row.stage, row.archived_on = Stage.CLOSED, today
            cancelled = []
            for meeting in session.scalars(_ahead(relationship, now)):
                meeting.status = MeetingStatus.CANCELLED
                meeting.cancelled_by_id = self._store.who
                cancelled.append(meeting.id)
            for action in session.scalars(select(Action).where(_open(relationship))):
                if action.id not in keep:
                    action.dropped = today
        return cancelled

    def reopen(self, relationship: UUID) -> UUID:
        """Take a relationship out of the archive; a search goes on as a search."""
        with self._store.changing("Take out of the archive") as session:
            row = fetch(session, Relationship, relationship)
            if row.stage is Stage.CLOSED:
                row.stage = Stage.ACTIVE if row.members else Stage.PROSPECT
                row.archived_on = None
        return relationship


def _ahead(relationship: UUID, now: datetime) -> Select[Meeting]:
    return select(Meeting).where(
        Meeting.relationship_id == relationship,
        Meeting.status.in_(PLANNED),
        Meeting.start_utc >= now,
    )


def _open(relationship: UUID) -> ColumnElement[bool]:
    return and_(
        Action.relationship_id == relationship, Action.done.is_(None), Action.dropped.is_(None)
    )


def _promises(session: Session, relationship: UUID) -> list[OpenPromise]:
    rows = session.execute(
        select(Action.id, Action.title, Person.name, Person.is_me, Action.due)
        .join(Person, Person.id == Action.owner_id)
        .where(_open(relationship))
        .order_by(Action.due.is_(None), Action.due, Action.promised_on, Action.id)
    )
    return [
        OpenPromise(id=item, title=title, owner_name=name, is_mine=mine, due=due)
        for item, title, name, mine, due in rows
    ]
