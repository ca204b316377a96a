"""Instants that are derived from wall times, and computed again with a newer tz database."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.wall_time import WallTime
from mentordesk.models import Meeting
from mentordesk.services.base import fetch


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
