"""What needs me: each signal appears where it should, and stays away where it should not."""

from datetime import date, time, timedelta

import pytest

from mentordesk.domain.enums import (
    GoalStatus,
    Role,
    Stage,
)
from mentordesk.domain.goals import ActionDraft, GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.today import Need

TODAY = date(2026, 11, 24)
"""The day of the clock, which stands at 10:00 UTC: 11:00 in Berlin."""


def ago(days):
    return TODAY - timedelta(days=days)


def know(desk, name="Wei Lin", **fields):
    draft = RelationshipDraft(**{"role": Role.MENTEE, **fields})
    return desk.relationships.add_with_person(PersonDraft(name=name), draft)


def meet(desk, relationship, day=TODAY, at=time(12), **fields):
    return desk.meetings.plan(
        MeetingDraft(relationship=relationship, day=day, time=at, zone="Europe/Berlin", **fields)
    )


def promise(desk, title="send draft", made=TODAY, **fields):
    return desk.goals.add_action(ActionDraft(title=title, **fields), made)


def person_of(desk, relationship):
    return desk.relationships.header(relationship).people[0].id


@pytest.fixture
def wei(desk):
    return know(desk)


@pytest.fixture
def rows(desk, clock):
    """Read Today as it is now."""
    return lambda: desk.today.rows(clock.now, TODAY)


@pytest.fixture
def needs(rows):
    """Return the signals of one kind."""
    return lambda need: [signal for signal in rows().needs if signal.need is need]


# A meeting to record


@pytest.mark.parametrize(
    ("at", "minutes", "over"),
    [
        (time(10), 60, True),
        (time(10), 61, False),
        (time(9, 30), 120, False),
        (time(9), 120, True),
        (time(10, 59), 5, False),
    ],
)
def test_a_meeting_is_next_until_it_is_over_and_then_to_be_recorded(
    desk, wei, rows, needs, at, minutes, over
):
    meeting = meet(desk, wei, at=at, minutes=minutes, title="Monthly")
    assert [one.id for one in rows().next] == ([] if over else [meeting])
    found = needs(Need.RECORD)
    assert [one.item for one in found] == ([meeting] if over else [])
    if over:
        assert (found[0].relationship, found[0].name, found[0].title, found[0].day) == (
            wei,
            "Wei Lin",
            "Monthly",
            TODAY,
        )


def test_a_meeting_of_a_whole_day_is_still_on(desk, wei, rows):
    meeting = meet(desk, wei, ago(1), at=time(11, 30), minutes=1440)
    assert [one.id for one in rows().next] == [meeting]


@pytest.mark.parametrize("end", ["hold", "miss", "cancel"])
def test_what_was_recorded_is_not_asked_again(desk, wei, needs, end):
    getattr(desk.meetings, end)(meet(desk, wei, ago(3)))
    assert needs(Need.RECORD) == []


def test_the_archive_asks_for_no_record(desk, wei, needs):
    meet(desk, wei, ago(3))
    desk.relationships.archive(wei, TODAY, ())
    assert needs(Need.RECORD) == []


def test_the_newest_is_kept_when_many_are_to_be_recorded(desk, wei, needs, many_rows):
    many_rows(100)
    newest = meet(desk, wei, ago(1))
    found = needs(Need.RECORD)
    assert len(found) == 40
    assert newest in {one.item for one in found}


# My promises


@pytest.mark.parametrize(("days", "shown"), [(-9, True), (0, True), (3, True), (4, False)])
def test_practice_27_a_promise_of_mine_appears_when_it_is_due_soon(desk, wei, needs, days, shown):
    due = TODAY + timedelta(days=days)
    action = promise(desk, due=due, relationship=wei, made=ago(20))
    found = needs(Need.ACTION)
    assert [one.item for one in found] == ([action] if shown else [])
    if shown:
        assert (found[0].title, found[0].name, found[0].day, found[0].first_day) == (
            "send draft",
            "Wei Lin",
            due,
            ago(20),
        )


def test_a_promise_to_myself_belongs_to_nobody_else(desk, needs):
    promise(desk, due=TODAY)
    (found,) = needs(Need.ACTION)
    assert (found.relationship, found.name, found.initials) == (None, "", "")


def test_a_promise_without_a_day_is_never_due(desk, needs):
    promise(desk)
    assert needs(Need.ACTION) == []


def test_what_is_done_or_dropped_is_not_due(desk, needs):
    desk.goals.set_action_done(promise(desk, due=TODAY), TODAY)
    desk.goals.drop_action(promise(desk, due=TODAY), "no longer needed", TODAY)
    assert needs(Need.ACTION) == []


def test_what_is_reopened_is_due_again(desk, needs):
    action = promise(desk, due=TODAY)
    desk.goals.set_action_done(action, TODAY)
    desk.goals.reopen_action(action)
    assert [one.item for one in needs(Need.ACTION)] == [action]


def test_somebody_elses_promise_is_not_mine(desk, wei, needs):
    promise(desk, due=TODAY, owner=person_of(desk, wei), relationship=wei)
    assert needs(Need.ACTION) == []


