"""Record what one unit of work does to every row, from the mapper's own events.

Events see what cascades and orphan removal do as well; values are kept as the file stores them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, event
from sqlalchemy import inspect as inspect_instance
from sqlalchemy.orm import Mapper, object_session

from mentordesk.domain.enums import Operation
from mentordesk.models import RISING, Kept, Meeting
from mentordesk.store.raw import read_row, to_json

Columns: TypeAlias = dict[str, list[Any]]
"""A column's name to its value before and after, both as JSON can hold them."""

RECORDER = "recorder"
"""Where a session carries its recorder."""

NOTING = "noting"
"""Where a session says that it keeps no journal and may only write derived values."""

DERIVED = {"meeting": frozenset({"start_utc"})}
"""Columns that are computed from others of their row, by table."""


@dataclass(frozen=True)
class RowChange:
    """What happened to one row in one change set."""

    table: str
    item: UUID
    operation: Operation
    columns: Columns


class Recorder:
    """Gathers the changes of one unit of work; several flushes to one row become one change."""

    def __init__(self, now: datetime, earlier: Iterable[RowChange] = ()) -> None:
        self.now = now
        self.touched: list[RowChange] = []
        """What this unit of work alone did, in order and not joined."""
        self._changes = {(change.table, change.item): change for change in earlier}

    def add(self, change: RowChange) -> None:
        """Take in one change, joined with what the row went through before."""
        self.touched.append(change)
        key = (change.table, change.item)
        first = self._changes.pop(key, None)
        joined = change if first is None else join(first, change)
        if joined is not None:
            self._changes[key] = joined

    @property
    def changes(self) -> list[RowChange]:
        """The changes in the order in which the rows were last touched."""
        return list(self._changes.values())


def join(first: RowChange, then: RowChange) -> RowChange | None:
    """Return what two changes of one row come to, or None where nothing is left."""
    if first.operation is Operation.DELETE:
        raise TypeError("A deleted row is not made again in the same change")
    if first.operation is Operation.INSERT:
        return None if then.operation is Operation.DELETE else first
    before = {name: pair[0] for name, pair in first.columns.items()}
    columns = first.columns | {
        name: [before.get(name, was), now] for name, (was, now) in then.columns.items()
    }
    if then.operation is Operation.UPDATE:
        columns = {name: pair for name, pair in columns.items() if pair[0] != pair[1]}
        if not columns:
            return None
    return RowChange(then.table, then.item, then.operation, columns)


def whole_row(connection: Connection, table: str, item: UUID) -> RowChange:
    """Return the change that deleting a stored row is, with every column."""
    row = read_row(connection, table, item) or {}
    columns = {name: [to_json(value), None] for name, value in row.items()}
    return RowChange(table, item, Operation.DELETE, columns)


@event.listens_for(Kept, "before_insert", propagate=True)
def _before_insert(_mapper: Mapper[Any], _connection: Connection, target: Kept) -> None:
    target.changed_at = _recorder(target).now


@event.listens_for(Kept, "before_update", propagate=True)
def _before_update(mapper: Mapper[Any], _connection: Connection, target: Kept) -> None:
    changed = _changed(mapper, target)
    if not changed or _only_derived(target, changed):
        return
    target.rev += 1
    target.changed_at = _recorder(target).now
    if isinstance(target, Meeting) and target.sequence_columns & changed.keys():
        target.sequence += 1


@event.listens_for(Kept, "after_insert", propagate=True)
def _after_insert(_mapper: Mapper[Any], _connection: Connection, target: Kept) -> None:
    change = RowChange(target.__tablename__, target.id, Operation.INSERT, {})
    _recorder(target).add(change)


@event.listens_for(Kept, "after_update", propagate=True)
def _after_update(mapper: Mapper[Any], connection: Connection, target: Kept) -> None:
    changed = _changed(mapper, target)
    if _only_derived(target, changed):
        return
    columns: Columns = {}
    for name, pair in changed.items():
        kind = mapper.columns[name].type.dialect_impl(connection.dialect)
        bind = kind.bind_processor(connection.dialect)
        was, now = (to_json(bind(value) if bind else value) for value in pair)
        if was != now:
            columns[name] = [was, now]
    if columns:
        change = RowChange(target.__tablename__, target.id, Operation.UPDATE, columns)
        _recorder(target).add(change)


@event.listens_for(Kept, "before_delete", propagate=True)
def _before_delete(_mapper: Mapper[Any], connection: Connection, target: Kept) -> None:
    _recorder(target).add(whole_row(connection, target.__tablename__, target.id))


def _recorder(target: Kept) -> Recorder:
    session = object_session(target)
    recorder = session.info.get(RECORDER) if session is not None else None
    if not isinstance(recorder, Recorder):
        raise TypeError("Rows change only inside store.changing()")
    return recorder


def _only_derived(target: Kept, changed: Mapping[str, object]) -> bool:
    session = object_session(target)
    noting = session is not None and session.info.get(NOTING, False)
    return noting and changed.keys() <= DERIVED.get(target.__tablename__, frozenset())


def _changed(mapper: Mapper[Any], target: Kept) -> dict[str, tuple[Any, Any]]:
    """Return the columns that a flush writes, with their values before and after in Python."""
    state = inspect_instance(target)
    changed = {}
    for attribute in mapper.column_attrs:
        history = state.attrs[attribute.key].history
        if history.has_changes() and attribute.key not in RISING:
            before = history.deleted[0] if history.deleted else None
            after = history.added[0] if history.added else None
            changed[attribute.key] = (before, after)
    return changed
