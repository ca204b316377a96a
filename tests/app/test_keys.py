"""A file with a passphrase: made, opened, locked, opened by its sheet, and plain again."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from mentordesk.app.settings import default_desk
from mentordesk.domain.enums import Role
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.desk import Desk
from mentordesk.services.protecting import Answer, is_encrypted
from mentordesk.store.key import Key
from mentordesk.ui.context import Place
from mentordesk.ui.pages.protect.sheet import SheetPage
from mentordesk.ui.pages.unlock.page import PASSPHRASE, SHEET, UnlockPage
from mentordesk.ui.pages.welcome.first_steps import FirstSteps
from mentordesk.ui.pages.welcome.page import Beginning

PASSPHRASE_TYPED = "four calm green herons"


@pytest.fixture
def derived(monkeypatch):
    """Count how often a key is derived, and spare its quarter of a second."""
    count = []

    def derive(_cls, passphrase, salt):
        count.append(passphrase)
        return Key((passphrase.encode() * 32)[:32], salt)

    monkeypatch.setattr(Key, "derive", classmethod(derive))
    return count


@pytest.fixture
def encrypted(tmp_path, clock, derived):
    path = tmp_path / "Tomas.mentordesk"
    desk = Desk.create(path, clock, key=Key.derive_new(PASSPHRASE_TYPED))
    desk.people.begin(PersonDraft(name="Ada"))
    desk.close()
    derived.clear()
    return path


@pytest.fixture
def plain(tmp_path, clock, derived):
    path = tmp_path / "plain.mentordesk"
    desk = Desk.create(path, clock)
    desk.people.begin(PersonDraft(name="Ada"))
    desk.close()
    return path


def shown(program):
    return program.window.centralWidget()


def unlock(program, qtbot, answer):
    page = shown(program)
    if answer.sheet:
        page.way_button.click()
    page.form.load({PASSPHRASE: answer.passphrase, SHEET: answer.sheet})
    page.answer()
    qtbot.waitUntil(lambda: shown(program) is not page or bool(page.form.row(PASSPHRASE).problem()))


def test_first_run_makes_an_encrypted_desk_and_shows_its_sheet(program, qtbot, derived):
    program.open_first(None)
    shown(program).begun.emit(Beginning.MENTEE)
    shown(program).chosen.emit(PASSPHRASE_TYPED)
    qtbot.waitUntil(lambda: isinstance(shown(program), SheetPage))
    assert is_encrypted(default_desk())
    shown(program).button.click()
    assert isinstance(shown(program), FirstSteps)


def test_encrypted_file_is_asked_for_on_a_page_and_opened(program, qtbot, encrypted):
    program.open_path(encrypted)
    assert isinstance(shown(program), UnlockPage)
    unlock(program, qtbot, Answer(passphrase=PASSPHRASE_TYPED))
    assert program.shell.page.title() == "Today"


def test_opening_derives_the_key_once(program, qtbot, encrypted, derived):
    program.open_path(encrypted)
    unlock(program, qtbot, Answer(passphrase=PASSPHRASE_TYPED))
    assert derived == [PASSPHRASE_TYPED]


def test_wrong_passphrase_is_said_and_asked_again(program, qtbot, encrypted):
    program.open_path(encrypted)
    unlock(program, qtbot, Answer(passphrase="four calm green heron"))
    assert "does not open" in shown(program).form.row(PASSPHRASE).problem()
    unlock(program, qtbot, Answer(passphrase=PASSPHRASE_TYPED))
    assert program.shell is not None


def test_recovery_sheet_opens_the_file(program, qtbot, encrypted, clock):
    desk = Desk.open(encrypted, clock, key=Key((PASSPHRASE_TYPED.encode() * 32)[:32]))
    letters = desk.recovery_letters()
    desk.close()
    program.open_path(encrypted)
    unlock(program, qtbot, Answer(sheet=letters))
    assert program.shell is not None


def test_key_that_comes_too_late_opens_nothing(program, qtbot, encrypted, plain):
    program.open_path(encrypted)
    page = shown(program)
    page.form.load({PASSPHRASE: PASSPHRASE_TYPED})
    page.answer()
    with qtbot.waitSignal(page.destroyed):
        program.open_path(plain)
    qtbot.waitUntil(lambda: not program.keys._tasks.busy)
    assert program.desk.path == plain


def open_and_lock(program, qtbot, encrypted, place=None):
    program.open_path(encrypted, place)
    unlock(program, qtbot, Answer(passphrase=PASSPHRASE_TYPED))
    program.lock()


def test_locked_window_shows_no_name_title_or_count(program, qtbot, encrypted):
    open_and_lock(program, qtbot, encrypted)
    words = [label.text() for label in shown(program).findChildren(QLabel)]
    assert not any("Tomas" in word or "Ada" in word for word in words)
    assert program.window.windowTitle() == "MentorDesk"
    assert program.shell is None


def test_lock_lets_go_of_the_key_and_the_file(program, qtbot, encrypted, clock):
    open_and_lock(program, qtbot, encrypted)
    assert program._desk is None
    Desk.open(encrypted, clock, key=Key((PASSPHRASE_TYPED.encode() * 32)[:32])).close()


def test_unlocking_leads_back_to_the_same_place(program, qtbot, encrypted):
    open_and_lock(program, qtbot, encrypted, Place("meetings"))
    unlock(program, qtbot, Answer(passphrase=PASSPHRASE_TYPED))
    assert program.shell.page.title() == "Meetings"


def test_lock_closes_what_stands_over_the_window(program, qtbot, encrypted):
    program.open_path(encrypted)
    unlock(program, qtbot, Answer(passphrase=PASSPHRASE_TYPED))
    dialog = QDialog(program.window)
    dialog.open()
    program.lock()
    assert not dialog.isVisible()


def test_idle_window_locks_itself(program, qtbot, encrypted, clock):
    program.open_path(encrypted)
    unlock(program, qtbot, Answer(passphrase=PASSPHRASE_TYPED))
    clock.advance(minutes=10)
    program._guards.idle.check()
    assert isinstance(shown(program), UnlockPage)


def test_plain_file_has_nothing_to_lock(program, plain):
    program.open_path(plain)
    program.lock()
    assert program.shell is not None


def test_passphrase_is_set_and_taken_away_again(program, qtbot, plain):
    program.open_path(plain, Place("meetings"))
    program.set_passphrase(PASSPHRASE_TYPED)
    qtbot.waitUntil(lambda: program.shell is not None)
    assert is_encrypted(plain)
    assert program.shell.page.title() == "Meetings"
    program.set_passphrase(None)
    qtbot.waitUntil(lambda: program.shell is not None)
    assert not is_encrypted(plain)


@pytest.fixture
def meeting(program, plain):
    """Return a meeting of the open plain file."""
    program.open_path(plain)
    desk = program.shell.context.desk
    with_whom = desk.relationships.add_with_person(
        PersonDraft(name="Tomas"), RelationshipDraft(role=Role.MENTOR)
    )
    return desk.meetings.plan(
        MeetingDraft(relationship=with_whom, day=date(2026, 12, 1), time=time(10), zone="UTC")
    )


def test_passphrase_is_offered_again_at_the_first_private_note(program, meeting):
    program.shell.context.desk.notes.save_note(meeting, "between us")
    assert "passphrase" in program.shell.notices.label.text()
    assert program.shell.notices.button.text().startswith("Protect")


def test_offer_comes_only_once(program, settings, meeting):
    settings.note_asked_to_protect()
    program.shell.context.desk.notes.save_note(meeting, "between us")
    assert "passphrase" not in program.shell.notices.label.text()
