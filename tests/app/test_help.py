"""Help, keys and About in the composed window."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from mentordesk.ui.context import Place
from mentordesk.ui.help_topics import TOPICS, help_text
from mentordesk.ui.shell.about import AboutDialog
from mentordesk.ui.shell.help_keys import HelpDialog
from mentordesk.ui.shell.shortcut_sheet import ShortcutSheet

PLAIN_KEYS = {"Tab", "Shift+Tab", "Enter", "Esc", "Space", "Menu", "Shift+F10", "Home", "End"}
"""Keys that every list and field has; they are in no table."""

_KEY = re.compile(r"\*\*((?:Ctrl|Alt|Shift|Meta)\+[^*]+|F\d+|Ins|Del|Tab|Enter|Esc|Space)\*\*")


@pytest.fixture
def shell(program, qtbot):
    program.show_sample()
    program.window.show()
    qtbot.waitExposed(program.window)
    return program.shell


@pytest.fixture
def full_shell(shell):
    while shell.make_a_page():
        pass
    for view in ("timeline", "progress"):  # these are made when they are looked at
        shell.go(Place("plan", view=view))
    return shell


def opened(shell, kind):
    return next(iter(shell.findChildren(kind)))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_shortcut_that_the_help_names_is_in_the_table(full_shell, topic):
    known = {
        QKeySequence(key) for command in full_shell.actions_table.commands() for key in command.keys
    }
    for key in _KEY.findall(help_text(topic)):
        assert key in PLAIN_KEYS or QKeySequence(key) in known, key


def test_every_page_has_help(full_shell):
    assert set(full_shell._makers) - {"help"} <= set(TOPICS)


def test_f1_opens_the_help_for_the_page_and_escape_goes_back(shell, qtbot):
    shell.go(Place("meetings"))
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert shell.page.title() == "Help: Meetings"
    qtbot.keyClick(shell.page.reader, Qt.Key.Key_Escape)
    assert shell.page.title() == "Meetings"


def test_a_link_of_the_help_leads_to_its_topic_and_back_leads_back(shell):
    shell.go(Place("help", view="today"))
    shell.page.reader.anchorClicked.emit("plan.md")
    assert shell.page.title() == "Help: My plan"
    shell.back()
    assert shell.page.title() == "Help: Today"


def test_the_sheet_lists_every_key_of_the_table_and_finds_them(full_shell, qtbot):
    full_shell.actions_table.action("help.keys").trigger()
    sheet = opened(full_shell, ShortcutSheet)
    listed = {entry.keys for entry in sheet.model.entries()} - {""}
    assert listed == {c.keys[0] for c in full_shell.actions_table.commands() if c.keys}
    sheet.line.setText("ctrl+g")
    assert [e.words for e in sheet.model.entries() if not e.is_caption] == ["New goal…"]
    sheet.reject()


def test_the_sheet_fills_with_pages_that_were_not_opened(shell, qtbot):
    shell.actions_table.action("help.keys").trigger()
    sheet = opened(shell, ShortcutSheet)
    qtbot.waitUntil(lambda: not sheet._filling.isActive(), timeout=20_000)
    captions = {entry.words for entry in sheet.model.entries() if entry.is_caption}
    assert {"Go", "Plan", "Agenda", "Lists of meetings"} <= captions
    sheet.reject()


def test_copied_details_hold_no_path_and_no_name(shell):
    shell.actions_table.action("help.about").trigger()
    dialog = opened(shell, AboutDialog)
    dialog.copy_details()
    told = QGuiApplication.clipboard().text()
    assert "MentorDesk: " in told
    assert "/" not in told
    assert str(shell.context.desk.path.stem) not in told
    assert not any(line.words in told for line in shell.rail.model.lines if line.initials)
    dialog.accept()


def test_about_says_where_the_file_lies(shell):
    shell.actions_table.action("help.about").trigger()
    dialog = opened(shell, AboutDialog)
    assert str(shell.context.desk.path) in dialog.details.text()
    dialog.accept()


def test_f1_over_a_dialog_opens_the_help_over_it(shell, qtbot):
    shell.actions_table.action("help.keys").trigger()
    sheet = opened(shell, ShortcutSheet)
    with qtbot.waitActive(sheet):
        sheet.activateWindow()
    sheet.line.setFocus()
    qtbot.waitUntil(sheet.line.hasFocus)
    qtbot.keyClick(sheet.line, Qt.Key.Key_F1)
    assert opened(sheet, HelpDialog).reader.topic == "keyboard"
    opened(sheet, HelpDialog).reject()
    sheet.reject()


def test_no_key_of_the_whole_window_is_given_twice(full_shell):
    table = full_shell.actions_table
    commands = table.commands()
    everywhere = [
        (key, c.id)
        for c in commands
        if c.everywhere and table.action(c.id).parent() is full_shell
        for key in c.keys
    ]
    for key, name in everywhere:
        others = [c.id for c in commands if key in c.keys and c.id != name]
        assert others == [], key
