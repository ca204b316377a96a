"""What can be done from a relationship's page that other parts of the window do."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class RelationshipSteps:
    """Steps that are handed in; each takes the relationship.

    ``edit_person`` takes a person, ``took_place`` and ``did_not`` a meeting.
    """

    talked: Callable[[UUID], object]
    plan_meeting: Callable[[UUID], object]
    took_place: Callable[[UUID], object]
    did_not: Callable[[UUID], object]
    edit_person: Callable[[UUID], object]
    edit_relationship: Callable[[UUID], object]
    give_time: Callable[[UUID], object]
    found: Callable[[UUID], object]
    archive: Callable[[UUID], object]
    reopen: Callable[[UUID], object]
    export_calendar: Callable[[UUID], object]
    print_page: Callable[[UUID], object]
