from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from mentordesk.domain.enums import GoalStatus, Horizon, Visibility
from mentordesk.domain.goals import ActionRow, GoalNode, MilestoneRow
from mentordesk.ui.pages.plan.said import Said
from mentordesk.ui.pages.plan.tree_items import Kind, plan_items
from mentordesk.ui.pages.plan.tree_model import PlanModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
TODAY = date(2026, 11, 24)


def ident(number):
    return UUID(int=number + 1)


def milestone(number, goal, title="Pilot data", done=None):
    return MilestoneRow(id=ident(number), goal_id=ident(goal), title=title, due=None, done=done)


def action(number, goal, under=None, **changes):
    values = {
        "id": ident(number),
        "title": "send draft",
        "owner_id": ident(999),
        "owner_name": "Maya",
        "is_mine": True,
        "promised_on": None,
        "due": None,
        "done": None,
        "dropped": None,
        "dropped_why": "",
        "relationship_id": None,
        "meeting_id": None,
        "goal_id": ident(goal),
        "milestone_id": under,
    }
    return ActionRow(**(values | changes))


def goal(number, *, horizon=Horizon.YEAR, status=GoalStatus.ACTIVE, milestones=(), actions=()):
    return GoalNode(
        id=ident(number),
        title=f"Goal {number}",
        status=status,
        horizon=horizon,
        due=None,
        closed_on=None,
        next_date=None,
        reached=0,
        total=len(milestones),
        milestones=tuple(milestones),
        actions=tuple(actions),
        owner_id=None,
        owner_name="",
        is_mine=True,
        relationship_id=None,
        visibility=Visibility.PRIVATE,
        shared_with=(),
    )


@pytest.fixture
def model(qapp):
    return new_model()


def new_model():
    return PlanModel(Said(lambda: TODAY))


def titles(model, parent=None):
    parent = parent or QModelIndex()
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(index.data(), titles(model, index)) for index in rows]


PLANS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(Horizon),
        st.sampled_from([GoalStatus.ACTIVE, GoalStatus.ACHIEVED]),
        st.lists(st.integers(10, 14), unique=True, max_size=3),
        st.lists(st.integers(20, 24), unique=True, max_size=3),
    ),
    unique_by=lambda one: one[0],
    max_size=5,
)


def plan(drawn):
    """Return goals in a plan's order; a milestone or an action hangs on one goal only."""
    taken = set()
    goals = []
    for number, horizon, status, milestones, actions in drawn:
        own = [m for m in milestones if m not in taken]
        promised = [a for a in actions if a not in taken]
        taken |= {*own, *promised}
        rows = [milestone(m, number) for m in own]
        under = rows[0].id if rows else None
        goals.append(
            goal(
                number,
                horizon=horizon,
                status=status,
                milestones=rows,
                actions=[action(a, number, under if a % 2 else None) for a in promised],
            )
        )
    order = list(Horizon)
    return sorted(goals, key=lambda one: (not one.is_open, one.is_open * order.index(one.horizon)))


@given(PLANS, PLANS, PLANS)
def test_any_plan_may_follow_any_other(first, second, third):
    model = new_model()
    tester = QAbstractItemModelTester(model, FATAL)
    fresh = None
    for drawn in (first, second, third):
        kept = {key: QPersistentModelIndex(model.index_of(key)) for key in model.folding_keys()}
        model.set_items(plan_items(plan(drawn)))
        for key, index in kept.items():
            assert not index.isValid() or model.key(index) == key
        fresh = new_model()
        fresh.set_items(plan_items(plan(drawn)))
        assert titles(model) == titles(fresh)
    assert tester.model() is model


def test_goals_stand_under_their_horizon_and_closed_ones_at_the_end(model):
    closed = goal(2, status=GoalStatus.LET_GO)
    model.set_items(plan_items([goal(0), goal(1, horizon=Horizon.BEYOND), closed]))
    assert titles(model) == [
        ("Within a year", [("Goal 0", [])]),
        ("Beyond three years", [("Goal 1", [])]),
        ("Reached and set aside", [("Goal 2", [])]),
    ]


def test_actions_hang_on_their_milestone_or_on_the_goal(model):
    pilot = milestone(10, 0)
    actions = [action(20, 0, pilot.id, title="book scanner"), action(21, 0)]
    model.set_items(plan_items([goal(0, milestones=[pilot], actions=actions)]))
    assert titles(model)[0][1] == [
        ("Goal 0", [("Pilot data", [("book scanner", [])]), ("send draft", [])])
    ]


