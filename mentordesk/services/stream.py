"""The stream of a relationship: what has happened, page by page, in a few statements."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, and_, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentordesk.domain.enums import PLANNED
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.stream import (
    EVERYTHING,
    ContactHappened,
    MeetingHappened,
    MilestoneReached,
    Place,
    PromiseKept,
    PromiseMade,
    StreamKind,
    StreamRow,
    newest_first,
    rank,
)
from mentordesk.models import Action, AgendaItem, Contact, Goal, Meeting, Milestone, Note, Person
from mentordesk.services.base import Service
from mentordesk.services.goals import in_scope
from mentordesk.services.stream_changes import named_changes, read_changes

Day = InstrumentedAttribute[Any] | ColumnElement[Any]

_MEETING_DAY: ColumnElement[date] = func.substr(Meeting.start_local, 1, 10, type_=Date)
_NOTED = or_(  # two questions, each with an index to answer it
    select(Note.id)
    .where(Note.meeting_id == Meeting.id, Note.text != "")
    .correlate(Meeting)
    .exists(),
    select(AgendaItem.id)
    .join(Note, Note.agenda_item_id == AgendaItem.id)
    .where(AgendaItem.meeting_id == Meeting.id, Note.text != "")
    .correlate(Meeting)
    .exists(),
)


class Stream(Service):
    """Use cases about what has happened between me and somebody."""

    def of_relationship(
        self,
        relationship: UUID,
        today: date,
        *,
        limit: int = 30,
        before: Place | None = None,
        kinds: Collection[StreamKind] = EVERYTHING,
        zone_name: str = "UTC",
    ) -> list[StreamRow]:
        """Return a page of what has happened, the newest first, in at most nine statements.

        What lies ahead is left out. The rows are for the file's owner alone: they may hold what
        is private to me.

        Args:
            relationship: with whom.
            today: the day it is on the wall here.
            limit: how many rows a page has at most.
            before: the place of the last row of the page before this one.
            kinds: what to tell of.
            zone_name: the zone whose wall tells on which day something was changed.
        """
        page = _Page(relationship, today, limit, before)
        changes: list[StreamRow] = []
        if StreamKind.CHANGE in kinds:
            changes = [*read_changes(self._store, relationship, today, zone_name)]
            changes = [row for row in changes if before is None or _behind(row, before)]
        with self._store.reading() as session:
            found = changes[:limit]
            for kind, read in _READERS.items():
                if kind in kinds:
                    found += read(session, page, self.me)
            shown = newest_first(found)[:limit]
            return _with_topics(session, named_changes(session, shown))


class _Page:
    """Which part of the stream is read."""

    def __init__(self, relationship: UUID, today: date, limit: int, before: Place | None) -> None:
        self.relationship, self.today = relationship, today
        self.limit, self.before = limit, before

    def holds(self, kind: StreamKind, day: Day, item: Day) -> ColumnElement[bool]:
        """Return the condition that a row lies on this page or on a later one."""
        passed = day <= self.today
        before = self.before
        if before is None:
            return passed
        own = rank(kind)
        if own == before.rank:
            behind = and_(day == before.day, item > UUID(hex=before.key))
        else:
            behind = and_(day == before.day, true() if own > before.rank else ~true())
        return and_(passed, or_(day < before.day, behind))


def _behind(row: StreamRow, before: Place) -> bool:
    place = row.place
    if place.day != before.day:
        return place.day < before.day
    return (place.rank, place.key) > (before.rank, before.key)


def _meetings(session: Session, page: _Page, _me: UUID) -> Sequence[StreamRow]:
    open_still = and_(Meeting.status.in_(PLANNED), page.today <= _MEETING_DAY)
    rows = session.execute(
        select(
            Meeting.id,
            _MEETING_DAY,
            Meeting.status,
            Meeting.form,
            func.coalesce(Meeting.actual_minutes, Meeting.minutes),
            Meeting.title,
            _NOTED,
        )
        .where(Meeting.relationship_id == page.relationship, ~open_still)
        .where(page.holds(StreamKind.MEETING, _MEETING_DAY, Meeting.id))
        .order_by(_MEETING_DAY.desc(), Meeting.id)
        .limit(page.limit)
    )
    return [
        MeetingHappened(
            item=item, day=day, status=status, form=form, minutes=minutes, title=title, noted=noted
        )
        for item, day, status, form, minutes, title, noted in rows
    ]


def _contacts(session: Session, page: _Page, _me: UUID) -> Sequence[StreamRow]:
    rows = session.scalars(
        select(Contact)
        .where(Contact.relationship_id == page.relationship)
        .where(page.holds(StreamKind.CONTACT, Contact.day, Contact.id))
        .order_by(Contact.day.desc(), Contact.id)
        .limit(page.limit)
    )
    return [
        ContactHappened(item=row.id, day=row.day, form=row.form, minutes=row.minutes, line=row.line)
        for row in rows
    ]


def _promises(session: Session, page: _Page, _me: UUID) -> Sequence[StreamRow]:
    rows = session.execute(
        select(Action, Action.promised_on, Person.name, Person.is_me)
        .join(Person, Person.id == Action.owner_id)
        .where(Action.relationship_id == page.relationship, Action.promised_on.is_not(None))
        .where(page.holds(StreamKind.PROMISE, Action.promised_on, Action.id))
        .order_by(Action.promised_on.desc(), Action.id)
        .limit(page.limit)
    )
    return [
        PromiseMade(
            item=row.id,
            day=day,
            title=row.title,
            owner_name=name,
            is_mine=mine,
            due=row.due,
            done=row.done,
            dropped=row.dropped,
            meeting=row.meeting_id,
        )
        for row, day, name, mine in rows
        if day is not None
    ]


def _kept(session: Session, page: _Page, _me: UUID) -> Sequence[StreamRow]:
    rows = session.execute(
        select(Action, Action.done, Person.name, Person.is_me)
        .join(Person, Person.id == Action.owner_id)
        .where(Action.relationship_id == page.relationship, Action.done.is_not(None))
        .where(page.holds(StreamKind.DONE, Action.done, Action.id))
        .order_by(Action.done.desc(), Action.id)
        .limit(page.limit)
    )
    return [
        PromiseKept(
            item=row.id,
            day=day,
            title=row.title,
            owner_name=name,
            is_mine=mine,
            promised_on=row.promised_on,
            meeting=row.meeting_id,
        )
        for row, day, name, mine in rows
        if day is not None
    ]


def _reached(session: Session, page: _Page, me: UUID) -> Sequence[StreamRow]:
    rows = session.execute(
        select(Milestone.id, Milestone.done, Milestone.title, Milestone.due, Goal.id, Goal.title)
        .join(Goal, Goal.id == Milestone.goal_id)
        .where(Milestone.done.is_not(None), in_scope(PlanScope(page.relationship), me))
        .where(page.holds(StreamKind.REACHED, Milestone.done, Milestone.id))
        .order_by(Milestone.done.desc(), Milestone.id)
        .limit(page.limit)
    )
    return [
        MilestoneReached(item=item, day=day, title=title, due=due, goal_id=goal, goal=goal_title)
        for item, day, title, due, goal, goal_title in rows
        if day is not None
    ]


_READERS = {
    StreamKind.MEETING: _meetings,
    StreamKind.CONTACT: _contacts,
    StreamKind.PROMISE: _promises,
    StreamKind.DONE: _kept,
    StreamKind.REACHED: _reached,
}


def _with_topics(session: Session, rows: Sequence[StreamRow]) -> list[StreamRow]:
    """Add what was on the agendas of the meetings of a page, in one statement."""
    meetings = [row.item for row in rows if isinstance(row, MeetingHappened)]
    topics: dict[UUID, list[str]] = {meeting: [] for meeting in meetings}
    if meetings:
        items = session.execute(
            select(AgendaItem.meeting_id, AgendaItem.title)
            .where(AgendaItem.meeting_id.in_(meetings))
            .order_by(AgendaItem.position, AgendaItem.id)
        )
        for meeting, title in items:
            topics[meeting].append(title)
    return [
        replace(row, topics=tuple(topics[row.item])) if isinstance(row, MeetingHappened) else row
        for row in rows
    ]
