from datetime import date
from uuid import uuid4

import pytest

from mentordesk.domain.enums import GoalStatus, Horizon, Visibility
from mentordesk.domain.goals import (
    WORDS_LIMIT,
    ActionDraft,
    CheckpointDraft,
    GoalDraft,
    GoalNode,
    MilestoneDraft,
    check_action,
    check_checkpoint,
    check_goal,
    check_milestone,
    check_reason,
    goal_visibility,
)
from mentordesk.domain.text import TITLE_LIMIT

DAY = date(2026, 11, 24)


def test_a_title_is_enough_for_a_goal():
    assert check_goal(GoalDraft(title="First paper")) == {}


@pytest.mark.parametrize("title", ["", "   ", "\n\t", "\x00"])
@pytest.mark.parametrize(
    ("check", "field"),
    [
        (lambda text: check_goal(GoalDraft(title=text)), "title"),
        (lambda text: check_milestone(MilestoneDraft(title=text)), "title"),
        (lambda text: check_action(ActionDraft(title=text)), "title"),
        (lambda text: check_checkpoint(CheckpointDraft(line=text, day=DAY)), "line"),
    ],
)
def test_nothing_written_is_asked_for_in_one_sentence(check, field, title):
    problems = check(title)
    assert list(problems) == [field]
    assert problems[field].endswith(".")


def test_a_title_that_is_too_long_says_how_long_it_may_be():
    problems = check_goal(GoalDraft(title="x" * 10_000))
    assert "10,000" in problems["title"]
    assert str(TITLE_LIMIT) in problems["title"]


def test_a_reason_may_be_longer_than_a_title():
    assert check_goal(GoalDraft(title="A", reason="x" * WORDS_LIMIT)) == {}
    assert "reason" in check_goal(GoalDraft(title="A", reason="x" * (WORDS_LIMIT + 1)))


def test_a_goal_does_not_end_before_it_starts():
    draft = GoalDraft(title="A", start=DAY, due=date(2026, 11, 23))
    assert list(check_goal(draft)) == ["due"]
    assert check_goal(GoalDraft(title="A", start=DAY, due=DAY)) == {}


def test_a_priority_is_one_of_three():
    assert "priority" in check_goal(GoalDraft(title="A", priority=4))
    assert check_goal(GoalDraft(title="A", priority=3)) == {}


def test_a_reason_for_a_change_may_be_empty_but_not_endless():
    assert check_reason("") == {}
    assert "reason" in check_reason("x" * 301)


def test_a_goal_is_private_until_it_is_shared():
    assert goal_visibility(GoalDraft(title="A")) is Visibility.PRIVATE
    assert goal_visibility(GoalDraft(title="A", visibility=Visibility.SHARED)) is Visibility.PRIVATE
    shared = GoalDraft(title="A", shared_with=frozenset({uuid4()}))
    assert goal_visibility(shared) is Visibility.SHARED


def test_what_may_be_passed_on_stays_so():
    assert (
        goal_visibility(GoalDraft(title="A", visibility=Visibility.PASSABLE)) is Visibility.PASSABLE
    )


def node(status=GoalStatus.ACTIVE, reached=0, total=0):
    return GoalNode(
        id=uuid4(),
        title="First paper",
        status=status,
        horizon=Horizon.YEAR,
        due=None,
        closed_on=None,
        next_date=None,
        reached=reached,
        total=total,
        milestones=(),
        actions=(),
        owner_id=None,
        owner_name="",
        is_mine=False,
        relationship_id=None,
        visibility=Visibility.PRIVATE,
        shared_with=(),
    )


def test_progress_is_what_is_reached_of_all_milestones():
    assert node(reached=3, total=4).fraction == 0.75
    assert node().fraction == 0.0


def test_an_achieved_goal_is_full_whatever_its_milestones_say():
    assert node(status=GoalStatus.ACHIEVED, reached=1, total=4).fraction == 1.0
