"""List meetings: what is next, page after page, and the days of a period."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentordesk.domain.enums import PLANNED
from mentordesk.domain.meetings import LONGEST, MeetingFilter, MeetingLine
from mentordesk.domain.text import fold, one_line
from mentordesk.models import Meeting
from mentordesk.services.meeting_rows import find, lines
from mentordesk.services.naming import relationship_names

_FARTHEST = timedelta(days=2)
"""More than any zone's wall clock is away from UTC."""


def upcoming(
    session: Session, now: datetime, limit: int, relationship: UUID | None
) -> list[MeetingLine]:
    """Return planned meetings that are not over, in two statements."""
    end = func.unixepoch(Meeting.start_utc) + 60 * Meeting.minutes
    wanted = [
        Meeting.status.in_(PLANNED),
        Meeting.start_utc > now - timedelta(minutes=LONGEST),  # the part that an index answers
        end > int(now.timestamp()),
    ]
    if relationship is not None:
        wanted.append(Meeting.relationship_id == relationship)
    return lines(session, find(session, wanted, Meeting.start_utc, limit=limit))


def unrecorded(
    session: Session, now: datetime, limit: int, relationship: UUID
) -> list[MeetingLine]:
    """Return planned meetings that are over, the newest first, in two statements."""
    end = func.unixepoch(Meeting.start_utc) + 60 * Meeting.minutes
    wanted = [
        Meeting.status.in_(PLANNED),
        Meeting.relationship_id == relationship,
        Meeting.start_utc < now,
        end <= int(now.timestamp()),
    ]
    return lines(session, find(session, wanted, Meeting.start_utc.desc(), limit=limit))


def page(
    session: Session, since: datetime, wanted: MeetingFilter, offset: int, limit: int
) -> list[MeetingLine]:
    """Return meetings from a moment on, soonest first, then those before it, newest first."""
    fitting = conditions(session, wanted)
    ahead = [*fitting, Meeting.start_utc >= since]
    before = [*fitting, Meeting.start_utc < since]
    first = count(session, ahead)
    found = []
    if offset < first:
        found = find(session, ahead, Meeting.start_utc, offset=offset, limit=limit)
    if (room := limit - len(found)) > 0:
        skipped = max(0, offset - first)
        newest = Meeting.start_utc.desc()
        found += find(session, before, newest, offset=skipped, limit=room)
    return lines(session, found)


def period(session: Session, first: date, last: date, wanted: MeetingFilter) -> list[MeetingLine]:
    """Return the meetings of some days in three statements at most."""
    begin = datetime.combine(first, time())
    end = datetime.combine(last, time()) + timedelta(days=1)
    wide = [
        *conditions(session, wanted),
        Meeting.start_utc >= begin.replace(tzinfo=UTC) - _FARTHEST,
        Meeting.start_utc < end.replace(tzinfo=UTC) + _FARTHEST,
        Meeting.start_local >= begin,
        Meeting.start_local < end,
    ]
    return lines(session, find(session, wide, Meeting.start_utc))


def count(session: Session, fitting: Collection[ColumnElement[bool]]) -> int:
    """Return how many meetings fulfil all of this."""
    return session.scalar(select(func.count(Meeting.id)).where(*fitting)) or 0


def conditions(session: Session, wanted: MeetingFilter) -> list[ColumnElement[bool]]:
    """Return what the meetings of a list must fulfil; a text costs one statement, for names."""
    found: list[ColumnElement[bool]] = []
    if wanted.relationship is not None:
        found.append(Meeting.relationship_id == wanted.relationship)
    if wanted.statuses:
        found.append(Meeting.status.in_(wanted.statuses))
    if text := fold(one_line(wanted.text)):
        named = relationship_names(session).values()
        with_them = [one.id for one in named if text in fold(one.name)]
        found.append(
            or_(
                Meeting.relationship_id.in_(with_them),
                _holds(Meeting.title, text),
                _holds(Meeting.place, text),
            )
        )
    return found


def _holds(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    """Look into a text that is there; most titles are empty, and folding them takes time."""
    return (column != "") & (func.instr(func.fold(column), text) > 0)
