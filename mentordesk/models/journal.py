"""The change journal, the exit log and what the file knows of itself: all outside undo."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, MappedAsDataclass, mapped_column

from mentordesk.domain.enums import ChangeKind, ItemKind, Operation
from mentordesk.models.base import Base


class ChangeSet(MappedAsDataclass, Base, kw_only=True, eq=False):
    """One command's worth of changes: one transaction, one undo step.

    Attributes:
        label: what was done, without any text a person wrote.
        reason: why, in the person's words; may be empty.
        who: the person who did it.
        of: the change set that this one takes back or makes again.
        taken_back_by: the change set that took this one back; itself, if typing came to nothing.
    """

    __tablename__ = "change_set"
    __table_args__ = (Index("ix_change_set_at", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    at: Mapped[datetime]
    label: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    who: Mapped[UUID | None] = mapped_column(default=None)
    kind: Mapped[ChangeKind] = mapped_column(default=ChangeKind.DO)
    of: Mapped[int | None] = mapped_column(ForeignKey("change_set.id"), default=None)
    taken_back_by: Mapped[int | None] = mapped_column(default=None)


class Change(MappedAsDataclass, Base, kw_only=True, eq=False):
    """What one change set did to one row.

    ``columns`` maps a column to its value before and after, as the file stores them; an insert
    has none (taking it back records the row as it stands then), a delete has every column.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_item", "item"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    set_id: Mapped[int] = mapped_column(ForeignKey("change_set.id"), index=True)
    position: Mapped[int]
    table_name: Mapped[str]
    item: Mapped[UUID]
    operation: Mapped[Operation]
    columns: Mapped[dict[str, Any]] = mapped_column(JSON)


class Exit(MappedAsDataclass, Base, kw_only=True, eq=False):
    """One line of "What I have sent out": when, what kind, to whom, how many. No text."""

    __tablename__ = "exit"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    at: Mapped[datetime]
    what: Mapped[str]
    audience: Mapped[str]
    relationship_id: Mapped[UUID | None] = mapped_column(default=None)
    item_kind: Mapped[ItemKind | None] = mapped_column(default=None)
    count: Mapped[int]
    stayed: Mapped[int]
    private: Mapped[int] = mapped_column(default=0)


class Meta(MappedAsDataclass, Base, kw_only=True, eq=False):
    """Facts about the file itself, such as the tz database its instants were computed with."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
