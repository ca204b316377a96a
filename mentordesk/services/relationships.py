"""Relationships: begin them, change them, give them time, bring them to the archive."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import PLANNED, MeetingStatus, Stage
from mentordesk.domain.errors import DraftError
from mentordesk.domain.people import (
    ArchivePreview,
    OpenPromise,
    PersonDraft,
    RailEntry,
    RelationshipDraft,
    RelationshipHeader,
    Section,
    check_person,
    check_relationship,
    section,
)
from mentordesk.domain.text import many_lines, one_line
from mentordesk.models import Action, Contact, Meeting, Member, Person, Relationship
from mentordesk.services.base import STEP, Service, fetch
from mentordesk.services.naming import relationship_names
from mentordesk.services.people import new_person, person_row

_COPIED = (
    "role",
    "kind",
    "origin",
    "stage",
    "phase",
    "rhythm_days",
    "scope",
    "evaluates_me",
    "started_on",
    "planned_end",
)


class Relationships(Service):
    """Use cases about relationships."""

    def rail(self) -> list[RailEntry]:
        """Return every relationship as the rail lists it, by section and name."""
        with self._store.reading() as session:
            named = relationship_names(session).values()
        order = list(Section)
        entries = [
            RailEntry(
                id=one.id,
                name=one.name,
                initials="?" if not one.people else one.initials,
                section=section(one.role, one.stage),
                role=one.role,
            )
            for one in named
        ]
        return sorted(entries, key=lambda e: (order.index(e.section), e.name.casefold()))

    def header(self, relationship: UUID) -> RelationshipHeader:
        """Return what the head of a relationship's page shows, in a fixed number of statements."""
        with self._store.reading() as session:
            row = fetch(session, Relationship, relationship)
            named = relationship_names(session, relationship)[relationship]
            people = session.scalars(
                select(Person)
                .join(Member, Member.person_id == Person.id)
                .where(Member.relationship_id == relationship)
                .order_by(Member.position)
            ).all()
            return RelationshipHeader(
                id=relationship,
                name=named.name,
                initials=named.initials,
                section=section(row.role, row.stage),
                people=tuple(person_row(person) for person in people),
                draft=_draft(row, tuple(person.id for person in people)),
                phase_since=row.phase_since,
                archived_on=row.archived_on,
                last_contact=last_contact(session, relationship),
            )

    def of_meeting(self, meeting: UUID) -> UUID | None:
        """Return whose meeting this is, or None if it is not there any more."""
        with self._store.reading() as session:
            return session.scalar(select(Meeting.relationship_id).where(Meeting.id == meeting))

    def add(self, draft: RelationshipDraft) -> UUID:
        """Add a relationship with people who are already known, or one that is looked for."""
        _check(draft)
        with self._store.changing("Add relationship") as session:
            return self._add(session, draft)

    def add_with_person(self, person: PersonDraft, draft: RelationshipDraft) -> UUID:
        """Add a person and my relationship with them, as one step."""
        _check(replace(draft, title=draft.title or person.name), person)
        with self._store.changing("Add person") as session:
            row = new_person(person)
            session.add(row)
            session.flush()
            return self._add(session, replace(draft, people=(row.id,)))

    def edit(self, relationship: UUID, draft: RelationshipDraft, today: date) -> UUID:
        """Change a relationship; a new phase begins today."""
        _check(draft)
        with self._store.changing("Edit relationship") as session:
            row = fetch(session, Relationship, relationship)
            if row.phase is not draft.phase:
                row.phase_since = today
            _copy(draft, row)
            _set_members(row, draft.people)
        return relationship

    def set_quiet_until(self, relationship: UUID, day: date | None) -> UUID:
        """Give a relationship time: no signals before this day."""
        with self._store.changing("Give this time") as session:
            fetch(session, Relationship, relationship).quiet_until = day
        return relationship

    def archive_preview(self, relationship: UUID) -> ArchivePreview:
        """Return what archiving will touch: meetings ahead and open promises on both sides."""
        now = self._store.clock()
        with self._store.reading() as session:
            meetings = session.scalars(_ahead(relationship).where(Meeting.start_utc >= now))
            ids = tuple(meeting.id for meeting in meetings)
            rows = session.execute(
                select(Action.id, Action.title, Person.name, Person.is_me, Action.due)
                .join(Person, Person.id == Action.owner_id)
                .where(Action.relationship_id == relationship)
                .where(Action.done.is_(None), Action.dropped.is_(None))
                .order_by(Action.due)
            )
            promises = tuple(
                OpenPromise(id=item, title=title, owner_name=name, is_mine=mine, due=due)
                for item, title, name, mine, due in rows
            )
        return ArchivePreview(meetings=ids, promises=promises)

    def archive(self, relationship: UUID, today: date, keep: Collection[UUID]) -> Sequence[UUID]:
        """Archive a relationship without asking why; return the meetings that were cancelled.

        Meetings ahead are cancelled, open promises dropped unless they are in ``keep``; all of
        it comes back with one undo.
        """
        now = self._store.clock()
        with self._store.changing("Archive relationship") as session:
            row = fetch(session, Relationship, relationship)
            row.stage, row.archived_on = Stage.CLOSED, today
            cancelled = []
            for meeting in session.scalars(_ahead(relationship).where(Meeting.start_utc >= now)):
                meeting.status = MeetingStatus.CANCELLED
                meeting.cancelled_by_id = self._store.who
                cancelled.append(meeting.id)
            for action in session.scalars(_open_actions(relationship)):
                if action.id not in keep:
                    action.dropped = today
        return cancelled

    def reopen(self, relationship: UUID) -> UUID:
        """Take a relationship out of the archive."""
        with self._store.changing("Take out of the archive") as session:
            row = fetch(session, Relationship, relationship)
            row.stage, row.archived_on = Stage.ACTIVE, None
        return relationship

    def _add(self, session: Session, draft: RelationshipDraft) -> UUID:
        last = session.scalar(select(func.coalesce(func.max(Relationship.position), 0))) or 0
        row = Relationship(role=draft.role, position=last + STEP)
        _copy(draft, row)
        row.phase_since = draft.started_on
        _set_members(row, draft.people)
        session.add(row)
        session.flush()
        return row.id


