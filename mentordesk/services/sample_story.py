"""The small sample: one postdoc, her mentors and her mentees, told by ``resources/sample``."""

import json
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Date, Enum

from mentordesk.domain.enums import Role
from mentordesk.models import Action, Base, Contact, Member, Note, Person, Relationship
from mentordesk.resource import resource
from mentordesk.services.base import STEP
from mentordesk.services.sample_book import Book, Values
from mentordesk.services.sample_days import StoryDays

Told: TypeAlias = dict[str, Any]
"""One entry of the story as its file has it."""

ME = "me"
_SETTLED = ("done", "dropped", "dropped_why")
_ROLES = {
    "mentee": (Role.MENTEE, Role.PEER),
    "mentor": (Role.MENTOR, Role.PEER),
    "both": tuple(Role),
}


class Cast:
    """Who takes part, and how the story's words become values of columns.

    Attributes:
        people, relationships, goals, milestones: the id of each by its key in the story.
        others: the people of a relationship, by its key.
    """

    def __init__(self, book: Book, today: date, role: str) -> None:
        self.book, self.role = book, role
        self.days = StoryDays(today)
        self.people: dict[str, UUID] = {}
        self.relationships: dict[str, UUID] = {}
        self.others: dict[str, list[str]] = {}
        self.goals: dict[str, UUID] = {}
        self.milestones: dict[str, UUID] = {}
        self._positions: dict[object, int] = {}

    @property
    def me(self) -> UUID:
        """The person whose file it is."""
        return self.people[ME]

    def person(self, key: str | None) -> UUID | None:
        """Return a person, or None where nobody is named."""
        return None if key is None else self.people[key]

    def day(self, words: str | None) -> date | None:
        """Return the day meant, or None where none is named."""
        return None if words is None else self.days.day(words)

    def position(self, siblings: object) -> int:
        """Return the next place among siblings."""
        self._positions[siblings] = self._positions.get(siblings, 0) + STEP
        return self._positions[siblings]

    def values(self, kind: type[Base], told: Told) -> Values:
        """Return the entries that are columns of a kind of row, as that column's values."""
        columns = Base.metadata.tables[kind.__tablename__].columns
        return {
            name: self._value(columns[name].type, value)
            for name, value in told.items()
            if name in columns
        }

    def _value(self, column: object, value: object) -> object:
        if isinstance(column, Date) and isinstance(value, str):
            return self.days.day(value)
        if isinstance(column, Enum) and column.enum_class is not None:
            return column.enum_class(value)
        return value

    def knows(self, told: Told) -> bool:
        """Return whether whoever an entry is about takes part in this role's story."""
        relationship, owner = told.get("relationship"), told.get("owner")
        if relationship is not None:
            return relationship in self.relationships
        if owner == ME:
            return self.role != "mentor"
        return owner is None or owner in self.people


def read_story(name: str) -> Any:  # noqa: ANN401 (what the file holds)
    """Return one part of the story."""
    return json.loads(resource(f"sample/{name}.json").read_text(encoding="utf-8"))


def tell_people(cast: Cast) -> None:
    """Add me, and everybody with what binds us."""
    people = {told["key"]: told for told in read_story("people")}
    begin = cast.book.step("Begin", cast.days.moment("-27m"))
    cast.people[ME] = begin.add(Person, is_me=True, **cast.values(Person, people[ME]))
    for told in read_story("relationships"):
        if Role(told["role"]) in _ROLES[cast.role]:
            _tell_relationship(cast, told, people)


def _tell_relationship(cast: Cast, told: Told, people: dict[str, Told]) -> None:
    label = "Add person" if told["people"] else "Add relationship"
    step = cast.book.step(label, cast.days.moment(told["added"]))
    for key in told["people"]:
        cast.people[key] = step.add(Person, **cast.values(Person, people[key]))
    item = step.add(
        Relationship, position=cast.position(Relationship), **cast.values(Relationship, told)
    )
    for place, key in enumerate(told["people"], 1):
        step.add(Member, relationship_id=item, person_id=cast.people[key], position=STEP * place)
    cast.relationships[told["key"]] = item
    cast.others[told["key"]] = told["people"]
    for edit in told.get("edits", ()):
        step = cast.book.step(edit["label"], cast.days.moment(edit["on"]))
        step.change(Relationship, item, **cast.values(Relationship, edit["set"]))


def tell_contacts(cast: Cast) -> None:
    """Add every contact, with what was promised in it."""
    for told in read_story("contacts"):
        if not cast.knows(told):
            continue
        relationship = cast.relationships[told["relationship"]]
        step = cast.book.step("Log contact", cast.days.moment(told["day"]))
        step.add(Contact, relationship_id=relationship, **cast.values(Contact, told))
        if promise := told.get("action"):
            step.add(
                Action,
                owner_id=cast.people[promise["owner"]],
                relationship_id=relationship,
                promised_on=cast.days.day(told["day"]),
                position=cast.position(None),
                **cast.values(Action, promise),
            )


def tell_action(cast: Cast, told: Told, meeting: UUID | None = None) -> None:
    """Add an action on the day it was promised, and what became of it on its own day."""
    goal, milestone = told.get("goal"), told.get("milestone")
    settled: Told = {name: told[name] for name in _SETTLED if name in told}
    made = {name: value for name, value in told.items() if name not in settled}
    item = cast.book.step("Add action", cast.days.moment(told["promised"])).add(
        Action,
        owner_id=cast.people[told["owner"]],
        relationship_id=cast.relationships.get(told.get("relationship", "")),
        meeting_id=meeting,
        goal_id=cast.goals[goal] if goal else None,
        milestone_id=cast.milestones[milestone] if milestone else None,
        promised_on=cast.days.day(told["promised"]),
        position=cast.position(goal or meeting),
        **cast.values(Action, made),
    )
    for name, label in (("done", "Do action"), ("dropped", "Drop action")):
        if name in told:
            step = cast.book.step(label, cast.days.moment(told[name]))
            step.change(Action, item, **cast.values(Action, settled))


def tell_rest(cast: Cast) -> None:
    """Add promises outside meetings, notes on people, and what has been sent out."""
    rest = read_story("other")
    for told in rest["actions"]:
        if cast.knows(told) and told.get("goal", "") in {"", *cast.goals}:
            tell_action(cast, told)
    for told in rest["notes"]:
        if told["person"] in cast.people:
            step = cast.book.step("Edit notes", cast.days.moment(told["on"]))
            step.add(Note, person_id=cast.people[told["person"]], text="\n".join(told["text"]))
    for told in rest["exits"]:
        if cast.knows(told):
            cast.book.exits.append(
                {
                    "at": cast.days.moment(told["on"]),
                    "what": told["what"],
                    "audience": told["audience"],
                    "relationship_id": cast.relationships.get(told.get("relationship", "")),
                    "item_kind": told["kind"],
                    "count": told["count"],
                    "stayed": told.get("stayed", 0),
                    "private": told.get("private", 0),
                }
            )
