"""Siblings in the order that a person gave them, by sparse positions."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.ranks import ranks_after_insert
from mentordesk.models import Action, Goal, Milestone
from mentordesk.services.base import STEP, fetch

Ordered = type[Goal] | type[Milestone] | type[Action]


class Placed(Protocol):
    """A sibling: which one, and where it stands."""

    @property
    def id(self) -> UUID:
        """Which row it is."""

    @property
    def position(self) -> int:
        """Its rank among its siblings."""


def move_beside(
    session: Session,
    kind: Ordered,
    siblings: Sequence[Placed],
    moved: UUID,
    *,
    after: UUID | None,
    before: UUID | None,
) -> None:
    """Put a row directly after one of its siblings, else directly before one.

    ``siblings`` are all of them in order, the moved one too.

    Raises:
        NotFoundError: the sibling is not there any more.
    """
    others = [one for one in siblings if one.id != moved]
    ids = [one.id for one in others]
    beside = before if after is None else after
    if beside not in ids:
        raise NotFoundError("The place to move this to is not there any more.")
    place = ids.index(beside) + (after is not None)
    if [one.id for one in siblings].index(moved) == place:
        return
    rank, shifted = ranks_after_insert([one.position for one in others], place, STEP)
    for index, position in shifted.items():
        fetch(session, kind, ids[index]).position = position
    fetch(session, kind, moved).position = rank
