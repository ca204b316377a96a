"""SQLAlchemy over the one driver connection."""

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

BEGIN = "begin"
"""Where a connection carries the statement that begins its next transaction."""


def new_engine(raw: sqlcipher3.dbapi2.Connection) -> Engine:
    """Wrap a driver connection; parameters never reach an error message or a log."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw,
        module=sqlcipher3.dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin in words: the driver has no transactions of its own here."""
    connection.exec_driver_sql(connection.info.get(BEGIN, "BEGIN"))
