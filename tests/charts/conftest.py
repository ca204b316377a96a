from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from mentordesk.domain.enums import Visibility
from mentordesk.domain.progress import MilestoneFact

TODAY = date(2026, 11, 23)

# number, title, goal, first due, due, done; the story of the sample's plan
_PLAN = (
    ("Outline", "First paper", date(2026, 9, 18), date(2026, 9, 18), date(2026, 9, 16)),
    ("Pilot data", "First paper", date(2026, 10, 15), date(2026, 12, 12), None),
    ("Draft", "First paper", date(2027, 2, 26), date(2027, 2, 26), None),
    ("Syllabus", "Teach one course", date(2026, 10, 20), date(2026, 10, 20), date(2026, 11, 2)),
    ("First lecture", "Teach one course", date(2027, 1, 15), date(2027, 1, 15), None),
    ("Short list", "Find a grant mentor", date(2026, 11, 10), date(2026, 11, 10), TODAY),
    ("Website", "Own research line", None, None, None),
)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def plan() -> list[MilestoneFact]:
    goals = list(dict.fromkeys(goal for _, goal, *_ in _PLAN))
    return [
        MilestoneFact(
            id=UUID(int=number),
            title=title,
            goal_id=UUID(int=100 + goals.index(goal)),
            goal_title=goal,
            relationship_names=("Amara Okafor",),
            first_due=first,
            due=due,
            done=done,
            visibility=Visibility.PASSABLE,
        )
        for number, (title, goal, first, due, done) in enumerate(_PLAN)
    ]


@pytest.fixture
def titled() -> Callable[[str], list[MilestoneFact]]:
    """Two goals and two milestones that all bear one title; one is reached."""

    def make(title: str) -> list[MilestoneFact]:
        due = TODAY + timedelta(9)
        return [
            MilestoneFact(UUID(int=n), title, UUID(int=9 + n), title, (), TODAY, due, done)
            for n, done in enumerate((None, TODAY))
        ]

    return make
