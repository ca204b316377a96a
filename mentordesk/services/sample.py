"""Make a desk to look at: a believable story, or a heavy one to measure with."""

from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias
from uuid import UUID

from sqlalchemy import insert

from mentordesk.domain.enums import ItemKind
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
from mentordesk.store.key import Key
from mentordesk.store.store import Store

SampleRole: TypeAlias = Literal["mentee", "mentor", "both"]
SampleScale: TypeAlias = Literal["small", "heavy"]

DEFAULT_SEED = 1


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

    The same arguments make the same rows. Everything in the sample can be undone, for it is
    journalled as if each step had been a command.

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
    book = Book(seed)
    who = _tell_small(book, today, role) if scale == "small" else _tell_heavy(book, today, role)
    made = datetime.combine(today, time(12), UTC)
    store = Store.create(path, partial(_stopped, made), key=key)
    try:
        with store.building() as connection:
            counts = book.write(connection, who)
            connection.execute(insert(Meta).values(key=TZ_DATABASE, value=tz_database()))
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    store.close()
    return counts


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
