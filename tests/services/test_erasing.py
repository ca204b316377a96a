"""Erased for good: no word is left in the file, its journal, its search or, if asked, a backup."""

from datetime import date

import pytest

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.enums import ItemKind, Role
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.goals import (
    OWN_PLAN,
    ActionDraft,
    GoalDraft,
    MilestoneDraft,
    PlanScope,
)
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.desk import Desk
from mentordesk.services.erasing import words_in_file
from mentordesk.services.sample import build_sample

TODAY = date(2026, 11, 24)
CANARY = "zanzibarfalcon"


@pytest.fixture
def sample(tmp_path, clock, desk_key):
    path = tmp_path / "sample.mentordesk"
    build_sample(path, today=TODAY, key=desk_key)
    desk = Desk.open(path, clock, key=desk_key)
    yield desk
    desk.close()


def canaries(path):
    return {CANARY} & words_in_file(path, [CANARY])


def add_goal(desk):
    goal = desk.goals.add_goal(GoalDraft(title=f"{CANARY} goal", reason=f"{CANARY} why"))
    milestone = desk.goals.add_milestone(goal, MilestoneDraft(title=f"{CANARY} step"))
    desk.goals.add_action(ActionDraft(title=f"{CANARY} deed", goal=goal), TODAY)
    gone = desk.goals.add_milestone(goal, MilestoneDraft(title=f"{CANARY} deleted"))
    desk.goals.delete_milestone(gone)
    return goal, milestone


def test_a_goal_goes_with_everything_that_hangs_on_it_from_every_place(desk, desk_key):
    goal, _ = add_goal(desk)
    other = desk.goals.add_goal(GoalDraft(title="Stays"))
    if desk_key is None:
        assert canaries(desk.path)  # the control: the words can be found
    preview = desk.erasing.preview(ItemKind.GOAL, goal)
    assert preview.counts == {ItemKind.GOAL: 1, ItemKind.MILESTONE: 1, ItemKind.ACTION: 1}
    erased = desk.erasing.erase(ItemKind.GOAL, goal)
    assert erased.verified is (True if desk_key is None else None)
    assert not canaries(desk.path)
    assert [node.id for node in desk.goals.plan(OWN_PLAN, TODAY)] == [other]
    assert desk.search.find(CANARY) == []
    assert desk.check() == []


def test_undo_ends_at_an_erase(desk):
    goal, _ = add_goal(desk)
    desk.erasing.erase(ItemKind.GOAL, goal)
    assert desk.undo_step() is None
    assert desk.redo_step() is None


def test_views_hear_of_it(desk):
    goal, _ = add_goal(desk)
    told = []
    desk.subscribe(told.append)
    desk.erasing.erase(ItemKind.GOAL, goal)
    assert [message.touches("goal", "milestone", "action") for message in told] == [True]


def test_a_relationship_goes_with_its_person_meetings_and_goals(sample, desk_key):
    there = next(e for e in sample.relationships.rail() if e.name == "Tomás Rivera").id
    preview = sample.erasing.preview(ItemKind.RELATIONSHIP, there)
    assert preview.counts[ItemKind.RELATIONSHIP] == 1
    assert preview.counts[ItemKind.PERSON] == 1
    assert preview.counts[ItemKind.MEETING] > 0
    sample.erasing.erase(ItemKind.RELATIONSHIP, there)
    assert there not in {entry.id for entry in sample.relationships.rail()}
    assert sample.goals.plan(PlanScope(there), TODAY) == ()
    assert sample.check() == []
    if desk_key is None:
        assert words_in_file(sample.path, ["Tomás Rivera"]) == set()


@pytest.mark.parametrize("number", range(8))
def test_erasing_any_relationship_of_the_example_leaves_a_sound_file(sample, number):
    entries = sample.relationships.rail()
    if number < len(entries):
        sample.erasing.erase(ItemKind.RELATIONSHIP, entries[number].id)
    assert sample.check() == []


def test_a_person_of_two_relationships_is_kept_with_the_other(desk):
    person = desk.people.add(PersonDraft(name="Wei"))
    drafts = (RelationshipDraft(role=role, people=(person,)) for role in (Role.MENTOR, Role.PEER))
    first, second = (desk.relationships.add(draft) for draft in drafts)
    desk.erasing.erase(ItemKind.RELATIONSHIP, first)
    assert [entry.id for entry in desk.relationships.rail()] == [second]
    assert desk.check() == []


def test_myself_is_not_erased(desk, me):
    with pytest.raises(DraftError):
        desk.erasing.preview(ItemKind.PERSON, me)
    with pytest.raises(DraftError):
        desk.erasing.erase(ItemKind.PERSON, me)


def test_what_is_not_there_has_no_preview(desk):
    goal, _ = add_goal(desk)
    desk.erasing.erase(ItemKind.GOAL, goal)
    with pytest.raises(NotFoundError):
        desk.erasing.preview(ItemKind.GOAL, goal)


@pytest.mark.parametrize("with_backups", [False, True])
def test_backups_go_only_if_asked(desk, with_backups):
    goal, _ = add_goal(desk)
    desk.backups.make(BackupReason.ASKED)
    assert len(desk.erasing.preview(ItemKind.GOAL, goal).backups) == 1
    erased = desk.erasing.erase(ItemKind.GOAL, goal, with_backups=with_backups)
    assert erased.backups == int(with_backups)
    assert len(desk.backups.rows()) == int(not with_backups)


def test_words_that_stand_elsewhere_too_are_no_remains(desk, desk_key):
    title = "The same long title twice"
    first, _ = (desk.goals.add_goal(GoalDraft(title=title)) for _ in range(2))
    assert desk.erasing.erase(ItemKind.GOAL, first).verified is not False
