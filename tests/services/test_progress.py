"""Milestones as facts for the charts."""

from datetime import date
from uuid import UUID

import pytest

from mentordesk.domain.enums import GoalStatus, Role, Visibility
from mentordesk.domain.goals import OWN_PLAN, GoalDraft, MilestoneDraft, PlanScope
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.progress import MilestoneFact
from mentordesk.domain.release import Audience, AudienceKind, release
from mentordesk.services.desk import Desk

TODAY = date(2026, 11, 24)


def somebody(desk: Desk, name: str, role: Role = Role.MENTOR) -> tuple[UUID, UUID]:
    relationship = desk.relationships.add_with_person(
        PersonDraft(name=name), RelationshipDraft(role=role)
    )
    return relationship, desk.relationships.header(relationship).people[0].id


def added(desk: Desk, title: str, due: date | None = date(2026, 12, 1), **goal) -> UUID:
    item = desk.goals.add_goal(GoalDraft(title="Goal", **goal))
    return desk.goals.add_milestone(item, MilestoneDraft(title=title, due=due))


def only(desk: Desk, scope: PlanScope | None = OWN_PLAN) -> MilestoneFact:
    (fact,) = desk.progress.facts(scope)
    return fact


def titles(desk: Desk, scope: PlanScope | None) -> set[str]:
    return {fact.title for fact in desk.progress.facts(scope)}


def test_fact_of_a_milestone(desk: Desk) -> None:
    milestone = added(desk, "Pilot data")
    desk.goals.set_milestone_done(milestone, TODAY)
    fact = only(desk)
    assert (fact.id, fact.title, fact.goal_title) == (milestone, "Pilot data", "Goal")
    assert (fact.first_due, fact.due, fact.done) == (date(2026, 12, 1), date(2026, 12, 1), TODAY)
    assert not fact.moved


def test_first_date_survives_several_moves(desk: Desk) -> None:
    milestone = added(desk, "Pilot data")
    desk.goals.move_milestone(milestone, date(2026, 12, 8))
    desk.goals.move_milestone(milestone, date(2026, 12, 15))
    fact = only(desk)
    assert (fact.first_due, fact.due, fact.moved) == (date(2026, 12, 1), date(2026, 12, 15), True)


def test_move_that_was_taken_back_never_was(desk: Desk) -> None:
    milestone = added(desk, "Pilot data")
    desk.goals.move_milestone(milestone, date(2026, 12, 8))
    desk.undo()
    assert not only(desk).moved


def test_first_date_of_what_began_without_one(desk: Desk) -> None:
    milestone = added(desk, "Pilot data", due=None)
    desk.goals.move_milestone(milestone, date(2026, 12, 8))
    assert not only(desk).moved
    desk.goals.move_milestone(milestone, date(2026, 12, 15))
    assert only(desk).first_due == date(2026, 12, 8)


def test_scopes(desk: Desk) -> None:
    tomas, tomas_person = somebody(desk, "Tomás")
    _, wei_person = somebody(desk, "Wei")
    added(desk, "mine")
    added(desk, "mine and shared", shared_with=frozenset({tomas}))
    added(desk, "his", owner=tomas_person)
    added(desk, "ours", relationship=tomas)
    added(desk, "Wei's", owner=wei_person)
    assert titles(desk, OWN_PLAN) == {"mine", "mine and shared"}
    assert titles(desk, PlanScope(tomas)) == {"mine and shared", "his", "ours"}
    assert len(titles(desk, None)) == 5


@pytest.mark.parametrize("status", [GoalStatus.DRAFT, GoalStatus.LET_GO, GoalStatus.REPLACED])
def test_goals_that_nobody_measures_are_left_out(desk: Desk, status: GoalStatus) -> None:
    added(desk, "Pilot data", status=status)
    assert desk.progress.facts(None) == []


def test_of_the_archive_only_what_was_reached(desk: Desk) -> None:
    tomas, person = somebody(desk, "Tomás")
    desk.goals.set_milestone_done(added(desk, "reached", owner=person), TODAY)
    added(desk, "open", owner=person)
    desk.relationships.archive(tomas, TODAY, ())
    assert titles(desk, None) == {"reached"}
    assert titles(desk, PlanScope(tomas)) == {"reached", "open"}


def test_facts_name_the_relationships(desk: Desk) -> None:
    amara, _ = somebody(desk, "Amara", Role.MENTEE)
    tomas, person = somebody(desk, "Tomás")
    added(desk, "mine", shared_with=frozenset({tomas, amara}))
    added(desk, "his", owner=person)
    added(desk, "alone")
    names = {fact.title: fact.relationship_names for fact in desk.progress.facts(None)}
    assert names == {"mine": ("Amara", "Tomás"), "his": ("Tomás",), "alone": ()}


def test_facts_pass_the_gate_where_their_goal_is_shared(desk: Desk) -> None:
    amara, _ = somebody(desk, "Amara", Role.MENTEE)
    lena, _ = somebody(desk, "Lena", Role.MENTEE)
    added(desk, "shared", shared_with=frozenset({amara}))
    added(desk, "mine")
    facts = desk.progress.facts(None)
    going = release(facts, Audience(AudienceKind.RELATIONSHIP, amara))
    assert [fact.title for fact in going.items] == ["shared"]
    assert release(facts, Audience(AudienceKind.RELATIONSHIP, lena)).items == ()


def test_milestone_is_never_wider_than_its_goal(desk: Desk) -> None:
    milestone = added(desk, "Pilot data", visibility=Visibility.PASSABLE)
    assert only(desk).visibility is Visibility.PASSABLE
    goal = only(desk).goal_id
    desk.goals.edit_goal(goal, GoalDraft(title="Goal"))
    assert only(desk).id == milestone
    assert only(desk).visibility is Visibility.PRIVATE


def test_statements_do_not_grow_with_the_milestones(desk: Desk, statements) -> None:
    counts = []
    for _ in range(2):
        for number in range(10):
            added(desk, str(number))
        with statements(desk.store) as sent:
            desk.progress.facts(None)
        counts.append(len(sent))
    assert counts == [6, 6]
