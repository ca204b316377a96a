"""Meetings and contacts as parts of a report, in a fixed number of statements."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.domain.release import narrower
from mentordesk.domain.reports import (
    AgendaPart,
    ContactPart,
    MeetingPart,
    NotePart,
    Part,
)
from mentordesk.models import AgendaItem, Contact, Meeting, Note
from mentordesk.services.meeting_rows import start_of
from mentordesk.services.sharing import meeting_shares


def meeting_parts(
    session: Session, fitting: ColumnElement[bool], *, notes: bool = False
) -> list[Part]:
    """Return meetings, the newest first, each followed by its agenda and, if wanted, its notes."""
    shares = meeting_shares(session, fitting)
    meetings = session.scalars(
        select(Meeting).where(fitting).order_by(Meeting.start_utc.desc(), Meeting.id)
    ).all()
    agendas: defaultdict[UUID, list[AgendaItem]] = defaultdict(list)
    for item in session.scalars(
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(fitting)
        .order_by(AgendaItem.position, AgendaItem.id)
    ):
        agendas[item.meeting_id].append(item)
    written = _notes(session, fitting) if notes else {}
    parts: list[Part] = []
    for meeting in meetings:
        shared = shares.get(meeting.id, frozenset()) | {meeting.relationship_id}
        parts.append(_meeting(meeting, shared))
        parts += [_note(n, meeting.visibility, shared) for n in written.get(meeting.id, ())]
        for item in agendas.get(meeting.id, ()):
            seen = narrower(item.visibility, meeting.visibility)
            parts.append(_agenda(item, seen, shared))
            parts += [_note(note, seen, shared) for note in written.get(item.id, ())]
    return parts


def contact_parts(session: Session, relationship: UUID) -> list[ContactPart]:
    """Return the contacts outside planned meetings, the newest first."""
    rows = session.scalars(
        select(Contact)
        .where(Contact.relationship_id == relationship)
        .order_by(Contact.day.desc(), Contact.id)
    )
    return [
        ContactPart(
            id=row.id,
            kind=ItemKind.CONTACT,
            visibility=row.visibility,
            shared_with=frozenset({relationship}),
            day=row.day,
            form=row.form,
            minutes=row.minutes,
            line=row.line,
        )
        for row in rows
    ]


def _meeting(row: Meeting, shared: frozenset[UUID]) -> MeetingPart:
    return MeetingPart(
        id=row.id,
        kind=ItemKind.MEETING,
        visibility=row.visibility,
        shared_with=shared,
        start=start_of(row),
        minutes=row.actual_minutes or row.minutes,
        form=row.form,
        place=row.place,
        title=row.title,
        status=row.status,
    )


def _agenda(row: AgendaItem, visibility: Visibility, shared: frozenset[UUID]) -> AgendaPart:
    return AgendaPart(
        id=row.id,
        kind=ItemKind.AGENDA_ITEM,
        visibility=visibility,
        shared_with=shared,
        meeting=row.meeting_id,
        title=row.title,
        agenda_kind=row.kind,
        minutes=row.minutes,
        done=row.done,
        outcome=row.outcome,
    )


def _note(row: Note, parent: Visibility, shared: frozenset[UUID]) -> NotePart:
    return NotePart(
        id=row.id,
        kind=ItemKind.NOTE,
        visibility=narrower(row.visibility, parent),
        shared_with=shared,
        agenda_item=row.agenda_item_id,
        text=row.text,
    )


def _notes(session: Session, fitting: ColumnElement[bool]) -> dict[UUID, list[Note]]:
    """Return what is written, by the meeting or the agenda item that it belongs to."""
    meetings = select(Meeting.id).where(fitting)
    items = select(AgendaItem.id).where(AgendaItem.meeting_id.in_(meetings))
    rows = session.scalars(
        select(Note)
        .where(or_(Note.meeting_id.in_(meetings), Note.agenda_item_id.in_(items)))
        .where(Note.text != "")
        .order_by(Note.id)
    )
    found: defaultdict[UUID, list[Note]] = defaultdict(list)
    for row in rows:
        belongs = row.agenda_item_id or row.meeting_id
        if belongs is not None:
            found[belongs].append(row)
    return found
