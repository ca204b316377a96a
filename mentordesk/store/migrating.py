"""Bring a file from an older version to a newer one, wholly or not at all."""

from collections.abc import Callable, Mapping
from contextlib import closing
from importlib import import_module

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from mentordesk.domain.errors import FileError
from mentordesk.store.engine import BEGIN, new_engine
from mentordesk.store.history import raise_undo_floor
from mentordesk.store.opening import user_version
from mentordesk.store.schema_check import Schema, describe

Upgrade = Callable[[Operations], None]

LOST = (
    "This file could not be brought up to date without losing something, so it was left as it "
    "was. Keep it, and tell us which version of MentorDesk wrote it."
)


def shipped_steps(target: int) -> dict[int, Upgrade]:
    """Return the upgrades that lead to each version up to the target."""
    package = "mentordesk.store.migrations"
    numbers = range(1, target + 1)
    return {n: import_module(f"{package}.v{n:04d}").upgrade for n in numbers}


def schema_after(steps: Mapping[int, Upgrade], version: int) -> Schema:
    """Return what a file of an older version holds: what the steps up to there make."""
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as raw:
        migrate(raw, {number: step for number, step in steps.items() if number <= version})
        return describe(raw)


def migrate(raw: dbapi2.Connection, steps: Mapping[int, Upgrade]) -> None:
    """Take an open file through every step above its own version, in one transaction.

    Foreign keys are off meanwhile: with them on, rebuilding a table would drop its children.
    What was done before a migration can't be undone after it.

    Raises:
        FileError: a step would have lost or broken rows; the file is as it was.
    """
    present = user_version(raw)
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with new_engine(raw).connect() as connection:
            connection.info[BEGIN] = "BEGIN EXCLUSIVE"
            with connection.begin():
                for number in sorted(n for n in steps if n > present):
                    _take_step(connection, number, steps[number])
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _take_step(connection: Connection, number: int, upgrade: Upgrade) -> None:
    before = _row_counts(connection)
    upgrade(Operations(MigrationContext.configure(connection)))
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    after = _row_counts(connection)
    if broken is not None or any(after.get(table, 0) < n for table, n in before.items()):
        raise FileError(LOST)
    if before:
        raise_undo_floor(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={number}")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for (name,) in names
    }
