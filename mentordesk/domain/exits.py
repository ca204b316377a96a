"""What has been sent out: a line for each time, without any text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.release import AudienceKind


class ExitKind(StrEnum):
    """By which way something left."""

    CALENDAR = "calendar"
    CHART = "chart"
    REPORT = "report"
    PRINT = "print"
    CLIPBOARD = "clipboard"


@dataclass(frozen=True, kw_only=True)
class ExitRow:
    """One line of "What I have sent out".

    Attributes:
        name: the relationship's name, where it went to one.
        count: how many items went; ``stayed`` how many stayed behind; ``private`` how many of
            those that went are private to me (only my own copy has any).
    """

    id: int
    at: datetime
    what: ExitKind
    audience: AudienceKind
    relationship: UUID | None
    name: str
    item_kind: ItemKind | None
    count: int
    stayed: int
    private: int
