"""What the tests of the services share beside the desk, the clock and the counter of statements."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

if TYPE_CHECKING:
    from mentordesk.store.key import Key
    from mentordesk.store.store import Store


@pytest.fixture
def key(desk_key: "Key | None") -> "Key | None":
    """The key of the desk; ``pytest --encrypted`` gives every desk one."""
    return desk_key


@pytest.fixture
def many_rows(store: "Store", me: UUID) -> Callable[[int], None]:
    """Fill the desk in bulk: as many of everything as asked, all of it waiting for me."""
    from sqlalchemy import insert

    from mentordesk import models
    from mentordesk.domain.enums import MeetingStatus, Role

    overdue, held_on = date(2026, 9, 1), datetime(2026, 6, 1, 10, tzinfo=UTC)
    fixed = {"rev": 1, "changed_at": datetime(2026, 1, 1, tzinfo=UTC)}

    def rows_of(number: int) -> dict[type[models.Kept], dict[str, object]]:
        person, relationship, goal, meeting = uuid4(), uuid4(), uuid4(), uuid4()
        there = {"relationship_id": relationship}
        start = {"start_local": held_on.replace(tzinfo=None), "start_utc": held_on, "zone": "UTC"}
        status = MeetingStatus.HELD if number % 2 else MeetingStatus.CONFIRMED
        return {
            models.Person: {"id": person, "name": f"Person {number}"},
            models.Relationship: {"id": relationship, "role": Role.MENTOR, "rhythm_days": 30},
            models.Member: {"person_id": person, **there},
            models.Goal: {"id": goal, "title": f"Goal {number}", "owner_id": person},
            models.Milestone: {"goal_id": goal, "title": "Step", "due": overdue},
            models.Meeting: {
                "id": meeting,
                "uid": str(meeting),
                "status": status,
                **start,
                **there,
            },
            models.AgendaItem: {"meeting_id": meeting, "title": "Topic"},
            models.Contact: {"day": overdue, **there},
            models.Action: {"owner_id": me if number % 2 else person, "title": "x", "due": overdue},
        }

    def fill(count: int) -> None:
        made = [rows_of(number) for number in range(count)]
        with store.building() as connection:
            for kind in made[0]:
                rows = [{"id": uuid4(), **fixed, **one[kind]} for one in made]
                connection.execute(insert(kind), rows)

    return fill
