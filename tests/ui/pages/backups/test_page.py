"""The page of backups: empty, a list, and only what can be done."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from mentordesk.domain.backups import BackupReason
from mentordesk.ui.backup_steps import BackupSteps
from mentordesk.ui.context import Place
from mentordesk.ui.pages.backups.page import BackupsPage
from mentordesk.ui.pages.backups.said import size_said


class Steps:
    """Notes what was asked for."""

    def __init__(self):
        self.done = []
        self.own = True

    def note(self, *what):
        self.done.append(what)

    def steps(self):
        return BackupSteps(
            make=lambda: self.note("make"),
            open_copy=lambda row: self.note("look", row.id),
            restore=lambda row: self.note("restore", row.id),
            go_back=lambda: self.note("back"),
            shows_copy=lambda: False,
            may_make=lambda: self.own,
            show_folder=lambda: self.note("folder"),
        )


@pytest.fixture
def steps():
    return Steps()


@pytest.fixture
def page(qtbot, context, steps):
    page = BackupsPage(context, steps.steps())
    qtbot.addWidget(page)
    page.resize(900, 600)
    return page


def shown(page):
    page.show_place(Place("backups"))
    page.show()
    return page


def test_without_a_backup_the_page_says_what_it_is_for_and_offers_one(page, steps):
    shown(page)
    assert page.first_button.isVisible()
    page.first_button.click()
    assert steps.done == [("make",)]


def test_backups_are_listed_with_date_reason_size_and_passphrase(page, desk):
    desk.backups.make(BackupReason.ASKED)
    shown(page)
    cells = [page.model.index(0, column).data() for column in range(5)]
    assert cells[:2] == ["Tue 24 Nov 2026, 11:00", "You asked for it"]
    assert cells[3] == ("This passphrase" if desk.encrypted else "No passphrase")
    assert cells[4] == "when made"


def test_the_chosen_backup_is_opened_and_restored(page, desk, steps, clock):
    desk.backups.make(BackupReason.ASKED)
    clock.now += timedelta(hours=1)
    desk.backups.make(BackupReason.AUTOMATIC)
    shown(page)
    newest = desk.backups.rows()[0].id
    page.look_button.click()
    page.restore_button.click()
    page.folder_button.click()
    assert steps.done == [("look", newest), ("restore", newest), ("folder",)]


def test_a_new_backup_appears_when_it_is_made(page, desk, context):
    desk.backups.make(BackupReason.ASKED)
    shown(page)
    desk.backups.make(BackupReason.ASKED)
    context.backed_up.emit()
    assert page.model.rowCount() == 2


def test_a_file_that_is_only_read_offers_no_change(page, desk, steps):
    desk.backups.make(BackupReason.ASKED)
    steps.own = False
    shown(page)
    offered = [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]
    assert offered == ["Open a copy to look", "Show the folder"]


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 KB"), (200_000, "195 KB"), (5_300_000, "5.1 MB")]
)
def test_a_size_is_said_as_people_say_it(count, words):
    assert size_said(count) == words
