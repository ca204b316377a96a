"""First run: four ways to begin, three clicks to the first goal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mentordesk.domain.enums import GoalStatus
from mentordesk.domain.goals import OWN_PLAN
from mentordesk.domain.people import Section
from mentordesk.ui.context import Place
from mentordesk.ui.pages.welcome.first_steps import FirstSteps
from mentordesk.ui.pages.welcome.page import Beginning, WelcomePage


@pytest.fixture
def welcome(qtbot, theme):
    page = WelcomePage()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def steps(qtbot, desk, theme):
    def begin(beginning: Beginning) -> FirstSteps:
        steps = FirstSteps(desk, beginning)
        qtbot.addWidget(steps)
        steps.show()
        steps.focus_first()
        return steps

    return begin


def answer(steps, qtbot, line: str) -> None:
    step = steps.currentWidget()
    step.line.setText(line)
    qtbot.keyClick(step.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("place", range(3))
def test_a_card_begins_by_mouse_or_by_key(welcome, qtbot, place):
    card = welcome.cards[place]
    with qtbot.waitSignal(welcome.begun) as begun:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert begun.args == [card.beginning]


def test_trouble_with_the_file_is_said_on_the_page(qtbot, theme):
    page = WelcomePage("The file is empty.")
    qtbot.addWidget(page)
    assert any("The file is empty." in label.text() for label in page.findChildren(QLabel))


def test_one_line_becomes_a_draft_goal_that_only_i_see(steps, qtbot, desk, clock):
    answer(steps(Beginning.MENTEE), qtbot, "Writing grants")
    (goal,) = desk.goals.plan(OWN_PLAN, clock().date())
    assert (goal.title, goal.status) == ("Writing grants", GoalStatus.DRAFT)


def test_practice_1_who_has_no_mentor_yet_starts_with_what_help_is_needed(steps, qtbot):
    first = steps(Beginning.MENTEE)
    answer(first, qtbot, "Writing grants")
    with qtbot.waitSignal(first.finished) as finished:
        first.currentWidget().skip_button.click()
    assert finished.args[0].page == "plan"


def test_somebody_in_mind_is_kept_as_a_mentor(steps, qtbot, desk):
    first = steps(Beginning.MENTEE)
    answer(first, qtbot, "Writing grants")
    answer(first, qtbot, "Amara Okafor")
    (entry,) = desk.relationships.rail()
    assert (entry.name, entry.section) == ("Amara Okafor", Section.MENTORS)


def test_a_mentor_starts_with_one_mentee(steps, qtbot, desk):
    first = steps(Beginning.MENTOR)
    with qtbot.waitSignal(first.finished) as finished:
        answer(first, qtbot, "Tomás Rivera")
    (entry,) = desk.relationships.rail()
    assert entry.section is Section.MENTEES
    assert finished.args == [Place("relationship", entry.id)]


def test_both_are_asked_all_three_questions(steps, qtbot, desk):
    first = steps(Beginning.BOTH)
    for line in ("Grants", "Amara Okafor", "Tomás Rivera"):
        answer(first, qtbot, line)
    assert [e.section for e in desk.relationships.rail()] == [Section.MENTORS, Section.MENTEES]


def test_nothing_typed_is_a_hint_and_no_goal(steps, qtbot, desk, clock):
    first = steps(Beginning.MENTEE)
    first.currentWidget().button.click()
    assert first.currentWidget().form.row("line").problem()
    assert desk.goals.plan(OWN_PLAN, clock().date()) == ()


def test_a_line_of_ten_thousand_characters_is_refused_in_words(steps, qtbot, desk, clock):
    first = steps(Beginning.MENTEE)
    first.currentWidget().line.setText("x" * 10_000)
    first.currentWidget().answer()
    assert "10,000" in first.currentWidget().form.row("line").problem()
    assert desk.goals.plan(OWN_PLAN, clock().date()) == ()
