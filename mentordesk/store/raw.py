"""Rows as the file stores them, for the journal and for replaying it."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, TableClause, column, select, table
from sqlalchemy.orm import Mapper

from mentordesk.models import Base, Kept


@cache
def raw_table(name: str) -> TableClause:
    """Return a table whose columns have no types, so that values pass as they are stored."""
    return table(name, *(column(c.name) for c in Base.metadata.tables[name].columns))


@cache
def kept_classes() -> dict[str, type[Kept]]:
    """Return the mapped class of each table that the journal covers, by the tables' names."""
    mappers: list[Mapper[Any]] = list(Base.registry.mappers)
    found = {m.class_.__tablename__: m.class_ for m in mappers if issubclass(m.class_, Kept)}
    return dict(sorted(found.items()))


def read_row(connection: Connection, name: str, item: UUID) -> dict[str, Any] | None:
    """Return one stored row by column name, or None where there is none."""
    raw = raw_table(name)
    found = connection.execute(select(raw).where(raw.c.id == item.bytes)).mappings().first()
    return None if found is None else dict(found)


def to_json(value: object) -> object:
    """Return a stored value as JSON can hold it: bytes as ``{"hex": ...}``."""
    return {"hex": bytes(value).hex()} if isinstance(value, bytes | memoryview) else value


def from_json(value: object) -> object:
    """Return the stored value that ``to_json`` was given."""
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
