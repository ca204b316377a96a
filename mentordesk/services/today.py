"""Today: read everything that needs me, in a fixed number of statements."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, func, or_, select
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
from mentordesk.services.today_signals import IS_PLANNED, MOST, Names, ends_after

FARTHEST = timedelta(days=2)
"""More than any zone's wall clock is away from UTC."""


class Today(Service):
    """Use cases of the first page."""

    def rows(self, now: datetime, today: date) -> TodayRows:
        """Return everything on Today.

        Args:
            now: the present moment.
            today: the day it is on the wall here.
        """
        with self._store.reading() as session:
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
    agenda = (
        select(func.count())
        .select_from(AgendaItem)
        .where(AgendaItem.meeting_id == Meeting.id)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Meeting, agenda)
        .where(IS_PLANNED, Meeting.start_utc >= now - timedelta(minutes=LONGEST))
        .where(Meeting.start_utc < now + AHEAD, ends_after(now))
        .order_by(Meeting.start_utc)
        .limit(5)
    )
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
    rows = session.execute(
        select(
            Action.id,
            Action.title,
            Action.relationship_id,
            Person.name,
            Action.promised_on,
            Action.due,
        )
        .join(Person, Person.id == Action.owner_id)
        .where(Action.done.is_(None), Action.dropped.is_(None), Action.owner_id != me)
        .where(or_(Action.due <= today, and_(Action.due.is_(None), Action.promised_on <= long_ago)))
        .order_by(func.coalesce(Action.due, Action.promised_on))
        .limit(MOST)
    )
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
    counted = session.execute(
        select(Meeting.status, func.count())
        .where(Meeting.start_utc >= begin.replace(tzinfo=UTC) - FARTHEST)
        .where(Meeting.start_utc < end.replace(tzinfo=UTC) + FARTHEST)
        .where(Meeting.start_local >= begin, Meeting.start_local < end)
        .group_by(Meeting.status)
    )
    meetings = {status: count for status, count in counted}  # noqa: C416 (rows are no pairs)
    actions = session.scalar(
        select(func.count())
        .select_from(Action)
        .where(Action.done >= first, Action.done < after, Action.owner_id == me)
    )
    milestones = session.scalar(
        select(func.count())
        .select_from(Milestone)
        .where(Milestone.done >= first, Milestone.done < after)
    )
    held = meetings.get(MeetingStatus.HELD, 0)
    missed = sum(meetings.get(s, 0) for s in (MeetingStatus.CANCELLED, MeetingStatus.MISSED))
    return Month(
        meetings_held=held,
        meetings_planned=held + missed,
        actions_done=actions or 0,
        milestones_reached=milestones or 0,
    )
