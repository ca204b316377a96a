"""Instants that are derived from wall times, and computed again with another tz database."""

from sqlalchemy import select
from sqlalchemy.orm import Session
from tzdata import IANA_VERSION

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


def tz_database() -> str:
    """Return the version of the tz database, such as ``2026f``: the package's, which alone is read.

    ``main`` has zoneinfo pass over the system's copy, so that every computer answers alike.
    """
    return str(IANA_VERSION)
