"""A change that was written down: what stood there before, what stands there now, and why."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class ColumnChange:
    """One field's value before and after."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, kw_only=True)
class WrittenChange:
    """What one change set did to one row, if it was not taken back.

    Attributes:
        label: what was done, without any text a person wrote.
        reason: why, in the person's words.
        who: the name of whoever did it; empty if that is not known.
        inserted, deleted: whether the row was made or removed.
        title: what a removed row was called, if it had a title.
    """

    change_set: int
    at: datetime
    label: str
    reason: str
    who: str
    table: str
    item: UUID
    columns: tuple[ColumnChange, ...] = ()
    inserted: bool = False
    deleted: bool = False
    title: str = ""
