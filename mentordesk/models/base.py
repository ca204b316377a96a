"""The ground all kept rows stand on."""

import enum
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import Enum, MetaData, String, event
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    QueryableAttribute,
    mapped_column,
)

from mentordesk.domain.enums import Visibility
from mentordesk.models.types import ItemId, Moment

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Everything in the file, the journal too."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: ItemId,
        datetime: Moment,
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=False,
            length=20,
            values_callable=lambda members: [member.value for member in members],
        ),
        str: String,
    }


class Kept(MappedAsDataclass, Base, kw_only=True, eq=False):
    """A row that people made: it has a name on every computer and a history in the journal.

    ``rev`` and ``changed_at`` only rise, also when a change is taken back.
    """

    __abstract__ = True
    sequence_columns: ClassVar[frozenset[str]] = frozenset()
    """Columns whose change a calendar must hear of; only meetings have any."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=uuid4)
    rev: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime] = mapped_column(init=False)


class Shareable(MappedAsDataclass, kw_only=True, eq=False):
    """What may be kept private or shown to others."""

    visibility: Mapped[Visibility] = mapped_column(default=Visibility.PRIVATE)


RISING = frozenset({"rev", "changed_at", "sequence"})
"""Columns that never fall back and so are no part of what undo restores."""


@event.listens_for(Kept, "attribute_instrument", propagate=True)
def _keep_before_values(_class: type, _key: str, attribute: QueryableAttribute[Any]) -> None:
    """Load a column's old value before it is overwritten, or the journal would miss it."""
    attribute.impl.active_history = True
