from datetime import UTC, date, datetime
from typing import Any

import pytest

from mentordesk.domain.calendar import CalendarEvent
from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.domain.wall_time import WallTime

CHANGED = datetime(2026, 1, 5, tzinfo=UTC)
START = WallTime(datetime.fromisoformat("2026-05-06 14:00"), "Europe/Berlin")
DAY = date(2026, 5, 6)


def made(**fields: Any) -> CalendarEvent:
    usual = {"uid": "a", "sequence": 0, "changed_at": CHANGED, "title": "Mentoring"}
    item = {"kind": ItemKind.MEETING, "visibility": Visibility.PRIVATE}
    return CalendarEvent(**{**usual, **item, **fields})


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"start": START, "minutes": 60, "day": DAY},
        {"start": START},
        {"start": START, "minutes": -5},
        {"day": DAY, "days": 0},
        {"day": DAY, "alarms": (15, -15)},
        {"day": DAY, "changed_at": CHANGED.replace(tzinfo=None)},
    ],
)
def test_what_no_calendar_could_show_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"calendar|change"):
        made(**fields)


def test_a_meeting_and_a_whole_day_are_entries() -> None:
    assert made(start=START, minutes=60, alarms=(0, 15)).days == 1
    assert made(day=DAY, days=2).start is None
