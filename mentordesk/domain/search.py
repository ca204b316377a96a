"""What search finds."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentordesk.domain.enums import ItemKind


@dataclass(frozen=True, kw_only=True)
class SearchHit:
    """One find: a person, a goal or a meeting, by its title.

    Attributes:
        relationship: where it belongs, if it belongs to one.
        whose: the other side's name, for a goal of theirs or a meeting.
        day: the day of a meeting.
    """

    kind: ItemKind
    id: UUID
    title: str
    relationship: UUID | None = None
    whose: str = ""
    day: date | None = None
