"""Sharing notes, agenda items, promises and contacts, each by a choice of its own."""

from datetime import date, time

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import ItemKind, Role
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.goals import ActionDraft, GoalDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.release import Audience, AudienceKind
from mentordesk.domain.reports import ReportKind, ReportWish

TODAY = date(2026, 11, 24)


@pytest.fixture
def amara(desk):
    person = PersonDraft(name="Amara Okafor")
    return desk.relationships.add_with_person(person, RelationshipDraft(role=Role.MENTEE))


@pytest.fixture
def meeting(desk, amara):
    draft = MeetingDraft(relationship=amara, day=TODAY, time=time(15), zone="Europe/Berlin")
    return desk.meetings.plan(draft)


@pytest.fixture
def items(desk, amara, meeting):
    """One of each kind that only I see."""
    action = ActionDraft(title="Promise", meeting=meeting, relationship=amara)
    contact = ContactDraft(relationship=amara, day=TODAY, line="Talked")
    return {
        ItemKind.ACTION: desk.goals.add_action(action, TODAY),
        ItemKind.AGENDA_ITEM: desk.agenda.add(meeting, AgendaDraft(title="Topic")),
        ItemKind.CONTACT: desk.contacts.log(contact, TODAY),
        ItemKind.NOTE: desk.notes.save_note(meeting, "Words"),
    }


@pytest.fixture
def goes(desk, amara, meeting):
    """Return how many of a kind go out to the other side."""

    def count(kind: ItemKind) -> int:
        there = kind is ItemKind.CONTACT
        report = ReportKind.RELATIONSHIP if there else ReportKind.MEETING
        wish = ReportWish(kind=report, item=amara if there else meeting)
        audience = Audience(AudienceKind.RELATIONSHIP, amara)
        return desk.reports.preview(wish, audience).released.goes.get(kind, 0)

    return count


KINDS = sorted([ItemKind.ACTION, ItemKind.AGENDA_ITEM, ItemKind.CONTACT, ItemKind.NOTE])


@pytest.mark.parametrize("kind", KINDS)
def test_everything_begins_as_mine_alone(items, goes, kind) -> None:
    assert goes(kind) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shared_goes_out_until_it_is_kept_again(desk, items, goes, kind) -> None:
    desk.showing.set_shown(kind, items[kind], shown=True)
    assert goes(kind) == 1
    desk.showing.set_shown(kind, items[kind], shown=False)
    assert goes(kind) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_sharing_is_one_step_to_undo(desk, items, goes, kind) -> None:
    desk.showing.set_shown(kind, items[kind], shown=True)
    desk.undo()
    assert goes(kind) == 0


def test_a_promise_for_a_goal_of_mine_can_not_be_shared_before_the_goal(desk, amara) -> None:
    goal = desk.goals.add_goal(GoalDraft(title="Paper"))
    draft = ActionDraft(title="Promise", goal=goal, relationship=amara)
    action = desk.goals.add_action(draft, TODAY)
    with pytest.raises(DraftError, match="Share that first"):
        desk.showing.set_shown(ItemKind.ACTION, action, shown=True)


def test_a_note_is_kept_with_the_item_it_was_taken_on(desk, items, goes) -> None:
    item = items[ItemKind.AGENDA_ITEM]
    note = desk.notes.save_item_note(item, "Words on it")
    with pytest.raises(DraftError):
        desk.showing.set_shown(ItemKind.NOTE, note, shown=True)
    desk.showing.set_shown(ItemKind.AGENDA_ITEM, item, shown=True)
    desk.showing.set_shown(ItemKind.NOTE, note, shown=True)
    assert goes(ItemKind.NOTE) == 1
    desk.showing.set_shown(ItemKind.AGENDA_ITEM, item, shown=False)
    desk.showing.set_shown(ItemKind.AGENDA_ITEM, item, shown=True)
    assert goes(ItemKind.NOTE) == 0


def test_the_page_of_a_meeting_knows_what_is_shared(desk, meeting, items) -> None:
    desk.showing.set_note_shown(meeting, shown=True)
    desk.showing.set_shown(ItemKind.AGENDA_ITEM, items[ItemKind.AGENDA_ITEM], shown=True)
    found = desk.meetings.meeting(meeting)
    assert found.note_shared
    assert [row.shared for row in found.agenda] == [True]


def test_there_is_no_note_to_share_where_nothing_was_noted(desk, meeting) -> None:
    with pytest.raises(NotFoundError):
        desk.showing.set_note_shown(meeting, shown=True)
