"""The statements of the mentees side by side, each put together once."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from mentordesk.domain.enums import AgendaKind, Role, Stage
from mentordesk.models import (
    Action,
    AgendaItem,
    Checkpoint,
    Goal,
    Meeting,
    Member,
    Milestone,
    Person,
    Relationship,
)
from mentordesk.services.changes import most_moved
from mentordesk.services.today_signals import IS_PLANNED, LAST_CONTACT, LAST_HELD

_SHOWN = (Stage.EXPLORING, Stage.ACTIVE, Stage.PAUSED)


@cache
def heads() -> Select[*tuple[Any, ...]]:
    """Return the statement for mentees with the last real contact, a row for each member."""
    return (
        select(
            Relationship.id,
            Relationship.title,
            Relationship.kind,
            Relationship.stage,
            Relationship.phase,
            Relationship.rhythm_days,
            Relationship.started_on,
            Relationship.quiet_until,
            Person.id.label("person"),
            Person.name,
            Person.job,
            LAST_HELD.label("held"),
            LAST_CONTACT.label("met"),
        )
        .join(Member, Member.relationship_id == Relationship.id)
        .join(Person, Person.id == Member.person_id)
        .where(Relationship.role == Role.MENTOR, Relationship.stage.in_(_SHOWN))
        .order_by(Relationship.id, Member.position)
    )


@cache
def next_dates() -> Select[*tuple[Any, ...]]:
    """Return the statement for the next meeting of each relationship.

    Takes ``earliest``, a moment in UTC that no present meeting began before, and ``now`` in
    seconds since 1970. SQLite takes the other columns from the row that holds the minimum.
    """
    end = func.unixepoch(Meeting.start_utc) + 60 * Meeting.minutes
    return (
        select(
            Meeting.relationship_id,
            Meeting.id,
            Meeting.start_local,
            Meeting.zone,
            Meeting.fold,
            Meeting.status,
            func.min(Meeting.start_utc),
        )
        .where(IS_PLANNED, Meeting.start_utc >= bindparam("earliest"), end > bindparam("now"))
        .group_by(Meeting.relationship_id)
    )


@cache
def agenda() -> Select[*tuple[Any, ...]]:
    """Return the statement for what is open on some ``meetings``: questions before the rest."""
    return (
        select(AgendaItem.meeting_id, Person.is_me, AgendaItem.title)
        .join(Person, Person.id == AgendaItem.proposed_by_id)
        .where(AgendaItem.meeting_id.in_(bindparam("meetings", expanding=True)))
        .where(AgendaItem.done.is_(False))
        .order_by(AgendaItem.kind != AgendaKind.QUESTION, AgendaItem.position, AgendaItem.id)
    )


@cache
def promises() -> Select[*tuple[Any, ...]]:
    """Return the statement for open promises of ``people``, ``me`` among them, as of ``today``.

    The plus keeps SQLite from the index of all that was ever promised in the ``relationships``.
    """
    there: ColumnElement[Any] = UnaryExpression(
        Action.relationship_id.expression,
        operator=custom_op("+"),
        type_=Action.relationship_id.type,
    )
    is_mine = (Action.owner_id == bindparam("me")).label("is_mine")
    return (
        select(
            Action.relationship_id,
            is_mine,
            func.count().label("open"),
            func.total(Action.due < bindparam("today")).label("overdue"),
            func.min(Action.due).label("due"),
            Action.title,
        )
        .where(Action.done.is_(None), Action.dropped.is_(None))
        .where(Action.owner_id.in_(bindparam("people", expanding=True)))
        .group_by(Action.relationship_id, is_mine)
        .having(there.in_(bindparam("relationships", expanding=True)))
    )


@cache
def moves() -> Select[*tuple[Any, ...]]:
    """Return the statement for goals with how often an open milestone of theirs was moved."""
    steps = (
        select(Milestone.id, Milestone.goal_id)
        .join(Goal, Goal.id == Milestone.goal_id)
        .where(_theirs(), Milestone.done.is_(None))
    )
    return most_moved(Milestone.due, steps)


@cache
def goals() -> Select[*tuple[Any, ...]]:
    """Return the statement for goals, with their milestones' days in one row each.

    Takes ``people`` and ``relationships``. It says nothing of the status: with that, SQLite would
    read the goals of everybody there ever was.
    """
    return (
        select(
            Goal.id,
            Goal.owner_id,
            Goal.relationship_id,
            Goal.status,
            Goal.changed_at,
            func.count(Milestone.id).label("milestones"),
            func.max(Milestone.changed_at).label("step"),
            _newest(Checkpoint.day, Checkpoint.goal_id).label("said"),
            _newest(Action.changed_at, Action.goal_id).label("action"),
            func.group_concat(Milestone.due).label("due"),
            func.group_concat(Milestone.done).label("done"),
        )
        .outerjoin(Milestone, Milestone.goal_id == Goal.id)
        .where(_theirs())
        .group_by(Goal.id)
    )


def _theirs() -> ColumnElement[bool]:
    return or_(
        Goal.owner_id.in_(bindparam("people", expanding=True)),
        Goal.relationship_id.in_(bindparam("relationships", expanding=True)),
    )


def _newest(
    column: InstrumentedAttribute[Any], goal: InstrumentedAttribute[Any]
) -> ScalarSelect[Any]:
    newest = select(func.max(column)).where(goal == Goal.id).correlate(Goal)
    return newest.scalar_subquery()
