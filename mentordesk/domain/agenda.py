"""An agenda: what there is to talk about, and how long each thing may take."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from mentordesk.domain.enums import AgendaKind
from mentordesk.domain.text import TITLE_LIMIT, one_line, too_long

LONGEST = 1440
"""Minutes that one thing may take: a day."""

_MINUTES_AT_END = re.compile(r"(.*\S)\s+(\d{1,4})\s*(?:'|′|m|min|mins|minutes)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class AgendaDraft:
    """What is said about one thing to talk about."""

    title: str
    kind: AgendaKind = AgendaKind.TOPIC
    minutes: int | None = None
    proposed_by: UUID | None = None
    outcome: str = ""


def check_agenda(draft: AgendaDraft) -> dict[str, str]:
    """Return a sentence for each field of an agenda item that can't be kept."""
    problems = too_long(vars(draft))
    if not one_line(draft.title):
        problems["title"] = "Say what to talk about."
    if draft.minutes is not None and not 1 <= draft.minutes <= LONGEST:
        problems["minutes"] = "Choose between 1 minute and 24 hours."
    return problems


def read_agenda_line(text: str) -> AgendaDraft:
    """Return the item that a typed line means: ``Reviewer comments 15 min``.

    A bare number stays in the title: "Chapter 2" takes no two minutes.
    """
    line = one_line(text)
    found = _MINUTES_AT_END.fullmatch(line)
    if found is None or not 1 <= int(found[2]) <= LONGEST or len(line) > TITLE_LIMIT:
        return AgendaDraft(title=line)
    return AgendaDraft(title=found[1], minutes=int(found[2]))


@dataclass(frozen=True, kw_only=True)
class AgendaRow:
    """One thing to talk about; ``shared`` where the other side may see it."""

    id: UUID
    title: str
    kind: AgendaKind
    minutes: int | None
    done: bool
    proposed_by: UUID | None
    outcome: str
    note: str
    shared: bool = False

    @property
    def draft(self) -> AgendaDraft:
        """Its fields, to edit."""
        return AgendaDraft(
            title=self.title,
            kind=self.kind,
            minutes=self.minutes,
            proposed_by=self.proposed_by,
            outcome=self.outcome,
        )


def agenda_minutes(items: Iterable[AgendaRow]) -> int:
    """Return how many minutes the agenda asks for, as far as its items say."""
    return sum(item.minutes or 0 for item in items)
