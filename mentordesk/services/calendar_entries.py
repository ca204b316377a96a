"""Make calendar entries of meetings and milestones."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from mentordesk.domain.calendar import CalendarEvent, CalendarWish, EventStatus
from mentordesk.domain.enums import (
    PLANNED,
    Detail,
    ItemKind,
    MeetingStatus,
    Operation,
    Role,
    Visibility,
)
from mentordesk.domain.meetings import calendar_uid
from mentordesk.domain.release import Audience, AudienceKind, narrower, release
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import AgendaItem, Change, ChangeSet, Meeting
from mentordesk.services.naming import Named

AnyRow: TypeAlias = Row[*tuple[Any, ...]]

COLUMNS = (
    Meeting.id,
    Meeting.relationship_id,
    Meeting.uid,
    Meeting.sequence,
    Meeting.changed_at,
    Meeting.visibility,
    Meeting.start_local,
    Meeting.zone,
    Meeting.fold,
    Meeting.minutes,
    Meeting.title,
    Meeting.place,
    Meeting.link,
    Meeting.status,
)
"""What an entry needs of a meeting."""

_STATUS = {
    MeetingStatus.PROPOSED: EventStatus.TENTATIVE,
    MeetingStatus.CANCELLED: EventStatus.CANCELLED,
    MeetingStatus.MISSED: EventStatus.CANCELLED,
}
_OCCASION = {Role.MENTEE: "Mentoring", Role.MENTOR: "Mentoring", Role.PEER: "Meeting"}


@dataclass(frozen=True)
class AgendaLine:
    """One thing on an agenda, as the gate sees it.

    Attributes:
        line: as it reads in a calendar.
    """

    visibility: Visibility
    shared_with: frozenset[UUID]
    line: str
    kind: ItemKind = ItemKind.AGENDA_ITEM


@dataclass(frozen=True)
class Agendas:
    """The agendas of meetings.

    Attributes:
        lines: visibility and text of each item, by meeting.
        changed_at: when an agenda was last changed, taking an item off included.
    """

    lines: dict[UUID, list[tuple[Visibility, str]]] = field(default_factory=dict)
    changed_at: dict[UUID, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Reader:
    """For whom entries are made, and how they shall read.

    Attributes:
        me: my own name, for the other side's calendar.
        left_out: gathers what stays behind of the meetings.
    """

    wish: CalendarWish
    audience: Audience
    me: str
    agendas: Agendas
    left_out: Counter[ItemKind] = field(default_factory=Counter)


def read_agendas(session: Session, fitting: Iterable[ColumnElement[bool]]) -> Agendas:
    """Return the agendas of the meetings that fit, in two statements."""
    lines: defaultdict[UUID, list[tuple[Visibility, str]]] = defaultdict(list)
    changed_at = _last_removals(session)
    rows = session.execute(
        select(
            AgendaItem.meeting_id,
            AgendaItem.visibility,
            AgendaItem.title,
            AgendaItem.minutes,
            AgendaItem.changed_at,
        )
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(*fitting)
        .order_by(AgendaItem.meeting_id, AgendaItem.position, AgendaItem.id)
    )
    for meeting, visibility, title, minutes, changed in rows:
        lines[meeting].append(
            (visibility, f"- {title} ({minutes} min)" if minutes else f"- {title}")
        )
        changed_at[meeting] = max(changed, changed_at.get(meeting, changed))
    return Agendas(lines, changed_at)


def _last_removals(session: Session) -> dict[UUID, datetime]:
    """Return when something was last taken off an agenda, by meeting.

    Without it the time of the last change would fall back when the newest item is removed.
    """
    meeting = func.json_extract(Change.columns, "$.meeting_id[0].hex")
    rows = session.execute(
        select(meeting, func.max(ChangeSet.at, type_=ChangeSet.at.type))
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .where(Change.table_name == ItemKind.AGENDA_ITEM, Change.operation == Operation.DELETE)
        .group_by(meeting)
    )
    return {UUID(hex=item): at for item, at in rows if item}


def meeting_entry(
    row: AnyRow, reader: Reader, named: Named, shared: frozenset[UUID]
) -> CalendarEvent:
    """Return the entry of one meeting, with no more of its agenda than its reader may see."""
    wish, discreet = reader.wish, reader.wish.detail is Detail.DISCREET
    # In the order of COLUMNS: to ask a row for each by name takes twice as long.
    (
        item,
        relationship,
        uid,
        sequence,
        changed_at,
        visibility,
        local,
        zone,
        fold,
        minutes,
        title,
        place,
        link,
        status,
    ) = row
    shared = shared | {relationship} if shared else _alone(relationship)
    agenda, visibility = _agenda(item, visibility, reader, shared)
    return CalendarEvent(
        uid=uid,
        sequence=sequence,
        changed_at=max(changed_at, reader.agendas.changed_at.get(item, changed_at)),
        title="Meeting" if discreet else _title(title, reader, named),
        kind=ItemKind.MEETING,
        visibility=visibility,
        shared_with=shared,
        start=WallTime(local, zone, fold),
        minutes=minutes,
        description=agenda,
        place="" if discreet else place,
        link="" if discreet else link,
        status=_STATUS.get(status, EventStatus.CONFIRMED),
        # A reminder of what is over would ring at once on import.
        alarms=wish.alarms if status in PLANNED else (),
        confidential=wish.confidential,
    )


@lru_cache(maxsize=1024)
def _alone(relationship: UUID) -> frozenset[UUID]:
    return frozenset((relationship,))


def _agenda(
    item: UUID, visibility: Visibility, reader: Reader, shared: frozenset[UUID]
) -> tuple[str, Visibility]:
    """Return the agenda as its reader may see it, and how widely an entry with it may be seen."""
    found = reader.agendas.lines.get(item)
    if not found:
        return "", visibility
    lines = [AgendaLine(narrower(seen, visibility), shared, line) for seen, line in found]
    released = release(lines, reader.audience)
    reader.left_out.update(released.stays)
    if not released.items:
        return "", visibility
    for part in released.items:
        visibility = narrower(part.visibility, visibility)
    return "\n".join(["Agenda:", *(part.line for part in released.items)]), visibility


def _title(title: str, reader: Reader, named: Named) -> str:
    """Return whom one meets, as the reader sees it, and what about."""
    for_partner = reader.audience.kind is AudienceKind.RELATIONSHIP and len(named.people) == 1
    words = f"{_OCCASION[named.role]} with {reader.me if for_partner and reader.me else named.name}"
    return f"{words}: {title}" if title else words


def milestone_entry(row: AnyRow, wish: CalendarWish, shared: frozenset[UUID]) -> CalendarEvent:
    """Return the entry of one milestone, on the day it is due."""
    discreet = wish.detail is Detail.DISCREET
    return CalendarEvent(
        uid=calendar_uid(row.id),
        sequence=row.rev,
        changed_at=row.changed_at,
        title="Due date" if discreet else f"Milestone due: {row.title}",
        kind=ItemKind.MILESTONE,
        visibility=narrower(row.visibility, row.goal_visibility),
        shared_with=shared,
        day=row.due,
        description=f"Goal: {row.goal}" if wish.detail is Detail.FULL else "",
        confidential=wish.confidential,
    )
