import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from mentordesk.ui.actions import ActionTable, Command, Menu


@pytest.fixture
def owner(qtbot, theme):
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def table(owner, theme):
    return ActionTable(theme, owner)


def test_a_command_is_declared_once_and_runs(table, owner):
    done = []
    table.declare([Command(id="goal.add", label="New &goal…", run=lambda: done.append(1))], owner)
    table.action("goal.add").trigger()
    assert done == [1]


def test_a_command_that_cannot_be_done_now_does_nothing(table, owner):
    done = []
    command = Command(
        id="goal.add", label="New goal", run=lambda: done.append(1), enabled=lambda: False
    )
    table.declare([command], owner)
    table.action("goal.add").trigger()
    assert done == []


def test_a_menu_greys_out_and_lets_shortcuts_through_afterwards(table, owner):
    state = {"on": False}
    command = Command(id="a", label="A", run=list, enabled=lambda: state["on"])
    table.declare([command], owner)
    table.menu(owner, "a")
    assert not table.action("a").isEnabled()
    table.release()
    assert table.action("a").isEnabled()


def test_the_program_menu_takes_its_entries_from_the_table(table, owner):
    commands = [
        Command(id="a", label="A", run=list, menu=Menu.FILE),
        Command(id="b", label="B", run=list, menu=Menu.GO),
    ]
    table.declare(commands, owner)
    assert [action.text() for action in table.in_menu(Menu.GO)] == ["B"]


def test_a_checked_command_shows_its_state(table, owner):
    command = Command(id="t", label="Dark", run=list, checked=lambda: True)
    table.declare([command], owner)
    table.refresh()
    assert table.action("t").isChecked()


def test_commands_go_with_their_owner(table, owner, theme):
    view = QWidget(owner)
    table.declare([Command(id="a", label="A", run=list, icon="goal")], view)
    again = QWidget(owner)
    table.declare([Command(id="a", label="A again", run=list, icon="goal")], again)
    shiboken6.delete(view)
    assert table.action("a").text() == "A again"
    shiboken6.delete(again)
    theme.changed.emit()
    assert table.commands() == []
