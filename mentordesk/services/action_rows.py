"""Read actions into the rows that pages show."""

from typing import Any, TypeAlias

from sqlalchemy import Row, Select, select

from mentordesk.domain.goals import ActionRow
from mentordesk.models import Action, Person

_AnyRow: TypeAlias = Row[*tuple[Any, ...]]


def actions_with_owners() -> Select[*tuple[Any, ...]]:
    """Return the statement for actions with the names of who does them, to be narrowed."""
    return select(
        Action.id,
        Action.title,
        Action.owner_id,
        Action.promised_on,
        Action.due,
        Action.done,
        Action.dropped,
        Action.dropped_why,
        Action.relationship_id,
        Action.meeting_id,
        Action.goal_id,
        Action.milestone_id,
        Person.name.label("owner_name"),
        Person.is_me.label("is_mine"),
    ).join(Person, Person.id == Action.owner_id)


def action_row(row: _AnyRow) -> ActionRow:
    """Return one action as pages show it."""
    return ActionRow(**row._asdict())
