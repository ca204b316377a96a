"""A file that another computer left behind is taken only when the person wants it."""

import json

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from mentordesk.app.settings import default_desk
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.store.owner import OwnerLock
from mentordesk.ui.pages.welcome.page import WelcomePage
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.widgets.dialogs import MessageDialog


@pytest.fixture
def path(clock):
    """A desk that another computer seems to have open."""
    desk = Desk.create(default_desk(), clock, make_folder=True)
    desk.people.begin(PersonDraft(name="Me"))
    desk.close()
    note = {"computer": "atlas", "process": 4242, "since": "2026-03-04T09:30:00+00:00"}
    place = default_desk()
    (place.parent / f".{place.name}.owner").write_text(json.dumps(note))
    return place


def question():
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, MessageDialog)]
    return next((dialog for dialog in shown if dialog.isVisible()), None)


def test_the_window_says_which_computer_had_it_and_offers_to_go_on(program, path):
    program.window.show()
    program.open_first(None)
    assert "atlas" in " ".join(label.text() for label in question().findChildren(QLabel))
    question().button.click()
    assert isinstance(program.window.centralWidget(), DeskShell)
    assert not program.shell.context.desk.read_only


def test_without_a_yes_nothing_is_taken(program, path):
    program.window.show()
    program.open_first(None)
    question().cancel_button.click()
    assert isinstance(program.window.centralWidget(), WelcomePage)
    assert json.loads((path.parent / f".{path.name}.owner").read_text())["computer"] == "atlas"


def test_a_lock_that_is_held_is_never_overruled(program, path, clock):
    program.window.show()
    with OwnerLock(path) as owner:
        owner.acquire(clock(), take_over=True)
        program.open_path(path, take_over=True)
        assert question() is None
        assert isinstance(program.window.centralWidget(), WelcomePage)
