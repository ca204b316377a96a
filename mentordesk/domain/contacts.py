"""Any real contact: what the quick log may hold, and the rows that pages show."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentordesk.domain.enums import MeetingForm
from mentordesk.domain.text import one_line, too_long

LONGEST = 1440
"""Minutes that one contact may take: a day."""


@dataclass(frozen=True, kw_only=True)
class ContactDraft:
    """What the quick log says: who, when, how, one line, and perhaps one thing promised.

    Attributes:
        action: what was promised; empty where nothing was.
        action_owner: who promised it; me unless it says otherwise.
    """

    relationship: UUID | None
    day: date | None
    form: MeetingForm = MeetingForm.IN_PERSON
    line: str = ""
    minutes: int | None = None
    action: str = ""
    action_owner: UUID | None = None
    action_due: date | None = None


def check_contact(draft: ContactDraft, today: date) -> dict[str, str]:
    """Return a sentence for each field of a contact that can't be kept."""
    problems = too_long(vars(draft))
    if draft.relationship is None:
        problems["relationship"] = "Choose who it was."
    if draft.day is None:
        problems["day"] = "Say on which day it was."
    elif draft.day > today:
        problems["day"] = "This day is still to come. Plan a meeting for it instead."
    if draft.minutes is not None and not 1 <= draft.minutes <= LONGEST:
        problems["minutes"] = "Choose between 1 minute and 24 hours."
    if draft.action_due is not None and not one_line(draft.action):
        problems["action"] = "Say what is due then."
    return problems


@dataclass(frozen=True, kw_only=True)
class ContactRow:
    """A contact as lists show it."""

    id: UUID
    relationship: UUID
    name: str
    initials: str
    day: date
    form: MeetingForm
    minutes: int | None
    line: str
