"""A desk in which every column of text holds what must never leave, and its twin without it."""

import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import get_type_hints
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Column, Enum, String, Uuid
from sqlalchemy.orm import Session

import mentordesk
from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import ItemKind, Role, Visibility
from mentordesk.domain.goals import ActionDraft, CheckpointDraft, GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.models import Base, Exit, Kept, Meta, Person, Relationship, Shareable
from mentordesk.models.types import ItemId
from mentordesk.services.desk import Desk

SENTINEL = "Sentinel"
ZONE = "Pacific/Chatham"
"""A zone that stands in private rows alone: a made-up one could not be read."""

INNER = frozenset({"figure_bytes", "vtimezone"})
"""What writers share: given a drawn figure, the rules of a zone; unknown outside their package."""

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
_CLOSED = frozenset({"done", "dropped", "closed_on", "archived_on", "quiet_until"})
_GIVEN = {
    "visibility": Visibility.PRIVATE,
    "zone": ZONE,
    "time_zone": ZONE,
    "start_utc": NOW,
    "agenda_sent_at": NOW,
    "start_local": NOW.replace(tzinfo=None),
}
_IDENTITY = frozenset({"id", "rev", "changed_at"})


@dataclass(frozen=True)
class World:
    """The desk, with whom a few things are shared, and what they are."""

    desk: Desk
    plain: Desk
    them: UUID
    person: UUID
    meeting: UUID
    goal: UUID


def is_text(column: Column) -> bool:
    """Return whether a column holds words: any string, save those of a fixed list."""
    return isinstance(column.type, String) and not isinstance(column.type, Enum)


def _shared(desk: Desk) -> dict[str, UUID]:
    """Make one thing of each kind that the other side may see."""
    draft = RelationshipDraft(role=Role.MENTEE)
    them = desk.relationships.add_with_person(PersonDraft(name="Amara Okafor"), draft)
    (person,) = [p.id for p in desk.people.choices() if p.name == "Amara Okafor"]
    meeting = desk.meetings.plan(
        MeetingDraft(relationship=them, day=TODAY, time=time(15), zone="Europe/Berlin")
    )
    goal = desk.goals.add_goal(GoalDraft(title="First paper", due=date(2027, 3, 1)))
    milestone = desk.goals.add_milestone(goal, MilestoneDraft(title="Pilot", due=TODAY))
    # Before it was shared: why, and what it was called then, stays.
    desk.goals.move_milestone(milestone, date(2026, 12, 1), f"{SENTINEL} reason")
    desk.goals.edit_goal(
        goal,
        GoalDraft(title="Early paper", due=date(2027, 3, 1)),
        f"{SENTINEL} reason of the goal",
    )
    desk.goals.share_goal(goal, them)
    item = desk.agenda.add(meeting, AgendaDraft(title="Shared topic"))
    desk.goals.add_action(ActionDraft(title="Shared action", relationship=them), TODAY)
    desk.goals.add_checkpoint(goal, CheckpointDraft(line="Shared word", day=TODAY))
    desk.contacts.log(ContactDraft(relationship=them, day=TODAY, line="Shared talk"), TODAY)
    desk.notes.save_note(meeting, "Shared note")
    return {
        "person": person,
        "relationship": them,
        "meeting": meeting,
        "goal": goal,
        "milestone": milestone,
        "agenda_item": item,
    }


def _value(column: Column, where: dict[str, UUID]) -> object:
    """Return what a private row holds in a column."""
    if column.name in _GIVEN:
        return _GIVEN[column.name]
    if is_text(column):
        return f"{SENTINEL} {column.table.name} {column.name}"
    if isinstance(column.type, ItemId | Uuid):
        return uuid4() if column.name not in where else where[column.name]
    if isinstance(column.type, Enum):
        return column.type.python_type(column.type.enums[0])
    kind = column.type.python_type
    return {bool: False, int: 1, date: TODAY, datetime: NOW}[kind]


def _row(model: type[Kept], parents: dict[str, UUID], only: str = "") -> Kept:
    """Return a private row; ``only`` names the one optional parent that it hangs on."""
    values: dict[str, object] = {}
    for column in model.__table__.columns:
        parent = next(iter(column.foreign_keys), None)
        where = {} if parent is None else {column.name: parents[parent.column.table.name]}
        if column.name in _IDENTITY | _CLOSED or column.name == "is_me":
            continue
        if parent is not None and only and column.nullable and column.name != only:
            continue
        values[column.name] = _value(column, where)
    return model(**values)


