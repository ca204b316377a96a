from datetime import date, time
from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mentordesk.ui.widgets.forms import Form

TODAY = date(2026, 11, 23)


class Horizon(StrEnum):
    NEAR = "near"
    FAR = "far"


@pytest.fixture
def form(qtbot, theme):
    form = Form(TODAY)
    form.add_text("title", "Title", "A few words are enough.", optional=False)
    form.add_choice("horizon", "Horizon", [(Horizon.NEAR, "Near"), (Horizon.FAR, "Far")])
    form.add_date("due", "Due")
    form.add_time("at", "At")
    form.add_number("minutes", "Length", suffix=" min", optional=True)
    form.add_check("shared", "Share")
    form.more()
    form.add_lines("reason", "Reason")
    qtbot.addWidget(form)
    form.show()
    return form


VALUES = {
    "title": "First paper",
    "horizon": Horizon.FAR,
    "due": date(2026, 12, 12),
    "at": time(15),
    "minutes": 60,
    "shared": True,
    "reason": "It matters.\nTruly.",
}


def test_values_come_back_as_they_were_loaded(form):
    form.load(VALUES)
    assert form.values() == VALUES
    assert type(form.values()["horizon"]) is Horizon


def test_an_empty_form_has_empty_values(form):
    assert form.values() == {
        "title": "",
        "horizon": Horizon.NEAR,
        "due": None,
        "at": None,
        "minutes": None,
        "shared": False,
        "reason": "",
    }


def test_loading_is_no_edit_but_typing_is(form, qtbot):
    with qtbot.assertNotEmitted(form.edited):
        form.load(VALUES)
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(form.row("title").field.focus, "x")


@pytest.mark.parametrize("key", ["title", "horizon", "due", "at", "minutes", "reason"])
def test_each_row_is_named_and_has_its_label_as_buddy(form, key):
    row = form.row(key)
    label = row.findChild(QLabel)
    assert label.buddy() is row.field.focus
    assert row.field.focus.accessibleName() == label.text().replace("&", "")


def test_each_row_has_an_alt_key_of_its_own(form):
    letters = [
        text[text.index("&") + 1].lower()
        for label in form.findChildren(QLabel)
        if "&" in (text := label.text())
    ]
    assert len(letters) == len(set(letters)) == 6


def test_hint_and_need_are_described(form):
    assert form.row("title").field.focus.accessibleDescription() == (
        "Needed. A few words are enough."
    )


def test_a_problem_stands_beside_its_field_and_takes_the_focus(form, qtbot):
    form.activateWindow()
    form.show_problems({"due": "That day is past.", "title": "A goal needs a title."})
    assert form.row("title").problem() == "A goal needs a title."
    assert form.row("due").field.focus.accessibleDescription() == "That day is past."
    qtbot.waitUntil(form.row("title").field.focus.hasFocus)


def test_solved_problems_go_away(form):
    form.show_problems({"title": "A goal needs a title."})
    form.show_problems({})
    assert form.row("title").problem() == ""
    assert form.row("title").field.focus.property("problem") == "false"


def test_a_problem_in_the_fold_opens_it(form):
    assert not form.row("reason").isVisible()
    form.show_problems({"reason": "Please shorten this."})
    assert form.row("reason").isVisible()


def test_a_date_that_does_not_exist_is_said(form, qtbot):
    qtbot.keyClicks(form.row("due").field.focus, "31 feb")
    qtbot.keyClicks(form.row("at").field.focus, "25:00")
    assert form.unreadable() == {
        "due": "31 February does not exist.",
        "at": "25:00 does not exist. A day ends at 23:59.",
    }
    assert form.values()["due"] is None


def test_a_typed_date_is_spelled_out_on_leaving(form, qtbot):
    line = form.row("due").field.focus
    qtbot.keyClicks(line, "fri")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "27 Nov 2026"


def test_dates_need_today(theme):
    with pytest.raises(ValueError, match="today"):
        Form().add_date("due", "Due")


def test_a_day_is_chosen_from_the_calendar(form, qtbot):
    field = form.row("due").field.widget
    field.open_calendar()
    with qtbot.waitSignal(form.edited):
        field._popup.calendar.activated.emit(field._popup.calendar.selectedDate().addDays(1))
    assert field.value() == date(2026, 11, 24)


def test_text_of_several_lines_lets_tab_go_on(form):
    assert form.row("reason").field.focus.tabChangesFocus()


def test_long_and_foreign_text_comes_back(form):
    text = "📎 مرحبا " * 1100
    form.load({"title": text})
    assert form.values()["title"] == text
