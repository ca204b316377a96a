from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from mentordesk.domain.calendar import CalendarEvent
from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.domain.wall_time import WallTime

MakeEvent = Callable[..., CalendarEvent]


def make_event(**fields: Any) -> CalendarEvent:
    """A meeting in Berlin in May, unless told otherwise."""
    if "day" not in fields:
        berlin = WallTime(datetime.fromisoformat("2026-05-06 14:00"), "Europe/Berlin")
        fields = {"start": berlin, "minutes": 45, **fields}
    usual = {
        "uid": "one@mentordesk",
        "sequence": 0,
        "changed_at": datetime(2026, 1, 5, 9, 30, tzinfo=UTC),
        "title": "Mentoring with Ada",
        "kind": ItemKind.MEETING,
        "visibility": Visibility.PRIVATE,
    }
    return CalendarEvent(**{**usual, **fields})


@pytest.fixture(name="make_event", scope="session")
def _make_event() -> MakeEvent:
    return make_event
