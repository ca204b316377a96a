"""The agenda and the notes of a meeting."""

from datetime import date, time
from uuid import uuid4

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.enums import AgendaKind, Role
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.text import TEXT_LIMIT
from mentordesk.services.agenda import Agenda
from mentordesk.services.meetings import Meetings
from mentordesk.services.notes import Notes


@pytest.fixture
def agenda(desk):
    return Agenda(desk.store)


@pytest.fixture
def notes(desk):
    return Notes(desk.store)


@pytest.fixture
def meetings(desk):
    return Meetings(desk.store)


@pytest.fixture
def meeting(desk, meetings):
    relationship = desk.relationships.add_with_person(
        PersonDraft(name="Lena Brandt"), RelationshipDraft(role=Role.MENTEE)
    )
    return meetings.plan(
        MeetingDraft(relationship=relationship, day=date(2026, 11, 26), time=time(15), zone="UTC")
    )


@pytest.fixture
def items(agenda, meeting):
    return [agenda.add(meeting, AgendaDraft(title=title)) for title in "abcd"]


@pytest.fixture
def titles(meetings, meeting):
    return lambda: "".join(row.title for row in meetings.meeting(meeting).agenda)


def test_items_stand_in_the_order_of_their_adding(items, titles):
    assert titles() == "abcd"


def test_an_item_keeps_what_is_said_about_it(agenda, meetings, meeting, me):
    draft = AgendaDraft(
        title="Feedback", kind=AgendaKind.FEEDBACK, minutes=15, proposed_by=me, outcome="Good"
    )
    agenda.add(meeting, draft)
    assert meetings.meeting(meeting).agenda[0].draft == draft


def test_an_item_is_edited(agenda, items, meetings, meeting):
    agenda.edit(items[0], AgendaDraft(title=" A\nnew  title ", minutes=10))
    row = meetings.meeting(meeting).agenda[0]
    assert (row.title, row.minutes) == ("A new title", 10)


def test_an_item_without_words_is_refused(agenda, meeting, titles):
    with pytest.raises(DraftError):
        agenda.add(meeting, AgendaDraft(title="  "))
    assert titles() == ""


def test_a_time_box_is_set_and_taken_away(agenda, items, meetings, meeting):
    agenda.set_minutes(items[1], 15)
    assert meetings.meeting(meeting).agenda[1].minutes == 15
    agenda.set_minutes(items[1], None)
    assert meetings.meeting(meeting).agenda[1].minutes is None
    with pytest.raises(DraftError):
        agenda.set_minutes(items[1], 0)


def test_an_item_is_ticked_and_unticked(agenda, items, meetings, meeting):
    agenda.set_done(items[0], done=True)
    assert [row.done for row in meetings.meeting(meeting).agenda] == [True, False, False, False]
    agenda.set_done(items[0], done=False)
    assert not meetings.meeting(meeting).agenda[0].done


@pytest.mark.parametrize(
    ("item", "place", "order"),
    [(0, 3, "bcda"), (3, 0, "dabc"), (1, 2, "acbd"), (2, 99, "abdc"), (1, 1, "abcd")],
)
def test_items_are_put_in_another_order(agenda, items, titles, item, place, order):
    agenda.move(items[item], place)
    assert titles() == order


def test_an_item_moves_any_number_of_times(agenda, items, titles):
    for turn in range(40):
        agenda.move(items[turn % 4], 1)
    agenda.move(items[0], 0)
    assert titles()[0] == "a"
    assert sorted(titles()) == list("abcd")


def test_moving_to_its_own_place_is_no_step(agenda, desk, items):
    agenda.move(items[1], 1)
    assert desk.undo_step().label == "Add to the agenda"


def test_an_item_goes_with_its_note_and_comes_back_with_it(
    agenda, notes, desk, items, meetings, meeting
):
    notes.save_item_note(items[1], "Long talk")
    before = meetings.meeting(meeting)
    agenda.remove(items[1])
    assert len(meetings.meeting(meeting).agenda) == 3
    desk.undo()
    assert meetings.meeting(meeting) == before


def test_each_command_is_one_step_to_undo(agenda, desk, items, meetings, meeting):
    commands = [
        lambda: agenda.add(meeting, AgendaDraft(title="e")),
        lambda: agenda.edit(items[0], AgendaDraft(title="z")),
        lambda: agenda.set_minutes(items[0], 5),
        lambda: agenda.set_done(items[0], done=True),
        lambda: agenda.move(items[0], 2),
        lambda: agenda.remove(items[0]),
    ]
    before = meetings.meeting(meeting)
    for command in commands:
        command()
        assert meetings.meeting(meeting) != before
        desk.undo()
        assert meetings.meeting(meeting) == before


def test_a_note_is_kept_and_replaced(notes, meetings, meeting):
    first = notes.save_note(meeting, "One")
    assert notes.save_note(meeting, "One\r\ntwo  \n") == first
    assert meetings.meeting(meeting).note == "One\ntwo"


def test_typing_is_one_step_until_it_is_finished(notes, desk, meetings, meeting):
    for text in ("O", "On", "One"):
        notes.save_note(meeting, text, "editor")
    notes.finish()
    notes.save_note(meeting, "One and more", "editor")
    desk.undo()
    assert meetings.meeting(meeting).note == "One"
    desk.undo()
    assert meetings.meeting(meeting).note == ""
    assert desk.undo_step().label == "Plan meeting"


def test_a_note_may_be_emptied_and_written_again_while_typing(notes, meetings, meeting):
    for text in ("One", "", "Two"):
        notes.save_note(meeting, text, "editor")
    assert meetings.meeting(meeting).note == "Two"


def test_an_empty_note_is_not_begun(notes, desk, meeting):
    notes.save_note(meeting, "  \n ")
    assert desk.undo_step().label == "Plan meeting"


def test_a_note_that_is_too_long_is_refused(notes, meetings, meeting):
    notes.save_note(meeting, "kept")
    with pytest.raises(DraftError):
        notes.save_note(meeting, "x" * (TEXT_LIMIT + 1))
    assert meetings.meeting(meeting).note == "kept"


def test_a_note_needs_its_meeting_or_item(notes):
    with pytest.raises(NotFoundError):
        notes.save_note(uuid4(), "lost")
    with pytest.raises(NotFoundError):
        notes.save_item_note(uuid4(), "lost")


def test_an_editor_hears_its_own_echo_as_its_own(notes, desk, meeting):
    heard = []
    desk.subscribe(heard.append)
    notes.save_note(meeting, "One", "editor", initiator="me")
    assert [(message.initiator, message.touches("note")) for message in heard] == [("me", True)]


def test_a_deleted_meeting_takes_the_notes_of_its_items_along(
    agenda, notes, meetings, meeting, items, desk
):
    notes.save_item_note(items[0], "x")
    before = meetings.meeting(meeting)
    meetings.delete(meeting)
    desk.undo()
    assert meetings.meeting(meeting) == before


def test_time_passes_between_saves(notes, clock, desk, meetings, meeting):
    notes.save_note(meeting, "One", "editor")
    clock.advance(minutes=1)
    notes.save_note(meeting, "Two", "editor")
    desk.undo()
    assert meetings.meeting(meeting).note == ""
