"""Every command is one step that can be taken back and made again."""

from datetime import date

import pytest
from sqlalchemy import select

from mentordesk.domain.enums import GoalStatus, Role
from mentordesk.domain.goals import (
    OWN_PLAN,
    ActionDraft,
    CheckpointDraft,
    GoalDraft,
    MilestoneDraft,
)
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.models import RISING, Action, Base, Checkpoint, Goal, Kept, Milestone
from mentordesk.services.goals import Goals

TODAY = date(2026, 11, 24)
LATER = date(2027, 2, 28)


@pytest.fixture
def goals(desk):
    return Goals(desk.store)


@pytest.fixture
def scene(desk, goals):
    """Two goals with everything on the first one, and a relationship to share with."""
    there = desk.relationships.add_with_person(
        PersonDraft(name="Tomás Rivera"), RelationshipDraft(role=Role.MENTOR)
    )
    other = goals.add_goal(GoalDraft(title="Teach one course"))
    goal = goals.add_goal(GoalDraft(title="First paper", shared_with=frozenset({there})))
    first = goals.add_milestone(goal, MilestoneDraft(title="Read", due=TODAY))
    second = goals.add_milestone(goal, MilestoneDraft(title="Pilot data"))
    action = goals.add_action(ActionDraft(title="send draft", milestone=first), TODAY)
    later = goals.add_action(ActionDraft(title="send it again", goal=goal), TODAY)
    checkpoint = goals.add_checkpoint(goal, CheckpointDraft(line="slow", day=TODAY))
    return {
        "there": there,
        "other": other,
        "goal": goal,
        "first": first,
        "second": second,
        "action": action,
        "later": later,
        "checkpoint": checkpoint,
    }


COMMANDS = {
    "draft_goal": lambda g, _: g.draft_goal("Writing"),
    "add_goal": lambda g, s: g.add_goal(
        GoalDraft(title="New", shared_with=frozenset({s["there"]}))
    ),
    "edit_goal": lambda g, s: g.edit_goal(s["goal"], GoalDraft(title="Other", due=LATER), "why"),
    "move_goal_dates": lambda g, s: g.move_goal_dates(s["goal"], TODAY, LATER, "why"),
    "set_status": lambda g, s: g.set_status(s["goal"], GoalStatus.ACHIEVED, TODAY),
    "move_goal": lambda g, s: g.move_goal(s["goal"], before=s["other"]),
    "share_goal": lambda g, s: g.share_goal(s["other"], s["there"]),
    "unshare_goal": lambda g, s: g.unshare_goal(s["goal"], s["there"]),
    "delete_goal": lambda g, s: g.delete_goal(s["goal"]),
    "add_milestone": lambda g, s: g.add_milestone(s["goal"], MilestoneDraft(title="New")),
    "edit_milestone": lambda g, s: g.edit_milestone(s["first"], MilestoneDraft(title="Other")),
    "move_milestone": lambda g, s: g.move_milestone(s["first"], LATER, "why"),
    "set_milestone_done": lambda g, s: g.set_milestone_done(s["first"], TODAY),
    "reorder_milestone": lambda g, s: g.reorder_milestone(s["second"], before=s["first"]),
    "delete_milestone": lambda g, s: g.delete_milestone(s["first"]),
    "add_action": lambda g, s: g.add_action(ActionDraft(title="New", goal=s["goal"]), TODAY),
    "edit_action": lambda g, s: g.edit_action(s["action"], ActionDraft(title="Other")),
    "move_action": lambda g, s: g.move_action(s["action"], LATER),
    "set_action_done": lambda g, s: g.set_action_done(s["action"], TODAY),
    "drop_action": lambda g, s: g.drop_action(s["action"], "why", TODAY),
    "reorder_action": lambda g, s: g.reorder_action(s["later"], before=s["action"]),
    "delete_action": lambda g, s: g.delete_action(s["action"]),
    "add_checkpoint": lambda g, s: g.add_checkpoint(
        s["goal"], CheckpointDraft(line="New", day=TODAY)
    ),
    "edit_checkpoint": lambda g, s: g.edit_checkpoint(
        s["checkpoint"], CheckpointDraft(line="Other", day=LATER)
    ),
    "delete_checkpoint": lambda g, s: g.delete_checkpoint(s["checkpoint"]),
}


def dump(store):
    """Return every kept row without what only rises."""
    rows = {}
    with store.reading() as session:
        for mapper in Base.registry.mappers:
            if issubclass(mapper.class_, Kept):
                table = mapper.local_table
                columns = [column for column in table.c if column.name not in RISING]
                rows[table.name] = sorted(map(tuple, session.execute(select(*columns))), key=repr)
    return rows


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_one_step_back_and_forth(store, goals, scene, name):
    before, step = dump(store), store.undo_step()
    assert COMMANDS[name](goals, scene) is not None
    after = dump(store)
    assert after != before
    store.undo()
    assert dump(store) == before
    assert store.undo_step() == step
    store.redo()
    assert dump(store) == after


def test_every_command_is_tried():
    own = {
        name
        for kind in Goals.__mro__[1:4]
        for name in vars(kind)
        if not name.startswith("_") and name != "reopen_action"
    }
    assert own == set(COMMANDS)


def test_taking_up_an_action_again_is_a_step_too(store, goals, scene):
    goals.set_action_done(scene["action"], TODAY)
    before = dump(store)
    goals.reopen_action(scene["action"])
    assert dump(store) != before
    store.undo()
    assert dump(store) == before


@pytest.mark.parametrize(
    ("kind", "name"),
    [(Goal, "goal"), (Milestone, "first"), (Action, "action"), (Checkpoint, "checkpoint")],
)
def test_what_was_deleted_comes_back_as_it_was(store, goals, scene, kind, name):
    plan = goals.plan(OWN_PLAN, TODAY)
    getattr(goals, f"delete_{kind.__tablename__}")(scene[name])
    assert goals.plan(OWN_PLAN, TODAY) != plan or kind is Checkpoint
    store.undo()
    assert goals.plan(OWN_PLAN, TODAY) == plan
