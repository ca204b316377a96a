"""Read the rows that a search found, kind by kind, each in one statement."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, literal, null, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import ItemKind
from mentordesk.models import (
    Action,
    AgendaItem,
    Checkpoint,
    Contact,
    Goal,
    Meeting,
    Milestone,
    Note,
)


@dataclass(frozen=True, kw_only=True)
class Found:
    """A row that was found, before it is known what its relationship is called.

    Attributes:
        text: the longer text beside the title.
        owner: whose it is, or whom it is about.
    """

    kind: ItemKind
    id: UUID
    title: str
    text: str
    relationship: UUID | None
    meeting: UUID | None
    goal: UUID | None
    owner: UUID | None
    day: date | None


def read_rows(session: Session, found: Mapping[ItemKind, Sequence[UUID]]) -> list[Found]:
    """Return the rows of every kind but people and meetings, in the order of the finds."""
    rows = []
    for kind, (identity, wanted) in _READS.items():
        items = found.get(kind, ())
        if items:
            read = session.execute(wanted.where(identity.in_(items)))
            by_id = {row[0]: _found(kind, *row) for row in read}
            rows += [by_id[item] for item in items if item in by_id]
    return rows


def read_meetings(
    session: Session, found: Collection[UUID], relationships: Collection[UUID], most: int
) -> list[Found]:
    """Return the newest of the meetings that were found, and of those with whom was found."""
    rows = session.execute(
        select(
            Meeting.id, Meeting.title, Meeting.place, Meeting.relationship_id, Meeting.start_local
        )
        .where(or_(Meeting.id.in_(found), Meeting.relationship_id.in_(relationships)))
        .order_by(Meeting.start_utc.desc())
        .limit(most)
    )
    return [
        _found(ItemKind.MEETING, item, title, place, bond, None, None, None, start)
        for item, title, place, bond, start in rows
    ]


def _found(
    kind: ItemKind,
    item: UUID,
    title: str,
    text: str,
    relationship: UUID | None,
    meeting: UUID | None,
    goal: UUID | None,
    owner: UUID | None,
    day: date | None,
) -> Found:
    return Found(
        kind=kind,
        id=item,
        title=title,
        text=text,
        relationship=relationship,
        meeting=item if kind is ItemKind.MEETING else meeting,
        goal=item if kind is ItemKind.GOAL else goal,
        owner=owner,
        day=day.date() if isinstance(day, datetime) else day,
    )


_NONE = null()
_EMPTY = literal("")

_READS: dict[ItemKind, tuple[Any, Select[*tuple[Any, ...]]]] = {
    ItemKind.GOAL: (
        Goal.id,
        select(
            Goal.id,
            Goal.title,
            func.concat(Goal.reason, "\n", Goal.measure),
            Goal.relationship_id,
            _NONE,
            _NONE,
            Goal.owner_id,
            _NONE,
        ),
    ),
    ItemKind.MILESTONE: (
        Milestone.id,
        select(
            Milestone.id,
            Milestone.title,
            _EMPTY,
            Goal.relationship_id,
            _NONE,
            Goal.id,
            Goal.owner_id,
            _NONE,
        ).join(Goal, Goal.id == Milestone.goal_id),
    ),
    ItemKind.ACTION: (
        Action.id,
        select(
            Action.id,
            Action.title,
            Action.dropped_why,
            func.coalesce(Action.relationship_id, Goal.relationship_id),
            Action.meeting_id,
            Goal.id,
            Goal.owner_id,
            _NONE,
        ).outerjoin(Goal, Goal.id == Action.goal_id),
    ),
    ItemKind.AGENDA_ITEM: (
        AgendaItem.id,
        select(
            AgendaItem.id,
            AgendaItem.title,
            AgendaItem.outcome,
            Meeting.relationship_id,
            Meeting.id,
            _NONE,
            _NONE,
            Meeting.start_local,
        ).join(Meeting, Meeting.id == AgendaItem.meeting_id),
    ),
    ItemKind.NOTE: (
        Note.id,
        select(
            Note.id,
            _EMPTY,
            Note.text,
            func.coalesce(Meeting.relationship_id, Goal.relationship_id),
            Meeting.id,
            Goal.id,
            func.coalesce(Goal.owner_id, Note.person_id),
            Meeting.start_local,
        )
        .outerjoin(AgendaItem, AgendaItem.id == Note.agenda_item_id)
        .outerjoin(Meeting, Meeting.id == func.coalesce(Note.meeting_id, AgendaItem.meeting_id))
        .outerjoin(Goal, Goal.id == Note.goal_id),
    ),
    ItemKind.CONTACT: (
        Contact.id,
        select(
            Contact.id,
            Contact.line,
            _EMPTY,
            Contact.relationship_id,
            _NONE,
            _NONE,
            _NONE,
            Contact.day,
        ),
    ),
    ItemKind.CHECKPOINT: (
        Checkpoint.id,
        select(
            Checkpoint.id,
            Checkpoint.line,
            _EMPTY,
            Goal.relationship_id,
            _NONE,
            Goal.id,
            Goal.owner_id,
            Checkpoint.day,
        ).join(Goal, Goal.id == Checkpoint.goal_id),
    ),
}
"""For each kind its id and what is read of it, in the order of ``_found``."""
