"""Read the change journal: what was changed and why, and where things stood at first.

Only change sets that stand count: one that was taken back, and the undo itself, never do.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentordesk.domain.changes import ColumnChange, WrittenChange
from mentordesk.domain.enums import ChangeKind, ItemKind, Operation
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.goals import check_reason
from mentordesk.domain.text import one_line
from mentordesk.models import (
    Base,
    Change,
    ChangeSet,
    Checkpoint,
    Goal,
    Member,
    Milestone,
    Person,
    Share,
)
from mentordesk.services.base import Service
from mentordesk.store.raw import from_json

AT_ONCE = 20_000
"""Items asked for in one statement, under SQLite's limit of variables (32,766)."""


class Changes(Service):
    """Use cases of the written record."""

    def of_goal(self, goal: UUID, *, limit: int = 50) -> list[WrittenChange]:
        """Return what was changed in a goal and its milestones, removed ones too, newest first."""
        milestones = select(Milestone.id).where(Milestone.goal_id == goal)
        with self._store.reading() as session:
            wanted = or_(
                Change.item == goal,
                Change.item.in_(milestones),
                Change.item.in_(removed_milestones(goal)),
            )
            return _written(session, wanted, limit=limit)

    def of_relationship(
        self,
        relationship: UUID,
        *,
        since: datetime | None = None,
        limit: int = 200,
    ) -> list[WrittenChange]:
        """Return what was changed in a relationship's goals and milestones, newest first.

        These are the other side's goals, the relationship's own, and mine that are shared there.
        """
        goals = _goals_of(relationship, self._store.who)
        parts = [select(kind.id).where(kind.goal_id.in_(goals)) for kind in (Milestone, Checkpoint)]
        with self._store.reading() as session:
            wanted = or_(Change.item.in_(goals), *(Change.item.in_(part) for part in parts))
            return _written(session, wanted, since=since, limit=limit)

    def give_reason(self, change_set: int, reason: str) -> None:
        """Say afterwards why something was changed; the change stays the one step that it was.

        Raises:
            DraftError: the reason is too long.
            NotFoundError: the change was taken back meanwhile.
        """
        if problems := check_reason(reason):
            raise DraftError(problems)
        # The change has its reason now: what is moved next is a change of its own.
        self._store.stop_typing()
        with self._store.noting() as session:
            found = session.get(ChangeSet, change_set)
            if found is None or found.taken_back_by is not None:
                raise NotFoundError("This change was taken back, so it needs no reason any more.")
            found.reason = one_line(reason)


def written_changes(
    session: Session,
    items: Sequence[UUID],
    since: datetime | None = None,
    limit: int | None = None,
) -> list[WrittenChange]:
    """Return what was changed in some rows, newest first, in one statement."""
    found: list[WrittenChange] = []
    for some in _portions(items):
        found += _written(session, Change.item.in_(some), since=since, limit=limit)
    found.sort(key=lambda change: change.change_set, reverse=True)
    return found[:limit]


def removed_milestones(goal: UUID) -> Select[UUID]:
    """Return the milestones that a goal had once: the record of their end says whose they were."""
    whose = func.json_extract(Change.columns, "$.goal_id[0].hex")
    return (
        select(Change.item)
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .where(Change.table_name == Milestone.__tablename__, Change.operation == Operation.DELETE)
        .where(whose == goal.hex, standing())
    )


@dataclass(frozen=True)
class Moves:
    """What became of a column, for the rows in which it got another value.

    Attributes:
        first: the first value that it had.
        times: how often it got another one when it had one.
    """

    first: dict[UUID, Any] = field(default_factory=dict)
    times: dict[UUID, int] = field(default_factory=dict)


def first_values(
    session: Session, column: InstrumentedAttribute[Any], items: Sequence[UUID]
) -> dict[UUID, Any]:
    """Return the first value that a column had, for the rows in which it got another one.

    A column that was empty at first begins with the value that it was given.
    """
    return read_moves(session, column, items).first


def read_moves(
    session: Session, column: InstrumentedAttribute[Any], items: Sequence[UUID]
) -> Moves:
    """Return where a column stood at first and how often it was moved, in one statement."""
    moves = Moves()
    for item, (before, after) in _column_changes(session, column, items):
        if before is None:
            continue
        if item not in moves.first:
            moves.first[item] = _typed(column.class_.__tablename__, column.key, before)
        if after is not None:
            moves.times[item] = moves.times.get(item, 0) + 1
    return moves


