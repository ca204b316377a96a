"""The schema of this program's files, made from the models."""

from collections.abc import Callable
from functools import cache

from sqlalchemy import Connection, Index
from sqlalchemy.util import OrderedSet
from sqlcipher3 import dbapi2

from mentordesk.domain.errors import FileError
from mentordesk.models import Base
from mentordesk.store.engine import new_engine
from mentordesk.store.opening import user_version
from mentordesk.store.schema_check import Schema, check_schema, describe

SCHEMA_VERSION = 2


def create_schema(connection: Connection) -> None:
    """Make every table and index, and say which version they are."""
    for table in Base.metadata.tables.values():
        table.indexes = OrderedSet(sorted(table.indexes, key=_plain_first))
    Base.metadata.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def _plain_first(index: Index) -> tuple[bool, str]:
    """Order indexes alike in every file: of two that serve alike, SQLite takes the later made.

    A partial one holds fewer rows, so it comes last. SQLAlchemy keeps them in no order.
    """
    return index.dialect_options["sqlite"]["where"] is not None, str(index.name)


@cache
def shipped_schema() -> Schema:
    """Return what a file of this version holds, and nothing else."""
    raw = dbapi2.connect(":memory:", isolation_level=None)
    with new_engine(raw).begin() as connection:
        create_schema(connection)
    schema = describe(raw)
    raw.close()
    return schema


def bring_up_to_date(
    raw: dbapi2.Connection, *, read_only: bool, before: Callable[[], object]
) -> None:
    """Check that an open file holds the schema of its version, and bring it to this program's.

    Args:
        raw: the open file.
        read_only: change nothing.
        before: makes a verified backup of a file that is about to be changed.

    Raises:
        FileError: it holds something else, or is older and can't be changed.
    """
    if user_version(raw) != SCHEMA_VERSION:
        if read_only:
            raise FileError(
                "An older MentorDesk wrote this file. "
                "Open it in a window once to bring it up to date."
            )
        # Alembic: only when needed
        from mentordesk.store.migrating import migrate, schema_after, shipped_steps

        steps = shipped_steps(SCHEMA_VERSION)
        check_schema(raw, schema_after(steps, user_version(raw)))  # no foreign trigger runs in them
        before()
        migrate(raw, steps)
    check_schema(raw, shipped_schema())
