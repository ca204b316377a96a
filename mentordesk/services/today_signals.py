"""What needs me, kind by kind: each is one statement, or a fixed few."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, literal, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import LIVE, PLANNED, GoalStatus, MeetingStatus, Stage
from mentordesk.domain.meetings import LONGEST
from mentordesk.domain.rhythm import is_silent
from mentordesk.domain.today import MOVED_OFTEN, SOON, Need, Signal
from mentordesk.models import (
    Action,
    Contact,
    Goal,
    Meeting,
    Member,
    Milestone,
    Person,
    Relationship,
)
from mentordesk.services.changes import first_values, times_moved
from mentordesk.services.naming import Named
from mentordesk.services.relationships import latest

Names = dict[UUID, Named]
MOST = 40
"""Rows of one kind: whoever has more overdue than this needs a talk, not a longer list."""

AHEAD_OF_DUE = timedelta(days=45)
"""How far ahead a milestone may be due that was moved often."""

IS_PLANNED: ColumnElement[bool] = Meeting.status.in_(
    [literal(status, Meeting.status.type, literal_execute=True) for status in PLANNED]
)
"""In the very words of the partial index ``ix_meeting_ahead``, or SQLite would not take it."""


def ends_after(now: datetime) -> ColumnElement[bool]:
    """Return whether a meeting, at its planned length, is not over yet."""
    return func.unixepoch(Meeting.start_utc) + 60 * Meeting.minutes > int(now.timestamp())


def to_record(session: Session, now: datetime, names: Names) -> list[Signal]:
    """Return meetings that are over and of which nobody has said what became."""
    rows = session.execute(
        select(Meeting.id, Meeting.relationship_id, Meeting.title, Meeting.start_local)
        .join(Relationship, Relationship.id == Meeting.relationship_id)
        .where(IS_PLANNED, Meeting.start_utc < now, ~ends_after(now))
        .where(Relationship.stage != Stage.CLOSED)
        .order_by(Meeting.start_utc.desc())
        .limit(MOST)
    )
    return [
        _about(names, relationship, Need.RECORD, item=item, title=title, day=start.date())
        for item, relationship, title, start in rows
    ]


def actions(session: Session, me: UUID, today: date, names: Names) -> list[Signal]:
    """Return promises of mine that are due soon, or were.

    Archiving drops what is open; what was kept on purpose stays promised.
    """
    rows = session.execute(
        select(Action.id, Action.relationship_id, Action.title, Action.due, Action.promised_on)
        .where(Action.done.is_(None), Action.dropped.is_(None))
        .where(Action.owner_id == me, Action.due <= (today + SOON))
        .order_by(Action.due)
        .limit(MOST)
    )
    return [
        _about(
            names, relationship, Need.ACTION, item=item, title=title, day=due, first_day=promised
        )
        for item, relationship, title, due, promised in rows
    ]


def milestones(session: Session, today: date, names: Names) -> list[Signal]:
    """Return open milestones that are past their day, or were moved again and again.

    Of other people's goals, only where the relationship is alive.
    """
    whose = (
        select(Member.person_id, func.min(Member.relationship_id).label("relationship"))
        .join(Relationship, Relationship.id == Member.relationship_id)
        .where(Relationship.stage.in_(LIVE))
        .group_by(Member.person_id)
        .subquery()
    )
    rows = session.execute(
        select(Milestone.id, Milestone.title, Milestone.due, Goal.id, Goal.title, Relationship.id)
        .join(Goal, Goal.id == Milestone.goal_id)
        .outerjoin(Person, Person.id == Goal.owner_id)
        .outerjoin(whose, and_(whose.c.person_id == Goal.owner_id, ~Person.is_me))
        .outerjoin(
            Relationship,
            Relationship.id == func.coalesce(Goal.relationship_id, whose.c.relationship),
        )
        .where(Milestone.done.is_(None), Milestone.due < today + AHEAD_OF_DUE)
        .where(Goal.status == GoalStatus.ACTIVE)
        .where(or_(Person.is_me, Relationship.stage != Stage.CLOSED))
        .order_by(Milestone.due)
        .limit(200)
    ).all()
    items = [row[0] for row in rows]
    moved = times_moved(session, Milestone.due, items)
    first = first_values(session, Milestone.due, items)
    signals = []
    for item, title, due, goal_id, goal, relationship in rows:
        often = moved.get(item, 0) >= MOVED_OFTEN
        if due is None or (due >= today and not often):
            continue
        signals.append(
            _about(
                names,
                relationship,
                Need.MOVED if often else Need.MILESTONE,
                item=item,
                title=title,
                goal=goal,
                goal_id=goal_id,
                day=due,
                first_day=first.get(item),
                count=moved.get(item, 0),
            )
        )
    return signals[:MOST]


def silences(session: Session, now: datetime, today: date, names: Names) -> list[Signal]:
    """Return relationships silent for longer than their rhythm, with nothing booked."""
    held = (
        select(Meeting.start_local)
        .where(Meeting.relationship_id == Relationship.id, Meeting.status == MeetingStatus.HELD)
        .order_by(Meeting.start_utc.desc())
        .limit(1)
        .correlate(Relationship)
        .scalar_subquery()
    )
    met = (
        select(func.max(Contact.day))
        .where(Contact.relationship_id == Relationship.id)
        .correlate(Relationship)
        .scalar_subquery()
    )
    booked = (
        select(Meeting.id)
        .where(Meeting.relationship_id == Relationship.id, Meeting.status.in_(PLANNED))
        .where(Meeting.start_utc >= now - timedelta(minutes=LONGEST), ends_after(now))
        .correlate(Relationship)
        .exists()
    )
    rows = session.execute(
        select(Relationship, held, met).where(
            Relationship.stage.in_(LIVE), Relationship.rhythm_days.is_not(None), ~booked
        )
    )
    signals = []
    for row, last_held, last_met in rows:
        last = latest(last_held, last_met)
        if is_silent(
            last,
            row.rhythm_days,
            today,
            phase=row.phase,
            stage=row.stage,
            quiet_until=row.quiet_until,
            since=row.started_on,
        ):
            signals.append(
                _about(
                    names,
                    row.id,
                    Need.SILENCE,
                    item=row.id,
                    title="",
                    day=last,
                    rhythm_days=row.rhythm_days,
                )
            )
    return signals


def _about(
    names: Names,
    relationship: UUID | None,
    need: Need,
    *,
    item: UUID,
    title: str,
    day: date | None,
    first_day: date | None = None,
    goal: str = "",
    goal_id: UUID | None = None,
    count: int = 0,
    rhythm_days: int | None = None,
) -> Signal:
    named = names.get(relationship) if relationship is not None else None
    return Signal(
        need=need,
        item=item,
        title=title,
        relationship=relationship,
        name=named.name if named else "",
        initials=named.initials if named else "",
        goal=goal,
        goal_id=goal_id,
        day=day,
        first_day=first_day,
        count=count,
        rhythm_days=rhythm_days,
    )
