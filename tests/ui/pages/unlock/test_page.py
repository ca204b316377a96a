import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from mentordesk.services.protecting import Answer
from mentordesk.ui.pages.unlock.page import PASSPHRASE, SHEET, UnlockPage


@pytest.fixture
def page(qtbot, theme):
    page = UnlockPage("desk.mentordesk")
    qtbot.addWidget(page)
    page.show()
    return page


def line(page) -> QLineEdit:
    return page.form.row(PASSPHRASE).field.focus


def test_enter_hands_over_the_passphrase(page, qtbot):
    line(page).setText("four herons")
    with qtbot.waitSignal(page.answered) as said:
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert said.args == [Answer(passphrase="four herons")]


def test_what_is_typed_is_dots_until_one_wants_to_see_it(page):
    assert line(page).echoMode() is QLineEdit.EchoMode.Password
    (look,) = line(page).actions()
    look.trigger()
    assert line(page).echoMode() is QLineEdit.EchoMode.Normal


def test_nothing_typed_is_said_and_not_tried(page, qtbot):
    with qtbot.assertNotEmitted(page.answered):
        page.button.click()
    assert page.form.row(PASSPHRASE).problem()


def test_the_sheet_is_the_other_way(page, qtbot):
    page.way_button.click()
    page.form.row(SHEET).field.load("ABCD")
    with qtbot.waitSignal(page.answered) as said:
        page.button.click()
    assert said.args == [Answer(sheet="ABCD")]


def test_no_second_try_while_the_file_is_being_opened(page, qtbot):
    line(page).setText("four herons")
    page.answer()
    with qtbot.assertNotEmitted(page.answered):
        page.answer()


def test_a_wrong_one_waits_and_then_may_be_tried_again(page):
    page.refuse("This does not open the file.", wait=2)
    assert not page.button.isEnabled()
    assert page.button.text() == "Wait 2 s"
    page._count_down()
    page._count_down()
    assert page.button.isEnabled()


def test_a_locked_window_names_no_file(qtbot, theme):
    page = UnlockPage("", locked=True)
    qtbot.addWidget(page)
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "mentordesk" not in words.replace("MentorDesk", "")
