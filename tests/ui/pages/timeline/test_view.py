"""The timeline's view: its sentence, its table, the reason, what has no date."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.domain.goals import OWN_PLAN, GoalDraft, PlanScope
from mentordesk.domain.timeline import Part, TimelineMark
from mentordesk.domain.timeline_said import timeline_sentence
from mentordesk.ui.pages.timeline.lines import Stop
from mentordesk.ui.widgets.dialogs import FormDialog

ALT = Qt.KeyboardModifier.AltModifier


def move(view, key=Qt.Key.Key_Right) -> None:
    QTest.keyClick(view.canvas, key, ALT)
    view.canvas.settle()


def why(view, item) -> str:
    found = {mark.id: mark for mark in view.items if isinstance(mark, TimelineMark)}
    return found[item].why


def test_the_sentence_says_what_is_shown(view, plan) -> None:
    assert view.sentence.text() == timeline_sentence(view.shown, plan.today)
    assert view.sentence.text().startswith("3 goals, 4 milestones: 1 open since before today")


def test_a_journey_by_keyboard_alone(view, plan, desk, opened) -> None:
    """Choose a milestone, move it a week, say why, take it back, open its goal."""
    view.activateWindow()
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, ALT | Qt.KeyboardModifier.ShiftModifier)
    view.canvas.settle()
    assert view.reason.isVisible()
    QTest.keyClick(view.canvas, Qt.Key.Key_Tab)
    assert view.reason.line.hasFocus()
    QTest.keyClicks(view.reason.line, "Ethics took longer")
    QTest.keyClick(view.reason.line, Qt.Key.Key_Return)
    assert why(view, plan.draft) == "Ethics took longer"
    assert not view.reason.isVisible()
    assert view.canvas.hasFocus()
    desk.undo()
    assert view.canvas.lines.day_of(view.canvas.selected) == (
        (plan.today + timedelta(20)).toordinal()
    )
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert [goal.id for goal in opened] == [plan.paper]


def test_the_reason_is_asked_once_for_one_step(view, plan, draft) -> None:
    move(view)
    view.reason.line.setText("begun")
    move(view)
    assert view.reason.line.text() == "begun"


def test_the_reason_can_be_skipped(view, plan, draft) -> None:
    move(view)
    view.reason.line.setFocus()
    QTest.keyClick(view.reason.line, Qt.Key.Key_Escape)
    assert not view.reason.isVisible()
    assert view.canvas.hasFocus()
    assert why(view, plan.draft) == ""


def test_a_move_that_is_taken_back_asks_no_longer(view, desk, draft) -> None:
    move(view)
    desk.undo()
    assert not view.reason.isVisible()


def test_the_table_stands_in_the_timelines_place(view) -> None:
    view.table_button.click()
    assert not view.canvas.isVisible()
    assert view.table.view.model().rowCount() == 7
    view.table_button.click()
    assert view.canvas.isVisible()


def test_what_has_no_date_offers_to_give_one(view, plan, desk) -> None:
    (button,) = view.undated.buttons
    assert button.accessibleName() == "Give “Some day” a date"
    button.click()
    (dialog,) = view.window().findChildren(FormDialog)
    dialog.form.load({"due": plan.today})
    dialog.submit()
    assert desk.goals.goal(plan.loose, plan.today).draft.due == plan.today
    assert not view.undated.buttons


def test_chosen_things_can_be_given_a_date(view, draft) -> None:
    assert view.can_date()
    view.ask_date()
    (dialog,) = view.window().findChildren(FormDialog)
    assert "Draft" in dialog.windowTitle()
    dialog.reject()


def test_what_is_chosen_stays_when_rows_change(view, draft, desk) -> None:
    desk.goals.add_goal(GoalDraft(title="Another"))
    assert view.canvas.selected == draft


def test_what_is_gone_is_chosen_no_longer(view, plan, draft, desk) -> None:
    desk.goals.delete_milestone(plan.draft)
    assert view.canvas.selected is None


def test_it_goes_out_with_whose_page_it_stands_on(view, exported) -> None:
    view.export_button.click()
    assert exported == [(view.items, None)]


def test_a_relationship_shows_only_its_goals(make_view, desk, book, plan) -> None:
    desk.goals.share_goal(plan.course, book.amara)
    found = make_view(PlanScope(book.amara))
    assert [row.goal.title for row in found.shown.rows] == ["Teach one course"]
    assert not found.whose.isVisible()


def test_while_one_person_is_shown_alone_nobody_else_is(
    make_view, context, desk, book, plan
) -> None:
    desk.goals.share_goal(plan.course, book.amara)
    found = make_view(None, first=OWN_PLAN)
    assert len(found.shown.rows) == 2
    context.curtain.show_only(book.amara)
    assert [row.goal.title for row in found.shown.rows] == ["Teach one course"]


def test_without_goals_the_next_step_leads_to_the_list(make_view, opened) -> None:
    found = make_view()
    found.first_focus().click()
    assert opened == [None]


def test_the_context_menu_offers_what_fits(view, draft) -> None:
    menu = view._actions.menu(view, "timeline.open", "timeline.day_later")
    assert [action.isEnabled() for action in menu.actions()] == [True, True]
    view.canvas.choose(None)
    view._actions.refresh()
    assert not view._actions.action("timeline.open").isEnabled()


def test_many_rows_are_read_in_slices(make_view, desk, plan, monkeypatch, qtbot) -> None:
    from mentordesk.services import timeline

    monkeypatch.setattr(timeline, "GOALS_AT_ONCE", 1)
    found = make_view()
    assert found.busy
    qtbot.waitUntil(lambda: not found.busy)
    assert len(found.shown.rows) == 2


def test_a_bars_end_is_held_where_it_is(view, plan) -> None:
    end = Stop(plan.paper, Part.END)
    assert view.canvas.scene().stop_at(view.canvas.scene().place(end)) == end
