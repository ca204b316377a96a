"""What search finds."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentordesk.domain.enums import ItemKind


@dataclass(frozen=True, kw_only=True)
class SearchHit:
    """One find, in whatever was written.

    Attributes:
        id: the row's; of a person, the relationship's that they are shown in.
        title: the row's own; empty for a note.
        relationship: where it belongs, if it belongs to one.
        whose: the other side's name, except for a person.
        day: the day of a meeting, also for what was said in it, or of a contact or checkpoint.
        meeting: the meeting that it is read in, if any.
        goal: the goal that it is read in, if any.
        snippet: the words around the find, where they are not in the title.
    """

    kind: ItemKind
    id: UUID
    title: str
    relationship: UUID | None = None
    whose: str = ""
    day: date | None = None
    meeting: UUID | None = None
    goal: UUID | None = None
    snippet: str = ""
