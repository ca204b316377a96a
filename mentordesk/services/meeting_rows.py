"""Read meetings into the rows that pages show, in a fixed number of statements."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentordesk.domain.agenda import AgendaRow
from mentordesk.domain.enums import PLANNED, MeetingStatus, Visibility
from mentordesk.domain.goals import ActionRow
from mentordesk.domain.meetings import (
    MeetingDetail,
    MeetingDraft,
    MeetingLine,
    Side,
)
from mentordesk.domain.release import narrower
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import Action, AgendaItem, Meeting, Member, Note, Person
from mentordesk.services.action_rows import action_row, actions_with_owners
from mentordesk.services.base import fetch
from mentordesk.services.naming import Named, relationship_names

_AGENDA = (
    select(func.count())
    .select_from(AgendaItem)
    .where(AgendaItem.meeting_id == Meeting.id)
    .correlate(Meeting)
    .scalar_subquery()
)
_NOTED = exists().where(Note.meeting_id == Meeting.id, Note.text != "").correlate(Meeting)

_NOTHING = ("", Visibility.PRIVATE)

Found = list[tuple[Meeting, int, bool]]
"""Meetings with how many things are on their agenda, and whether anything is noted."""


def find(
    session: Session,
    conditions: Iterable[ColumnElement[bool]],
    order: ColumnElement[Any] | InstrumentedAttribute[Any],
    *,
    offset: int = 0,
    limit: int | None = None,
) -> Found:
    """Return meetings with what their lines count, in one statement."""
    fitting = select(Meeting.id).where(*conditions).order_by(order, Meeting.id)
    if limit is not None:
        fitting = fitting.offset(offset).limit(limit)
    # Counting for the rows of this page alone: those passed over would be counted too.
    wanted = select(Meeting, _AGENDA, _NOTED).where(Meeting.id.in_(fitting))
    rows = session.execute(wanted.order_by(order, Meeting.id))
    return [(meeting, agenda, noted) for meeting, agenda, noted in rows]


def lines(session: Session, found: Found) -> list[MeetingLine]:
    """Return meetings as lists show them, in one statement more."""
    if not found:
        return []
    named = relationship_names(session, *{meeting.relationship_id for meeting, _, _ in found})
    return [
        line(meeting, named[meeting.relationship_id], agenda, noted=noted)
        for meeting, agenda, noted in found
    ]


def line(row: Meeting, named: Named, agenda: int, *, noted: bool) -> MeetingLine:
    """Return one meeting as lists show it."""
    return MeetingLine(
        id=row.id,
        relationship=row.relationship_id,
        name=named.name,
        initials=named.initials,
        role=named.role,
        start=start_of(row),
        minutes=row.minutes,
        actual_minutes=row.actual_minutes,
        form=row.form,
        place=row.place,
        link=row.link,
        title=row.title,
        status=row.status,
        agenda=agenda,
        agenda_sent=row.agenda_sent_at is not None,
        prepared=bool(agenda) or noted,
        moved=row.moved,
    )


def start_of(row: Meeting) -> WallTime:
    """Return when a meeting starts, on the wall where it was planned."""
    return WallTime(row.start_local, row.zone, row.fold)


def detail(session: Session, meeting: UUID) -> MeetingDetail:
    """Return one meeting in full, in six statements.

    Raises:
        NotFoundError: it is not there any more.
    """
    row = fetch(session, Meeting, meeting)
    named = relationship_names(session, row.relationship_id)[row.relationship_id]
    notes = _notes(session, meeting)
    agenda = _agenda(session, row, notes)
    promises = _promises(session, row)
    note, seen = notes.get(meeting, _NOTHING)
    return MeetingDetail(
        line=line(row, named, len(agenda), noted=bool(note)),
        draft=draft_of(row),
        sides=_sides(session, row.relationship_id),
        moved_by=row.moved_by_id,
        cancelled_by=row.cancelled_by_id,
        agenda=agenda,
        note=note,
        actions=tuple(one for one in promises if one.meeting_id == meeting),
        promises=tuple(one for one in promises if one.meeting_id != meeting),
        note_shared=_is_shared(seen, row.visibility),
    )


def draft_of(row: Meeting) -> MeetingDraft:
    """Return a meeting's fields, to edit."""
    return MeetingDraft(
        relationship=row.relationship_id,
        day=row.start_local.date(),
        time=row.start_local.time(),
        zone=row.zone,
        fold=row.fold,
        minutes=row.minutes,
        form=row.form,
        place=row.place,
        link=row.link,
        title=row.title,
        status=row.status if row.status in PLANNED else MeetingStatus.CONFIRMED,
        scheduler=row.scheduler_id,
    )


def _is_shared(visibility: Visibility, parent: Visibility) -> bool:
    return narrower(visibility, parent) is not Visibility.PRIVATE


def _notes(session: Session, meeting: UUID) -> dict[UUID, tuple[str, Visibility]]:
    """Return the notes of a meeting and of its agenda items, by what they belong to."""
    items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting)
    rows = session.execute(
        select(Note.meeting_id, Note.agenda_item_id, Note.text, Note.visibility).where(
            or_(Note.meeting_id == meeting, Note.agenda_item_id.in_(items))
        )
    )
    return {
        belongs: (text, seen)
        for at, item, text, seen in rows
        if (belongs := item or at) is not None
    }


def _agenda(
    session: Session, meeting: Meeting, notes: dict[UUID, tuple[str, Visibility]]
) -> tuple[AgendaRow, ...]:
    rows = session.scalars(
        select(AgendaItem)
        .where(AgendaItem.meeting_id == meeting.id)
        .order_by(AgendaItem.position, AgendaItem.id)
    )
    return tuple(
        AgendaRow(
            id=item.id,
            title=item.title,
            kind=item.kind,
            minutes=item.minutes,
            done=item.done,
            proposed_by=item.proposed_by_id,
            outcome=item.outcome,
            note=notes.get(item.id, _NOTHING)[0],
            shared=_is_shared(item.visibility, meeting.visibility),
        )
        for item in rows
    )


def _sides(session: Session, relationship: UUID) -> tuple[Side, ...]:
    rows = session.execute(
        select(Person.id, Person.name, Person.is_me, Person.time_zone)
        .outerjoin(
            Member, (Member.person_id == Person.id) & (Member.relationship_id == relationship)
        )
        .where(or_(Person.is_me, Member.id.is_not(None)))
        .order_by(Person.is_me.desc(), Member.position)
    )
    return tuple(
        Side(id=person, name=name, is_me=mine, time_zone=zone) for person, name, mine, zone in rows
    )


def _promises(session: Session, row: Meeting) -> list[ActionRow]:
    """Return what was promised in a meeting, and what else is open between us."""
    still_open = (
        (Action.relationship_id == row.relationship_id)
        & Action.done.is_(None)
        & Action.dropped.is_(None)
    )
    rows = session.execute(
        actions_with_owners()
        .where(or_(Action.meeting_id == row.id, still_open))
        .order_by(Action.due.is_(None), Action.due, Action.position, Action.id)
    )
    return [action_row(found) for found in rows]