def most_moved(column: InstrumentedAttribute[Any], items: Select[UUID, UUID]) -> Select[UUID, int]:
    """Return the statement for how often a column that had a value got another one.

    It counts in the file, for many rows of which few were changed more than once.

    Args:
        column: such as the due date of milestones.
        items: the rows, each with what it hangs on, which is told with the count.
    """
    rows = items.subquery()
    item, home = rows.c
    before, after = (func.json_extract(Change.columns, f"$.{column.key}[{n}]") for n in (0, 1))
    return (
        select(home, func.count())
        .select_from(rows)
        .join(Change, Change.item == item)
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .where(standing(), Change.operation == Operation.UPDATE)
        .where(Change.table_name == column.class_.__tablename__)
        .where(before.is_not(None), after.is_not(None))
        .group_by(item, home)
        .having(func.count() > 1)
    )


def _column_changes(
    session: Session, column: InstrumentedAttribute[Any], items: Sequence[UUID]
) -> Iterator[tuple[UUID, list[Any]]]:
    """Yield each standing change of one column, oldest first."""
    for some in _portions(items):
        rows = session.execute(
            select(Change.item, Change.columns)
            .join(ChangeSet, ChangeSet.id == Change.set_id)
            .where(standing(), Change.operation == Operation.UPDATE, Change.item.in_(some))
            .where(Change.table_name == column.class_.__tablename__)
            .order_by(Change.set_id)
        )
        for item, columns in rows:
            if column.key in columns:
                yield item, columns[column.key]


def _written(
    session: Session,
    wanted: ColumnElement[bool],
    *,
    since: datetime | None = None,
    limit: int | None = None,
) -> list[WrittenChange]:
    rows = (
        select(*_WRITTEN, func.coalesce(Person.name, ""))
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .outerjoin(Person, Person.id == ChangeSet.who)
        .where(standing(), wanted)
        .order_by(Change.set_id.desc(), Change.position)
    )
    if since is not None:
        rows = rows.where(ChangeSet.at >= since)
    if limit is not None:
        rows = rows.limit(limit)
    return [_row(*row) for row in session.execute(rows)]


_WRITTEN = (
    ChangeSet.id,
    ChangeSet.at,
    ChangeSet.label,
    ChangeSet.reason,
    Change.table_name,
    Change.item,
    Change.operation,
    Change.columns,
)
"""What is read of a change; as mapped rows they would take twice as long."""


def _row(
    set_id: int,
    at: datetime,
    label: str,
    reason: str,
    table: str,
    item: UUID,
    operation: Operation,
    changed: dict[str, list[object]],
    who: str,
) -> WrittenChange:
    columns: tuple[ColumnChange, ...] = ()
    if operation is Operation.UPDATE:
        columns = tuple(
            ColumnChange(name, *(_typed(table, name, value) for value in pair))
            for name, pair in changed.items()
        )
    deleted = operation is Operation.DELETE
    return WrittenChange(
        change_set=set_id,
        at=at,
        label=label,
        reason=reason,
        who=who,
        table=table,
        item=item,
        columns=columns,
        inserted=operation is Operation.INSERT,
        deleted=deleted,
        title=str(changed["title"][0]) if deleted and "title" in changed else "",
    )


def standing() -> ColumnElement[bool]:
    """Return the condition on ``ChangeSet`` that it was not taken back and is no undo."""
    kinds = (ChangeKind.DO, ChangeKind.REDO)
    return and_(ChangeSet.kind.in_(kinds), ChangeSet.taken_back_by.is_(None))


def _goals_of(relationship: UUID, me: UUID | None) -> Select[UUID]:
    others = select(Member.person_id).where(Member.relationship_id == relationship)
    shared = select(Share.item_id).where(
        Share.item_kind == ItemKind.GOAL, Share.relationship_id == relationship
    )
    return select(Goal.id).where(
        or_(
            and_(Goal.owner_id.in_(others), Goal.owner_id != me),
            Goal.relationship_id == relationship,
            Goal.id.in_(shared),
        )
    )


def _typed(table: str, column: str, stored: object) -> Any:  # noqa: ANN401 (any column's type)
    """Return a stored value as the mapped column gives it.

    What the columns of today do not know, such as one that a migration removed, stays as stored.
    """
    read = _reader(table, column)
    value = from_json(stored)
    if read is None or value is None:
        return value
    try:
        return read(value)
    except (LookupError, ValueError):
        return value


@cache
def _reader(table: str, column: str) -> Callable[[Any], Any] | None:
    known = Base.metadata.tables.get(table)
    if known is None or column not in known.columns:
        return None
    dialect = sqlite.dialect()
    kind = known.columns[column].type.dialect_impl(dialect)
    reader: Callable[[Any], Any] | None = kind.result_processor(dialect, None)
    return reader


def _portions(items: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(items), AT_ONCE):
        yield items[start : start + AT_ONCE]
