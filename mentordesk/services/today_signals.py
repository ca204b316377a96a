"""What needs me, kind by kind: each is one statement, or a fixed few."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, and_, bindparam, func, literal, or_, select
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
from mentordesk.services.changes import read_moves
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


ENDS_AFTER: ColumnElement[bool] = func.unixepoch(
    Meeting.start_utc
) + 60 * Meeting.minutes > bindparam("second", type_=Integer)
"""Whether a meeting, at its planned length, is not over yet at a ``second`` since 1970."""

# The statements of the first page are written out once: to put them together anew takes longer
# than to ask them.

_TO_RECORD = (
    select(Meeting.id, Meeting.relationship_id, Meeting.title, Meeting.start_local)
    .join(Relationship, Relationship.id == Meeting.relationship_id)
    .where(IS_PLANNED, Meeting.start_utc < bindparam("now"), ~ENDS_AFTER)
    .where(Relationship.stage != Stage.CLOSED)
    .order_by(Meeting.start_utc.desc())
    .limit(MOST)
)

_ACTIONS = (
    select(Action.id, Action.relationship_id, Action.title, Action.due, Action.promised_on)
    .where(Action.done.is_(None), Action.dropped.is_(None))
    .where(Action.owner_id == bindparam("me"), Action.due <= bindparam("until"))
    .order_by(Action.due)
    .limit(MOST)
)

_WHOSE = (
    select(Member.person_id, func.min(Member.relationship_id).label("relationship"))
    .join(Relationship, Relationship.id == Member.relationship_id)
    .where(Relationship.stage.in_(LIVE))
    .group_by(Member.person_id)
    .subquery()
)

_MILESTONES = (
    select(Milestone.id, Milestone.title, Milestone.due, Goal.id, Goal.title, Relationship.id)
    .join(Goal, Goal.id == Milestone.goal_id)
    .outerjoin(Person, Person.id == Goal.owner_id)
    .outerjoin(_WHOSE, and_(_WHOSE.c.person_id == Goal.owner_id, ~Person.is_me))
    .outerjoin(
        Relationship,
        Relationship.id == func.coalesce(Goal.relationship_id, _WHOSE.c.relationship),
    )
    .where(Milestone.done.is_(None), Milestone.due < bindparam("until"))
    .where(Goal.status == GoalStatus.ACTIVE)
    .where(or_(Person.is_me, Relationship.stage != Stage.CLOSED))
    .order_by(Milestone.due)
    .limit(200)
)

LAST_HELD = (
    select(Meeting.start_local)
    .where(Meeting.relationship_id == Relationship.id, Meeting.status == MeetingStatus.HELD)
    .order_by(Meeting.start_utc.desc())
    .limit(1)
    .correlate(Relationship)
    .scalar_subquery()
)
LAST_CONTACT = (
    select(func.max(Contact.day))
    .where(Contact.relationship_id == Relationship.id)
    .correlate(Relationship)
    .scalar_subquery()
)
"""Of each relationship: when its last held meeting began, and the day of its last contact."""

_BOOKED = (
    select(Meeting.id)
    .where(Meeting.relationship_id == Relationship.id, Meeting.status.in_(PLANNED))
    .where(Meeting.start_utc >= bindparam("earliest"), ENDS_AFTER)
    .correlate(Relationship)
    .exists()
)
_SILENCES = select(
    Relationship.id,
    Relationship.rhythm_days,
    Relationship.phase,
    Relationship.stage,
    Relationship.quiet_until,
    Relationship.started_on,
    LAST_HELD,
    LAST_CONTACT,
).where(Relationship.stage.in_(LIVE), Relationship.rhythm_days.is_not(None), ~_BOOKED)


def to_record(session: Session, now: datetime, names: Names) -> list[Signal]:
    """Return meetings that are over and of which nobody has said what became."""
    rows = session.execute(_TO_RECORD, {"now": now, "second": int(now.timestamp())})
    return [
        _about(names, relationship, Need.RECORD, item=item, title=title, day=start.date())
        for item, relationship, title, start in rows
    ]


def actions(session: Session, me: UUID, today: date, names: Names) -> list[Signal]:
    """Return promises of mine that are due soon, or were.

    Archiving drops what is open; what was kept on purpose stays promised.
    """
    rows = session.execute(_ACTIONS, {"me": me, "until": today + SOON})
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
    rows = session.execute(_MILESTONES, {"until": today + AHEAD_OF_DUE}).all()
    items = [row[0] for row in rows]
    moves = read_moves(session, Milestone.due, items)
    signals = []
    for item, title, due, goal_id, goal, relationship in rows:
        often = moves.times.get(item, 0) >= MOVED_OFTEN
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
                first_day=moves.first.get(item),
                count=moves.times.get(item, 0),
            )
        )
    return signals[:MOST]


def silences(session: Session, now: datetime, today: date, names: Names) -> list[Signal]:
    """Return relationships silent for longer than their rhythm, with nothing booked."""
    values = {"earliest": now - timedelta(minutes=LONGEST), "second": int(now.timestamp())}
    signals = []
    for item, rhythm, phase, stage, quiet, since, held, met in session.execute(_SILENCES, values):
        last = latest(held, met)
        if is_silent(last, rhythm, today, phase=phase, stage=stage, quiet_until=quiet, since=since):
            signals.append(
                _about(
                    names,
                    item,
                    Need.SILENCE,
                    item=item,
                    title="",
                    day=last,
                    rhythm_days=rhythm,
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
