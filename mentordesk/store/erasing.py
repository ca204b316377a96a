"""Erase rows for good: with all that hangs on them, from the tables, the journal and the search."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, String

from mentordesk.domain.enums import Operation
from mentordesk.models import Base
from mentordesk.store.history import raise_undo_floor
from mentordesk.store.journal import RowChange
from mentordesk.store.raw import from_json, kept_classes
from mentordesk.store.search_index import keep_true

_TOGETHER = frozenset(
    {
        ("action", "relationship_id"),
        ("action", "meeting_id"),
        ("action", "goal_id"),
        ("goal", "owner_id"),
        ("goal", "relationship_id"),
        ("note", "meeting_id"),
        ("note", "agenda_item_id"),
        ("note", "person_id"),
        ("note", "goal_id"),
    }
)
"""Columns that may be empty, whose rows yet go with what they point to. Others lose the pointer."""

_NOT_WRITTEN = frozenset({"zone", "time_zone", "uid", "key"})
"""Text that nobody wrote."""

_AT_ONCE = 500

Doomed = Mapping[str, frozenset[bytes]]
"""The ids of rows by table; those too that were deleted and live in the journal alone."""


@dataclass(frozen=True)
class Pointer:
    """A column that points to another table."""

    table: str
    column: str
    target: str
    goes_along: bool


@dataclass
class _Gathering:
    """What is known so far of what goes."""

    found: dict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    fresh: list[tuple[str, set[bytes]]] = field(default_factory=list)

    def add(self, table: str, ids: Iterable[bytes]) -> None:
        """Take in rows, to be followed further if they are new."""
        new = set(ids) - self.found[table]
        if new:
            self.found[table] |= new
            self.fresh.append((table, new))


def pointers() -> list[Pointer]:
    """Return every column of a kept row that points to another one."""
    return [
        Pointer(
            name,
            key.parent.name,
            key.column.table.name,
            not key.parent.nullable or (name, key.parent.name) in _TOGETHER,
        )
        for name in kept_classes()
        for key in sorted(Base.metadata.tables[name].foreign_keys, key=lambda k: k.parent.name)
    ]


def gather(connection: Connection, table: str, item: UUID) -> Doomed:
    """Return all rows that go with one, the one itself among them.

    People go with their last relationship, and a relationship with the last of its people.
    """
    going = _Gathering()
    ghosts = _ghosts(connection)
    going.add(table, [item.bytes])
    while going.fresh:
        name, ids = going.fresh.pop()
        for pointer in pointers():
            if pointer.target == name and pointer.goes_along:
                going.add(pointer.table, _pointing(connection, pointer, ids))
                going.add(pointer.table, _ghosts_pointing(ghosts, pointer, ids))
        going.add("share", _shares_of(connection, ids))
        if not going.fresh:
            going.add("person", _lonely(connection, going.found["member"], "person_id"))
            going.add("relationship", _lonely(connection, going.found["member"], "relationship_id"))
    return {name: frozenset(ids) for name, ids in sorted(going.found.items()) if ids}


def present(connection: Connection, doomed: Doomed) -> dict[str, int]:
    """Return how many of the doomed rows are still there, by table."""
    counts = {
        table: sum(len(_select(connection, table, "id", part)) for part in _parts(ids))
        for table, ids in doomed.items()
    }
    return {table: count for table, count in counts.items() if count}


def words_of(connection: Connection, doomed: Doomed) -> set[str]:
    """Return every text in the doomed rows, to search the file for afterwards."""
    words = set()
    for table, ids in doomed.items():
        columns = ", ".join(text_columns(table))
        if not columns:
            continue
        for part in _parts(ids):
            marks = ", ".join("?" * len(part))
            rows = connection.exec_driver_sql(
                f"SELECT {columns} FROM {table} WHERE id IN ({marks})",  # noqa: S608
                tuple(part),
            )
            words |= {value for row in rows for value in row if value}
    return words


def text_columns(table: str) -> list[str]:
    """Return the columns of a table that hold what a person wrote."""
    columns = Base.metadata.tables[table].columns
    return [c.name for c in columns if type(c.type) is String and c.name not in _NOT_WRITTEN]


def erase(connection: Connection, doomed: Doomed) -> None:
    """Take the rows out of the tables, the journal and the search, in an open transaction."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    _loosen(connection, doomed)
    _empty_reasons(connection, doomed)
    gone: list[RowChange] = []
    for table, ids in doomed.items():
        _delete(connection, table, "id", ids)
        _delete(connection, "change", "item", ids)
        gone += [RowChange(table, UUID(bytes=item), Operation.DELETE, {}) for item in ids]
    keep_true(connection, gone)
    connection.exec_driver_sql("INSERT INTO search_text(search_text) VALUES('optimize')")
    raise_undo_floor(connection)


