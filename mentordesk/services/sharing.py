"""Who an item is shared with, for the gate."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import ItemKind
from mentordesk.models import Meeting, Share

Shares = dict[UUID, frozenset[UUID]]
"""The relationships that items are shared with, by item."""


def goal_shares(session: Session) -> Shares:
    """Return the relationships that goals are shared with, in one statement."""
    wanted = select(Share.item_id, Share.relationship_id)
    return _gathered(session, wanted.where(Share.item_kind == ItemKind.GOAL))


def meeting_shares(session: Session, *fitting: ColumnElement[bool]) -> Shares:
    """Return the relationships that meetings are shared with beside their own; one statement.

    Args:
        session: a reading session.
        fitting: conditions on ``Meeting``.
    """
    wanted = (
        select(Share.item_id, Share.relationship_id)
        .join(Meeting, Meeting.id == Share.item_id)
        .where(Share.item_kind == ItemKind.MEETING)
        .where(Share.relationship_id != Meeting.relationship_id, *fitting)
    )
    return _gathered(session, wanted)


def _gathered(session: Session, wanted: Select[UUID, UUID]) -> Shares:
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for item, relationship in session.execute(wanted):
        found[item].add(relationship)
    return {item: frozenset(shared) for item, shared in found.items()}
