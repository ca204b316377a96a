"""Goals and milestones over time, with their past; a move and its reason."""

from datetime import date
from uuid import UUID

import pytest

from mentordesk.domain.enums import GoalStatus, Role, Visibility
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.goals import OWN_PLAN, GoalDraft, MilestoneDraft, PlanScope
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.release import Audience, AudienceKind, release
from mentordesk.domain.timeline import TimelineGoal, TimelineMark
from mentordesk.services.desk import Desk

FIRST, THEN, NOW = date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15)
KEYS = ("timeline", 1)


def added(desk: Desk, title: str = "Pilot data", **goal) -> UUID:
    item = desk.goals.add_goal(GoalDraft(title="Goal", **goal))
    return desk.goals.add_milestone(item, MilestoneDraft(title=title, due=FIRST))


def marks(desk: Desk, scope: PlanScope | None = OWN_PLAN) -> dict[UUID, TimelineMark]:
    items = desk.timelines.items(scope)
    return {item.id: item for item in items if isinstance(item, TimelineMark)}


def goals(desk: Desk, scope: PlanScope | None = OWN_PLAN) -> list[TimelineGoal]:
    return [item for item in desk.timelines.items(scope) if isinstance(item, TimelineGoal)]


def somebody(desk: Desk) -> tuple[UUID, UUID]:
    there = desk.relationships.add_with_person(
        PersonDraft(name="Tomás"), RelationshipDraft(role=Role.MENTOR)
    )
    return there, desk.relationships.header(there).people[0].id


def test_moved_milestone_knows_its_first_date_how_often_and_why(desk: Desk) -> None:
    item = added(desk)
    desk.goals.move_milestone(item, THEN, "ill")
    desk.goals.move_milestone(item, NOW)
    found = marks(desk)[item]
    assert (found.due, found.first_due, found.times, found.why) == (NOW, FIRST, 2, "ill")


def test_move_that_was_taken_back_never_was(desk: Desk) -> None:
    item = added(desk)
    desk.goals.move_milestone(item, THEN, "ill")
    desk.undo()
    found = marks(desk)[item]
    assert (found.due, found.ghost, found.times, found.why) == (FIRST, None, 0, "")


def test_moved_goal_knows_its_first_end(desk: Desk) -> None:
    item = desk.goals.add_goal(GoalDraft(title="Goal", due=FIRST))
    desk.goals.move_goal_dates(item, None, NOW, "later")
    (found,) = goals(desk)
    assert (found.due, found.ghost, found.why) == (NOW, FIRST, "later")


def test_goals_nobody_plans_with_are_left_out(desk: Desk) -> None:
    for status in (GoalStatus.LET_GO, GoalStatus.REPLACED):
        added(desk, status=status)
    assert desk.timelines.items(None) == []


def test_a_relationship_has_its_own_goals_and_names_their_home(desk: Desk) -> None:
    there, person = somebody(desk)
    added(desk, owner=person)
    added(desk)
    (theirs,) = goals(desk, PlanScope(there))
    assert theirs.home == there
    assert [goal.home for goal in goals(desk)] == [None]
    assert len(goals(desk, None)) == 2


def test_what_is_private_stays_behind(desk: Desk) -> None:
    there, _ = somebody(desk)
    added(desk, "shared", shared_with=frozenset({there}))
    added(desk, "mine")
    going = release(desk.timelines.items(None), Audience(AudienceKind.RELATIONSHIP, there))
    assert {item.title for item in going.items} == {"Goal", "shared"}
    assert sum(going.stays.values()) == 2


def test_a_past_from_before_the_sharing_may_not_go(desk: Desk) -> None:
    there, _ = somebody(desk)
    item = added(desk)
    desk.goals.move_milestone(item, THEN)
    goal = marks(desk)[item].goal_id
    desk.goals.share_goal(goal, there)
    assert marks(desk)[item].visibility is Visibility.SHARED
    assert not marks(desk)[item].past_may_go


def test_a_past_since_the_sharing_may_go(desk: Desk) -> None:
    there, _ = somebody(desk)
    item = added(desk, shared_with=frozenset({there}))
    desk.goals.move_milestone(item, THEN)
    assert marks(desk)[item].past_may_go


def test_many_milestones_take_as_many_statements_as_few(desk: Desk, statements, store) -> None:
    from mentordesk.models import Milestone

    goal = desk.goals.add_goal(GoalDraft(title="Goal"))
    counts = []
    for many in (10, 990):
        with store.changing("Add milestone") as session:
            session.add_all(
                Milestone(goal_id=goal, title=str(number), due=FIRST) for number in range(many)
            )
        with statements(store) as sent:
            assert desk.timelines.items(OWN_PLAN)
        counts.append(len(sent))
    assert counts == [6, 6]


def test_slices_come_to_the_same(desk: Desk, monkeypatch) -> None:
    from mentordesk.services import timeline

    for number in range(5):
        added(desk, str(number))
    whole = desk.timelines.items(None)
    monkeypatch.setattr(timeline, "GOALS_AT_ONCE", 2)
    parts = list(desk.timelines.slices(None))
    assert [part.last for part in parts] == [False, False, False, True]
    assert {item.id for part in parts for item in part.facts} == {item.id for item in whole}


def test_moves_by_keyboard_are_one_step(desk: Desk) -> None:
    item = added(desk)
    desk.goals.move_milestone(item, THEN, typing=KEYS)
    desk.goals.move_milestone(item, NOW, typing=KEYS)
    assert marks(desk)[item].times == 1
    desk.undo()
    assert marks(desk)[item].due == FIRST


def test_a_reason_given_afterwards_belongs_to_the_move(desk: Desk) -> None:
    heard = []
    desk.subscribe(heard.append)
    item = added(desk)
    desk.goals.move_milestone(item, THEN, typing=KEYS)
    desk.changes.give_reason(heard[-1].change_set, "  ill ")
    assert marks(desk)[item].why == "ill"
    step = desk.undo_step()
    assert step is not None
    assert step.reason == "ill"
    desk.undo()
    desk.redo()
    assert marks(desk)[item].why == "ill"


def test_after_its_reason_a_move_is_closed(desk: Desk) -> None:
    heard = []
    desk.subscribe(heard.append)
    item = added(desk)
    desk.goals.move_milestone(item, THEN, typing=KEYS)
    desk.changes.give_reason(heard[-1].change_set, "ill")
    desk.goals.move_milestone(item, NOW, typing=KEYS)
    desk.undo()
    assert marks(desk)[item].due == THEN


def test_a_move_that_was_taken_back_takes_no_reason(desk: Desk) -> None:
    heard = []
    desk.subscribe(heard.append)
    item = added(desk)
    desk.goals.move_milestone(item, THEN)
    moved = heard[-1].change_set
    desk.undo()
    with pytest.raises(NotFoundError):
        desk.changes.give_reason(moved, "ill")


def test_a_reason_too_long_is_refused(desk: Desk) -> None:
    with pytest.raises(DraftError):
        desk.changes.give_reason(1, "x" * 301)
