"""The order of siblings is what was asked for, whatever the moves."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentordesk.domain.goals import OWN_PLAN, ActionDraft, GoalDraft, MilestoneDraft
from mentordesk.services.goals import Goals

TODAY = date(2026, 11, 24)
COUNT = 5
MOVES = st.lists(
    st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1), st.booleans()), max_size=25
)


@pytest.fixture
def goals(desk):
    return Goals(desk.store)


def listed(order, moves):
    """Play the moves on a plain list and say each of them as ids."""
    for moved, beside, after in moves:
        item, other = order[moved], order[beside]
        if item == other:
            continue
        order.remove(item)
        order.insert(order.index(other) + after, item)
        yield item, {"after" if after else "before": other}


def one_of_each(goals):
    """Return for goals, milestones and actions: how to add, to move and to list them."""
    goal = goals.add_goal(GoalDraft(title="First paper"))
    others = [goals.add_goal(GoalDraft(title=f"Goal {n}")) for n in range(COUNT - 1)]
    node = next(node for node in goals.plan(OWN_PLAN, TODAY) if node.id == goal)
    assert node.milestones == ()
    milestones = [goals.add_milestone(goal, MilestoneDraft(title=f"{n}")) for n in range(COUNT)]
    actions = [goals.add_action(ActionDraft(title=f"{n}", goal=goal), TODAY) for n in range(COUNT)]
    return goal, [
        ([goal, *others], goals.move_goal, lambda plan: [one.id for one in plan]),
        (milestones, goals.reorder_milestone, lambda plan: ids(plan, goal, "milestones")),
        (actions, goals.reorder_action, lambda plan: ids(plan, goal, "actions")),
    ]


def ids(plan, goal, part):
    node = next(node for node in plan if node.id == goal)
    return [row.id for row in getattr(node, part)]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES, kind=st.integers(0, 2))
def test_siblings_stand_as_they_were_put(goals, moves, kind):
    for node in goals.plan(OWN_PLAN, TODAY):
        goals.delete_goal(node.id)
    _, kinds = one_of_each(goals)
    order, move, read = kinds[kind]
    order = list(order)
    for item, where in listed(order, moves):
        move(item, **where)
        assert read(goals.plan(OWN_PLAN, TODAY)) == order


def test_a_gap_that_is_used_up_makes_room_for_itself(goals):
    _, kinds = one_of_each(goals)
    order, move, read = kinds[1]
    order = list(order)
    for item, where in listed(order, [(4, 1, False)] * 40):
        move(item, **where)
    assert read(goals.plan(OWN_PLAN, TODAY)) == order


def test_moving_one_of_many_goals_changes_one_row(store, goals):
    for number in range(50):
        goals.add_goal(GoalDraft(title=f"Goal {number}"))
    plan = goals.plan(OWN_PLAN, TODAY)
    told = []
    store.subscribe(told.append)
    goals.move_goal(plan[40].id, before=plan[3].id)
    assert told[0].items == {plan[40].id}
