"""Reading plans and goals."""

from datetime import date

import pytest

from mentordesk.domain.enums import GoalStatus, Horizon, Role
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.goals import (
    OWN_PLAN,
    ActionDraft,
    CheckpointDraft,
    GoalDraft,
    MilestoneDraft,
    Moved,
    PlanScope,
)
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.goals import Goals

TODAY = date(2026, 11, 24)


@pytest.fixture
def goals(desk):
    return Goals(desk.store)


@pytest.fixture
def mentee(desk):
    """My relationship with a mentee, and the mentee."""
    relationship = desk.relationships.add_with_person(
        PersonDraft(name="Tomás Rivera"), RelationshipDraft(role=Role.MENTOR)
    )
    return relationship, desk.relationships.header(relationship).people[0].id


def titles(nodes):
    return [node.title for node in nodes]


def test_an_empty_plan_has_no_goals(goals):
    assert goals.plan(OWN_PLAN, TODAY) == ()


def test_open_goals_stand_by_horizon_and_the_closed_behind_them(goals):
    for title, horizon in (
        ("far", Horizon.BEYOND),
        ("soon", Horizon.YEAR),
        ("later", Horizon.THREE_YEARS),
        ("soon too", Horizon.YEAR),
    ):
        goals.add_goal(GoalDraft(title=title, horizon=horizon))
    early = goals.add_goal(GoalDraft(title="closed early"))
    late = goals.add_goal(GoalDraft(title="closed late", horizon=Horizon.BEYOND))
    goals.set_status(early, GoalStatus.LET_GO, date(2026, 1, 5))
    goals.set_status(late, GoalStatus.ACHIEVED, TODAY)
    assert titles(goals.plan(OWN_PLAN, TODAY)) == [
        "soon",
        "soon too",
        "later",
        "far",
        "closed late",
        "closed early",
    ]


def test_a_goal_says_what_is_reached_and_what_comes_next(goals):
    goal = goals.add_goal(GoalDraft(title="First paper", due=date(2027, 3, 1)))
    for title, due in (("read", 1), ("pilot", 12), ("submitted", 28)):
        goals.add_milestone(goal, MilestoneDraft(title=title, due=date(2026, 12, due)))
    read = goals.plan(OWN_PLAN, TODAY)[0].milestones[0]
    goals.set_milestone_done(read.id, TODAY)
    node = goals.plan(OWN_PLAN, TODAY)[0]
    assert (node.reached, node.total, node.next_date) == (1, 3, date(2026, 12, 12))
    assert [m.title for m in node.milestones] == ["read", "pilot", "submitted"]


def test_without_dated_milestones_the_goals_own_date_comes_next(goals):
    goal = goals.add_goal(GoalDraft(title="First paper", due=date(2027, 3, 1)))
    goals.add_milestone(goal, MilestoneDraft(title="some day"))
    assert goals.plan(OWN_PLAN, TODAY)[0].next_date == date(2027, 3, 1)


def test_what_is_reached_later_counts_as_open_when_looking_back(goals):
    goal = goals.add_goal(GoalDraft(title="First paper"))
    milestone = goals.add_milestone(goal, MilestoneDraft(title="read", due=TODAY))
    goals.set_milestone_done(milestone, TODAY)
    node = goals.plan(OWN_PLAN, date(2026, 11, 23))[0]
    assert (node.reached, node.next_date) == (0, TODAY)


def test_my_plan_leaves_out_goals_of_others(goals, mentee):
    relationship, person = mentee
    goals.add_goal(GoalDraft(title="mine"))
    goals.add_goal(GoalDraft(title="theirs", owner=person))
    goals.add_goal(GoalDraft(title="ours", relationship=relationship))
    assert titles(goals.plan(OWN_PLAN, TODAY)) == ["mine"]


def test_a_relationship_shows_theirs_ours_and_mine_where_shared(goals, mentee):
    relationship, person = mentee
    goals.add_goal(GoalDraft(title="mine alone"))
    goals.add_goal(GoalDraft(title="mine, shared", shared_with=frozenset({relationship})))
    goals.add_goal(GoalDraft(title="theirs", owner=person))
    goals.add_goal(GoalDraft(title="ours", relationship=relationship))
    plan = goals.plan(PlanScope(relationship), TODAY)
    assert titles(plan) == ["mine, shared", "theirs", "ours"]
    assert [(node.is_mine, node.owner_name) for node in plan] == [
        (True, plan[0].owner_name),
        (False, "Tomás Rivera"),
        (False, ""),
    ]


def test_another_relationship_sees_none_of_it(goals, desk, mentee):
    other = desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.MENTOR)
    )
    goals.add_goal(GoalDraft(title="theirs", owner=mentee[1]))
    goals.add_goal(GoalDraft(title="shared", shared_with=frozenset({mentee[0]})))
    assert goals.plan(PlanScope(other), TODAY) == ()


