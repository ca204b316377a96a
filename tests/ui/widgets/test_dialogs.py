from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from mentordesk.ui.widgets.dialogs import FormDialog, MessageDialog, ask
from mentordesk.ui.widgets.forms import Form


class Answers:
    def __init__(self, problems):
        self.problems = problems
        self.seen = []

    def submit(self, values):
        self.seen.append(values)
        return self.problems


@pytest.fixture
def form(theme):
    form = Form()
    form.add_text("title", "Title")
    return form


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_enter_submits_and_closes(qtbot, form):
    answers = Answers({})
    dialog = shown(qtbot, FormDialog("Add a goal", form, "Add goal", answers.submit))
    line = form.row("title").field.focus
    qtbot.keyClicks(line, "Paper")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert answers.seen == [{"title": "Paper"}]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_problems_keep_it_open(qtbot, form):
    dialog = shown(qtbot, FormDialog("Add", form, "Add", Answers({"title": "Needed."}).submit))
    qtbot.mouseClick(dialog.submit_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert form.row("title").problem() == "Needed."


def test_escape_cancels_without_asking_anybody(qtbot, form):
    answers = Answers({})
    dialog = shown(qtbot, FormDialog("Add", form, "Add", answers.submit))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert answers.seen == []


def test_enter_on_cancel_cancels(qtbot, form):
    answers = Answers({})
    dialog = shown(qtbot, FormDialog("Add", form, "Add", answers.submit))
    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    assert answers.seen == []
    assert not dialog.isVisible()


def test_an_unreadable_date_is_not_handed_over(qtbot, theme):
    form = Form(date(2026, 11, 23))
    form.add_date("due", "Due")
    answers = Answers({})
    dialog = shown(qtbot, FormDialog("Add", form, "Add", answers.submit))
    qtbot.keyClicks(form.row("due").field.focus, "31 feb")
    dialog.submit()
    assert answers.seen == []
    assert form.row("due").problem() == "31 February does not exist."


def test_a_long_form_scrolls_instead_of_growing(qtbot, theme):
    form = Form()
    for number in range(40):
        form.add_text(f"field {number}", f"Field {number}")
    dialog = shown(qtbot, FormDialog("Long", form, "Save", Answers({}).submit))
    assert dialog.width() <= 1024
    assert dialog.height() <= 700


def test_it_grows_for_a_problem(qtbot, form):
    dialog = shown(qtbot, FormDialog("Add", form, "Add", Answers({"title": "Needed."}).submit))
    before = dialog.height()
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_a_message_is_read_and_closed(qtbot, theme):
    dialog = shown(qtbot, MessageDialog("The disk is full.", "Make room, then try again."))
    assert dialog.sentence.text() == "The disk is full."
    qtbot.keyClick(dialog.button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("yes", "calls"), [(True, ["yes"]), (False, [])])
def test_asking_does_it_only_if_wanted(qtbot, theme, yes, calls):
    called = []
    dialog = ask(None, "Erase for good?", "", "Erase", lambda: called.append("yes"))
    button = dialog.button if yes else dialog.cancel_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert called == calls


def test_a_long_form_is_placed_as_high_as_it_is(qtbot, theme):
    form = Form(date(2026, 11, 23))
    for number in range(20):
        form.add_text(f"line{number}", f"Line {number}")
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setGeometry(0, 400, 600, 400)
    parent.show()
    dialog = FormDialog("Long", form, "Save", lambda _values: {}, parent=parent)
    dialog.show()
    assert dialog.screen().availableGeometry().contains(dialog.geometry())