def last_contact(session: Session, relationship: UUID) -> date | None:
    """Return the day of the last real contact: a meeting held, or any other."""
    held = session.scalar(
        select(func.max(Meeting.start_local))
        .where(Meeting.relationship_id == relationship)
        .where(Meeting.status == MeetingStatus.HELD)
    )
    met = session.scalar(
        select(func.max(Contact.day)).where(Contact.relationship_id == relationship)
    )
    return latest(held, met)


def latest(held: datetime | None, met: date | None) -> date | None:
    """Return the later of the last meeting's start and the last contact's day."""
    days = [day for day in (held.date() if held is not None else None, met) if day is not None]
    return max(days, default=None)


def _check(draft: RelationshipDraft, person: PersonDraft | None = None) -> None:
    problems = check_relationship(draft)
    if person is not None:
        problems |= check_person(person)
    if problems:
        raise DraftError(problems)


def _draft(row: Relationship, people: tuple[UUID, ...]) -> RelationshipDraft:
    copied = {name: getattr(row, name) for name in _COPIED}
    return RelationshipDraft(**copied, people=people, title=row.title, purpose=row.purpose)


def _copy(draft: RelationshipDraft, row: Relationship) -> None:
    for name in _COPIED:
        setattr(row, name, getattr(draft, name))
    row.title = one_line(draft.title)
    row.purpose = many_lines(draft.purpose)


def _set_members(row: Relationship, people: tuple[UUID, ...]) -> None:
    present = {member.person_id: member for member in row.members}
    row.members = [
        present.get(person) or Member(person_id=person, position=STEP * (place + 1))
        for place, person in enumerate(people)
    ]


def _ahead(relationship: UUID) -> Select[Meeting]:
    return select(Meeting).where(
        Meeting.relationship_id == relationship, Meeting.status.in_(PLANNED)
    )


def _open_actions(relationship: UUID) -> Select[Action]:
    return select(Action).where(
        Action.relationship_id == relationship,
        Action.done.is_(None),
        Action.dropped.is_(None),
    )