def test_actions_say_whose_they_are_and_where_they_belong(goals, mentee):
    goal = goals.add_goal(GoalDraft(title="First paper"))
    milestone = goals.add_milestone(goal, MilestoneDraft(title="pilot"))
    goals.add_action(ActionDraft(title="send draft", goal=goal), TODAY)
    goals.add_action(ActionDraft(title="read it", owner=mentee[1], milestone=milestone), TODAY)
    mine, theirs = goals.plan(OWN_PLAN, TODAY)[0].actions
    assert (mine.title, mine.is_mine, mine.milestone_id) == ("send draft", True, None)
    assert (theirs.owner_name, theirs.is_mine, theirs.goal_id) == ("Tomás Rivera", False, goal)
    assert theirs.promised_on == TODAY


def test_a_goal_in_full_can_be_edited_from_what_it_says(goals, mentee):
    draft = GoalDraft(
        title="First paper",
        reason="Needed for every next step",
        measure="Accepted for review",
        track="research",
        priority=1,
        start=date(2026, 1, 1),
        due=date(2027, 1, 1),
        shared_with=frozenset({mentee[0]}),
    )
    goal = goals.add_goal(draft)
    detail = goals.goal(goal, TODAY)
    assert detail.draft.shared_with == {mentee[0]}
    assert [shared.name for shared in detail.node.shared_with] == ["Tomás Rivera"]
    goals.edit_goal(goal, detail.draft)
    assert goals.goal(goal, TODAY) == detail


def test_checkpoints_come_newest_first_with_who_says_so(goals, mentee):
    goal = goals.add_goal(GoalDraft(title="First paper"))
    goals.add_checkpoint(goal, CheckpointDraft(line="slow", day=date(2026, 10, 1)))
    goals.add_checkpoint(goal, CheckpointDraft(line="better", day=TODAY, person=mentee[1]))
    first, second = goals.goal(goal, TODAY).checkpoints
    assert (first.line, first.person_name, first.is_mine) == ("better", "Tomás Rivera", False)
    assert (second.line, second.is_mine) == ("slow", True)


def test_a_milestone_that_was_moved_says_how_often_and_from_where(goals):
    goal = goals.add_goal(GoalDraft(title="First paper"))
    milestone = goals.add_milestone(goal, MilestoneDraft(title="pilot", due=date(2026, 10, 15)))
    goals.add_milestone(goal, MilestoneDraft(title="never moved", due=TODAY))
    goals.move_milestone(milestone, date(2026, 11, 20))
    goals.move_milestone(milestone, date(2026, 12, 12), "Scanner booked out.")
    moved = goals.goal(goal, TODAY).moved
    assert moved == {milestone: Moved(first_due=date(2026, 10, 15), times=2)}


def test_written_changes_tell_what_says_something_else_and_why(goals):
    goal = goals.add_goal(GoalDraft(title="First paper", measure="submitted"))
    goals.add_goal(GoalDraft(title="Another"))
    milestone = goals.add_milestone(goal, MilestoneDraft(title="pilot", due=TODAY))
    goals.edit_goal(goal, GoalDraft(title="First paper", measure="accepted"), "Agreed.")
    goals.move_milestone(milestone, date(2026, 12, 12), "Scanner booked out.")
    goals.move_goal(goal, after=goals.plan(OWN_PLAN, TODAY)[1].id)
    first, second = goals.goal(goal, TODAY).changes
    assert (first.item, first.reason) == (milestone, "Scanner booked out.")
    assert [(c.name, c.before, c.after) for c in first.columns] == [
        ("due", TODAY, date(2026, 12, 12))
    ]
    assert (second.reason, second.columns[0].after) == ("Agreed.", "accepted")


def test_a_goal_that_is_gone_is_said_to_be(goals):
    goal = goals.add_goal(GoalDraft(title="First paper"))
    goals.delete_goal(goal)
    with pytest.raises(NotFoundError):
        goals.goal(goal, TODAY)


def fill(goals, mentee, count):
    for number in range(count):
        goal = goals.add_goal(GoalDraft(title=f"Goal {number}", shared_with=frozenset({mentee[0]})))
        goals.add_milestone(goal, MilestoneDraft(title="one", due=TODAY))
        goals.add_action(ActionDraft(title="do", goal=goal, owner=mentee[1]), TODAY)


@pytest.mark.parametrize("own", [True, False], ids=["own plan", "relationship"])
def test_a_plan_takes_as_many_statements_for_many_goals_as_for_few(
    store, goals, mentee, statements, own
):
    scope = OWN_PLAN if own else PlanScope(mentee[0])
    taken = []
    for count in (2, 48):
        fill(goals, mentee, count)
        with statements(store) as seen:
            nodes = goals.plan(scope, TODAY)
        taken.append(len(seen))
    assert len(nodes) == 50
    assert taken[0] == taken[1] <= 8
