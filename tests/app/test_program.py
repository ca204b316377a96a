"""The window from the first start on: welcome, the desk, other files, and what is wrong."""

import shutil
import stat
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from mentordesk.app.settings import Settings, default_desk
from mentordesk.domain.goals import OWN_PLAN
from mentordesk.services.desk import Desk
from mentordesk.ui.pages.welcome.first_steps import FirstSteps
from mentordesk.ui.pages.welcome.page import Beginning, WelcomePage
from mentordesk.ui.preferences import THEME
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.theme import ThemeChoice

TODAY = date(2026, 11, 24)


def shown(program):
    return program.window.centralWidget()


def words(program) -> str:
    return " ".join(label.text() for label in shown(program).findChildren(QLabel))


def begin(program, beginning=Beginning.MENTEE):
    program.open_first(None)
    shown(program).begun.emit(beginning)
    shown(program).later_button.click()


def test_the_first_start_welcomes(program):
    program.open_first(None)
    assert isinstance(shown(program), WelcomePage)
    assert not default_desk().exists()


def test_beginning_makes_a_desk_that_only_its_owner_reads(program):
    begin(program)
    assert isinstance(shown(program), FirstSteps)
    assert stat.S_IMODE(default_desk().stat().st_mode) == 0o600


def test_three_clicks_to_the_first_goal(program):
    program.open_first(None)
    shown(program).cards[0].click()
    shown(program).later_button.click()
    step = shown(program).currentWidget()
    step.line.setText("Writing grants")
    step.button.click()
    (goal,) = program._desk.goals.plan(OWN_PLAN, TODAY)
    assert goal.title == "Writing grants"
    shown(program).currentWidget().skip_button.click()
    assert isinstance(shown(program), DeskShell)
    assert program.shell.page.title() == "My plan"


def test_the_next_start_opens_the_desk(program, settings, qtbot, clock):
    begin(program)
    program.close_desk()
    program.open_first(None)
    assert program.shell.page.title() == "Today"


def test_an_example_is_labelled_and_thrown_away(program):
    program.show_sample()
    path = program.shell.context.desk.path
    assert "Example" in words(program)
    program.close_desk()
    assert not path.parent.exists()


def test_an_example_never_touches_the_persons_desk(program):
    program.show_sample()
    assert not default_desk().exists()


@pytest.mark.parametrize("content", [b"", b"just a text", b"SQLite format 3\0" + bytes(500)])
def test_a_bad_file_is_said_on_the_welcome_page(program, tmp_path, content):
    bad = tmp_path / "bad.mentordesk"
    bad.write_bytes(content)
    program.open_first(bad)
    assert isinstance(shown(program), WelcomePage)
    assert "file" in words(program).lower()
    assert bad.read_bytes() == content


def test_a_missing_file_is_said_and_not_made(program, tmp_path):
    program.open_first(tmp_path / "gone.mentordesk")
    assert "There is no file at this place." in words(program)
    assert not (tmp_path / "gone.mentordesk").exists()


def test_a_file_open_in_another_window_is_not_opened_twice(program, desk):
    program.open_first(desk.path)
    assert "open in another window" in words(program)


def test_a_bad_file_leaves_the_open_desk_open(program, tmp_path, monkeypatch):
    begin(program)
    shown(program).finished.emit(shown(program)._place)
    said = []
    monkeypatch.setattr(
        "mentordesk.app.program.message_dialog", lambda _parent, text: said.append(text)
    )
    program.open_path(tmp_path)
    assert len(said) == 1
    assert isinstance(shown(program), DeskShell)


def test_a_chosen_file_takes_the_place_of_the_open_one(program, desk, tmp_path, monkeypatch):
    other = tmp_path / "other.mentordesk"
    shutil.copy(desk.path, other)
    begin(program)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    program.ask_for_file()
    assert program.shell.context.desk.path == other


def test_a_new_file_gets_the_suffix_that_was_left_out(program, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    program._beginnings.ask_for_new_file()
    shown(program).later_button.click()
    assert (tmp_path / "mine.mentordesk").exists()


def test_the_theme_is_remembered(program, settings, tmp_path):
    settings.preferences.choose(THEME, ThemeChoice.DARK)
    assert program._theme.choice is ThemeChoice.DARK
    assert Settings(tmp_path / "window.ini").preferences.value(THEME) is ThemeChoice.DARK


def test_closing_frees_the_file_for_another_window(program, clock):
    begin(program)
    program.close_desk()
    Desk.open(default_desk(), clock).close()


def test_ctrl_q_closes_the_window_before_there_is_a_desk(program, qtbot):
    program.window.show()
    program.open_first(None)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    qtbot.keyClick(shown(program), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not program.window.isVisible()
