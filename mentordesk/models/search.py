"""The full-text index over what people wrote; derived from the other rows, outside undo."""

from uuid import UUID

from sqlalchemy import DDL, event
from sqlalchemy.orm import Mapped, MappedAsDataclass, mapped_column

from mentordesk.domain.enums import ItemKind
from mentordesk.models.base import Base

SEARCH_TABLE = (
    (
        "CREATE VIRTUAL TABLE search_text USING fts5"
        "(title, body, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    ),
    # Words that were deleted must not linger in the index (https://sqlite.org/fts5.html, 6.10).
    "INSERT INTO search_text(search_text, rank) VALUES('secure-delete', 1)",
)
"""The words themselves, by the id of their entry; SQLAlchemy knows no such tables."""


class SearchEntry(MappedAsDataclass, Base, kw_only=True, eq=False):
    """Which row the words in ``search_text`` with the same id belong to.

    The ids of one kind lie together, later rows higher: a range of ids is a kind, and from its
    end come the newest first.
    """

    __tablename__ = "search_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ItemKind]
    item: Mapped[UUID] = mapped_column(index=True)


for _statement in SEARCH_TABLE:
    _made = DDL(_statement)  # type: ignore[no-untyped-call]
    event.listen(Base.metadata.tables["search_entry"], "after_create", _made)
