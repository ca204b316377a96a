"""What is asked for from a page is asked about whom the page is about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from mentordesk.domain.goals import GoalDraft, PlanScope
from mentordesk.ui.context import Place


@pytest.fixture
def shell(program, qtbot):
    program.show_sample()
    program.window.show()
    qtbot.waitExposed(program.window)
    return program.shell


@pytest.fixture
def last(shell):
    """The last person of the rail: nobody's first choice."""
    entries = shell.context.desk.relationships.rail()
    return next(entry for entry in entries if entry.name == "Wei Lin")


@pytest.mark.parametrize("command", ["meeting.plan", "contact.log"])
def test_a_command_from_a_persons_page_is_about_that_person(shell, last, command, qtbot):
    shell.go(Place("relationship", last.id))
    shell.actions_table.action(command).trigger()
    dialog = QApplication.activeModalWidget()
    assert last.name in {combo.currentText() for combo in dialog.findChildren(QComboBox)}
    dialog.reject()


def test_in_an_empty_field_ctrl_z_takes_back_what_was_just_added(shell, qtbot):
    goals = shell.context.desk.goals
    before = len(goals.plan(PlanScope(), shell.context.today()))
    goals.draft_goal("Learn to say no")
    shell.go(Place("today"))
    field = QLineEdit(shell)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(goals.plan(PlanScope(), shell.context.today())) == before


def test_in_a_field_with_typing_ctrl_z_takes_back_the_typing(shell, qtbot):
    shell.context.desk.goals.add_goal(GoalDraft(title="Something new"))
    step = shell.context.desk.undo_step()
    field = QLineEdit(shell)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not field.text()
    assert shell.context.desk.undo_step() == step


def test_the_rail_shows_where_the_keyboard_is_on_a_page_that_is_not_in_it(shell, qtbot):
    shell.go(Place("sent"))
    assert not shell.rail.view.currentIndex().isValid()
    shell.rail.view.setFocus()
    qtbot.waitUntil(shell.rail.view.hasFocus)
    assert shell.rail.view.currentIndex().data() is not None
    assert shell.page.title() == "What I have sent out"
