"""Meetings and due dates as calendar entries, through the gate."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from mentordesk.domain.calendar import CalendarEvent, CalendarScope, CalendarWish, EventStatus
from mentordesk.domain.enums import Detail, GoalStatus, ItemKind, MeetingStatus, Visibility
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.meetings import calendar_uid
from mentordesk.domain.release import (
    Audience,
    AudienceKind,
    Released,
    may_go,
    narrower,
    release,
)
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import AgendaItem, Goal, Meeting, Milestone, Person, Share
from mentordesk.services.base import Service
from mentordesk.services.goals import in_scope
from mentordesk.services.naming import Named, relationship_names

_STATUS = {
    MeetingStatus.PROPOSED: EventStatus.TENTATIVE,
    MeetingStatus.CANCELLED: EventStatus.CANCELLED,
    MeetingStatus.MISSED: EventStatus.CANCELLED,
}

Agendas = dict[UUID, list[AgendaItem]]


class Calendar(Service):
    """Use cases of taking meetings to a calendar."""

    def preview(
        self, scope: CalendarScope, wish: CalendarWish, audience: Audience
    ) -> Released[CalendarEvent]:
        """Return the entries that may go to an audience, and a count of what stays behind.

        Cancelled meetings go too, marked: one that is merely left out stays in the calendar.
        """
        with self._store.reading() as session:
            names = relationship_names(session)
            me = session.scalar(select(Person.name).where(Person.id == self._store.who)) or ""
            meetings = list(session.scalars(select(Meeting).where(*_fitting(scope))))
            agendas = _agendas(session, scope) if wish.detail is Detail.FULL else {}
            stays: Counter[ItemKind] = Counter()
            events = [
                _meeting_event(m, wish, audience, names[m.relationship_id], me, agendas, stays)
                for m in meetings
            ]
            if wish.milestones and not scope.meetings:
                events += _milestone_events(session, scope, wish, self.me)
        return release(events, audience, left_out=stays)


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
        after = datetime.combine(scope.last + timedelta(days=1), time.min)
        fitting.append(Meeting.start_local < after)
    return fitting


def _agendas(session: Session, scope: CalendarScope) -> Agendas:
    rows = session.scalars(
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(*_fitting(scope))
        .order_by(AgendaItem.meeting_id, AgendaItem.position)
    )
    agendas: Agendas = defaultdict(list)
    for row in rows:
        agendas[row.meeting_id].append(row)
    return agendas


def _meeting_event(
    meeting: Meeting,
    wish: CalendarWish,
    audience: Audience,
    named: Named,
    me: str,
    agendas: Agendas,
    stays: Counter[ItemKind],
) -> CalendarEvent:
    discreet = wish.detail is Detail.DISCREET
    ours = frozenset({meeting.relationship_id})
    return CalendarEvent(
        uid=meeting.uid,
        sequence=meeting.sequence,
        changed_at=meeting.changed_at,
        title="Meeting" if discreet else _title(meeting, audience, named, me),
        kind=ItemKind.MEETING,
        visibility=meeting.visibility,
        shared_with=ours if meeting.visibility is Visibility.SHARED else frozenset(),
        start=WallTime(meeting.start_local, meeting.zone, meeting.fold),
        minutes=meeting.minutes,
        description=_agenda_text(meeting, audience, agendas.get(meeting.id, ()), stays),
        place="" if discreet else meeting.place,
        link="" if discreet else meeting.link,
        status=_STATUS.get(meeting.status, EventStatus.CONFIRMED),
        alarms=wish.alarms,
        confidential=wish.confidential,
    )


def _title(meeting: Meeting, audience: Audience, named: Named, me: str) -> str:
    """Return whom one meets, as the reader sees it, and what about."""
    for_partner = audience.kind is AudienceKind.RELATIONSHIP
    words = f"Mentoring with {me if for_partner and me else named.name}"
    return f"{words}: {meeting.title}" if meeting.title else words


def _agenda_text(
    meeting: Meeting, audience: Audience, items: Iterable[AgendaItem], stays: Counter[ItemKind]
) -> str:
    """Return the agenda in lines, without the items that this audience may not see."""
    lines = []
    for item in items:
        seen = _AgendaPart(item, meeting)
        if may_go(seen, audience):
            lines.append(f"- {item.title}" + (f" ({item.minutes} min)" if item.minutes else ""))
        else:
            stays[ItemKind.AGENDA_ITEM] += 1
    return "\n".join(["Agenda:", *lines]) if lines else ""


class _AgendaPart:
    """An agenda item as the gate sees it: never wider than its meeting."""

    kind = ItemKind.AGENDA_ITEM

    def __init__(self, item: AgendaItem, meeting: Meeting) -> None:
        self.visibility = narrower(item.visibility, meeting.visibility)
        self.shared_with = frozenset({meeting.relationship_id})


def _milestone_events(
    session: Session, scope: CalendarScope, wish: CalendarWish, me: UUID
) -> list[CalendarEvent]:
    wanted = (
        select(Milestone, Goal)
        .join(Goal, Goal.id == Milestone.goal_id)
        .where(Milestone.due.is_not(None), Milestone.done.is_(None))
        .where(Goal.status == GoalStatus.ACTIVE)
    )
    if scope.relationship is not None:
        wanted = wanted.where(in_scope(PlanScope(scope.relationship), me))
    if scope.first is not None:
        wanted = wanted.where(Milestone.due >= scope.first)
    if scope.last is not None:
        wanted = wanted.where(Milestone.due <= scope.last)
    shares: dict[UUID, set[UUID]] = defaultdict(set)
    for goal, relationship in session.execute(
        select(Share.item_id, Share.relationship_id).where(Share.item_kind == ItemKind.GOAL)
    ):
        shares[goal].add(relationship)
    discreet = wish.detail is Detail.DISCREET
    return [
        CalendarEvent(
            uid=calendar_uid(milestone.id),
            sequence=milestone.rev,
            changed_at=milestone.changed_at,
            title="Due date" if discreet else f"Milestone due: {milestone.title}",
            kind=ItemKind.MILESTONE,
            visibility=narrower(milestone.visibility, goal.visibility),
            shared_with=frozenset(shares[goal.id]),
            day=milestone.due,
            description="" if wish.detail is not Detail.FULL else f"Goal: {goal.title}",
            confidential=wish.confidential,
        )
        for milestone, goal in session.execute(wanted.order_by(Milestone.due))
    ]
