"""SQLAlchemy over the one driver connection."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from mentordesk.store.failures import DRIVER_ERRORS, explain

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
    event.listen(engine, "handle_error", _keep_connection)
    return engine


@contextmanager
def explained() -> Iterator[None]:
    """Raise what the driver has against the file, the disk or the memory, in words.

    Raises:
        KnownError: in place of the driver's or SQLAlchemy's error; a bug stays what it is.
    """
    try:
        yield
    except (DBAPIError, *DRIVER_ERRORS) as error:
        known = explain(error)
        if known is None:
            raise
        raise known from error


def _begin(connection: Connection) -> None:
    """Begin in words: the driver has no transactions of its own here."""
    connection.exec_driver_sql(connection.info.get(BEGIN, "BEGIN"))


def _keep_connection(context: ExceptionContext) -> None:
    """Keep the one connection through any error: at Ctrl+C SQLAlchemy would close it for good."""
    context.is_disconnect = False
