"""How values lie in the file: readable, sortable, the same on every computer."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, LargeBinary, String
from sqlalchemy.types import TypeDecorator
from typing_extensions import override


class ItemId(TypeDecorator[UUID]):
    """A UUID in 16 bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    @override
    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        """Return the 16 bytes to store."""
        return None if value is None else value.bytes

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Return the UUID that was stored."""
        return None if value is None else UUID(bytes=value)


class Moment(TypeDecorator[datetime]):
    """An instant, stored as UTC text to the second: ``2026-11-24T13:05:00Z``."""

    impl = String(20)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text to store; the value must know its zone."""
        return None if value is None else utc_text(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the aware UTC datetime that was stored."""
        return None if value is None else datetime.fromisoformat(value)


def utc_text(moment: datetime) -> str:
    """Return an aware moment as the file stores it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Local(TypeDecorator[datetime]):
    """What the clock on the wall shows, to the minute, without a zone: ``2026-11-26T15:00``."""

    impl = String(16)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text to store."""
        return None if value is None else value.strftime("%Y-%m-%dT%H:%M")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the naive datetime that was stored."""
        return None if value is None else datetime.fromisoformat(value)