@pytest.mark.parametrize("kept", [True, False])
def test_archiving_leaves_only_the_promises_that_were_kept(desk, wei, needs, rows, kept):
    mine = promise(desk, due=ago(1), relationship=wei)
    theirs = promise(desk, due=ago(1), relationship=wei, owner=person_of(desk, wei))
    desk.relationships.archive(wei, TODAY, {mine, theirs} if kept else ())
    assert [one.item for one in needs(Need.ACTION)] == ([mine] if kept else [])
    assert [one.item for one in rows().waiting] == ([theirs] if kept else [])


# Milestones


@pytest.fixture
def step(desk):
    """Make a milestone of a goal of mine, or of whoever is named."""

    def make(due, *moves, **goal):
        item = desk.goals.add_goal(GoalDraft(title="First paper", **goal))
        milestone = desk.goals.add_milestone(item, MilestoneDraft(title="Pilot data", due=due))
        for move in moves:
            desk.goals.move_milestone(milestone, move)
        return milestone

    return make


@pytest.mark.parametrize(("days", "shown"), [(1, True), (0, False), (-1, False)])
def test_practice_11_a_milestone_appears_when_its_day_is_past(step, needs, days, shown):
    milestone = step(ago(days))
    found = needs(Need.MILESTONE)
    assert [one.item for one in found] == ([milestone] if shown else [])
    if shown:
        assert (found[0].title, found[0].goal, found[0].day) == (
            "Pilot data",
            "First paper",
            ago(1),
        )
        assert (found[0].relationship, found[0].count, found[0].first_day) == (None, 0, None)


def test_practice_13_a_milestone_that_was_moved_twice_asks_for_a_new_look(step, needs):
    step(ago(60), ago(30))
    first, last = ago(60), TODAY + timedelta(days=44)
    milestone = step(first, ago(30), last)
    (found,) = needs(Need.MOVED)
    assert (found.item, found.count) == (milestone, 2)
    assert (found.first_day, found.day) == (first, last)
    assert len(needs(Need.MILESTONE)) == 1


def test_a_move_that_was_taken_back_is_no_move(desk, step, needs):
    step(ago(9), ago(3), TODAY + timedelta(days=1))
    desk.undo()
    assert needs(Need.MOVED) == []
    desk.redo()
    assert len(needs(Need.MOVED)) == 1


def test_what_was_moved_far_ahead_can_wait(step, needs):
    step(ago(60), ago(30), TODAY + timedelta(days=45))
    assert needs(Need.MOVED) == []


@pytest.mark.parametrize("need", [Need.MILESTONE, Need.MOVED])
def test_what_is_reached_needs_nothing(desk, step, needs, need):
    moves = (ago(7), ago(5)) if need is Need.MOVED else ()
    milestone = step(ago(9), *moves)
    assert len(needs(need)) == 1
    desk.goals.set_milestone_done(milestone, TODAY)
    assert needs(need) == []


@pytest.mark.parametrize("status", [one for one in GoalStatus if one is not GoalStatus.ACTIVE])
def test_practice_14_goals_that_rest_or_ended_need_nothing(step, needs, status):
    step(ago(9), status=status)
    assert needs(Need.MILESTONE) == []


def test_a_milestone_of_theirs_appears_with_them(desk, wei, step, needs):
    step(ago(9), owner=person_of(desk, wei))
    (found,) = needs(Need.MILESTONE)
    assert (found.relationship, found.name, found.initials) == (wei, "Wei Lin", "WL")


def test_a_milestone_of_a_relationship_appears_there(wei, step, needs):
    step(ago(9), relationship=wei)
    assert [one.relationship for one in needs(Need.MILESTONE)] == [wei]


@pytest.mark.parametrize("kind", ["owner", "relationship"])
def test_the_archive_silences_milestones(desk, wei, step, needs, kind):
    step(ago(9), **{kind: person_of(desk, wei) if kind == "owner" else wei})
    desk.relationships.archive(wei, TODAY, ())
    assert needs(Need.MILESTONE) == []


@pytest.mark.parametrize("archived", [0, 1])
def test_a_milestone_of_theirs_appears_where_it_goes_on(desk, wei, step, needs, archived):
    person = person_of(desk, wei)
    both = [wei, desk.relationships.add(RelationshipDraft(role=Role.PEER, people=(person,)))]
    step(ago(9), owner=person)
    desk.relationships.archive(both[archived], TODAY, ())
    assert [one.relationship for one in needs(Need.MILESTONE)] == [both[1 - archived]]


def test_a_pause_silences_milestones_of_theirs(desk, step, needs):
    step(ago(9), owner=person_of(desk, know(desk, stage=Stage.PAUSED)))
    assert needs(Need.MILESTONE) == []


def test_my_own_milestone_outlives_the_relationship_it_was_shared_with(desk, wei, step, needs):
    step(ago(9), shared_with=frozenset({wei}))
    desk.relationships.archive(wei, TODAY, ())
    assert len(needs(Need.MILESTONE)) == 1


def test_old_rows_of_the_archive_hide_nothing(desk, store, wei, step, needs, many_rows):
    many_rows(300)
    for entry in desk.relationships.rail():
        if entry.id != wei:
            desk.relationships.archive(entry.id, TODAY, ())
    milestone = step(ago(1), owner=person_of(desk, wei))
    assert [one.item for one in needs(Need.MILESTONE)] == [milestone]
