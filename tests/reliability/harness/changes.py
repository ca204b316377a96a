"""A story of changes whose every state is known beforehand, and what a file holds of it."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from mentordesk.domain.goals import GoalDraft, MilestoneDraft
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.store.key import Key
from mentordesk.store.raw import kept_classes

FIXED_KEY = Key(bytes(range(32)))
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
WORDS = "What I would tell nobody else, and why it matters to me. "
_IDS = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def clock() -> datetime:
    """Stand still: states must be comparable."""
    return NOW


def key_of(kind: str) -> Key | None:
    return FIXED_KEY if kind == "encrypted" else None


def begin(path: Path, key: Key | None) -> None:
    """Make the file in which the story begins, with some pages in it."""
    desk = Desk.create(path, clock, key=key)
    desk.people.begin(PersonDraft(name="Maya", time_zone="Europe/Berlin"))
    desk.close()


def count(desk: Desk) -> int:
    """Return how many changes of the story a file holds; its beginning is not counted."""
    return desk.store.raw.execute("SELECT count(*) FROM change_set").fetchone()[0] - 1


def next_change(desk: Desk, number: int, ahead: Callable[[], None] = lambda: None) -> None:
    """Make one change, through the services, as the window does."""
    ahead()
    goals, round_ = desk.goals, number // 5
    if number % 5 == 0:
        goals.add_goal(GoalDraft(title=f"Goal {round_}", reason=WORDS * (1 + number % 30)))
        return
    goal = _goal(desk, round_)
    if number % 5 == 1:
        goals.add_milestone(goal, MilestoneDraft(title=f"Step of {round_}"))
    elif number % 5 == 2:
        goals.edit_goal(goal, GoalDraft(title=f"Goal {round_}", measure=WORDS * 30))
    elif number % 5 == 3:
        desk.undo()
    else:
        desk.people.add(PersonDraft(name=f"Person {round_}", remember=WORDS * 5))


def _goal(desk: Desk, round_: int) -> UUID:
    row = desk.store.raw.execute("SELECT id FROM goal WHERE title=?", (f"Goal {round_}",))
    return UUID(bytes=row.fetchone()[0])


def digest(desk: Desk) -> str:
    """Return one number for all rows that a file holds, journal and search included."""
    tables = [*sorted(kept_classes()), "change_set", "change", "search_entry", "search_text"]
    held = {}
    for table in tables:
        rows = desk.store.raw.execute(f"SELECT * FROM {table}").fetchall()
        held[table] = sorted(json.dumps([_plain(value) for value in row]) for row in rows)
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()


def _plain(value: object) -> object:
    """Return a value without what differs each time: ids, and the numbers of change sets."""
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, str):
        return _IDS.sub("id", value)
    return value


def rows(raw) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, to compare two files row for row."""
    names = raw.execute(
        "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: sorted(raw.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
        for (name,) in names
    }


def rehearse(path: Path, key: Key | None, changes: int) -> list[str]:
    """Return what a file holds after each number of changes when nothing goes wrong."""
    begin(path, key)
    desk = Desk.open(path, clock, key=key)
    states = [digest(desk)]
    for number in range(changes):
        next_change(desk, number)
        states.append(digest(desk))
    desk.close()
    return states
