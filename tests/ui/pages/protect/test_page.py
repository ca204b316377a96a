from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from mentordesk.domain.recovery_sheet import write_key
from mentordesk.ui.pages.protect.form import AGAIN, NEW
from mentordesk.ui.pages.protect.page import ProtectPage
from mentordesk.ui.pages.protect.sheet import SheetView, sheet_html
from mentordesk.ui.pages.protect.strength import StrengthLine

LETTERS = write_key(bytes(range(32)))
DAY = date(2026, 11, 24)


@pytest.fixture
def page(qtbot, theme):
    page = ProtectPage()
    qtbot.addWidget(page)
    return page


def type_in(page, passphrase, again):
    page.form.load({NEW: passphrase, AGAIN: again})


def test_two_equal_passphrases_are_taken(page, qtbot):
    type_in(page, "four calm herons", "four calm herons")
    with qtbot.waitSignal(page.chosen) as said:
        page.protect_button.click()
    assert said.args == ["four calm herons"]


def test_different_ones_are_said_beside_the_field(page, qtbot):
    type_in(page, "four calm herons", "four calm heron")
    with qtbot.assertNotEmitted(page.chosen):
        page.protect_button.click()
    assert page.form.row(AGAIN).problem()


def test_not_now_is_one_click_and_as_large(page, qtbot):
    with qtbot.waitSignal(page.declined):
        page.later_button.click()
    assert page.later_button.sizeHint().height() == page.protect_button.sizeHint().height()


def test_strength_is_said_while_one_types(page, qtbot):
    line = page.form.row(NEW).field.focus
    qtbot.keyClicks(line, "password")
    said = [label.text() for label in page.findChildren(StrengthLine)]
    assert said[0].startswith("Weak")


def test_a_lost_passphrase_is_spoken_of_before_one_is_set(page):
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Nobody can open the file without it" in words


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [("", "Four or five words"), ("password", "Weak"), ("orbit velvet canyon mustard", "Strong")],
)
def test_strength_is_said_in_honest_words(qtbot, theme, passphrase, said):
    line = StrengthLine()
    qtbot.addWidget(line)
    line.judge(passphrase)
    assert line.text().startswith(said)


def test_sheet_is_two_lines_of_seven_groups(qtbot, theme):
    view = SheetView(LETTERS, "desk.mentordesk", DAY)
    qtbot.addWidget(view)
    assert [len(line.split()) for line in view.letters.text().splitlines()] == [7, 7]


def test_printed_sheet_holds_the_letters_and_the_day():
    html = sheet_html(LETTERS, "<b>.mentordesk", DAY)
    assert LETTERS.split()[0] in html
    assert "2026" in html
    assert "&lt;b&gt;.mentordesk" in html


def test_sheet_is_saved_as_a_pdf(qtbot, theme, tmp_path):
    view = SheetView(LETTERS, "desk.mentordesk", DAY)
    qtbot.addWidget(view)
    view.write_pdf(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
