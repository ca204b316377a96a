"""Rows and change sets of a file that nobody has opened yet, as if each had been a command."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from itertools import islice
from random import Random
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite

from mentordesk.domain.enums import ChangeKind, ItemKind, Operation
from mentordesk.models import Base, Change, ChangeSet, Exit, Kept
from mentordesk.models.types import Moment
from mentordesk.store.raw import kept_classes, to_json

Values: TypeAlias = dict[str, Any]

_DIALECT = sqlite.dialect()
_AT_ONCE = 5_000
"""Rows sent in one go; more only costs memory."""


class Book:
    """Everything that a sample holds, kept in memory until it is written at once."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 (the same desk again, not a secret)
        self.rows: dict[type[Kept], dict[UUID, Values]] = {}
        self.exits: list[Values] = []
        self._steps: list[SampleStep] = []

    def new_id(self) -> UUID:
        """Return an id that is the same for the same seed and place."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def step(self, label: str, at: datetime, reason: str = "") -> "SampleStep":
        """Begin one command's worth of changes; ``label`` is that of the real command."""
        step = SampleStep(self, label, at, reason)
        self._steps.append(step)
        return step

    def write(self, connection: Connection, who: UUID) -> dict[ItemKind, int]:
        """Write everything, in an open transaction, and return how many rows of each kind."""
        counts: Counter[ItemKind] = Counter()
        kinds = set(ItemKind)
        for table in Base.metadata.sorted_tables:
            rows = self.rows.get(kept_classes().get(table.name, Kept), {})
            _insert(connection, table, rows.values())
            if table.name in kinds:
                counts[ItemKind(table.name)] = len(rows)
        self._steps.sort(key=_moment)
        _insert(connection, _table(ChangeSet), self._change_sets(who))
        _insert(connection, _table(Change), self._changes())
        _insert(connection, _table(Exit), self.exits)
        return counts

    def _change_sets(self, who: UUID) -> Iterator[Values]:
        for number, step in enumerate(self._steps, 1):
            yield {
                "id": number,
                "at": step.at,
                "label": step.label,
                "reason": step.reason,
                "who": who,
                "kind": ChangeKind.DO,
            }

    def _changes(self) -> Iterator[Values]:
        for number, step in enumerate(self._steps, 1):
            for position, (table, item, operation, columns) in enumerate(step.changes):
                yield {
                    "set_id": number,
                    "position": position,
                    "table_name": table,
                    "item": item,
                    "operation": operation,
                    "columns": columns,
                }


@dataclass(slots=True)
class SampleStep:
    """One command's worth of changes."""

    book: Book
    label: str
    at: datetime
    reason: str
    changes: list[tuple[str, UUID, Operation, Values]] = field(default_factory=list)

    def add(self, kind: type[Kept], item: UUID | None = None, /, **values: object) -> UUID:
        """Add a row; columns that are not named have what a new row of its kind has."""
        item = item or self.book.new_id()
        row = {"id": item, "rev": 1, "changed_at": self.at, **values}
        self.book.rows.setdefault(kind, {})[item] = row
        self.changes.append((kind.__tablename__, item, Operation.INSERT, {}))
        return item

    def change(self, kind: type[Kept], item: UUID, /, **values: object) -> None:
        """Change a row as the store would, with what stood there before.

        Raises:
            ValueError: the row was changed later already, so that undo would not come out even.
        """
        row = self.book.rows[kind][item]
        if row["changed_at"] > self.at:
            raise ValueError(f"told out of order: {self.label} at {self.at}")
        table = _table(kind)
        columns: Values = {}
        for name, value in values.items():
            before = _stored(table, name, row.get(name, _default(table, name)))
            after = _stored(table, name, value)
            if before != after:
                columns[name] = [before, after]
        row.update(values, rev=row["rev"] + 1, changed_at=self.at)
        if kind.sequence_columns & columns.keys():
            row["sequence"] = row.get("sequence", 0) + 1
        self.changes.append((kind.__tablename__, item, Operation.UPDATE, columns))


def _moment(step: SampleStep) -> datetime:
    return step.at


def _insert(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    """Insert rows in portions; columns that a row does not name get their defaults.

    The values are brought into the stored form here: SQLAlchemy takes three times as long for
    the half million rows of a heavy sample.
    """
    compiled = insert(table).compile(dialect=_DIALECT)
    names = list(table.columns.keys())
    columns = [(name, _default(table, name), _binder(table, name)) for name in names]
    left = (_parameters(row, columns) for row in rows)
    while portion := list(islice(left, _AT_ONCE)):
        connection.exec_driver_sql(str(compiled), portion)


def _parameters(row: Values, columns: list[tuple[str, Any, Any]]) -> tuple[object, ...]:
    return tuple(
        [
            bind(value)
            if bind and (value := row.get(name, default)) is not None
            else row.get(name, default)
            for name, default, bind in columns
        ]
    )


def _table(kind: type[Base]) -> Table:
    return Base.metadata.tables[kind.__tablename__]


@cache
def _default(table: Table, name: str) -> Any:  # noqa: ANN401 (any column's value)
    default = table.columns[name].default
    return getattr(default, "arg", None) if default is not None and default.is_scalar else None


def _stored(table: Table, name: str, value: object) -> object:
    """Return a value as the journal keeps it: as the file stores it, as far as JSON can."""
    bind = _binder(table, name)
    return to_json(bind(value) if bind else value)


@cache
def _binder(table: Table, name: str) -> Any:  # noqa: ANN401 (SQLAlchemy's own function or None)
    kind = table.columns[name].type
    bind = kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    # Each moment stands in a change set and in a row; writing it is what takes longest.
    return lru_cache(maxsize=100_000)(bind) if isinstance(kind, Moment) and bind else bind
