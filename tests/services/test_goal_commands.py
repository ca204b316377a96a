"""Changing goals, milestones, checkpoints and actions."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select

from mentordesk.domain.enums import GoalStatus, Horizon, Role, Visibility
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.goals import (
    OWN_PLAN,
    ActionDraft,
    CheckpointDraft,
    GoalDraft,
    MilestoneDraft,
)
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.models import Action, Checkpoint, Goal, Meeting, Milestone, Note, Share
from mentordesk.services.action_commands import new_action
from mentordesk.services.goals import Goals

TODAY = date(2026, 11, 24)
LATER = date(2027, 2, 28)


@pytest.fixture
def goals(desk):
    return Goals(desk.store)


@pytest.fixture
def relationship(desk):
    return desk.relationships.add_with_person(
        PersonDraft(name="Tomás Rivera"), RelationshipDraft(role=Role.MENTOR)
    )


@pytest.fixture
def goal(goals):
    return goals.add_goal(GoalDraft(title="First paper"))


def only(goals):
    (node,) = goals.plan(OWN_PLAN, TODAY)
    return node


def stored(store, kind, item):
    """Return one stored row, detached."""
    with store.reading() as session:
        return session.get(kind, item)


def test_what_is_typed_is_cleaned(goals):
    goal = goals.add_goal(GoalDraft(title="  First\n paper ", reason="why\r\nnot  "))
    draft = goals.goal(goal, TODAY).draft
    assert (draft.title, draft.reason) == ("First paper", "why\nnot")


def test_a_wish_for_help_becomes_a_draft_goal_of_mine(goals, me):
    goals.draft_goal("Writing grant applications")
    node = only(goals)
    assert (node.title, node.status, node.owner_id) == (
        "Writing grant applications",
        GoalStatus.DRAFT,
        me,
    )


def test_nothing_is_stored_where_a_field_cannot_be_kept(goals):
    with pytest.raises(DraftError) as caught:
        goals.add_goal(GoalDraft(title=" ", start=LATER, due=TODAY))
    assert set(caught.value.problems) == {"title", "due"}
    assert goals.plan(OWN_PLAN, TODAY) == ()


@pytest.mark.parametrize("field", ["owner", "relationship"])
def test_somebody_who_is_gone_is_a_known_error(goals, field):
    with pytest.raises(NotFoundError):
        goals.add_goal(GoalDraft(title="A", **{field: uuid4()}))
    with pytest.raises(NotFoundError):
        goals.add_action(ActionDraft(title="A", **{field: uuid4()}), TODAY)


def test_closing_a_goal_keeps_the_day_and_taking_it_up_clears_it(goals, goal):
    goals.set_status(goal, GoalStatus.PARKED, TODAY)
    assert (only(goals).status, only(goals).closed_on) == (GoalStatus.PARKED, TODAY)
    goals.set_status(goal, GoalStatus.ACTIVE, LATER)
    assert (only(goals).status, only(goals).closed_on) == (GoalStatus.ACTIVE, None)


def test_editing_leaves_the_status_alone(goals, goal):
    goals.set_status(goal, GoalStatus.ACHIEVED, TODAY)
    goals.edit_goal(goal, GoalDraft(title="Second paper"))
    assert (only(goals).title, only(goals).status) == ("Second paper", GoalStatus.ACHIEVED)


def test_other_dates_are_kept_with_their_reason(goals, goal, store):
    goals.move_goal_dates(goal, TODAY, LATER, " Scanner booked out \n until December. ")
    assert only(goals).due == LATER
    assert store.undo_step().reason == "Scanner booked out until December."
    with pytest.raises(DraftError):
        goals.move_goal_dates(goal, LATER, TODAY)


def test_a_milestone_is_added_moved_reached_and_opened_again(goals, goal, store):
    item = goals.add_milestone(goal, MilestoneDraft(title="Pilot data", due=TODAY))
    goals.move_milestone(item, LATER, "Scanner booked out.")
    assert store.undo_step().reason == "Scanner booked out."
    goals.set_milestone_done(item, TODAY)
    assert only(goals).milestones[0].done == TODAY
    goals.set_milestone_done(item, None)
    assert (only(goals).milestones[0].done, only(goals).milestones[0].due) == (None, LATER)


def test_a_milestone_says_something_else(goals, goal):
    item = goals.add_milestone(goal, MilestoneDraft(title="Pilot data"))
    goals.edit_milestone(item, MilestoneDraft(title="Pilot data, first half", due=LATER))
    row = only(goals).milestones[0]
    assert (row.title, row.due) == ("Pilot data, first half", LATER)
    with pytest.raises(DraftError):
        goals.edit_milestone(item, MilestoneDraft(title=""))


def test_a_deleted_milestone_leaves_its_actions_with_the_goal(goals, goal):
    item = goals.add_milestone(goal, MilestoneDraft(title="Pilot data"))
    goals.add_action(ActionDraft(title="book scanner", milestone=item), TODAY)
    goals.delete_milestone(item)
    (action,) = only(goals).actions
    assert (action.goal_id, action.milestone_id) == (goal, None)


def test_an_action_is_done_dropped_and_taken_up_again(goals, goal):
    item = goals.add_action(ActionDraft(title="send draft", goal=goal), TODAY)
    goals.drop_action(item, "no longer needed", LATER)
    action = only(goals).actions[0]
    assert (action.dropped, action.dropped_why, action.is_open) == (
        LATER,
        "no longer needed",
        False,
    )
    goals.set_action_done(item, LATER)
    action = only(goals).actions[0]
    assert (action.done, action.dropped, action.dropped_why) == (LATER, None, "")
    goals.set_action_done(item, None)
    assert only(goals).actions[0].is_open


def test_editing_an_action_keeps_the_day_it_was_promised(goals, goal):
    item = goals.add_action(ActionDraft(title="send draft", goal=goal), TODAY)
    goals.edit_action(item, ActionDraft(title="send chapter 2", due=LATER, goal=goal))
    action = only(goals).actions[0]
    assert (action.title, action.due, action.promised_on) == ("send chapter 2", LATER, TODAY)


def test_another_service_adds_an_action_inside_its_own_change(store, goals, goal, me):
    with store.changing("Hold meeting") as session:
        new_action(session, ActionDraft(title="send draft", goal=goal), me, TODAY)
    assert only(goals).actions[0].title == "send draft"
    assert store.undo_step().label == "Hold meeting"


def test_a_checkpoint_is_corrected_and_deleted(goals, goal):
    item = goals.add_checkpoint(goal, CheckpointDraft(line="slow", day=TODAY))
    goals.edit_checkpoint(item, CheckpointDraft(line="better", day=LATER))
    (row,) = goals.goal(goal, TODAY).checkpoints
    assert (row.line, row.day) == ("better", LATER)
    goals.delete_checkpoint(item)
    assert goals.goal(goal, TODAY).checkpoints == ()


def test_sharing_is_seen_on_the_goal_and_its_milestones(goals, goal, store, relationship):
    item = goals.add_milestone(goal, MilestoneDraft(title="Pilot data"))
    goals.share_goal(goal, relationship)
    assert only(goals).visibility is Visibility.SHARED
    assert stored(store, Milestone, item).visibility is Visibility.SHARED
    goals.unshare_goal(goal, relationship)
    assert (only(goals).visibility, only(goals).shared_with) == (Visibility.PRIVATE, ())
    assert stored(store, Milestone, item).visibility is Visibility.PRIVATE


def test_sharing_a_goal_shows_no_private_word_about_it(goals, goal, store, relationship):
    action = goals.add_action(ActionDraft(title="send draft", goal=goal), TODAY)
    checkpoint = goals.add_checkpoint(goal, CheckpointDraft(line="slow", day=TODAY))
    goals.share_goal(goal, relationship)
    assert stored(store, Action, action).visibility is Visibility.PRIVATE
    assert stored(store, Checkpoint, checkpoint).visibility is Visibility.PRIVATE


def test_what_hangs_on_a_goal_is_never_wider_than_the_goal(goals, goal, store, relationship):
    goals.share_goal(goal, relationship)
    action = goals.add_action(ActionDraft(title="send draft", goal=goal), TODAY)
    with store.changing("Share action") as session:
        session.get(Action, action).visibility = Visibility.SHARED
    goals.unshare_goal(goal, relationship)
    assert stored(store, Action, action).visibility is Visibility.PRIVATE


def test_editing_shares_with_exactly_those_chosen(goals, desk, relationship):
    other = desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.MENTOR)
    )
    goal = goals.add_goal(GoalDraft(title="A", shared_with=frozenset({relationship})))
    goals.edit_goal(goal, GoalDraft(title="A", shared_with=frozenset({other})))
    assert [shared.id for shared in only(goals).shared_with] == [other]


def test_deleting_a_goal_takes_everything_on_it_but_what_a_meeting_promised(
    goals, goal, store, clock, relationship, me
):
    milestone = goals.add_milestone(goal, MilestoneDraft(title="Pilot data"))
    goals.add_checkpoint(goal, CheckpointDraft(line="slow", day=TODAY))
    goals.add_action(ActionDraft(title="gone", milestone=milestone), TODAY)
    goals.share_goal(goal, relationship)
    with store.changing("Hold meeting") as session:
        now = clock()
        meeting = Meeting(
            relationship_id=relationship,
            start_local=now.replace(tzinfo=None),
            zone="UTC",
            start_utc=now,
            uid="one@example.org",
        )
        session.add_all([meeting, Note(goal_id=goal, text="a note")])
        session.flush()
        draft = ActionDraft(title="stays", meeting=meeting.id, milestone=milestone)
        new_action(session, draft, me, TODAY)
    goals.delete_goal(goal)
    with store.reading() as session:
        for kind in (Goal, Milestone, Checkpoint, Note, Share):
            assert session.scalars(select(kind)).all() == []
        (action,) = session.scalars(select(Action))
        assert (action.title, action.goal_id, action.milestone_id) == ("stays", None, None)


def test_moving_a_goal_beside_another_takes_over_its_horizon(goals, goal):
    far = goals.add_goal(GoalDraft(title="Own research line", horizon=Horizon.BEYOND))
    goals.move_goal(goal, after=far)
    nodes = goals.plan(OWN_PLAN, TODAY)
    assert [node.title for node in nodes] == ["Own research line", "First paper"]
    assert {node.horizon for node in nodes} == {Horizon.BEYOND}


def test_moving_to_where_it_stands_is_no_change(goals, goal, store):
    second = goals.add_goal(GoalDraft(title="Second"))
    step = store.undo_step()
    goals.move_goal(second, after=goal)
    assert store.undo_step() == step


def test_there_is_no_place_beside_what_is_gone(goals, goal):
    with pytest.raises(NotFoundError):
        goals.move_goal(goal, after=uuid4())