def fill(session: Session, parents: dict[str, UUID]) -> None:
    """Add private rows of every kind, hanging on what is shared, by every way there is."""
    own = dict(parents)
    kinds = sorted((m.class_ for m in Base.registry.mappers), key=lambda kind: kind.__name__)
    kept = [kind for kind in kinds if issubclass(kind, Kept)]
    for kind in (Person, Relationship):  # a member of theirs would be no secret to them
        row = _row(kind, parents)
        session.add(row)
        session.flush()
        own[kind.__tablename__] = row.id
    for kind in kept:
        if kind in (Person, Relationship):
            continue
        around = parents if issubclass(kind, Shareable) else own
        optional = [c.name for c in kind.__table__.columns if c.foreign_keys and c.nullable]
        rows = [_row(kind, around), *(_row(kind, around, name) for name in optional)]
        session.add_all(rows)
        if kind.__tablename__ == ItemKind.GOAL:  # shared once, and private again since
            session.flush()
            own["goal"] = rows[0].id
    session.flush()


def _tell(desk: Desk, parents: dict[str, UUID]) -> None:
    """Put the sentinels in: rows, the journal of them, people's own columns, the file's own."""
    with desk.store.changing(f"{SENTINEL} label", reason=f"{SENTINEL} reason") as session:
        fill(session, parents)
        for person in (session.get(Person, parents["person"]), session.get(Person, desk.me)):
            for column in Person.__table__.columns:
                if is_text(column) and column.name not in ("name", "time_zone"):
                    setattr(person, column.name, f"{SENTINEL} {column.name}")
        there = session.get(Relationship, parents["relationship"])
        there.purpose = f"{SENTINEL} purpose"
    with desk.store.noting() as session:
        session.add(Meta(key=f"{SENTINEL} key", value=f"{SENTINEL} value"))


@pytest.fixture(scope="session")
def world_files(
    tmp_path_factory: pytest.TempPathFactory, desk_template: Path
) -> tuple[Path, Path, dict[str, UUID]]:
    """Two files that differ by what only I see."""
    folder = tmp_path_factory.mktemp("world")
    plain, full = folder / "plain.mentordesk", folder / "full.mentordesk"
    shutil.copy(desk_template, plain)
    desk = Desk.open(plain, lambda: NOW)
    parents = _shared(desk)
    desk.close()
    shutil.copy(plain, full)
    desk = Desk.open(full, lambda: NOW)
    _tell(desk, parents)
    desk.close()
    return plain, full, parents


@pytest.fixture
def world(tmp_path: Path, world_files: tuple[Path, Path, dict[str, UUID]]) -> Iterator[World]:
    plain, full, ids = world_files
    desks = []
    for path in (full, plain):
        shutil.copy(path, tmp_path / path.name)
        desks.append(Desk.open(tmp_path / path.name, lambda: NOW))
    full_desk, plain_desk = desks
    them, person = ids["relationship"], ids["person"]
    yield World(full_desk, plain_desk, them, person, ids["meeting"], ids["goal"])
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(world: World) -> Desk:
    """The desk with the sentinels, for the context of the window."""
    return world.desk


@pytest.fixture
def text_columns() -> list[Column]:
    """Every column of text there is, of every table."""
    return [c for table in Base.metadata.sorted_tables for c in table.columns if is_text(c)]


@pytest.fixture
def code_words() -> frozenset[str]:
    """Columns of text that hold words of the program's own."""
    exit_table = Exit.__tablename__
    return frozenset({f"{exit_table}.what", f"{exit_table}.audience", "change.table_name"})


_PACKAGES = ("charts", "exports", "reports")


@pytest.fixture(scope="session")
def writers() -> list[Callable[..., object]]:
    """Every public function that writes: of exports, charts and reports, by what it returns.

    It returns bytes or pieces of them, or stands in the module that makes reports.
    """
    found = []
    for name in _PACKAGES:
        package = importlib.import_module(f"mentordesk.{name}")
        for one in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(one.name)
            public = [f for n, f in inspect.getmembers(module, inspect.isfunction) if n[0] != "_"]
            found += [f for f in public if f.__module__ == one.name and _writes(f)]
    return found


def _writes(function: Callable[..., object]) -> bool:
    gives = get_type_hints(function).get("return")
    pieces = (bytes, Iterator[bytes], Iterable[bytes])
    whole_report = function.__module__ == "mentordesk.reports.report"
    return whole_report or (gives in pieces and function.__name__ not in INNER)


@pytest.fixture(scope="session")
def outsiders() -> dict[str, str]:
    """The sources that could call an inner writer past the gate, by their path."""
    root = Path(mentordesk.__file__).parent
    return {
        str(path.relative_to(root)): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*.py"))
        if path.relative_to(root).parts[0] not in _PACKAGES
    }


@pytest.fixture(scope="session")
def inner() -> frozenset[str]:
    return INNER
