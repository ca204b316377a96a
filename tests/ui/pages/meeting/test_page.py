"""The page of one meeting."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.errors import FileError
from mentordesk.ui.context import Place
from mentordesk.ui.widgets.dialogs import MessageDialog


def visible(page):
    return [verb for verb, button in page.header.buttons.items() if button.isVisible()]


def test_the_head_says_who_when_and_how(page):
    assert page.header.name.text() == "Dr Amara Okafor"
    assert page.header.when.text() == "Thu 26 November, 15:00 to 16:00 (09:00 for Amara) · video"
    assert page.header.about.text() == "Reviewer comments"
    assert page.header.status.text() == "Confirmed"
    assert page.title() == "Meeting with Dr Amara Okafor"


def test_a_meeting_ahead_can_be_moved(page):
    assert visible(page) == ["move"]


def test_a_proposal_can_be_confirmed(page, desk, book, notices):
    desk.meetings.propose(book.meeting)
    assert visible(page) == ["confirm", "move"]
    page.header.buttons["confirm"].click()
    assert notices == ["Meeting confirmed."]
    assert visible(page) == ["move"]


def test_on_its_day_a_meeting_can_be_recorded(page, clock, notices, detail):
    clock.now = datetime(2026, 11, 26, 15, 10, tzinfo=UTC)
    page.reload()
    assert visible(page) == ["hold", "miss", "move"]
    assert page.header.status.text() == "Not recorded yet"
    page.header.buttons["miss"].click()
    assert detail().line.status is MeetingStatus.MISSED
    assert notices == ["Noted: the meeting did not take place."]
    assert visible(page) == []


def test_a_held_meeting_says_how_long_it_took(page, clock, desk, book):
    clock.now = datetime(2026, 11, 26, 16, tzinfo=UTC)
    desk.meetings.hold(book.meeting, 55)
    assert page.header.status.text() == "Held, 55 min"


def test_open_promises_and_actions_of_the_meeting_stand_apart(page):
    assert [box.accessibleName() for box in page.promises.boxes()] == ["Done: Draft, me"]
    assert [box.accessibleName() for box in page.made_here.boxes()] == ["Done: Figure, me"]


def test_a_promise_is_ticked_and_gone(page, desk, notices, detail):
    page.promises.boxes()[0].click()
    assert page.promises.boxes() == []
    assert not page.promises.isVisible()
    assert notices == ["Marked as done."]
    desk.undo()
    assert len(page.promises.boxes()) == 1


def test_a_box_that_could_not_be_kept_shows_what_is_kept(page, context, desk, monkeypatch):
    def fail(*_args):
        raise FileError("The disk is full.")

    explained = []
    monkeypatch.setattr(context, "explain", explained.append)
    monkeypatch.setattr(desk.goals, "set_action_done", fail)
    page.promises.boxes()[0].click()
    assert not page.promises.boxes()[0].isChecked()
    assert len(explained) == 1


def test_a_settled_action_of_the_meeting_stays_and_can_be_opened_again(page, detail):
    page.made_here.boxes()[0].click()
    box = page.made_here.boxes()[0]
    assert box.isChecked()
    box.click()
    assert detail().actions[0].is_open


def test_an_action_is_added_with_its_owner_and_a_typed_due_day(page, qtbot, book, detail):
    adder = page.adder
    qtbot.keyClicks(adder.line, "Send the letter")
    adder.owner.setCurrentIndex(1)
    qtbot.keyClicks(adder.due.line, "fri")
    qtbot.keyClick(adder.due.line, Qt.Key.Key_Return)
    added = next(one for one in detail().actions if one.title == "Send the letter")
    assert (added.owner_id, added.due) == (book.amara_person, date(2026, 11, 27))
    assert (added.relationship_id, added.meeting_id) == (book.amara, book.meeting)
    assert adder.line.text() == adder.due.line.text() == ""


@pytest.mark.parametrize(
    ("title", "due", "sentence"),
    [("", "", "in a few words"), ("Read", "31 feb", "31 February"), ("x" * 301, "", "301")],
)
def test_what_cannot_be_added_is_said_beside_it(page, title, due, sentence, detail):
    page.adder.line.setText(title)
    page.adder.due.line.setText(due)
    page.adder.button.click()
    assert sentence in page.adder._problem.text()
    assert len(detail().actions) == 1


def test_notes_are_kept_two_seconds_after_they_are_typed(page, qtbot, detail):
    qtbot.keyClicks(page.notes.editor, "She agreed. ")
    qtbot.waitUntil(lambda: detail().note.startswith("She agreed."), timeout=4000)
    assert page.notes.editor.markdown().startswith("She agreed. ")


def test_typing_is_one_step_and_the_rest_another(page, qtbot, desk, detail):
    before = detail().note
    for words in ("One ", "two ", "three "):
        qtbot.keyClicks(page.notes.editor, words)
        page.notes.flush()
    desk.undo()
    assert detail().note == before
    assert page.notes.editor.markdown() == before


def test_leaving_keeps_the_notes_and_ends_the_step(page, qtbot, desk, detail, book):
    qtbot.keyClicks(page.notes.editor, "Kept. ")
    page.hide()
    first = detail().note
    assert first.startswith("Kept.")
    page.show()
    qtbot.keyClicks(page.notes.editor, "More. ")
    page.notes.flush()
    desk.undo()
    assert detail().note == first


def test_a_command_keeps_the_notes_first(page, qtbot, desk, detail):
    qtbot.keyClicks(page.notes.editor, "Before. ")
    page.promises.boxes()[0].click()
    assert detail().note.startswith("Before.")
    assert desk.undo().label == "Do action"
    assert desk.undo().label == "Edit notes"


def test_another_meeting_does_not_get_these_notes(page, qtbot, steps, desk, book, detail):
    other = desk.meetings.plan(detail().draft)
    qtbot.keyClicks(page.notes.editor, "Mine. ")
    page.show_place(Place("meeting", other))
    assert page.notes.editor.markdown() == ""
    assert detail().note.startswith("Mine.")
    assert desk.meetings.meeting(other).note == ""


def test_notes_that_cannot_be_written_stay_and_say_so(page, qtbot, desk, monkeypatch, detail):
    def fail(*_args, **_kwargs):
        raise FileError("The disk is full.")

    monkeypatch.setattr(desk.notes, "save_note", fail)
    qtbot.keyClicks(page.notes.editor, "Words. ")
    page.notes.flush()
    assert page.notes._trouble.text() == "Not saved yet. The disk is full."
    assert page.notes._trouble.isVisible()
    monkeypatch.undo()
    page.notes.flush()
    assert not page.notes._trouble.isVisible()
    assert detail().note.startswith("Words.")


def test_notes_that_cannot_be_written_wait_while_another_meeting_is_shown(
    page, qtbot, desk, book, monkeypatch, detail
):
    def fail(*_args, **_kwargs):
        raise FileError("The disk is full.")

    other = desk.meetings.plan(detail().draft)
    monkeypatch.setattr(desk.notes, "save_note", fail)
    qtbot.keyClicks(page.notes.editor, "Words. ")
    page.show_place(Place("meeting", other))
    assert page.notes.editor.markdown() == ""
    page.show_place(Place("meeting", book.meeting))
    assert page.notes.editor.markdown().startswith("Words.")
    monkeypatch.undo()
    page.notes.flush()
    assert detail().note.startswith("Words.")


def test_a_change_elsewhere_leaves_typed_words_alone(page, qtbot, desk, book):
    qtbot.keyClicks(page.notes.editor, "Typing")
    desk.meetings.propose(book.meeting)
    assert page.notes.editor.markdown().startswith("Typing")


def test_a_deleted_meeting_leads_to_the_list(page, desk, book, places, qtbot):
    qtbot.keyClicks(page.notes.editor, "Late words")
    desk.meetings.delete(book.meeting)
    assert places == [Place("meetings")]
    page.hide()
    desk.undo()
    assert desk.meetings.meeting(book.meeting).note == "Bring the *figure*."


@pytest.mark.parametrize(("width", "columns"), [(1200, 3), (800, 2), (420, 1)])
def test_columns_follow_the_width(page, qtbot, width, columns):
    page.resize(width, 700)
    qtbot.waitUntil(lambda: page.columns.count == columns)
    assert not page.grab().isNull()


def test_the_menu_offers_what_fits(page, actions, qtbot):
    page.header.menu_button.click()
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    enabled = [action.objectName() for action in menu.actions() if action.isEnabled()]
    assert "meeting.cancel" in enabled
    assert "meeting.hold" not in enabled
    menu.close()


def test_a_page_that_is_not_seen_has_nothing_to_act_on(page, actions):
    page.hide()
    actions.refresh()
    assert not actions.action("meeting.delete").isEnabled()


def test_one_meeting_can_be_put_into_a_calendar(page, actions, book, exported):
    actions.action("meeting.calendar").trigger()
    assert exported == [book.meeting]


def test_one_meeting_can_be_printed(page, actions, book, printed):
    actions.action("meeting.print").trigger()
    assert printed == [book.meeting]


def test_a_link_opens_only_after_asking(page):
    page.header.link_button.click()
    (dialog,) = page.window().findChildren(MessageDialog)
    assert dialog.isVisible()
    assert dialog.sentence.text() == "Open this link outside MentorDesk?"
    dialog.reject()


def test_a_link_that_is_not_safe_is_no_button(page, desk, book, detail):
    desk.meetings.edit(book.meeting, replace(detail().draft, link="http://example.org"))
    assert not page.header.link_button.isVisible()
