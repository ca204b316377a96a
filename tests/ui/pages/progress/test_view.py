import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from mentordesk.domain.goals import OWN_PLAN, PlanScope
from mentordesk.domain.progress import ChartKind, burn_up
from mentordesk.domain.progress_said import burn_up_sentence, burn_up_table
from mentordesk.ui.context import Place
from mentordesk.ui.pages.progress.commands import progress_commands
from mentordesk.ui.widgets.chart_table import chart_model, chart_rows

pytestmark = pytest.mark.usefixtures("plan")


def first_column(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_sentence_says_what_the_chart_shows(make_view, clock) -> None:
    view = make_view()
    said = burn_up_sentence(burn_up(view.facts, clock.now.date()))
    assert view.sentence.text() == said
    assert view.canvas.text() == view.canvas.accessibleName() == said


def test_by_goal_there_is_another_chart_with_its_own_sentence(make_view, qtbot) -> None:
    view = make_view()
    with qtbot.waitSignal(view.canvas.drawn):
        view.switch.setCurrentIndex(1)
    assert view.canvas.shown.order.kind is ChartKind.GOALS
    assert view.sentence.text().startswith("2 goals, 0 of 4 milestones reached.")


def test_the_table_stands_in_the_charts_place(make_view) -> None:
    view = make_view()
    view.table_button.click()
    assert view.table.isVisible()
    assert not view.canvas.isVisible()
    assert view.table_button.text() == "Show as chart"
    assert "24 Nov 2026, today" in first_column(view.table.view.model())


def test_the_table_of_goals_has_a_row_for_each(make_view) -> None:
    view = make_view()
    view.table_button.click()
    view.switch.setCurrentIndex(1)
    assert first_column(view.table.view.model()) == ["First paper", "Teach one course"]


def test_a_milestone_that_is_reached_is_drawn_anew(make_view, qtbot, desk, clock) -> None:
    view = make_view()
    with qtbot.waitSignal(view.canvas.drawn):
        desk.goals.set_milestone_done(view.facts[0].id, clock.now.date())
    assert view.sentence.text().startswith("1 of 4 milestones reached")


def test_without_milestones_the_next_step_leads_to_the_goals(make_view, desk, places, plan) -> None:
    while step := desk.undo_step():
        if "goal" not in step.label.casefold() and "milestone" not in step.label.casefold():
            break
        desk.undo()
    view = make_view(drawn=False)
    assert not view.export_button.isVisible()
    view.first_focus().click()
    assert places == [Place("plan", view="list")]


def test_a_relationship_without_milestones_leads_to_its_goals(make_view, book, places) -> None:
    view = make_view(PlanScope(book.tomas), drawn=False)
    view.first_focus().click()
    assert places == [Place("relationship", book.tomas, "goals")]


def test_the_progress_of_everything_can_be_narrowed_to_one_person(
    make_view, add_goal, book
) -> None:
    add_goal("Shared", 5, shared=book.amara)
    view = make_view(None)
    assert len(view.facts) == 5
    view.whose.combo.setCurrentIndex(view.whose.combo.findText("Dr Amara Okafor"))
    view.whose.combo.activated.emit(0)
    assert [fact.goal_title for fact in view.facts] == ["Shared"]


def test_the_choice_of_whose_is_offered_for_everything_alone(make_view) -> None:
    assert not make_view(OWN_PLAN).whose.isVisible()


def test_who_is_chosen_stays_chosen_while_people_come(make_view, add_goal, book) -> None:
    add_goal("Shared", 5, shared=book.amara)
    view = make_view(None)
    view.whose.combo.setCurrentIndex(view.whose.combo.findText("Dr Amara Okafor"))
    view.reload()
    assert view.whose.scope == PlanScope(book.amara)


def test_another_scope_shows_other_milestones(make_view, add_goal, book) -> None:
    add_goal("Shared", 5, shared=book.amara)
    view = make_view()
    view.show_scope(PlanScope(book.amara))
    assert [fact.goal_title for fact in view.facts] == ["Shared"]


def test_the_chart_is_handed_to_the_gate(make_view, exported) -> None:
    view = make_view()
    view.export_button.click()
    assert exported == [(view.facts, ChartKind.BURN_UP, None)]


def test_the_command_exports_what_is_seen(make_view, exported) -> None:
    view = make_view()
    (command,) = progress_commands(view)
    assert command.id == "progress.export"
    assert command.enabled()
    command.run()
    view.hide()
    assert len(exported) == 1
    assert not command.enabled()


def test_the_table_model_keeps_the_rules_of_models(make_view, clock) -> None:
    facts = burn_up_table(burn_up(make_view().facts, clock.now.date()))
    model = chart_model(facts)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(chart_rows(facts)[:2])
    model.set_rows(chart_rows(facts))
    assert model.rowCount() == len(facts.rows)


def test_a_choice_of_whose_can_begin_with_my_own(make_view):
    assert make_view(None, first=OWN_PLAN).whose.combo.currentText() == "My own"
