"""Relationships: begin them, change them, give them time, bring them to the archive."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import MeetingStatus, Stage
from mentordesk.domain.errors import DraftError
from mentordesk.domain.people import (
    PersonDraft,
    RailEntry,
    RelationshipDraft,
    RelationshipHeader,
    Section,
    check_person,
    check_quiet_until,
    check_relationship,
    section,
)
from mentordesk.domain.text import many_lines, one_line
from mentordesk.models import Contact, Meeting, Member, Person, Relationship
from mentordesk.services.archiving import Archiving
from mentordesk.services.base import STEP, fetch
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


class Relationships(Archiving):
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
                quiet_until=row.quiet_until,
                last_contact=last_contact(session, relationship),
            )

    def of_meeting(self, meeting: UUID) -> UUID | None:
        """Return whose meeting this is, or None if it is not there any more."""
        with self._store.reading() as session:
            return session.scalar(select(Meeting.relationship_id).where(Meeting.id == meeting))

    def add(self, draft: RelationshipDraft, new: Sequence[PersonDraft] = ()) -> UUID:
        """Add a relationship, or a search for one, as one step.

        Args:
            draft: its fields, with the people who are already known.
            new: people to add with it; they stand behind the known ones.

        Raises:
            DraftError: a field can't be kept; those of one new person are among them.
        """
        _check(draft, new)
        label = "Add person" if new else "Add relationship"
        with self._store.changing(label) as session:
            last = session.scalar(select(func.coalesce(func.max(Relationship.position), 0))) or 0
            row = Relationship(role=draft.role, position=last + STEP)
            _copy(draft, row)
            row.phase_since = draft.started_on
            _set_members(row, _with_new(session, draft, new))
            session.add(row)
            session.flush()
            return row.id

    def add_with_person(self, person: PersonDraft, draft: RelationshipDraft) -> UUID:
        """Add a person and my relationship with them, as one step."""
        return self.add(draft, [person])

    def edit(
        self,
        relationship: UUID,
        draft: RelationshipDraft,
        today: date,
        new: Sequence[PersonDraft] = (),
    ) -> UUID:
        """Change a relationship; a new phase begins today.

        Whether it lies in the archive is not for a form to say: ``archive`` and ``reopen`` do.

        Args:
            relationship: which one.
            draft: all its fields, with the people who are already known.
            today: the day on which a new phase begins.
            new: people to add to it.

        Raises:
            DraftError: a field can't be kept.
        """
        _check(draft, new)
        with self._store.changing("Edit relationship") as session:
            row = fetch(session, Relationship, relationship)
            if row.phase is not draft.phase:
                row.phase_since = today
            elif row.phase_since == row.started_on:
                row.phase_since = draft.started_on
            if Stage.CLOSED in {row.stage, draft.stage}:
                draft = replace(draft, stage=row.stage)
            _copy(draft, row)
            _set_members(row, _with_new(session, draft, new))
        return relationship

    def found(self, relationship: UUID, who: UUID | PersonDraft) -> UUID:
        """Note that somebody was found for a search: known to me already, or new.

        What was looked for becomes the purpose; the two are trying it out from now on.

        Raises:
            DraftError: a field of a new person can't be kept.
        """
        if isinstance(who, PersonDraft) and (problems := check_person(who)):
            raise DraftError(problems)
        with self._store.changing("Note who was found") as session:
            row = fetch(session, Relationship, relationship)
            person = who if isinstance(who, UUID) else _added(session, who)
            _set_members(row, (fetch(session, Person, person).id,))
            row.purpose, row.title = row.purpose or row.title, ""
            row.stage = Stage.EXPLORING
        return relationship

    def set_quiet_until(self, relationship: UUID, day: date | None, today: date) -> UUID:
        """Give a relationship time: no signals before this day; None ends it.

        Raises:
            DraftError: the day is not still to come.
        """
        if problems := check_quiet_until(day, today):
            raise DraftError(problems)
        with self._store.changing("Give this time") as session:
            fetch(session, Relationship, relationship).quiet_until = day
        return relationship


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


def _check(draft: RelationshipDraft, new: Sequence[PersonDraft]) -> None:
    everybody = (*draft.people, *(uuid4() for _ in new))
    problems = check_relationship(replace(draft, people=everybody))
    for person in new:
        problems |= check_person(person)
    if problems:
        raise DraftError(problems)


def _with_new(
    session: Session, draft: RelationshipDraft, new: Sequence[PersonDraft]
) -> tuple[UUID, ...]:
    """Return the members that a draft names, once each, and the new ones, now added."""
    known = [fetch(session, Person, person).id for person in dict.fromkeys(draft.people)]
    return (*known, *(_added(session, person) for person in new))


def _added(session: Session, draft: PersonDraft) -> UUID:
    row = new_person(draft)
    session.add(row)
    session.flush()
    return row.id


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
