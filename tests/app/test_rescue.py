"""A damaged file: the newest backup, or a copy of what can be read, and never a change in it."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from mentordesk.domain.backups import BackupReason
from mentordesk.services.desk import Desk
from mentordesk.services.sample import build_sample
from mentordesk.ui.pages.damaged.page import DamagedPage, SalvagedPage
from mentordesk.ui.pages.welcome.page import WelcomePage
from mentordesk.ui.widgets.dialogs import MessageDialog

PAGE = 4096


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "mine.mentordesk"
    build_sample(path, today=date(2026, 11, 24))
    return path


def spoil(path):
    """Cut off the end, as a broken copy does."""
    whole = path.read_bytes()
    path.write_bytes(whole[: 100 * PAGE + 100])
    return path.read_bytes()


def shown(program):
    return program.window.centralWidget()


def words(program):
    return " ".join(label.text() for label in shown(program).findChildren(QLabel))


def test_a_damaged_file_offers_its_newest_backup_and_goes_back_to_it(program, path, clock, qtbot):
    desk = Desk.open(path, clock)
    desk.backups.make(BackupReason.AUTOMATIC)
    desk.close()
    spoilt = spoil(path)
    program.open_path(path)
    page = shown(program)
    assert isinstance(page, DamagedPage)
    assert "today at 10:00" in words(program)
    assert path.read_bytes() == spoilt
    page.restore_button.click()
    qtbot.waitUntil(lambda: program.shell is not None)
    assert program.desk.check() == []
    kept = [p for p in path.parent.iterdir() if "set-aside" in p.name]
    assert kept[0].read_bytes() == spoilt


def test_a_damaged_file_without_a_backup_is_copied_as_far_as_it_can_be_read(program, path, qtbot):
    spoilt = spoil(path)
    program.open_path(path)
    page = shown(program)
    assert page.first_focus() is page.copy_button
    page.copy_button.click()
    qtbot.waitUntil(lambda: isinstance(shown(program), SalvagedPage), timeout=20_000)
    assert "goals" in words(program)
    assert shown(program).missing.text()
    shown(program).open_button.click()
    assert program.desk.path.name == "mine-copy.mentordesk"
    assert path.read_bytes() == spoilt


def test_a_foreign_file_is_only_refused_in_words(program, tmp_path):
    picture = tmp_path / "picture.mentordesk"
    picture.write_bytes(b"\x89PNG" * 3000)
    program.open_path(picture)
    assert isinstance(shown(program), WelcomePage)
    assert "no MentorDesk file" in words(program)


def test_over_an_open_file_the_way_to_the_damaged_one_is_asked_for(program, path):
    spoil(path)
    program.show_sample()
    program.open_path(path)
    assert program.desk is not None
    program.window.findChild(MessageDialog).button.click()
    assert isinstance(shown(program), DamagedPage)
