"""Find what a typed name or day means, for the commands without a window."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentordesk.domain.errors import KnownError
from mentordesk.domain.meetings import MeetingFilter
from mentordesk.domain.name_match import match_name
from mentordesk.domain.text import one_line

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk


def find_relationship(desk: "Desk", name: str | None) -> UUID | None:
    """Return the relationship of this name; a part of it will do if it fits only one.

    Raises:
        KnownError: nobody is called so, or several are.
    """
    if name is None:
        return None
    match = match_name(name, {entry.id: entry.name for entry in desk.relationships.rail()})
    if match.found is not None:
        return match.found
    if match.several:
        raise KnownError(f"Several fit this name: {', '.join(match.hints)}. Write more of it.")
    hint = f" Did you mean {' or '.join(match.hints)}?" if match.hints else ""
    raise KnownError(f"Nobody in this file is called “{one_line(name)}”.{hint}")


def find_meeting(desk: "Desk", day: date, relationship: UUID | None) -> UUID:
    """Return the meeting of a day, as the wall counts it where it is.

    Raises:
        KnownError: there is none on that day, or more than one.
    """
    found = desk.meetings.period(day, day, MeetingFilter(relationship=relationship))
    if not found:
        raise KnownError(f"There is no such meeting on {day.isoformat()}.")
    if len(found) > 1:
        names = ", ".join(sorted({line.name for line in found}))
        raise KnownError(f"There are several meetings on {day.isoformat()}: {names}.")
    return found[0].id
