"""Instants that are derived from wall times, and computed again with another tz database."""

import zoneinfo
from functools import cache
from importlib import import_module
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.wall_time import WallTime
from mentordesk.models import Meeting, Meta
from mentordesk.services.base import fetch
from mentordesk.store.history import raise_undo_floor
from mentordesk.store.store import Store

TZ_DATABASE = "tzdata"
"""The fact about the file: the version of the tz database its instants were computed with."""


def keep_instants(store: Store) -> None:
    """Compute the instants again if the last program that wrote the file knew other rules.

    Outside undo: nobody did anything. If an instant changed, what was done before can't be taken
    back any more, because the journal holds the instants of the other rules.
    """
    if store.read_only:
        return
    present = tz_database()
    with store.reading() as session:
        known = session.scalar(select(Meta.value).where(Meta.key == TZ_DATABASE))
    if known == present:
        return
    with store.noting() as session:
        if refresh_instants(session):
            session.flush()
            raise_undo_floor(session.connection())
        session.merge(Meta(key=TZ_DATABASE, value=present))


def refresh_instants(session: Session) -> int:
    """Compute every meeting's instant again and return how many changed.

    For when the tz database is another one than the one they were computed with. A zone that
    this database does not know keeps the instant it had.
    """
    changed = 0
    columns = (Meeting.id, Meeting.start_local, Meeting.zone, Meeting.fold, Meeting.start_utc)
    for meeting, local, zone, fold, known in session.execute(select(*columns)).all():
        try:
            instant = WallTime(local, zone, fold).utc
        except KeyError:
            continue
        if instant != known:
            fetch(session, Meeting, meeting).start_utc = instant
            changed += 1
    return changed


@cache
def tz_database() -> str:
    """Return the version of the tz database that ``zoneinfo`` reads here, such as ``2026a``.

    The system's comes first, where there is one; the ``tzdata`` package is what Windows has.
    """
    for folder in map(Path, zoneinfo.TZPATH):
        for name in ("tzdata.zi", "+VERSION"):  # "# version 2026a" first; on macOS, that alone
            try:
                with (folder / name).open(encoding="utf-8") as file:
                    return file.readline(80).split()[-1]
            except (OSError, UnicodeDecodeError, IndexError):
                continue
    return str(import_module("tzdata").IANA_VERSION)
