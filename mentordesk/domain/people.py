"""People and relationships: what a form may hold, and the rows that pages show."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentordesk.domain.enums import (
    LOOKING,
    Origin,
    Phase,
    RelationshipKind,
    Role,
    Scope,
    Stage,
)
from mentordesk.domain.text import TEXT_LIMIT, one_line, too_long
from mentordesk.domain.wall_time import known_zone

RHYTHMS = (7, 14, 30, 42, 91, 182)
"""Days between contacts to choose from: weekly, every two weeks, monthly, every six weeks,
quarterly, twice a year."""

MOST_PEOPLE = 30
"""People in one group; beyond that it is a class."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


class Section(StrEnum):
    """Where the rail lists a relationship."""

    MENTORS = "mentors"
    MENTEES = "mentees"
    PEERS = "peers"
    LOOKING = "looking"
    ARCHIVE = "archive"


def section(role: Role, stage: Stage) -> Section:
    """Return where the rail lists a relationship of my role in it and its stage."""
    if stage is Stage.CLOSED:
        return Section.ARCHIVE
    if stage in LOOKING and stage is not Stage.EXPLORING:
        return Section.LOOKING
    by_role = {Role.MENTEE: Section.MENTORS, Role.MENTOR: Section.MENTEES}
    return by_role.get(role, Section.PEERS)


@dataclass(frozen=True, kw_only=True)
class PersonDraft:
    """What a form says about a person; only the name is needed."""

    name: str
    pronouns: str = ""
    email: str = ""
    phone: str = ""
    organisation: str = ""
    job: str = ""
    time_zone: str = ""
    expertise: str = ""
    how_we_met: str = ""
    time_limits: str = ""
    remember: str = ""


LONG_FIELDS = frozenset({"expertise", "how_we_met", "time_limits", "remember", "purpose"})
"""Fields of several lines."""

_LIMITS = dict.fromkeys(LONG_FIELDS, TEXT_LIMIT)


def check_person(draft: PersonDraft) -> dict[str, str]:
    """Return a sentence for each field of a person that can't be kept."""
    problems = too_long(vars(draft), **_LIMITS)
    if not one_line(draft.name):
        problems["name"] = "A name is needed; a first name will do."
    if draft.email and not _EMAIL.fullmatch(draft.email.strip()):
        problems["email"] = "An e-mail address looks like name@example.org."
    if draft.time_zone and not known_zone(draft.time_zone):
        problems["time_zone"] = "This time zone is not known. Choose one such as Europe/Berlin."
    return problems


@dataclass(frozen=True, kw_only=True)
class RelationshipDraft:
    """What a form says about a relationship.

    Attributes:
        people: the other side; empty while somebody is still looked for.
        title: what is looked for, or a group's name.
        rhythm_days: days between contacts; None where nobody has said.
    """

    role: Role
    people: tuple[UUID, ...] = ()
    title: str = ""
    kind: RelationshipKind = RelationshipKind.ONE_TO_ONE
    origin: Origin = Origin.CHOSEN
    stage: Stage = Stage.ACTIVE
    phase: Phase = Phase.INITIATION
    rhythm_days: int | None = None
    purpose: str = ""
    scope: Scope = Scope.BROAD
    evaluates_me: bool = False
    started_on: date | None = None
    planned_end: date | None = None


def check_relationship(draft: RelationshipDraft) -> dict[str, str]:
    """Return a sentence for each field of a relationship that can't be kept."""
    problems = too_long(vars(draft), **_LIMITS)
    title = one_line(draft.title)
    if not draft.people and not title:
        problems["title"] = "Say who it is, or what you are looking for."
    if draft.kind is RelationshipKind.GROUP and not title:
        problems["title"] = "A group needs a name."
    if draft.kind is not RelationshipKind.GROUP and len(draft.people) > 1:
        problems["people"] = "More than one person makes a group. Choose “Group” as the kind."
    if len(draft.people) > MOST_PEOPLE:
        problems["people"] = f"A group can have up to {MOST_PEOPLE} people."
    if draft.rhythm_days is not None and not 1 <= draft.rhythm_days <= 1000:
        problems["rhythm_days"] = "Choose between 1 and 1,000 days."
    if draft.started_on and draft.planned_end and draft.planned_end < draft.started_on:
        problems["planned_end"] = "The end lies before the start. Choose a later day."
    return problems


def check_quiet_until(day: date | None, today: date) -> dict[str, str]:
    """Return a sentence if a relationship can't be given time until this day."""
    if day is not None and day <= today:
        return {"day": "Choose a day that is still to come."}
    return {}


def read_names(text: str) -> tuple[str, ...]:
    """Return the names in a text, one a line or parted by commas, each once."""
    names = (one_line(name) for name in re.split(r"[\n,;]", text))
    return tuple({name.casefold(): name for name in names if name}.values())


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """A person in full."""

    id: UUID
    name: str
    initials: str
    is_me: bool
    draft: PersonDraft


@dataclass(frozen=True, kw_only=True)
class PersonChoice:
    """A person to choose from a list."""

    id: UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class RailEntry:
    """A relationship as the rail lists it."""

    id: UUID
    name: str
    initials: str
    section: Section
    role: Role


@dataclass(frozen=True, kw_only=True)
class RelationshipHeader:
    """A relationship as the head of its page shows it.

    Attributes:
        last_contact: the day of the last real contact of any kind.
        draft: its fields, to edit.
        quiet_until: no signals before this day.
    """

    id: UUID
    name: str
    initials: str
    section: Section
    people: tuple[PersonRow, ...]
    draft: RelationshipDraft
    phase_since: date | None
    archived_on: date | None
    quiet_until: date | None
    last_contact: date | None


@dataclass(frozen=True, kw_only=True)
class ArchivedRow:
    """A relationship as the archive lists it."""

    id: UUID
    name: str
    initials: str
    role: Role
    started_on: date | None
    archived_on: date | None


@dataclass(frozen=True, kw_only=True)
class OpenPromise:
    """An action that is still open, when a relationship is archived."""

    id: UUID
    title: str
    owner_name: str
    is_mine: bool
    due: date | None


@dataclass(frozen=True, kw_only=True)
class ArchivePreview:
    """What archiving a relationship will touch."""

    meetings: tuple[UUID, ...]
    promises: tuple[OpenPromise, ...]


def match_names(
    names: Iterable[str], known: Sequence[PersonChoice]
) -> tuple[tuple[UUID, ...], tuple[str, ...]]:
    """Return the known people whom some names mean, and the names of nobody known.

    Where several people have one name, the first of them is meant.
    """
    by_name = {one.name.casefold(): one.id for one in reversed(known)}
    found = [(name, by_name.get(one_line(name).casefold())) for name in names]
    people = tuple(person for _, person in found if person is not None)
    return people, tuple(name for name, person in found if person is None)
