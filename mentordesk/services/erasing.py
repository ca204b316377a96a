"""Erase a note, a goal, a person or a relationship for good, and see that its words are gone."""

import json
import mmap
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from mentordesk.domain.backups import BackupRow
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.text import fold
from mentordesk.models import Base, Note
from mentordesk.services.backups import Backups, list_backups
from mentordesk.services.base import Service
from mentordesk.store.erasing import erase, gather, present, text_columns, words_of

ERASABLE = (ItemKind.NOTE, ItemKind.GOAL, ItemKind.PERSON, ItemKind.RELATIONSHIP)

_SHORTEST = 12
"""Letters: shorter words may rightly stand elsewhere in the file."""


@dataclass(frozen=True)
class ErasePreview:
    """What goes with an item.

    Attributes:
        counts: items by kind, the item itself among them.
        others: further rows, such as who an item was shared with.
        backups: backups that may hold it; erasing leaves them alone unless asked.
    """

    counts: dict[ItemKind, int]
    others: int
    backups: tuple[BackupRow, ...]


@dataclass(frozen=True)
class Erased:
    """What came of it.

    Attributes:
        verified: none of the words is left in the file; None where it is encrypted, for nobody
            could find them there anyway.
        backups: how many backups were deleted with it.
    """

    verified: bool | None
    backups: int


class Erasing(Service):
    """Use cases of "Erase for good"."""

    def note_of(self, meeting: UUID) -> UUID | None:
        """Return the note to a meeting, if there is one."""
        with self._store.reading() as session:
            return session.scalar(select(Note.id).where(Note.meeting_id == meeting).limit(1))

    def preview(self, kind: ItemKind, item: UUID) -> ErasePreview:
        """Return what goes with an item.

        Raises:
            NotFoundError: it is not there.
            DraftError: it is myself.
        """
        self._check(kind, item)
        with self._store.reading() as session:
            connection = session.connection()
            there = present(connection, gather(connection, kind.value, item))
        if not there.get(kind.value):
            raise NotFoundError("This is not there any more.")
        counts = {one: there[one.value] for one in ItemKind if one.value in there}
        others = sum(there.values()) - sum(counts.values())
        return ErasePreview(counts, others, tuple(list_backups(self._store.path)))

    def erase(self, kind: ItemKind, item: UUID, *, with_backups: bool = False) -> Erased:
        """Erase an item with all that hangs on it, from the file, its journal and its search.

        Nothing that was done before can be undone afterwards.

        Args:
            kind: one of ``ERASABLE``.
            item: its id.
            with_backups: also delete the backups that are there.

        Raises:
            DraftError: it is myself.
            KnownError: the file can't be written. Nothing was changed.
        """
        self._check(kind, item)
        with self._store.erasing("Erase for good") as connection:
            doomed = gather(connection, kind.value, item)
            words = words_of(connection, doomed)
            erase(connection, doomed)
        deleted = self._delete_backups() if with_backups else 0
        return Erased(self._verified(words), deleted)

    def _check(self, kind: ItemKind, item: UUID) -> None:
        if kind not in ERASABLE:
            raise ValueError(f"{kind} is not erased by itself")
        if item == self._store.who:
            raise DraftError(
                {"": "This file is yours: to erase yourself, delete the file and its backups."}
            )

    def _delete_backups(self) -> int:
        backups = Backups(self._store)
        rows = backups.rows()
        for row in rows:
            backups.remove(row)
        return len(rows)

    def _verified(self, words: Iterable[str]) -> bool | None:
        if self._store.key is not None:
            return None
        suspects = [word for word in words if len(word) >= _SHORTEST]
        left = words_in_file(self._store.path, suspects)
        return not left or left <= self._standing(left)

    def _standing(self, words: set[str]) -> set[str]:
        """Return those of the words that rightly stand in another row too."""
        with self._store.reading() as session:
            connection = session.connection()
            return {
                word
                for word in words
                if any(
                    connection.exec_driver_sql(statement, (word,) * statement.count("?")).first()
                    for statement in _text_searches()
                )
            }


def words_in_file(path: Path, words: Iterable[str]) -> set[str]:
    """Return which of the words stand in the bytes of a file."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return {word for word in words if any(content.find(form) >= 0 for form in _forms(word))}


def _forms(word: str) -> set[bytes]:
    """Return a word as the tables, the journal and the search write it."""
    return {word.encode(), json.dumps(word)[1:-1].encode(), fold(word).encode()}


def _text_searches() -> list[str]:
    statements = []
    for table in Base.metadata.tables:
        if names := text_columns(table):
            holds = " OR ".join(f"instr({name}, ?)" for name in names)
            statements.append(f"SELECT 1 FROM {table} WHERE {holds} LIMIT 1")  # noqa: S608
    return statements
