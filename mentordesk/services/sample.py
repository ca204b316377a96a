"""Make a desk to look at: a believable story, or a heavy one to measure with."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias
from uuid import UUID

from sqlalchemy import insert

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.errors import FileError
from mentordesk.models import Meta
from mentordesk.services.instants import TZ_DATABASE, tz_database
from mentordesk.services.sample_book import Book
from mentordesk.services.sample_meetings import tell_meetings
from mentordesk.services.sample_plan import tell_goals
from mentordesk.services.sample_story import (
    Cast,
    tell_contacts,
    tell_people,
    tell_rest,
)
from mentordesk.store.engine import explained
from mentordesk.store.failures import NO_FOLDER, known
from mentordesk.store.history import raise_undo_floor
from mentordesk.store.key import Key
from mentordesk.store.making import put_in_place
from mentordesk.store.opening import TAKEN
from mentordesk.store.search_index import rebuild
from mentordesk.store.store import Store

SampleRole: TypeAlias = Literal["mentee", "mentor", "both"]
SampleScale: TypeAlias = Literal["small", "heavy"]

DEFAULT_SEED = 1

_CACHE = 96 * 1024
"""Kibibytes of pages held while a file is filled: a heavy one then writes each of them once."""


def build_sample(
    path: Path,
    *,
    today: date,
    seed: int = DEFAULT_SEED,
    role: SampleRole = "both",
    scale: SampleScale = "small",
    key: Key | None = None,
) -> dict[ItemKind, int]:
    """Make a new file with a sample in it and return how many rows of each kind it holds.

    The same arguments make the same rows. Everything is journalled as if each step had been a
    command, but the story itself can't be taken back: undo ends at the finished file. What is cut
    short leaves nothing behind at its place.

    Args:
        path: where no file is yet.
        today: the day from which all dates are told.
        seed: another seed gives other ids, and another heavy sample.
        role: whose life it is.
        scale: ``heavy`` is ten years with 200 people, to measure with.
        key: encrypts the file.

    Raises:
        FileError: something is at this place, or it can't be written.
    """
    if os.path.lexists(path):
        raise FileError(TAKEN)
    if not path.absolute().parent.is_dir():
        raise known(NO_FOLDER)
    tell = _tell_small if scale == "small" else _tell_heavy
    made = datetime.combine(today, time(12), UTC)
    with explained(), TemporaryDirectory(prefix=".", suffix=".part", dir=path.parent) as folder:
        part = Path(folder) / path.name
        with _collector_at_rest():
            book = Book(seed)
            counts = _write(book, tell(book, today, role), part, made, key)
        put_in_place(part, path)
    return counts


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the collector from looking through a book again and again: all in it stays."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write(
    book: Book, who: UUID, path: Path, made: datetime, key: Key | None
) -> dict[ItemKind, int]:
    store = Store.create(path, partial(_stopped, made), key=key)
    try:
        with store.building() as connection:
            connection.exec_driver_sql(f"PRAGMA cache_size=-{_CACHE}")
            connection.execute(insert(Meta).values(key=TZ_DATABASE, value=tz_database()))
            counts = book.write(connection, who)
            raise_undo_floor(connection)
            rebuild(connection)
            return counts
    finally:
        store.close()


def _tell_small(book: Book, today: date, role: SampleRole) -> UUID:
    cast = Cast(book, today, role)
    tell_people(cast)
    tell_goals(cast)
    tell_contacts(cast)
    tell_meetings(cast)
    tell_rest(cast)
    return cast.me


def _tell_heavy(book: Book, today: date, role: SampleRole) -> UUID:
    from mentordesk.services.sample_heavy import tell_heavy

    return tell_heavy(book, today, role)


def _stopped(moment: datetime) -> datetime:
    return moment
