"""The quick log: "we talked" in two clicks."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from mentordesk.domain.enums import MeetingForm
from mentordesk.ui.pages.quick_log import dialog as dialog_module
from mentordesk.ui.pages.quick_log.commands import quick_log_commands
from mentordesk.ui.pages.quick_log.dialog import QuickLog

TODAY = date(2026, 11, 24)


@pytest.fixture
def log(qtbot, context):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return QuickLog(context, window)


def enter(dialog, **values):
    dialog.form.load(values)
    dialog.form.edited.emit()


def test_two_clicks_are_enough(log, desk, book, notices):
    log.ask(book.tomas).submit()
    (row,) = desk.contacts.of_relationship(book.tomas)
    assert (row.day, row.form, row.line) == (TODAY, MeetingForm.IN_PERSON, "")
    assert notices == ["Noted that you talked."]


def test_a_contact_keeps_its_line_and_a_promise_of_the_other_side(log, desk, book):
    dialog = log.ask(book.amara)
    enter(dialog, day=TODAY - timedelta(days=1), form=MeetingForm.COFFEE, line="At the conference")
    enter(dialog, action="Introduce J.")
    enter(dialog, action_owner=book.amara_person, action_due=date(2026, 12, 1))
    dialog.submit()
    (row,) = desk.contacts.of_relationship(book.amara)
    assert (row.form, row.line) == (MeetingForm.COFFEE, "At the conference")
    promises = desk.meetings.meeting(book.meeting).promises
    added = next(one for one in promises if one.title == "Introduce J.")
    assert (added.owner_id, added.due) == (book.amara_person, date(2026, 12, 1))


def test_who_and_until_when_are_asked_once_something_is_promised(log, book):
    dialog = log.ask(book.amara)
    assert dialog.form.row("action_owner").isHidden()
    enter(dialog, action="Read")
    assert not dialog.form.row("action_owner").isHidden()
    assert not dialog.form.row("action_due").isHidden()


def test_the_owners_follow_the_person(log, book):
    dialog = log.ask(book.amara)
    combo = dialog.form.row("action_owner").field.combo
    assert [combo.itemText(n) for n in range(combo.count())] == ["Me", "Amara"]
    enter(dialog, relationship=book.tomas)
    assert [combo.itemText(n) for n in range(combo.count())] == ["Me", "Tomás"]


def test_a_day_to_come_is_said_while_typing(log, desk, book):
    dialog = log.ask(book.amara)
    enter(dialog, day=TODAY + timedelta(days=2))
    assert "Plan a meeting" in dialog.form.row("day").problem()
    dialog.submit()
    assert desk.contacts.of_relationship(book.amara) == []


def test_a_contact_is_undone_with_its_promise(log, desk, book):
    dialog = log.ask(book.tomas)
    enter(dialog, action="Read")
    dialog.submit()
    assert desk.undo().label == "Log contact"
    assert desk.contacts.of_relationship(book.tomas) == []


def test_without_anybody_it_says_what_to_do(log, desk, monkeypatch):
    said = []
    monkeypatch.setattr(
        dialog_module, "message_dialog", lambda _parent, sentence, *_: said.append(sentence)
    )
    monkeypatch.setattr(desk.relationships, "rail", list)
    assert log.ask() is None
    assert said == ["There is nobody to have talked to yet."]


def test_the_command_has_its_key(context, log):
    (command,) = quick_log_commands(context, log.ask)
    assert (command.keys, command.everywhere) == (("Ctrl+L",), True)
    assert command.enabled()