def test_a_change_is_told_for_its_line_only(model, qtbot):
    model.set_items(plan_items([goal(0, milestones=[milestone(10, 0), milestone(11, 0)])]))
    after = [milestone(10, 0), milestone(11, 0, title="Submitted")]
    told = []
    model.dataChanged.connect(lambda first, _last: told.append(model.key(first)))
    model.set_items(plan_items([goal(0, milestones=after)]))
    assert (Kind.MILESTONE, ident(11)) in told
    assert (Kind.MILESTONE, ident(10)) not in told


def test_the_keys_pass_over_heads_but_not_over_the_closed_goals(model):
    model.set_items(plan_items([goal(0), goal(1, status=GoalStatus.ACHIEVED)]))
    heads = [model.index(row, 0) for row in range(2)]
    assert [bool(i.flags() & Qt.ItemFlag.ItemIsEnabled) for i in heads] == [False, True]
    assert not heads[1].flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_line_says_all_of_itself_to_a_screen_reader(model):
    theirs = action(20, 0, owner_name="Tomás Rivera", is_mine=False, due=date(2026, 12, 1))
    reached = milestone(10, 0, done=date(2026, 6, 3))
    model.set_items(plan_items([goal(0, milestones=[reached], actions=[theirs])]))
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    keys = [(Kind.GOAL, ident(0)), (Kind.MILESTONE, ident(10)), (Kind.ACTION, ident(20))]
    assert [model.index_of(key).data(role) for key in keys] == [
        "0 of 1 milestone reached, no date yet",
        "milestone, done 3 Jun",
        "action, Tomás Rivera, Tomás · 1 Dec",
    ]


def test_a_box_says_whether_it_is_ticked_and_asks_to_be(model, qtbot):
    model.set_items(plan_items([goal(0, milestones=[milestone(10, 0, done=TODAY)])]))
    index = model.index_of((Kind.MILESTONE, ident(10)))
    role = Qt.ItemDataRole.CheckStateRole
    assert index.data(role) == Qt.CheckState.Checked
    with qtbot.waitSignal(model.done_wanted) as asked:
        model.setData(index, Qt.CheckState.Unchecked, role)
    assert asked.args == [(Kind.MILESTONE, ident(10)), False]
    assert index.data(role) == Qt.CheckState.Checked


def drop(model, dragged, row, parent):
    """Drop a line and return what was asked for."""
    asked = []
    model.move_wanted.connect(lambda *place: asked.append(place))
    data = model.mimeData([model.index_of(dragged)])
    move = Qt.DropAction.MoveAction
    allowed = model.canDropMimeData(data, move, row, 0, parent)
    assert model.dropMimeData(data, move, row, 0, parent) == allowed
    return asked[0] if asked else None


def goal_key(number):
    return (Kind.GOAL, ident(number))


def test_a_goal_is_dropped_between_others(model):
    model.set_items(plan_items([goal(0), goal(1), goal(2)]))
    head = model.index(0, 0)
    assert drop(model, goal_key(0), 2, head) == (goal_key(0), goal_key(1), True)
    model.move_wanted.disconnect()
    assert drop(model, goal_key(2), 0, head) == (goal_key(2), goal_key(0), False)


def test_a_goal_dropped_onto_another_takes_its_place(model):
    model.set_items(plan_items([goal(0), goal(1), goal(2)]))
    onto = model.index_of(goal_key(2))
    assert drop(model, goal_key(0), -1, onto) == (goal_key(0), goal_key(2), True)


def test_a_goal_may_go_to_another_horizon_but_not_among_the_closed(model):
    closed = goal(2, status=GoalStatus.ACHIEVED)
    model.set_items(plan_items([goal(0), goal(1, horizon=Horizon.BEYOND), closed]))
    beyond, done = model.index(1, 0), model.index(2, 0)
    assert drop(model, goal_key(0), 0, beyond) == (goal_key(0), goal_key(1), False)
    model.move_wanted.disconnect()
    assert drop(model, goal_key(0), 0, done) is None


def test_a_milestone_stays_with_its_goal(model):
    goals = [goal(0, milestones=[milestone(10, 0)]), goal(1, milestones=[milestone(11, 1)])]
    model.set_items(plan_items(goals))
    other = model.index_of(goal_key(1))
    assert drop(model, (Kind.MILESTONE, ident(10)), 0, other) is None


def test_a_line_that_is_gone_cannot_be_dropped(model):
    model.set_items(plan_items([goal(0), goal(1)]))
    data = model.mimeData([model.index_of(goal_key(0))])
    model.set_items(plan_items([goal(1)]))
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(data, move, 0, 0, model.index(0, 0))
    assert not model.index_of((Kind.GOAL, uuid4())).isValid()
