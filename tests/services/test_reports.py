"""Reports through the gate: nothing private leaves for others, in few statements."""

from datetime import date, time

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.enums import ItemKind, Role
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.goals import (
    ActionDraft,
    CheckpointDraft,
    GoalDraft,
    MilestoneDraft,
)
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.release import MYSELF, Audience, AudienceKind
from mentordesk.domain.reports import ChangePart, MilestonePart, ReportKind, ReportWish

TODAY = date(2026, 11, 24)


def audience(relationship) -> Audience:
    return Audience(AudienceKind.RELATIONSHIP, relationship)


def wish(kind: ReportKind, item=None) -> ReportWish:
    return ReportWish(kind=kind, item=item, changes=True)


@pytest.fixture
def amara(desk):
    draft = RelationshipDraft(role=Role.MENTEE, purpose="Sentinel purpose")
    return desk.relationships.add_with_person(PersonDraft(name="Amara Okafor"), draft)


@pytest.fixture
def lena(desk):
    draft = RelationshipDraft(role=Role.MENTEE)
    return desk.relationships.add_with_person(PersonDraft(name="Lena"), draft)


@pytest.fixture
def meeting(desk, amara):
    draft = MeetingDraft(relationship=amara, day=TODAY, time=time(15), zone="Europe/Berlin")
    return desk.meetings.plan(draft)


@pytest.fixture
def secrets(desk, amara, meeting):
    """Things of every kind that only I see, each with the same word."""
    shared = desk.goals.add_goal(GoalDraft(title="Paper", shared_with=frozenset({amara})))
    hidden = desk.goals.add_goal(GoalDraft(title="Sentinel goal", reason="Sentinel reason"))
    desk.goals.add_milestone(shared, MilestoneDraft(title="Pilot", due=TODAY))
    desk.goals.add_milestone(hidden, MilestoneDraft(title="Sentinel step"))
    desk.goals.add_action(
        ActionDraft(title="Sentinel action", goal=shared, relationship=amara), TODAY
    )
    desk.goals.add_action(
        ActionDraft(title="Sentinel promise", meeting=meeting, relationship=amara), TODAY
    )
    desk.goals.add_checkpoint(shared, CheckpointDraft(line="Sentinel word", day=TODAY))
    desk.agenda.add(meeting, AgendaDraft(title="Sentinel topic"))
    desk.notes.save_note(meeting, "Sentinel note")
    return shared


def item_of(kind: ReportKind, amara, meeting):
    return {ReportKind.MEETING: meeting}.get(kind, amara)


@pytest.mark.parametrize("kind", sorted(ReportKind))
def test_no_sentinel_passes_the_gate_for_them(desk, amara, meeting, secrets, kind) -> None:
    found = desk.reports.preview(wish(kind, item_of(kind, amara, meeting)), audience(amara))
    assert found.released.items
    assert found.released.stays
    assert "Sentinel" not in repr(found)


@pytest.mark.parametrize("kind", sorted(ReportKind))
def test_nothing_goes_to_whom_nothing_was_shared_with(
    desk, amara, lena, meeting, secrets, kind
) -> None:
    found = desk.reports.preview(wish(kind, item_of(kind, amara, meeting)), audience(lena))
    assert not found.released.items


@pytest.mark.parametrize("kind", sorted(ReportKind))
def test_my_own_copy_holds_everything(desk, amara, meeting, secrets, kind) -> None:
    found = desk.reports.preview(wish(kind, item_of(kind, amara, meeting)), MYSELF)
    assert "Sentinel" in repr(found)
    assert not found.released.stays


def test_my_plan_for_somebody_leaves_the_other_goals_here(desk, amara, secrets) -> None:
    found = desk.reports.preview(wish(ReportKind.PLAN), audience(amara)).released
    assert found.goes[ItemKind.GOAL] == 1
    assert found.stays[ItemKind.GOAL] == 1


def test_a_change_older_than_the_sharing_stays(desk, amara) -> None:
    goal = desk.goals.add_goal(GoalDraft(title="Paper"))
    step = desk.goals.add_milestone(goal, MilestoneDraft(title="Pilot", due=TODAY))
    desk.goals.move_milestone(step, date(2026, 12, 1), "Sentinel reason")
    desk.goals.share_goal(goal, amara)
    found = desk.reports.preview(wish(ReportKind.PLAN, amara), audience(amara)).released
    assert "Sentinel" not in repr(found)
    assert [(p.first_due, p.moved) for p in found.items if isinstance(p, MilestonePart)] == [
        (None, 0)
    ]
    assert found.stays[ItemKind.CHANGE] == 1


def test_a_change_since_the_sharing_goes(desk, amara) -> None:
    goal = desk.goals.add_goal(GoalDraft(title="Paper"))
    step = desk.goals.add_milestone(goal, MilestoneDraft(title="Pilot", due=TODAY))
    desk.goals.share_goal(goal, amara)
    desk.goals.move_milestone(step, date(2026, 12, 1), "The scanner was booked")
    found = desk.reports.preview(wish(ReportKind.PLAN, amara), audience(amara)).released
    (change,) = [part for part in found.items if isinstance(part, ChangePart)]
    assert change.reason == "The scanner was booked"


def test_what_was_shared_anew_is_told_from_then_on(desk, amara) -> None:
    goal = desk.goals.add_goal(GoalDraft(title="Paper"))
    step = desk.goals.add_milestone(goal, MilestoneDraft(title="Pilot", due=TODAY))
    desk.goals.share_goal(goal, amara)
    desk.goals.unshare_goal(goal, amara)
    desk.goals.move_milestone(step, date(2026, 12, 1), "Sentinel reason")
    desk.goals.share_goal(goal, amara)
    found = desk.reports.preview(wish(ReportKind.PLAN, amara), audience(amara)).released
    assert "Sentinel" not in repr(found)


def test_an_action_that_counts_twice_is_told_once(desk, amara, secrets) -> None:
    found = desk.reports.preview(wish(ReportKind.RELATIONSHIP, amara), MYSELF).released
    ids = [part.id for part in found.items if part.kind is ItemKind.ACTION]
    assert len(ids) == len(set(ids)) == 2


def test_a_meeting_that_is_gone_is_said(desk, meeting) -> None:
    desk.meetings.delete(meeting)
    with pytest.raises(NotFoundError):
        desk.reports.preview(wish(ReportKind.MEETING, meeting), MYSELF)


@pytest.mark.parametrize("kind", sorted(ReportKind))
def test_a_report_takes_few_statements(desk, amara, meeting, secrets, statements, kind) -> None:
    with statements(desk.store) as sent:
        desk.reports.preview(wish(kind, item_of(kind, amara, meeting)), audience(amara))
    assert len(sent) <= 19


def test_more_goals_take_no_more_statements(desk, amara, statements) -> None:
    counts = []
    for size in (1, 12):
        for number in range(size):
            goal = desk.goals.add_goal(
                GoalDraft(title=f"G{number}", shared_with=frozenset({amara}))
            )
            desk.goals.add_milestone(goal, MilestoneDraft(title="x", due=TODAY))
        with statements(desk.store) as sent:
            desk.reports.preview(wish(ReportKind.PLAN), audience(amara))
        counts.append(len(sent))
    assert counts[0] == counts[1]
