"""Keep the full-text index true to the rows: written in the transaction that changes them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from mentordesk.domain.enums import ItemKind, Operation
from mentordesk.domain.search_words import searchable
from mentordesk.store.journal import RowChange

SEARCH = "search"
"""The fact about the file: which ``FORM`` its index was written in."""

FORM = "1"
"""Rises when other columns are searched or words are folded in another way."""

ROOM = 2**40
"""Ids that each kind has for itself."""

_AT_ONCE = 5_000


class Words(NamedTuple):
    """The columns of a kind that are searched; what is found in the title counts more."""

    title: tuple[str, ...]
    body: tuple[str, ...] = ()
    order: str = "changed_at"


SEARCHED: dict[ItemKind, Words] = {
    ItemKind.PERSON: Words(
        ("name",),
        ("email", "organisation", "job", "expertise", "how_we_met", "time_limits", "remember"),
    ),
    ItemKind.RELATIONSHIP: Words(("title",), ("purpose",)),
    ItemKind.GOAL: Words(("title",), ("reason", "measure", "track")),
    ItemKind.MEETING: Words(("title",), ("place",), "start_utc"),
    ItemKind.MILESTONE: Words(("title",)),
    ItemKind.ACTION: Words(("title",), ("dropped_why",)),
    ItemKind.AGENDA_ITEM: Words(("title",), ("outcome",)),
    ItemKind.CONTACT: Words(("line",), (), "day"),
    ItemKind.CHECKPOINT: Words(("line",), (), "day"),
    ItemKind.NOTE: Words((), ("text",)),
}
"""A kind's place in here is the place of its ids: it never changes; new kinds go to the end."""


def first_id(kind: ItemKind) -> int:
    """Return the id below all entries of a kind; they end below ``first_id + ROOM``."""
    return list(SEARCHED).index(kind) * ROOM


def keep_true(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Let the index say what the rows say that were just changed.

    The rows are read as they stand, so the order of the changes does not matter and one more
    change of a row that was indexed already does no harm.
    """
    for kind, item in {_named(change) for change in changes if _concerns(change)}:
        _refresh(connection, kind, item)


def rebuild(connection: Connection) -> None:
    """Write the whole index anew, in an open transaction."""
    connection.exec_driver_sql("DELETE FROM search_text")
    connection.exec_driver_sql("DELETE FROM search_entry")
    for kind, words in SEARCHED.items():
        rows = connection.exec_driver_sql(
            f"SELECT id, {_columns(words)} FROM {kind} ORDER BY {words.order}, id"  # noqa: S608
        )
        entries = _entries(kind, words, rows)
        while portion := list(islice(entries, _AT_ONCE)):
            connection.exec_driver_sql(
                "INSERT INTO search_entry (id, kind, item) VALUES (?, ?, ?)",
                [(number, kind.value, item) for number, item, _, _ in portion],
            )
            connection.exec_driver_sql(
                "INSERT INTO search_text (rowid, title, body) VALUES (?, ?, ?)",
                [(number, title, body) for number, _, title, body in portion],
            )
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (SEARCH, FORM)
    )


def expected_entries(connection: Connection) -> Iterator[tuple[str, bytes, str, str]]:
    """Return the kind, item, title and body that the index must hold, for each row with words."""
    for kind, words in SEARCHED.items():
        rows = connection.exec_driver_sql(f"SELECT id, {_columns(words)} FROM {kind}")  # noqa: S608
        for _, item, title, body in _entries(kind, words, rows):
            yield kind.value, bytes(item), title, body


def _concerns(change: RowChange) -> bool:
    words = SEARCHED.get(ItemKind(change.table)) if change.table in _TABLES else None
    if words is None:
        return False
    return change.operation is not Operation.UPDATE or not change.columns.keys().isdisjoint(
        words.title + words.body
    )


_TABLES = frozenset(kind.value for kind in SEARCHED)


def _named(change: RowChange) -> tuple[ItemKind, UUID]:
    return ItemKind(change.table), change.item


def _columns(words: Words) -> str:
    return ", ".join(words.title + words.body)


def _texts(words: Words, row: tuple[Any, ...]) -> tuple[str, str]:
    """Return the title and the body of a row, as they are searched."""
    split = len(words.title)
    parts = (row[:split], row[split:])
    title, body = (searchable("\n".join(filter(None, part))) for part in parts)
    return title, body


def _entries(
    kind: ItemKind, words: Words, rows: Iterable[Any]
) -> Iterator[tuple[int, bytes, str, str]]:
    number = first_id(kind)
    for item, *values in rows:
        title, body = _texts(words, tuple(values))
        if title or body:
            number += 1
            yield number, item, title, body


def _refresh(connection: Connection, kind: ItemKind, item: UUID) -> None:
    words = SEARCHED[kind]
    row = connection.exec_driver_sql(
        f"SELECT {_columns(words)} FROM {kind} WHERE id = ?",  # noqa: S608
        (item.bytes,),
    ).first()
    texts = ("", "") if row is None else _texts(words, tuple(row))
    known = connection.exec_driver_sql(
        "SELECT id FROM search_entry WHERE item = ? AND kind = ?", (item.bytes, kind.value)
    ).scalar()
    if known is None:
        if any(texts):
            _add(connection, kind, item, texts)
    elif any(texts):
        connection.exec_driver_sql(
            "UPDATE search_text SET title = ?, body = ? WHERE rowid = ?", (*texts, known)
        )
    else:
        connection.exec_driver_sql("DELETE FROM search_text WHERE rowid = ?", (known,))
        connection.exec_driver_sql("DELETE FROM search_entry WHERE id = ?", (known,))


def _add(connection: Connection, kind: ItemKind, item: UUID, texts: tuple[str, str]) -> None:
    first = first_id(kind)
    newest = connection.exec_driver_sql(
        "SELECT max(id) FROM search_entry WHERE id > ? AND id < ?", (first, first + ROOM)
    ).scalar()
    number = (newest or first) + 1
    connection.exec_driver_sql(
        "INSERT INTO search_entry (id, kind, item) VALUES (?, ?, ?)",
        (number, kind.value, item.bytes),
    )
    connection.exec_driver_sql(
        "INSERT INTO search_text (rowid, title, body) VALUES (?, ?, ?)", (number, *texts)
    )
