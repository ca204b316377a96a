"""The schema of this program's files, made from the models."""

from functools import cache

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from mentordesk.models import Base
from mentordesk.store.engine import new_engine
from mentordesk.store.schema_check import Schema, describe

SCHEMA_VERSION = 1


def create_schema(connection: Connection) -> None:
    """Make every table and index, and say which version they are."""
    Base.metadata.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


@cache
def shipped_schema() -> Schema:
    """Return what a file of this version holds, and nothing else."""
    raw = dbapi2.connect(":memory:", isolation_level=None)
    with new_engine(raw).begin() as connection:
        create_schema(connection)
    schema = describe(raw)
    raw.close()
    return schema
