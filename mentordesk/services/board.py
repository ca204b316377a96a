"""Mentees side by side: read all columns in a fixed number of grouped statements."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from mentordesk.domain.board import (
    NO_PROMISES,
    BoardColumn,
    BoardOrder,
    GoalFact,
    NextDate,
    Promises,
    spark,
    tally,
)
from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.meetings import LONGEST
from mentordesk.domain.text import initials
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import Meta
from mentordesk.services import board_statements as statements
from mentordesk.services.base import Service
from mentordesk.services.relationships import latest

ORDER = "board"
"""The fact about the file that tells which mentees stand side by side, and in which order."""

AnyRow: TypeAlias = Row[*tuple[Any, ...]]


class Board(Service):
    """Use cases of the mentees side by side."""

    def columns(self, now: datetime, today: date) -> tuple[BoardColumn, ...]:
        """Return a column for each mentee who is not in the archive, in the order chosen.

        Those who are left out are among them. Takes seven statements, however many they are.

        Args:
            now: the present moment.
            today: the day it is on the wall here.
        """
        with self._store.reading() as session:
            heads = _heads(session)
            order = _order(session)
            if not heads:
                return ()
            mine, theirs = _promises(session, self.me, heads, today)
            parts = _Parts(_next_dates(session, heads, now), mine, theirs, _goals(session, heads))
        return order.sort(_column(rows, parts, today) for rows in heads.values())

    def has_mentees(self) -> bool:
        """Return whether there is anybody to show side by side."""
        with self._store.reading() as session:
            return session.execute(statements.heads().limit(1)).first() is not None

    def order(self) -> BoardOrder:
        """Return which mentees stand side by side, and in which order."""
        with self._store.reading() as session:
            return _order(session)

    def set_order(self, order: BoardOrder) -> None:
        """Remember which mentees stand side by side, and in which order; outside undo."""
        kept = {
            "order": [item.hex for item in order.order],
            "hidden": sorted(item.hex for item in order.hidden),
        }
        with self._store.noting() as session:
            row = session.get(Meta, ORDER)
            if row is None:
                session.add(Meta(key=ORDER, value=json.dumps(kept)))
            else:
                row.value = json.dumps(kept)


class _Parts:
    """What stands in the columns, by relationship."""

    def __init__(
        self,
        dates: Mapping[UUID, NextDate],
        mine: Mapping[UUID, Promises],
        theirs: Mapping[UUID, Promises],
        goals: Mapping[UUID, list[GoalFact]],
    ) -> None:
        self.dates, self.mine, self.theirs, self.goals = dates, mine, theirs, goals


def _order(session: Session) -> BoardOrder:
    kept = session.scalar(select(Meta.value).where(Meta.key == ORDER))
    if kept is None:
        return BoardOrder()
    try:
        read = json.loads(kept)
        return BoardOrder(
            tuple(UUID(item) for item in read["order"]),
            frozenset(UUID(item) for item in read["hidden"]),
        )
    except (KeyError, TypeError, ValueError):  # written by another version: nothing is lost by it
        return BoardOrder()


def _heads(session: Session) -> dict[UUID, list[AnyRow]]:
    """Return the mentees with the last real contact; a group has a row for each member."""
    heads: defaultdict[UUID, list[AnyRow]] = defaultdict(list)
    for row in session.execute(statements.heads()):
        heads[row.id].append(row)
    return heads


def _next_dates(session: Session, heads: Iterable[UUID], now: datetime) -> dict[UUID, NextDate]:
    """Return the next meeting with each, in two statements."""
    known = set(heads)
    moments = {"earliest": now - timedelta(minutes=LONGEST), "now": int(now.timestamp())}
    rows = [
        row
        for row in session.execute(statements.next_dates(), moments)
        if row.relationship_id in known
    ]
    first = _agenda(session, [row.id for row in rows])
    return {
        row.relationship_id: NextDate(
            id=row.id,
            start=WallTime(row.start_local, row.zone, row.fold),
            proposed=row.status is MeetingStatus.PROPOSED,
            asked=first.get((row.id, False), ""),
            mine=first.get((row.id, True), ""),
        )
        for row in rows
    }


def _agenda(session: Session, meetings: list[UUID]) -> dict[tuple[UUID, bool], str]:
    """Return what is first of what each side wants to talk about."""
    first: dict[tuple[UUID, bool], str] = {}
    for meeting, is_me, title in session.execute(statements.agenda(), {"meetings": meetings}):
        first.setdefault((meeting, is_me), title)
    return first


def _promises(
    session: Session, me: UUID, heads: Mapping[UUID, list[AnyRow]], today: date
) -> tuple[dict[UUID, Promises], dict[UUID, Promises]]:
    """Return what I have promised to each and not done yet, and what each has promised."""
    people = {row.person for rows in heads.values() for row in rows}
    values = {
        "me": me,
        "people": [me, *people],
        "relationships": list(heads),
        "today": today,
    }
    mine: dict[UUID, Promises] = {}
    theirs: dict[UUID, Promises] = {}
    for row in session.execute(statements.promises(), values):
        side = mine if row.is_mine else theirs
        side[row.relationship_id] = Promises(
            open=row.open, overdue=round(row.overdue), next_due=row.due, title=row.title
        )
    return mine, theirs


def _goals(session: Session, heads: Mapping[UUID, list[AnyRow]]) -> dict[UUID, list[GoalFact]]:
    """Return the goals of each, in two statements: the goals, and those moved again and again."""
    by_person: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for there, rows in heads.items():
        for row in rows:
            by_person[row.person].append(there)
    whose = {"people": list(by_person), "relationships": list(heads)}
    moved: dict[UUID, int] = {}
    for goal, count in session.execute(statements.moves(), whose):
        moved[goal] = max(count, moved.get(goal, 0))
    found: defaultdict[UUID, list[GoalFact]] = defaultdict(list)
    for row in session.execute(statements.goals(), whose):
        fact = _fact(row, moved.get(row.id, 0))
        for there in {row.relationship_id, *by_person.get(row.owner_id, ())} - {None}:
            found[there].append(fact)
    return found


def _fact(goal: AnyRow, moved: int) -> GoalFact:
    moments = (goal.changed_at, goal.step, goal.action)
    signs = [moment.date() for moment in moments if moment is not None]
    if goal.said is not None:
        signs.append(goal.said)
    return GoalFact(
        status=goal.status,
        last_sign=max(signs),
        most_moved=moved,
        due=_days(goal.due),
        done=_days(goal.done),
        milestones=goal.milestones,
    )


def _days(joined: str | None) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, joined.split(","))) if joined else ()


def _column(rows: list[AnyRow], parts: _Parts, today: date) -> BoardColumn:
    head = rows[0]
    goals = parts.goals.get(head.id, [])
    name = head.title or ", ".join(row.name for row in rows)
    return BoardColumn(
        id=head.id,
        name=name,
        initials=initials(name if head.title else head.name),
        about="" if head.title else head.job,
        kind=head.kind,
        stage=head.stage,
        phase=head.phase,
        rhythm_days=head.rhythm_days,
        started_on=head.started_on,
        quiet_until=head.quiet_until,
        last_contact=latest(head.held, head.met),
        next=parts.dates.get(head.id),
        i_promised=parts.mine.get(head.id, NO_PROMISES),
        they_promised=parts.theirs.get(head.id, NO_PROMISES),
        goals=tally(goals, today),
        milestones=spark(goals),
    )
