"""The box at the top: commands, people and everything written, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from mentordesk.ui.context import Place


@pytest.fixture
def shell(program, qtbot):
    program.show_sample()
    program.window.show()
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    return program.shell


def offered(shell, text):
    return [entry.words for entry in shell.search._entries(text) if not entry.is_caption]


def typed(shell, qtbot, text):
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.search, text)
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)


def test_a_command_is_found_and_run_by_keyboard_alone(shell, qtbot):
    typed(shell, qtbot, "preferences")
    assert shell.page.title() == "Preferences"


def test_a_person_comes_before_commands(shell):
    assert offered(shell, "okafor")[0].startswith("Dr Amara Okafor")


def test_commands_alone_after_the_mark(shell):
    assert "Dark" in offered(shell, ">dark")
    assert offered(shell, ">okafor") == []
    assert len(offered(shell, ">")) > 20


def test_commands_that_cant_be_done_now_are_left_out(shell):
    assert "Back" not in offered(shell, ">back")
    shell.go(Place("meetings"))
    assert "Back" in offered(shell, ">back")


def test_commands_of_pages_that_are_not_seen_are_left_out(shell):
    shell.go(Place("plan", view="list"))
    assert "New milestone" in offered(shell, ">new mil")
    shell.go(Place("meetings"))
    assert "New milestone" not in offered(shell, ">new mil")


def test_what_was_used_last_comes_first(shell, qtbot):
    typed(shell, qtbot, ">my plan")
    typed(shell, qtbot, ">meetings")
    assert offered(shell, "")[:2] == ["Meetings", "My plan"]


def test_help_is_found(shell, qtbot):
    typed(shell, qtbot, "help timeline")
    assert shell.page.title() == "Help: Timeline"


def test_arrows_pass_over_captions(shell, qtbot):
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.search, "meet")
    qtbot.waitUntil(lambda: shell.search.popup.isVisible() and shell.search.model.rowCount() > 3)
    for _ in range(shell.search.model.rowCount()):
        assert not shell.search.popup.marked().is_caption
        qtbot.keyClick(shell.search, Qt.Key.Key_Down)


def test_escape_gives_the_keyboard_back(shell, qtbot):
    shell.go(Place("meetings"))
    before = shell.focusWidget()
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.search.hasFocus()
    qtbot.keyClick(shell.search, Qt.Key.Key_Escape)
    assert shell.focusWidget() is before


def test_a_command_is_about_what_had_the_keyboard(shell, qtbot):
    shell.go(Place("meetings"))
    before = shell.focusWidget()
    typed(shell, qtbot, ">as the system")
    assert shell.focusWidget() is before


def test_the_curtain_hides_others_here_too(shell):
    entries = shell.context.desk.relationships.rail()
    other = next(one for one in entries if "Okafor" not in one.name)
    shell.context.curtain.show_only(other.id)
    assert not any("Okafor" in words for words in offered(shell, "okafor"))


def test_the_marked_entry_is_spoken_with_its_keys(shell, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(
        "mentordesk.ui.shell.search_popup.QAccessible.updateAccessibility",
        lambda event: said.append(event.message()),
    )
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    shell.search.setText(">new goal")
    shell.search._search()
    assert said[-1] == "New goal…, New, Ctrl+G"
