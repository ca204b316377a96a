from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from mentordesk.domain.contact_record import ContactFact, RecordFact, RhythmFact, Wish
from mentordesk.domain.enums import ItemKind, Phase, Visibility
from mentordesk.domain.progress import ChartKind, MilestoneFact
from mentordesk.domain.promises import PromiseFact

ChartFact = MilestoneFact | RecordFact | PromiseFact

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


RIVERA, WEI = UUID(int=900), UUID(int=901)


@pytest.fixture
def contacts() -> list[RecordFact]:
    """A year of contacts with two people, one of them in a late season."""
    wishes = {
        RIVERA: (Wish(date.min, 14), Wish(date(2026, 6, 1), 30)),
        WEI: (Wish(date.min, 30, Phase.SEPARATION),),
    }
    facts: list[RecordFact] = [
        RhythmFact(RIVERA, "Tomás Rivera", wishes[RIVERA]),
        RhythmFact(WEI, "Wei Lin", wishes[WEI]),
    ]
    for number, (who, ago, kind) in enumerate(
        (who, ago, ItemKind.MEETING if ago % 2 else ItemKind.CONTACT)
        for who, days in ((RIVERA, range(3, 350, 25)), (WEI, range(44, 300, 61)))
        for ago in days
    ):
        facts.append(ContactFact(UUID(int=1000 + number), who, TODAY - timedelta(ago), kind))
    return facts


@pytest.fixture
def kept() -> list[PromiseFact]:
    """Promises of both sides that came to everything that a promise can come to."""
    return [
        PromiseFact(
            id=UUID(int=2000 + number),
            mine=number % 2 == 0,
            promised=(promised := TODAY - timedelta(9 * number)),
            due=promised + timedelta(7),
            done=promised + timedelta(number) if number % 3 else None,
            dropped=promised + timedelta(8) if number % 9 == 6 else None,
        )
        for number in range(24)
    ]


@pytest.fixture
def facts_of(
    plan: list[MilestoneFact], contacts: list[RecordFact], kept: list[PromiseFact]
) -> dict[ChartKind, list[ChartFact]]:
    """Facts to draw each kind of chart of; one that is missing here is tried by no test."""
    return {
        ChartKind.BURN_UP: [*plan],
        ChartKind.GOALS: [*plan],
        ChartKind.MEETINGS: [*contacts],
        ChartKind.ACTIONS: [*kept],
    }


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
