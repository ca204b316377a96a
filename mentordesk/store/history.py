"""Write change sets to the journal, find what can be taken back, and replay it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)

from mentordesk.domain.enums import ChangeKind, Operation
from mentordesk.domain.messages import Step
from mentordesk.models import Change, ChangeSet, Meta
from mentordesk.models.types import utc_text
from mentordesk.store.journal import RowChange, whole_row
from mentordesk.store.raw import from_json, kept_classes, raw_table, read_row, to_json

UNDO_FLOOR = "undo_floor"
"""The fact about the file that no change set up to this one can be taken back."""


_INSERT_SET = (
    'INSERT INTO change_set (at, label, reason, who, kind, "of") VALUES (?, ?, ?, ?, ?, ?)'
)
_INSERT_CHANGE = (
    "INSERT INTO change (set_id, position, table_name, item, operation, columns) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
"""Every save goes through these two: SQLAlchemy's own way to them takes as long as the commit."""


def write_set(connection: Connection, change_set: dict[str, Any]) -> int:
    """Write the head of a change set and return its id."""
    who: UUID | None = change_set["who"]
    stored = (
        utc_text(change_set["at"]),
        change_set["label"],
        change_set["reason"],
        None if who is None else who.bytes,
        change_set["kind"].value,
        change_set.get("of"),
    )
    return int(connection.exec_driver_sql(_INSERT_SET, stored).lastrowid)


def write_changes(connection: Connection, set_id: int, changes: Sequence[RowChange]) -> None:
    """Write the rows of a change set."""
    rows = [
        (
            set_id,
            position,
            change.table,
            change.item.bytes,
            change.operation.value,
            json.dumps(change.columns),
        )
        for position, change in enumerate(changes)
    ]
    if rows:
        connection.exec_driver_sql(_INSERT_CHANGE, rows)


def rewrite_set(
    connection: Connection, set_id: int, changes: Sequence[RowChange], now: datetime
) -> None:
    """Let an open change set come to these changes as of now.

    One that comes to nothing takes itself back: its head stays, so that no other change set ever
    gets the id that a message has named.
    """
    connection.execute(delete(Change).where(Change.set_id == set_id))
    write_changes(connection, set_id, changes)
    head: dict[str, Any] = {"at": now} if changes else {"taken_back_by": set_id}
    connection.execute(update(ChangeSet).where(ChangeSet.id == set_id).values(head))


def read_changes(connection: Connection, set_id: int) -> list[RowChange]:
    """Return the rows of a change set in order."""
    wanted = select(Change.table_name, Change.item, Change.operation, Change.columns)
    rows = connection.execute(wanted.where(Change.set_id == set_id).order_by(Change.position))
    return [RowChange(*row) for row in rows]


def next_undo(connection: Connection) -> Step | None:
    """Return the newest change set that stands and can be taken back."""
    standing = _steps().where(
        ChangeSet.kind.in_((ChangeKind.DO, ChangeKind.REDO)), ChangeSet.id > _floor()
    )
    return _first(connection, standing)


def next_redo(connection: Connection) -> Step | None:
    """Return the newest undo that nothing new has been done since."""
    newest_do = select(func.coalesce(func.max(ChangeSet.id), 0)).where(
        ChangeSet.kind == ChangeKind.DO
    )
    undone = _steps().where(
        ChangeSet.kind == ChangeKind.UNDO,
        ChangeSet.id > newest_do.scalar_subquery(),
        ChangeSet.id > _floor(),
    )
    return _first(connection, undone)


def raise_undo_floor(connection: Connection) -> None:
    """Let nothing done so far be taken back: after a migration, a restore or an erase."""
    newest = connection.scalar(select(func.coalesce(func.max(ChangeSet.id), 0)))
    connection.execute(delete(Meta).where(Meta.key == UNDO_FLOOR))
    connection.execute(insert(Meta).values(key=UNDO_FLOOR, value=str(newest)))


def take_back(
    connection: Connection, step: Step, kind: ChangeKind, now: datetime, who: UUID | None
) -> tuple[int, list[RowChange]]:
    """Apply the inverse of a change set, journal it as a set of its own, and link the two."""
    applied = [
        _apply_inverse(connection, change, now)
        for change in reversed(read_changes(connection, step.id))
    ]
    head = {"at": now, "label": step.label, "reason": step.reason, "who": who}
    set_id = write_set(connection, head | {"kind": kind, "of": step.id})
    write_changes(connection, set_id, applied)
    connection.execute(
        update(ChangeSet).where(ChangeSet.id == step.id).values(taken_back_by=set_id)
    )
    return set_id, applied


def _steps() -> Select[int, str, str]:
    steps = select(ChangeSet.id, ChangeSet.label, ChangeSet.reason)
    return steps.where(ChangeSet.taken_back_by.is_(None)).order_by(ChangeSet.id.desc()).limit(1)


def _floor() -> ColumnElement[int]:
    value = select(cast(Meta.value, Integer)).where(Meta.key == UNDO_FLOOR)
    return func.coalesce(value.scalar_subquery(), 0)


def _first(connection: Connection, steps: Select[int, str, str]) -> Step | None:
    found = connection.execute(steps).first()
    return None if found is None else Step(*found)


def _apply_inverse(connection: Connection, change: RowChange, now: datetime) -> RowChange:
    if change.operation is Operation.INSERT:
        gone = whole_row(connection, change.table, change.item)
        raw = raw_table(change.table)
        connection.execute(delete(raw).where(raw.c.id == change.item.bytes))
        return gone
    if change.operation is Operation.DELETE:
        row = {name: from_json(before) for name, (before, _) in change.columns.items()}
        row |= _risen(change.table, row, row.keys(), now)
        connection.execute(insert(raw_table(change.table)).values(row))
        return RowChange(change.table, change.item, Operation.INSERT, {})
    return _restore_columns(connection, change, now)


def _restore_columns(connection: Connection, change: RowChange, now: datetime) -> RowChange:
    row = read_row(connection, change.table, change.item) or {}
    before = {name: from_json(pair[0]) for name, pair in change.columns.items()}
    columns = {name: [to_json(row[name]), to_json(value)] for name, value in before.items()}
    risen = _risen(change.table, row, before.keys(), now)
    raw = raw_table(change.table)
    connection.execute(update(raw).where(raw.c.id == change.item.bytes).values(before | risen))
    return RowChange(change.table, change.item, Operation.UPDATE, columns)


def _risen(
    table: str, row: Mapping[str, Any], changed: Iterable[str], now: datetime
) -> dict[str, Any]:
    """Return the values of a row that never fall back, a step higher."""
    risen = {"rev": row["rev"] + 1, "changed_at": utc_text(now)}
    if kept_classes()[table].sequence_columns.intersection(changed):
        risen["sequence"] = row["sequence"] + 1
    return risen
