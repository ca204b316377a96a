"""What is said after each change, and what can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mentordesk.domain.enums import ChangeKind


@dataclass(frozen=True)
class Changed:
    """What the views are told after each change, when it is safe in the file.

    Attributes:
        label: what was done, without any text a person wrote.
        change_set: what a notice's Undo takes back.
        tables: names of the tables touched; ``items`` the rows.
        initiator: whoever asked, so that an editor can skip its own echo.
    """

    label: str
    kind: ChangeKind
    change_set: int
    tables: frozenset[str]
    items: frozenset[UUID]
    initiator: object = None

    def touches(self, *tables: str) -> bool:
        """Return whether any of these tables was changed."""
        return not self.tables.isdisjoint(tables)


@dataclass(frozen=True)
class Recovery:
    """The file was not closed the last time: the program or the computer stopped.

    Attributes:
        since: when it had been opened, in UTC.
        half_change: a change was under way, and was taken back.
    """

    since: datetime
    half_change: bool


@dataclass(frozen=True)
class Step:
    """A change set that can be taken back or made again."""

    id: int
    label: str
    reason: str
