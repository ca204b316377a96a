from dataclasses import replace
from datetime import date

import pytest

from mentordesk.domain.enums import GoalStatus, Horizon
from mentordesk.domain.goals import CheckpointDraft, GoalDraft, MilestoneDraft
from mentordesk.domain.people import PersonDraft
from mentordesk.ui.pages.plan.detail_said import (
    action_note,
    action_said,
    change_said,
    checkpoint_said,
    facts,
    milestone_said,
    shared_said,
)

TODAY = date(2026, 11, 24)


@pytest.fixture
def detail(desk, scene):
    """Return the first goal as it stands now."""
    return lambda: desk.goals.goal(scene.paper, TODAY)


def edit(desk, scene, **changes):
    draft = desk.goals.goal(scene.paper, TODAY).draft
    desk.goals.edit_goal(scene.paper, replace(draft, **changes))


def test_what_is_unsaid_is_left_out(detail):
    assert facts(detail(), TODAY) == [
        ("Horizon", "Within a year"),
        ("Milestones", "0 of 2 reached"),
    ]


def test_everything_that_is_said_has_its_line(desk, scene, detail):
    edit(desk, scene, reason="It counts", measure="Accepted", track="research", priority=1)
    desk.goals.move_goal_dates(scene.paper, TODAY, date(2027, 3, 1))
    said = dict(facts(detail(), TODAY))
    assert said["Why"] == "It counts"
    assert said["Proof"] == "Accepted"
    assert said["Horizon"] == "Within a year · research · priority 1"
    assert said["Dates"] == "24 Nov to 1 Mar 2027"


def test_the_goal_of_somebody_else_says_whose_it_is(desk, scene):
    theirs = desk.goals.add_goal(GoalDraft(title="theirs", owner=scene.mentee_person))
    ours = desk.goals.add_goal(GoalDraft(title="ours", relationship=scene.mentee))
    whose = [dict(facts(desk.goals.goal(goal, TODAY), TODAY))["Whose"] for goal in (theirs, ours)]
    assert whose == ["Tomás Rivera", "Ours together"]


def test_moves_are_counted_without_scolding(desk, scene, detail):
    for due in (date(2026, 12, 20), date(2027, 1, 8)):
        desk.goals.move_milestone(scene.pilot, due)
    assert dict(facts(detail(), TODAY))["Milestones"] == "0 of 2 reached · 1 moved twice"
    pilot = detail().node.milestones[1]
    said = milestone_said(pilot, detail().moved[scene.pilot], TODAY)
    assert said == "planned for 8 Jan 2027 · moved twice, first 12 Dec"


def test_a_milestone_says_when_it_was_reached(desk, scene, detail):
    desk.goals.set_milestone_done(scene.pilot, TODAY)
    assert milestone_said(detail().node.milestones[1], None, TODAY) == "reached 24 Nov"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"measure": "Accepted"}, "Proof: Accepted"),
        ({"due": date(2027, 3, 1)}, "Planned for: no date → 1 Mar 2027"),
        ({"horizon": Horizon.BEYOND}, "Horizon: Within a year → Beyond three years"),
        ({"title": "Second paper"}, "Title: First paper → Second paper"),
        ({"priority": 2}, "Priority: 2"),
    ],
)
def test_a_change_is_said_in_its_fields_words(desk, scene, detail, changes, said):
    edit(desk, scene, **changes)
    (change,) = detail().changes
    assert change_said(change, detail(), TODAY) == said


def test_a_change_of_status_is_said_in_its_words(desk, scene, detail):
    desk.goals.set_status(scene.paper, GoalStatus.PARKED, TODAY)
    assert change_said(detail().changes[0], detail(), TODAY) == "Status: Under way → Parked"


def test_a_milestones_change_is_said_by_its_name(desk, scene, detail):
    desk.goals.edit_milestone(scene.read, MilestoneDraft(title="Read", due=TODAY))
    said = change_said(detail().changes[0], detail(), TODAY)
    assert said == "Read: Literature read → Read; Read: no date → 24 Nov"


def test_a_chip_names_who_sees_a_goal(desk, scene, detail):
    assert shared_said(detail().node) == "Only I see this"
    desk.goals.share_goal(scene.paper, scene.mentee)
    assert shared_said(detail().node) == "shared with Tomás Rivera"


def test_a_chip_never_grows_with_a_name(desk, scene, detail):
    desk.people.edit(scene.mentee_person, PersonDraft(name="Tomás " + "Rivera " * 20))
    desk.goals.share_goal(scene.paper, scene.mentee)
    assert len(shared_said(detail().node)) < 50


def test_an_action_says_that_it_is_over_due_or_why_it_was_let_go(desk, scene, detail):
    desk.goals.drop_action(scene.send, "not needed", TODAY)
    action = next(one for one in detail().node.actions if one.id == scene.send)
    assert action_note(action, TODAY) == "let go · not needed"
    assert action_said(action, TODAY) == "let go 24 Nov · not needed"
    late = replace(action, dropped=None, dropped_why="", due=date(2026, 11, 22))
    assert action_note(late, TODAY) == "2 days over"


def test_a_checkpoint_says_who_says_it(desk, scene, detail):
    for person in (None, scene.mentee_person):
        draft = CheckpointDraft(line="slow", day=TODAY, person=person)
        desk.goals.add_checkpoint(scene.paper, draft)
    said = {checkpoint_said(one) for one in detail().checkpoints}
    assert said == {"“slow”", "Tomás: “slow”"}


def test_a_removed_milestone_is_called_what_it_was_called(desk, detail):
    milestone = detail().node.milestones[0]
    desk.goals.delete_milestone(milestone.id)
    gone = next(change for change in detail().changes if change.deleted)
    assert change_said(gone, detail(), TODAY) == f"Milestone removed: “{milestone.title}”"
