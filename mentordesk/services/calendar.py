"""Meetings and due dates as calendar entries, through the gate."""

from collections import Counter
from datetime import datetime, time
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from mentordesk.domain.calendar import CalendarEvent, CalendarScope, CalendarWish
from mentordesk.domain.enums import Detail, GoalStatus, ItemKind
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.release import Audience, Released, release
from mentordesk.models import Goal, Meeting, Milestone, Person
from mentordesk.services.base import Service
from mentordesk.services.calendar_entries import (
    COLUMNS,
    Agendas,
    Reader,
    meeting_entry,
    milestone_entry,
    read_agendas,
)
from mentordesk.services.goals import in_scope
from mentordesk.services.naming import relationship_names
from mentordesk.services.progress import is_living
from mentordesk.services.sharing import goal_shares, meeting_shares


class Calendar(Service):
    """Use cases of taking meetings to a calendar."""

    def preview(
        self, scope: CalendarScope, wish: CalendarWish, audience: Audience
    ) -> Released[CalendarEvent]:
        """Return the entries that may go to an audience, and a count of what stays behind.

        Cancelled meetings go too, marked: one that is merely left out stays in the calendar. An
        entry with a private line of an agenda is private as a whole, so that it can't be mistaken
        for one that may go to others. Takes at most eight statements.
        """
        with self._store.reading() as session:
            events, left_out = self._meetings(session, scope, wish, audience)
            if wish.milestones and not scope.meetings:
                events += _milestones(session, scope, wish, self.me)
        return release(events, audience, left_out=left_out)

    def _meetings(
        self, session: Session, scope: CalendarScope, wish: CalendarWish, audience: Audience
    ) -> tuple[list[CalendarEvent], Counter[ItemKind]]:
        fitting = _fitting(scope)
        names = relationship_names(session)
        me = session.scalar(select(Person.name).where(Person.id == self._store.who)) or ""
        shares = meeting_shares(session, *fitting)
        agendas = read_agendas(session, fitting) if wish.detail is Detail.FULL else Agendas()
        reader = Reader(wish, audience, me, agendas)
        events = [
            meeting_entry(row, reader, names[row.relationship_id], shares.get(row.id, frozenset()))
            for row in session.execute(select(*COLUMNS).where(*fitting))
        ]
        return events, reader.left_out


def _fitting(scope: CalendarScope) -> list[ColumnElement[bool]]:
    """Return the conditions on ``Meeting`` of a scope; it begins and ends on wall days."""
    fitting: list[ColumnElement[bool]] = []
    if scope.meetings:
        fitting.append(Meeting.id.in_(scope.meetings))
    if scope.relationship is not None:
        fitting.append(Meeting.relationship_id == scope.relationship)
    if scope.first is not None:
        fitting.append(Meeting.start_local >= datetime.combine(scope.first, time.min))
    if scope.last is not None:
        # Not the midnight after: there is none behind the last day of all.
        fitting.append(Meeting.start_local <= datetime.combine(scope.last, time.max))
    return fitting


def _milestones(
    session: Session, scope: CalendarScope, wish: CalendarWish, me: UUID
) -> list[CalendarEvent]:
    """Return the open milestones that have a date, of goals that somebody works on."""
    wanted = (
        select(
            Milestone.id,
            Milestone.title,
            Milestone.due,
            Milestone.rev,
            Milestone.changed_at,
            Milestone.visibility,
            Goal.id.label("goal_id"),
            Goal.title.label("goal"),
            Goal.visibility.label("goal_visibility"),
        )
        .join(Goal, Goal.id == Milestone.goal_id)
        .where(Milestone.due.is_not(None), Milestone.done.is_(None))
        .where(Goal.status == GoalStatus.ACTIVE)
        .order_by(Milestone.due, Milestone.id)
    )
    if scope.relationship is None:
        wanted = wanted.where(is_living(me))
    else:
        wanted = wanted.where(in_scope(PlanScope(scope.relationship), me))
    if scope.first is not None:
        wanted = wanted.where(Milestone.due >= scope.first)
    if scope.last is not None:
        wanted = wanted.where(Milestone.due <= scope.last)
    shares = goal_shares(session)
    return [
        milestone_entry(row, wish, shares.get(row.goal_id, frozenset()))
        for row in session.execute(wanted)
    ]
