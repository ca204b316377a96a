"""Contacts outside planned meetings: "we talked" in one step."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from mentordesk.domain.contacts import ContactDraft, ContactRow, check_contact
from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.errors import DraftError
from mentordesk.domain.goals import ActionDraft
from mentordesk.domain.text import one_line
from mentordesk.models import Contact, Meeting, Relationship
from mentordesk.services.action_commands import new_action
from mentordesk.services.base import Service, fetch
from mentordesk.services.naming import relationship_names


class Contacts(Service):
    """Use cases about contacts."""

    def log(self, draft: ContactDraft, today: date) -> UUID:
        """Keep a contact, and what was promised in it, as one step."""
        relationship, day = _checked(draft, today)
        with self._store.changing("Log contact") as session:
            fetch(session, Relationship, relationship)
            row = Contact(relationship_id=relationship, day=day)
            _copy(draft, row)
            session.add(row)
            if one_line(draft.action):
                promise = ActionDraft(
                    title=draft.action,
                    owner=draft.action_owner,
                    due=draft.action_due,
                    relationship=relationship,
                )
                new_action(session, promise, self.me, day)
        return row.id

    def edit(self, contact: UUID, draft: ContactDraft, today: date) -> UUID:
        """Change a contact; actions are changed on their own."""
        relationship, day = _checked(draft, today)
        with self._store.changing("Edit contact") as session:
            row = fetch(session, Contact, contact)
            row.relationship_id = fetch(session, Relationship, relationship).id
            row.day = day
            _copy(draft, row)
        return contact

    def delete(self, contact: UUID) -> UUID:
        """Delete a contact."""
        with self._store.changing("Delete contact") as session:
            session.delete(fetch(session, Contact, contact))
        return contact

    def of_relationship(
        self, relationship: UUID, *, offset: int = 0, limit: int = 100
    ) -> Sequence[ContactRow]:
        """Return a page of a relationship's contacts, the newest first, in two statements."""
        with self._store.reading() as session:
            named = relationship_names(session, relationship)
            rows = session.scalars(
                select(Contact)
                .where(Contact.relationship_id == relationship)
                .order_by(Contact.day.desc(), Contact.id)
                .offset(offset)
                .limit(limit)
            )
            return [
                ContactRow(
                    id=row.id,
                    relationship=relationship,
                    name=named[relationship].name,
                    initials=named[relationship].initials,
                    day=row.day,
                    form=row.form,
                    minutes=row.minutes,
                    line=row.line,
                )
                for row in rows
            ]

    def last_contacts(self) -> dict[UUID, date]:
        """Return the day of the last real contact by relationship, in two statements.

        A real contact is a meeting that was held, or any other that was logged.
        """
        with self._store.reading() as session:
            met = session.execute(
                select(Meeting.relationship_id, func.max(Meeting.start_local))
                .where(Meeting.status == MeetingStatus.HELD)
                .group_by(Meeting.relationship_id)
            )
            last = {relationship: start.date() for relationship, start in met}
            logged = session.execute(
                select(Contact.relationship_id, func.max(Contact.day)).group_by(
                    Contact.relationship_id
                )
            )
            for relationship, day in logged:
                last[relationship] = max(day, last.get(relationship, day))
        return last


def _checked(draft: ContactDraft, today: date) -> tuple[UUID, date]:
    problems = check_contact(draft, today)
    if problems or draft.relationship is None or draft.day is None:
        raise DraftError(problems)
    return draft.relationship, draft.day


def _copy(draft: ContactDraft, row: Contact) -> None:
    row.form, row.minutes, row.line = draft.form, draft.minutes, one_line(draft.line)
