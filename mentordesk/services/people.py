"""People: me, and everybody I share something with."""

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import select

from mentordesk.domain.errors import DraftError
from mentordesk.domain.people import (
    LONG_FIELDS,
    PersonChoice,
    PersonDraft,
    PersonRow,
    check_person,
)
from mentordesk.domain.text import initials, many_lines, one_line
from mentordesk.models import Person
from mentordesk.services.base import Service, fetch

_FIELDS = tuple(PersonDraft.__dataclass_fields__)


class People(Service):
    """Use cases about people."""

    def begin(self, draft: PersonDraft) -> UUID:
        """Make the person whose file this is; who has begun already is only told of anew.

        Raises:
            DraftError: a field can't be kept.
        """
        if (me := self.find_me()) is not None:
            return self.edit(me, draft)
        with self._store.changing("Begin") as session:
            row = new_person(draft)
            row.is_me = True
            session.add(row)
        self._store.who = row.id
        return row.id

    def find_me(self) -> UUID | None:
        """Return the person whose file this is, and remember who makes the changes."""
        with self._store.reading() as session:
            self._store.who = session.scalar(select(Person.id).where(Person.is_me))
        return self._store.who

    def my_zone(self) -> str:
        """Return my time zone, UTC if I have not said."""
        with self._store.reading() as session:
            return session.scalar(select(Person.time_zone).where(Person.is_me)) or "UTC"

    def person(self, person: UUID) -> PersonRow:
        """Return one person in full."""
        with self._store.reading() as session:
            return person_row(fetch(session, Person, person))

    def choices(self) -> list[PersonChoice]:
        """Return everybody but me, by name, to choose from."""
        with self._store.reading() as session:
            rows = session.execute(select(Person.id, Person.name).where(Person.is_me.is_(False)))
            people = [PersonChoice(id=item, name=name) for item, name in rows]
        return sorted(people, key=lambda person: (person.name.casefold(), str(person.id)))

    def add(self, draft: PersonDraft) -> UUID:
        """Add a person."""
        with self._store.changing("Add person") as session:
            person = new_person(draft)
            session.add(person)
        return person.id

    def edit(self, person: UUID, draft: PersonDraft) -> UUID:
        """Change what is known of a person."""
        with self._store.changing("Edit person") as session:
            _fill(fetch(session, Person, person), draft)
        return person


def person_row(person: Person) -> PersonRow:
    """Return a person as pages show it."""
    draft = PersonDraft(**{name: getattr(person, name) for name in _FIELDS})
    return PersonRow(
        id=person.id,
        name=person.name,
        initials=initials(person.name),
        is_me=person.is_me,
        draft=draft,
    )


def new_person(draft: PersonDraft) -> Person:
    """Return a row for a person, not yet in any session.

    Raises:
        DraftError: a field can't be kept.
    """
    row = Person(name="")
    _fill(row, draft)
    return row


def _fill(row: Person, draft: PersonDraft) -> None:
    if problems := check_person(draft):
        raise DraftError(problems)
    for name, value in asdict(draft).items():
        setattr(row, name, many_lines(value) if name in LONG_FIELDS else one_line(value))