def _loosen(connection: Connection, doomed: Doomed) -> None:
    """Take away pointers to doomed rows, from other rows and from what the journal says of them."""
    for pointer in pointers():
        if pointer.goes_along or pointer.target not in doomed:
            continue
        loose: set[bytes] = set()
        for part in _parts(doomed[pointer.target]):
            loose |= _select(connection, pointer.table, pointer.column, part)
        for item in loose - doomed.get(pointer.table, frozenset()):
            connection.exec_driver_sql(
                f"UPDATE {pointer.table} SET {pointer.column} = NULL WHERE id = ?",  # noqa: S608
                (item,),
            )
            _forget_column(connection, item, pointer.column)


def _forget_column(connection: Connection, item: bytes, column: str) -> None:
    rows = connection.exec_driver_sql(
        "SELECT id, columns FROM change WHERE item = ? AND operation = 'update'", (item,)
    ).all()
    for number, text in rows:
        columns = json.loads(text)
        if columns.pop(column, None) is not None:
            connection.exec_driver_sql(
                "UPDATE change SET columns = ? WHERE id = ?", (json.dumps(columns), number)
            )


def _empty_reasons(connection: Connection, doomed: Doomed) -> None:
    """Take away why something was changed, wherever a doomed row was changed: they are words."""
    for ids in doomed.values():
        for part in _parts(ids):
            marks = ", ".join("?" * len(part))
            told = f"SELECT set_id FROM change WHERE item IN ({marks})"  # noqa: S608
            connection.exec_driver_sql(
                f"UPDATE change_set SET reason = '' WHERE id IN ({told})",  # noqa: S608
                tuple(part),
            )


def _ghosts(connection: Connection) -> list[tuple[str, bytes, dict[str, Any]]]:
    """Return the rows that live in the journal alone: table, id, and columns before."""
    rows = connection.exec_driver_sql(
        "SELECT table_name, item, columns FROM change WHERE operation = 'delete'"
    )
    return [
        (table, bytes(item), {name: pair[0] for name, pair in json.loads(text).items()})
        for table, item, text in rows
    ]


def _ghosts_pointing(
    ghosts: list[tuple[str, bytes, dict[str, Any]]], pointer: Pointer, ids: set[bytes]
) -> set[bytes]:
    return {
        item
        for table, item, columns in ghosts
        if table == pointer.table and from_json(columns.get(pointer.column)) in ids
    }


def _pointing(connection: Connection, pointer: Pointer, ids: set[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for part in _parts(ids):
        found |= _select(connection, pointer.table, pointer.column, part)
    return found


def _shares_of(connection: Connection, ids: set[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for part in _parts(ids):
        found |= _select(connection, "share", "item_id", part)
    return found


def _lonely(connection: Connection, going: set[bytes], column: str) -> set[bytes]:
    """Return the people, or relationships, all of whose memberships go; never myself."""
    members = connection.exec_driver_sql(
        f"SELECT {column}, id FROM member "  # noqa: S608
        "WHERE person_id NOT IN (SELECT id FROM person WHERE is_me)"
    ).all()
    touched = {bytes(one) for one, member in members if bytes(member) in going}
    return touched - {bytes(one) for one, member in members if bytes(member) not in going}


def _select(connection: Connection, table: str, column: str, part: list[bytes]) -> set[bytes]:
    marks = ", ".join("?" * len(part))
    rows = connection.exec_driver_sql(
        f"SELECT id FROM {table} WHERE {column} IN ({marks})",  # noqa: S608
        tuple(part),
    )
    return {bytes(item) for (item,) in rows}


def _delete(connection: Connection, table: str, column: str, ids: Iterable[bytes]) -> None:
    for part in _parts(ids):
        marks = ", ".join("?" * len(part))
        connection.exec_driver_sql(
            f"DELETE FROM {table} WHERE {column} IN ({marks})",  # noqa: S608
            tuple(part),
        )


def _parts(ids: Iterable[bytes]) -> Iterable[list[bytes]]:
    ordered = sorted(ids)
    return (ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE))
