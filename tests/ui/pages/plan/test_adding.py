"""Adding to a goal in place, and the dialogs of a plan."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentordesk.domain.enums import GoalStatus, Horizon, Visibility
from mentordesk.domain.goals import OWN_PLAN, GoalDraft, PlanScope
from mentordesk.ui.pages.plan.tree_items import Kind
from mentordesk.ui.widgets.dialogs import FormDialog

TODAY = date(2026, 11, 24)


def own(view):
    return view.context.desk.goals.plan(OWN_PLAN, TODAY)


def dialog(view):
    """Return the dialog that is open over the view."""
    opened = [one for one in view.window().findChildren(FormDialog) if one.isVisible()]
    assert len(opened) == 1
    return opened[0]


def answer(view, **values):
    """Fill the open dialog's fields and submit it."""
    asked = dialog(view)
    asked.form.load(values)
    asked.submit()
    return asked


def test_milestones_are_added_one_after_the_other(view, qtbot):
    add = view.pane.add_milestone
    add.button.click()
    for title in ("Submitted", "Accepted"):
        qtbot.keyClicks(add.line, title)
        qtbot.keyClick(add.line, Qt.Key.Key_Return)
        assert (add.line.text(), add.isVisible()) == ("", True)
    titles = [milestone.title for milestone in own(view)[0].milestones]
    assert titles[-2:] == ["Submitted", "Accepted"]


def test_a_date_that_cannot_be_read_is_said_and_nothing_is_lost(view, qtbot):
    add = view.pane.add_milestone
    add.open()
    add.line.setText("Submitted")
    add.day.line.setText("31 feb")
    add.submit()
    assert add.problem.isVisible()
    assert add.line.text() == "Submitted"
    add.day.line.setText("28 feb 2027")
    add.submit()
    assert own(view)[0].milestones[-1].due == date(2027, 2, 28)
    assert not add.problem.isVisible()


def test_an_empty_line_adds_nothing(view):
    view.pane.add_checkpoint.open()
    view.pane.add_checkpoint.submit()
    assert view.pane.add_checkpoint.problem.isVisible()
    assert view.context.desk.goals.goal(own(view)[0].id, TODAY).checkpoints == ()


def test_escape_closes_the_line(view, qtbot):
    view.pane.add_action.open()
    qtbot.keyClick(view.pane.add_action.line, Qt.Key.Key_Escape)
    assert not view.pane.add_action.isVisible()


def test_only_one_line_is_open(view):
    view.pane.add_action.open()
    view.pane.add_checkpoint.open()
    assert not view.pane.add_action.isVisible()


def test_an_action_goes_to_the_chosen_milestone_and_to_whom_it_was_given(view, desk, scene):
    view.tree.choose((Kind.MILESTONE, scene.read))
    add = view.pane.add_action
    add.open()
    assert [name for _, name in view.steps.people.action_owners()] == ["Me", "Tomás Rivera"]
    add.owner.setCurrentIndex(1)
    add.line.setText("lend the book")
    add.submit()
    action = own(view)[0].actions[-1]
    assert (action.milestone_id, action.owner_name) == (scene.read, "Tomás Rivera")


def test_in_a_relationship_an_action_belongs_to_it(shared_view, desk, scene):
    desk.goals.add_goal(GoalDraft(title="theirs", owner=scene.mentee_person))
    shared_view.pane.add_action.open()
    shared_view.pane.add_action.line.setText("read the draft")
    shared_view.pane.add_action.submit()
    (goal,) = desk.goals.plan(PlanScope(scene.mentee), TODAY)
    assert goal.actions[0].relationship_id == scene.mentee


def test_a_new_goal_needs_only_a_title_and_is_chosen(view, notices):
    view.steps.add_goal()
    answer(view, title="Own research line")
    goal = own(view)[-1]
    assert (goal.title, goal.visibility) == ("Own research line", Visibility.PRIVATE)
    assert view.tree.current_goal() == goal.id
    assert notices == ["Goal added."]


def test_a_goal_without_a_title_keeps_the_dialog_open(view):
    view.steps.add_goal()
    asked = answer(view, title="  ")
    assert asked.isVisible()
    assert asked.form.row("title").problem()
    asked.reject()


