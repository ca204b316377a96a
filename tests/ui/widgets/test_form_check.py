"""A form that is checked while somebody types, and never nags at the first letters."""

from datetime import date

import pytest

from mentordesk.domain.goals import check_dates
from mentordesk.ui.widgets.form_check import FormCheck
from mentordesk.ui.widgets.forms import Form

TODAY = date(2026, 11, 23)


def problems(values):
    found = {} if str(values["title"]).strip() else {"title": "It needs a title."}
    return found | check_dates(values["start"], values["due"])


@pytest.fixture
def form(qtbot, theme):
    form = Form(TODAY)
    form.add_text("title", "Title", optional=False)
    form.add_date("start", "Start")
    form.add_date("due", "Due")
    FormCheck(form, problems)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.focus_first()
    return form


def said(form):
    return {key: row.problem() for key, row in form.rows().items() if row.problem()}


def write(form, qtbot, key, text):
    focus = form.row(key).field.focus
    focus.setFocus()
    focus.selectAll()
    qtbot.keyClicks(focus, text)


def test_it_is_quiet_while_a_field_is_written_for_the_first_time(form, qtbot):
    write(form, qtbot, "title", " ")
    assert said(form) == {}


def test_a_field_that_was_left_says_what_is_wrong(form, qtbot):
    write(form, qtbot, "title", " ")
    form.row("start").field.focus.setFocus()
    assert said(form) == {"title": "It needs a title."}
    write(form, qtbot, "title", "Paper")
    assert said(form) == {}


def test_passing_through_an_empty_field_says_nothing(form):
    form.row("start").field.focus.setFocus()
    assert said(form) == {}


def test_a_start_after_the_end_is_said_beside_the_date_that_stands(form, qtbot):
    form.load({"title": "Paper", "due": date(2026, 12, 1)})
    write(form, qtbot, "start", "24.12.2026")
    form.row("title").field.focus.setFocus()
    assert list(said(form)) == list(check_dates(date(2026, 12, 24), date(2026, 12, 1)))


def test_after_handing_in_every_letter_counts(form, qtbot):
    form.show_problems({"title": "It needs a title."})
    write(form, qtbot, "title", "P")
    assert said(form) == {}


def test_what_only_the_file_knows_stays_until_its_field_is_edited(form, qtbot):
    form.load({"title": "Paper"})
    form.show_problems({"title": "There is one of this name."})
    write(form, qtbot, "start", "24.12.2026")
    assert said(form) == {"title": "There is one of this name."}
    write(form, qtbot, "title", "Papers")
    assert said(form) == {}


def test_leaving_the_window_is_not_leaving_the_field(form, qtbot):
    write(form, qtbot, "title", " ")
    form.row("title").field.focus.clearFocus()
    assert said(form) == {}
