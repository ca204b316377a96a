"""Preferences in the running program: seen at once, kept over a restart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from mentordesk.app.program import Program
from mentordesk.app.settings import Settings, default_desk
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.context import Place
from mentordesk.ui.preferences import TEXT_SIZE, ZONE
from mentordesk.ui.shell.main_window import MainWindow


@pytest.fixture
def own(program, clock):
    desk = Desk.create(default_desk(), clock, make_folder=True)
    desk.people.begin(PersonDraft(name="Me", time_zone="Europe/Berlin"))
    desk.close()
    program.open_first(None)
    program.window.show()
    yield program
    program.settings.preferences.choose(TEXT_SIZE, 100)


def renewed(program, qtbot, before):
    qtbot.waitUntil(lambda: program.shell is not before)


def test_larger_text_makes_the_page_anew_where_one_was(own, qtbot):
    shell = own.shell
    shell.go(Place("meetings"))
    small = QFontInfo(QApplication.font()).pixelSize()
    qtbot.keyClick(shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    renewed(own, qtbot, shell)
    assert own.shell.page.title() == "Meetings"
    assert QFontInfo(QApplication.font()).pixelSize() > small
    assert own.shell.history.can_go_back


def test_another_zone_is_used_at_once(own, qtbot):
    shell = own.shell
    own.settings.preferences.choose(ZONE, "Asia/Tokyo")
    renewed(own, qtbot, shell)
    assert own.shell.context.zone_name == "Asia/Tokyo"


def test_changes_are_still_heard_after_the_pages_were_made_anew(own, qtbot):
    shell = own.shell
    own.settings.preferences.choose(ZONE, "Asia/Tokyo")
    renewed(own, qtbot, shell)
    qtbot.wait(1)
    heard = []
    own.shell.context.changed.connect(heard.append)
    from mentordesk.domain.goals import GoalDraft

    own.shell.context.desk.goals.add_goal(GoalDraft(title="One"))
    assert len(heard) == 1


def test_moving_the_file_opens_it_there_now_and_at_the_next_start(own, tmp_path, clock):
    target = tmp_path / "kept" / "mine.mentordesk"
    target.parent.mkdir()
    own.places.move_to(target)
    assert own.shell.context.desk.path == target
    assert not default_desk().exists()
    own.close_desk()
    settings = Settings(tmp_path / "window.ini")
    again = Program(own.window, settings, own._theme, clock)
    again.open_first(None)
    assert again.shell.context.desk.path == target
    again.close_desk()


def test_a_file_that_cant_be_moved_stays_open_and_says_why(own, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(
        "mentordesk.app.program.message_dialog", lambda _parent, text: said.append(text)
    )
    (tmp_path / "there.mentordesk").write_text("taken")
    own.places.move_to(tmp_path / "there.mentordesk")
    assert own.shell.context.desk.path == default_desk()
    assert len(said) == 1


def test_another_file_can_be_the_one_to_open_at_start(own, desk, tmp_path):
    desk.close()
    own.open_path(desk.path)
    own.places.open_at_start()
    assert own.places.home() == desk.path


def test_the_settings_hold_no_name(own, tmp_path, qtbot):
    own.shell.go(Place("preferences"))
    own.settings._kept.sync()
    place = tmp_path / "window.ini"
    assert not place.exists() or "Lindqvist" not in place.read_text()


def test_with_the_largest_text_the_window_still_fits_the_screen(own, qtbot):
    own.shell.context.preferences.choose(TEXT_SIZE, 200)
    window = MainWindow(list)
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    assert window.minimumWidth() <= room.width()
    assert window.minimumHeight() <= room.height()
