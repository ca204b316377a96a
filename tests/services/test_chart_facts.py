"""Contacts and promises as facts for the charts."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from mentordesk.domain.contact_record import ContactFact, RhythmFact
from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import ItemKind, Phase, Role
from mentordesk.domain.goals import ActionDraft, GoalDraft, MilestoneDraft, PlanScope
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.progress import ChartKind
from mentordesk.domain.promises import PromiseFact
from mentordesk.domain.release import Audience, AudienceKind, release
from mentordesk.services import chart_facts, progress
from mentordesk.services.desk import Desk

TODAY = date(2026, 11, 24)


@pytest.fixture
def tomas(desk: Desk) -> UUID:
    draft = RelationshipDraft(role=Role.MENTOR, rhythm_days=30)
    return desk.relationships.add_with_person(PersonDraft(name="Tomás"), draft)


def contacts(desk: Desk, there: UUID | None = None) -> list[RhythmFact | ContactFact]:
    scope = None if there is None else PlanScope(there)
    facts = desk.progress.chart_facts(ChartKind.MEETINGS, scope, TODAY)
    return [fact for fact in facts if isinstance(fact, RhythmFact | ContactFact)]


def promised(desk: Desk, there: UUID | None = None) -> list[PromiseFact]:
    scope = None if there is None else PlanScope(there)
    facts = desk.progress.chart_facts(ChartKind.ACTIONS, scope, TODAY)
    return [fact for fact in facts if isinstance(fact, PromiseFact)]


def talk(desk: Desk, there: UUID, ago: int = 9) -> UUID:
    return desk.contacts.log(ContactDraft(relationship=there, day=TODAY - timedelta(ago)), TODAY)


def test_a_relationship_and_its_contacts(desk: Desk, tomas: UUID) -> None:
    talk(desk, tomas)
    rhythm, contact = contacts(desk)
    assert isinstance(rhythm, RhythmFact)
    assert (rhythm.name, rhythm.wishes[-1].rhythm_days) == ("Tomás", 30)
    assert isinstance(contact, ContactFact)
    assert (contact.relationship, contact.kind) == (tomas, ItemKind.CONTACT)


def test_one_relationship_shows_nothing_of_the_others(desk: Desk, tomas: UUID) -> None:
    other = desk.relationships.add_with_person(
        PersonDraft(name="Wei"), RelationshipDraft(role=Role.MENTOR)
    )
    talk(desk, other)
    assert [fact.id for fact in contacts(desk, tomas)] == [tomas]


def test_the_wish_is_known_as_it_stood(desk: Desk, tomas: UUID, clock) -> None:
    clock.advance(days=10)
    people = tuple(person.id for person in desk.relationships.header(tomas).people)
    draft = RelationshipDraft(role=Role.MENTOR, rhythm_days=91, people=people)
    desk.relationships.edit(tomas, draft, TODAY)
    rhythm = contacts(desk)[0]
    assert isinstance(rhythm, RhythmFact)
    assert rhythm.wish_on(TODAY).rhythm_days == 30
    assert rhythm.wish_on(TODAY + timedelta(11)).rhythm_days == 91


def test_private_contacts_stay_behind(desk: Desk, tomas: UUID) -> None:
    talk(desk, tomas)
    going = release(contacts(desk), Audience(AudienceKind.RELATIONSHIP, tomas))
    assert going.items == ()


def test_practice_27_promises_of_both_sides(desk: Desk, tomas: UUID, me: UUID) -> None:
    theirs = desk.relationships.header(tomas).people[0].id
    for owner in (me, theirs):
        draft = ActionDraft(title="Write", owner=owner, relationship=tomas)
        desk.goals.add_action(draft, TODAY)
    assert sorted(fact.mine for fact in promised(desk, tomas)) == [False, True]


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (chart_facts, "ACTIONS_AT_ONCE"),
        (chart_facts, "RELATIONSHIPS_AT_ONCE"),
        (progress, "GOALS_AT_ONCE"),
    ):
        monkeypatch.setattr(module, name, 2)


@pytest.mark.usefixtures("small_slices")
@pytest.mark.parametrize("count", [0, 1, 2, 3, 5])
def test_slices_come_to_everything_and_the_last_one_says_so(
    desk: Desk, me: UUID, count: int
) -> None:
    for number in range(count):
        goal = desk.goals.add_goal(GoalDraft(title=f"Goal {number}"))
        desk.goals.add_milestone(goal, MilestoneDraft(title="One", due=TODAY))
        desk.goals.add_action(ActionDraft(title="Write", owner=me), TODAY)
    for kind in (ChartKind.BURN_UP, ChartKind.ACTIONS):
        parts = list(desk.progress.slices(kind, None, TODAY))
        assert [part.last for part in parts] == [False] * (len(parts) - 1) + [True]
        assert sum(len(part.facts) for part in parts) == count


def test_practice_24_a_phase_is_known_as_it_stood(desk: Desk, tomas: UUID, clock) -> None:
    clock.advance(days=10)
    people = tuple(person.id for person in desk.relationships.header(tomas).people)
    draft = RelationshipDraft(
        role=Role.MENTOR, rhythm_days=30, people=people, phase=Phase.SEPARATION
    )
    desk.relationships.edit(tomas, draft, TODAY + timedelta(10))
    rhythm = contacts(desk)[0]
    assert isinstance(rhythm, RhythmFact)
    assert rhythm.wish_on(TODAY).longest == 42
    assert rhythm.wish_on(TODAY + timedelta(11)).longest == 60
