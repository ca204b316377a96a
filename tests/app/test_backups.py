"""The program's own backups, a look into one, and the way back."""

from datetime import date, timedelta

import pytest

from mentordesk.app.settings import default_desk
from mentordesk.domain.backups import BackupReason
from mentordesk.domain.goals import OWN_PLAN, GoalDraft
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.context import Place
from mentordesk.ui.widgets.dialogs import MessageDialog

TODAY = date(2026, 11, 24)


@pytest.fixture
def own(program, clock):
    """The program with the person's own file open."""
    desk = Desk.create(default_desk(), clock, make_folder=True)
    desk.people.begin(PersonDraft(name="Maya", time_zone="Europe/Berlin"))
    desk.close()
    program.open_path(default_desk())
    return program


def finish(qtbot, program):
    """Let a backup that is being made come to its end."""
    qtbot.waitUntil(lambda: program.backups.keeper._running is None)


def titles(program):
    plan = program.desk.goals.plan(OWN_PLAN, TODAY)
    return [node.title for node in plan]


def add_goal(program, title):
    program.desk.goals.add_goal(GoalDraft(title=title))


def test_the_start_makes_a_backup_of_a_file_that_changed_and_the_foot_says_so(own, qtbot):
    own.backups.keeper.start()
    finish(qtbot, own)
    assert [row.why for row in own.desk.backups.rows()] == [BackupReason.AUTOMATIC]
    assert own.shell.rail.foot.backup_button.text() == "Backed up at 10:00"


def test_half_an_hour_of_changes_makes_a_backup_and_a_quiet_hour_makes_none(own, qtbot, clock):
    keeper = own.backups.keeper
    clock.advance(hours=1)
    keeper.look()
    assert own.desk.backups.rows() == []
    add_goal(own, "Paper")
    clock.advance(minutes=29)
    keeper.look()
    assert keeper._running is None
    clock.advance(minutes=1)
    keeper.look()
    finish(qtbot, own)
    assert len(own.desk.backups.rows()) == 1


def test_an_example_gets_no_backups(program):
    program.show_sample()
    program.backups.keeper.start()
    assert not program.desk.backups.folder.exists()
    assert program.shell.rail.foot.backup_button.text() == ""


def test_closing_the_file_ends_a_backup_that_is_being_made(own):
    folder = own.desk.backups.folder
    own.backups.make()
    own.close_desk()
    assert all(place.suffix == ".mentordesk" for place in folder.glob("*"))


def test_a_copy_to_look_at_is_read_only_labelled_and_leads_back(own, qtbot):
    add_goal(own, "Paper")
    own.backups.make()
    finish(qtbot, own)
    add_goal(own, "Later")
    own.backups.open_copy(own.desk.backups.rows()[0])
    assert own.desk.read_only
    assert titles(own) == ["Paper"]
    assert own.shell.rail.foot._file.text().startswith("Backup of Tue 24 Nov 2026")
    copy = own.desk.path
    own.shell.notices.button.click()
    assert own.desk.path == default_desk()
    assert titles(own) == ["Paper", "Later"]
    assert own.shell.history.here == Place("backups")
    assert not copy.exists()


def test_a_restore_asks_and_keeps_what_was_there(own, qtbot, clock):
    add_goal(own, "Paper")
    own.backups.make()
    finish(qtbot, own)
    add_goal(own, "Later")
    clock.advance(hours=1)
    own.backups.ask_to_restore(own.desk.backups.rows()[0])
    own.window.findChild(MessageDialog).button.click()
    qtbot.waitUntil(lambda: own.shell is not None)
    assert titles(own) == ["Paper"]
    assert own.desk.undo_step() is None
    newest = own.desk.backups.rows()[0]
    assert newest.why is BackupReason.RESTORE
    assert newest.at == clock()


def test_a_backup_that_can_not_be_made_is_said_and_tried_again_later(own, qtbot, clock):
    own.desk.backups.folder.write_text("in the way")
    own.backups.keeper.start()
    finish(qtbot, own)
    assert "No backup was made" in own.shell.notices.label.text()
    own.desk.backups.folder.unlink()
    clock.advance(minutes=31)
    own.backups.keeper.look()
    finish(qtbot, own)
    assert len(own.desk.backups.rows()) == 1


def test_the_clock_of_the_backups_is_that_of_the_program(own, qtbot, clock):
    clock.advance(days=2)
    own.backups.make()
    finish(qtbot, own)
    assert own.desk.backups.newest_moment() - clock() == timedelta()
