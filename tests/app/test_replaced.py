"""Another program takes the open file away: it is said, and nothing typed is lost."""

import shutil

import pytest
from PySide6.QtCore import QTimer

from mentordesk.app.settings import default_desk
from mentordesk.domain.goals import GoalDraft
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.pages.damaged.replaced import ReplacedDialog


@pytest.fixture
def own(program, clock):
    desk = Desk.create(default_desk(), clock, make_folder=True)
    desk.people.begin(PersonDraft(name="Maya", time_zone="Europe/Berlin"))
    desk.close()
    program.open_path(default_desk())
    return program


def replace(path):
    copy = path.with_name("copy")
    shutil.copy(path, copy)
    copy.replace(path)


def add_goal(own):
    draft = GoalDraft(title="Paper")
    return own.shell.context.perform(lambda: own.desk.goals.add_goal(draft), "Added.")


def answer(own, choose):
    """Choose in the dialog as soon as it is open; return what was seen in it."""
    seen = []

    def press():
        dialog = own.window.findChild(ReplacedDialog)
        seen.append(dialog.reload_button.isVisible())
        choose(dialog)

    QTimer.singleShot(0, press)
    return seen


def test_a_replaced_file_is_read_anew(own):
    replace(own.desk.path)
    seen = answer(own, lambda dialog: dialog.reload_button.click())
    assert not add_goal(own)
    assert seen == [True]
    assert add_goal(own)
    assert own.desk.path == default_desk()


@pytest.mark.parametrize("gone", [False, True])
def test_what_is_open_goes_on_in_a_copy(own, gone, tmp_path):
    path = own.desk.path
    if gone:
        path.unlink()
    else:
        replace(path)
    left = path.read_bytes() if path.exists() else None
    seen = answer(own, lambda dialog: dialog.reject())
    assert not add_goal(own)
    assert seen == [not gone]
    own.replaced.save_copy(tmp_path / "mine.mentordesk")
    assert add_goal(own)
    assert own.desk.path.name == "mine.mentordesk"
    assert (path.read_bytes() if path.exists() else None) == left


def test_a_file_that_comes_back_goes_on(own):
    path = own.desk.path
    away = path.rename(path.with_name("away"))
    answer(own, lambda dialog: dialog.reject())
    assert not add_goal(own)
    away.rename(path)
    assert add_goal(own)
