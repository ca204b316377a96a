"""Today: read everything that needs me, in a fixed number of statements."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import MeetingStatus, Role
from mentordesk.domain.meetings import LONGEST
from mentordesk.domain.today import (
    AHEAD,
    PATIENCE,
    Month,
    NextMeeting,
    TodayRows,
    Waiting,
    in_order,
)
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import Action, AgendaItem, Goal, Meeting, Milestone, Person, Relationship
from mentordesk.services import today_signals
from mentordesk.services.base import Service
from mentordesk.services.naming import relationship_names
from mentordesk.services.today_signals import ENDS_AFTER, IS_PLANNED, MOST, Names
from mentordesk.store.sessions import remembered

FARTHEST = timedelta(days=2)
"""More than any zone's wall clock is away from UTC."""


_AGENDA = (
    select(func.count())
    .select_from(AgendaItem)
    .where(AgendaItem.meeting_id == Meeting.id)
    .scalar_subquery()
)
_NEXT = (
    select(Meeting, _AGENDA)
    .where(IS_PLANNED, Meeting.start_utc >= bindparam("earliest"))
    .where(Meeting.start_utc < bindparam("latest"), ENDS_AFTER)
    .order_by(Meeting.start_utc)
    .limit(5)
)
_WAITING = (
    select(
        Action.id,
        Action.title,
        Action.relationship_id,
        Person.name,
        Action.promised_on,
        Action.due,
    )
    .join(Person, Person.id == Action.owner_id)
    .where(Action.done.is_(None), Action.dropped.is_(None), Action.owner_id != bindparam("me"))
    .where(
        or_(
            Action.due <= bindparam("today"),
            and_(Action.due.is_(None), Action.promised_on <= bindparam("long_ago")),
        )
    )
    .order_by(func.coalesce(Action.due, Action.promised_on))
    .limit(MOST)
)
_MONTH_MEETINGS = (
    select(Meeting.status, func.count())
    .where(Meeting.start_utc >= bindparam("earliest"), Meeting.start_utc < bindparam("latest"))
    .where(Meeting.start_local >= bindparam("begin"), Meeting.start_local < bindparam("end"))
    .group_by(Meeting.status)
)
_MONTH_ACTIONS = (
    select(func.count())
    .select_from(Action)
    .where(Action.done >= bindparam("first"), Action.done < bindparam("after"))
    .where(Action.owner_id == bindparam("me"))
)
_MONTH_MILESTONES = (
    select(func.count())
    .select_from(Milestone)
    .where(Milestone.done >= bindparam("first"), Milestone.done < bindparam("after"))
)


class Today(Service):
    """Use cases of the first page."""

    def rows(self, now: datetime, today: date) -> TodayRows:
        """Return everything on Today.

        Args:
            now: the present moment.
            today: the day it is on the wall here.
        """
        # Meetings begin and end with a minute: within one, the rail and the page share a reading.
        minute = now.replace(second=0, microsecond=0)
        with self._store.reading() as session:
            asked = ("today", minute, today)
            return remembered(session, asked, partial(self._read, session, minute, today))

    def _read(self, session: Session, now: datetime, today: date) -> TodayRows:
        names = relationship_names(session)
        needs = [
            *today_signals.to_record(session, now, names),
            *today_signals.actions(session, self.me, today, names),
            *today_signals.milestones(session, today, names),
            *today_signals.silences(session, now, today, names),
        ]
        return TodayRows(
            next=_next_meetings(session, now, names),
            needs=in_order(needs),
            waiting=_waiting(session, self.me, today, names),
            month=_month(session, self.me, today),
        )

    def shows_own_plan(self) -> bool:
        """Return whether the rail lists My plan: for a pure mentor, only with an own goal."""
        with self._store.reading() as session:
            others = select(Relationship.id).where(Relationship.role == Role.MENTOR).exists()
            own = (
                select(Relationship.id).where(Relationship.role != Role.MENTOR).exists()
                | select(Goal.id).where(Goal.owner_id == self._store.who).exists()
            )
            mentors_only = session.scalar(select(others & ~own))
        return not mentors_only


def _next_meetings(session: Session, now: datetime, names: Names) -> tuple[NextMeeting, ...]:
    values = {
        "earliest": now - timedelta(minutes=LONGEST),
        "latest": now + AHEAD,
        "second": int(now.timestamp()),
    }
    rows = session.execute(_NEXT, values)
    return tuple(
        NextMeeting(
            id=meeting.id,
            relationship=meeting.relationship_id,
            name=names[meeting.relationship_id].name,
            title=meeting.title,
            start=WallTime(meeting.start_local, meeting.zone, meeting.fold),
            minutes=meeting.minutes,
            form=meeting.form,
            place=meeting.place,
            status=meeting.status,
            agenda=count,
        )
        for meeting, count in rows
    )


def _waiting(session: Session, me: UUID, today: date, names: Names) -> tuple[Waiting, ...]:
    long_ago = today - timedelta(days=PATIENCE)
    rows = session.execute(_WAITING, {"me": me, "today": today, "long_ago": long_ago})
    return tuple(
        Waiting(
            item=item,
            title=title,
            relationship=relationship,
            name=name,
            initials=names[relationship].initials if relationship in names else "",
            days=(today - (promised or due or today)).days,
            due=due,
        )
        for item, title, relationship, name, promised, due in rows
    )


def _month(session: Session, me: UUID, today: date) -> Month:
    first = today.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    begin = datetime.combine(first, datetime.min.time())
    end = datetime.combine(after, datetime.min.time())
    span = {
        "earliest": begin.replace(tzinfo=UTC) - FARTHEST,
        "latest": end.replace(tzinfo=UTC) + FARTHEST,
        "begin": begin,
        "end": end,
    }
    counted = session.execute(_MONTH_MEETINGS, span)
    meetings = {status: count for status, count in counted}  # noqa: C416 (rows are no pairs)
    days = {"first": first, "after": after}
    actions = session.scalar(_MONTH_ACTIONS, days | {"me": me})
    milestones = session.scalar(_MONTH_MILESTONES, days)
    held = meetings.get(MeetingStatus.HELD, 0)
    missed = sum(meetings.get(s, 0) for s in (MeetingStatus.CANCELLED, MeetingStatus.MISSED))
    return Month(
        meetings_held=held,
        meetings_planned=held + missed,
        actions_done=actions or 0,
        milestones_reached=milestones or 0,
    )