def test_everything_about_a_goal_can_be_said_under_more(view, scene):
    view.steps.add_goal()
    answer(
        view,
        title="Own research line",
        reason="Independence",
        measure="A funded grant",
        horizon=Horizon.THREE_YEARS,
        track="research",
        priority=1,
        start=TODAY,
        due=date(2028, 1, 1),
        **{f"share {scene.mentee}": True},
    )
    draft = view.context.desk.goals.goal(own(view)[-1].id, TODAY).draft
    assert (draft.reason, draft.measure, draft.track) == (
        "Independence",
        "A funded grant",
        "research",
    )
    assert (draft.horizon, draft.priority, draft.start, draft.due) == (
        Horizon.THREE_YEARS,
        1,
        TODAY,
        date(2028, 1, 1),
    )
    assert draft.shared_with == {scene.mentee}


def test_a_goal_is_edited_with_its_reason(view, desk, scene):
    view.show_goal(scene.paper)
    view.steps.edit()
    answer(view, title="Second paper", why="The first one is out.")
    assert own(view)[0].title == "Second paper"
    assert desk.undo_step().reason == "The first one is out."


def test_a_mentees_goal_is_the_mentees_unless_said_otherwise(shared_view, desk, scene):
    shared_view.steps.add_goal()
    answer(shared_view, title="theirs")
    (goal,) = desk.goals.plan(PlanScope(scene.mentee), TODAY)
    assert (goal.owner_id, goal.visibility) == (scene.mentee_person, Visibility.PRIVATE)


@pytest.mark.parametrize("whose", ["mine", "ours"])
def test_a_goal_on_a_relationships_page_can_be_mine_or_ours(shared_view, desk, scene, whose):
    shared_view.steps.add_goal()
    answer(shared_view, title="one", whose=desk.me if whose == "mine" else None)
    (goal,) = desk.goals.plan(PlanScope(scene.mentee), TODAY)
    if whose == "mine":
        assert goal.is_mine
        assert [shared.id for shared in goal.shared_with] == [scene.mentee]
    else:
        assert (goal.owner_id, goal.relationship_id) == (None, scene.mentee)


def test_moving_a_milestone_asks_for_a_date_and_one_line(view, desk, scene, notices):
    view.tree.choose((Kind.MILESTONE, scene.pilot))
    view.steps.move_date()
    answer(view, due=date(2026, 12, 20), reason="Scanner booked out.")
    assert own(view)[0].milestones[1].due == date(2026, 12, 20)
    assert desk.undo_step().reason == "Scanner booked out."
    assert notices == ["Milestone moved to Sun 20 Dec."]


def test_a_milestone_is_edited_from_the_keyboard(view, qtbot, scene):
    view.tree.choose((Kind.MILESTONE, scene.pilot))
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    answer(view, title="Pilot data, first half")
    assert own(view)[0].milestones[1].title == "Pilot data, first half"


def test_an_action_is_edited_and_let_go_with_a_reason(view, scene):
    view.tree.choose((Kind.ACTION, scene.send))
    view.steps.edit()
    answer(view, title="send chapter 2")
    QApplication.processEvents()
    view.steps.drop()
    answer(view, reason="not needed")
    action = next(one for one in own(view)[0].actions if one.id == scene.send)
    assert (action.title, action.dropped_why) == ("send chapter 2", "not needed")


def test_a_goal_is_parked_with_a_reason_and_taken_up_again(view, desk, scene):
    view.show_goal(scene.paper)
    view.steps.close(GoalStatus.PARKED)
    answer(view, reason="After the course.")
    assert desk.undo_step().reason == "After the course."
    assert {goal.id: goal.status for goal in own(view)}[scene.paper] is GoalStatus.PARKED
    view.show_goal(scene.paper)
    view.steps.take_up()
    assert {goal.id: goal.status for goal in own(view)}[scene.paper] is GoalStatus.ACTIVE


def test_a_checkpoint_is_corrected(view, desk, scene):
    view.pane.add_checkpoint.open()
    view.pane.add_checkpoint.line.setText("slow")
    view.pane.add_checkpoint.submit()
    (row,) = desk.goals.goal(scene.paper, TODAY).checkpoints
    view.steps.edit_checkpoint(row)
    answer(view, line="better")
    assert desk.goals.goal(scene.paper, TODAY).checkpoints[0].line == "better"
