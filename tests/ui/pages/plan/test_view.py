from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from mentordesk.domain.enums import GoalStatus, Role
from mentordesk.domain.goals import OWN_PLAN, GoalDraft, PlanScope
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.ui.pages.plan.tree_items import Kind
from mentordesk.ui.widgets.labels import RoleLabel

TODAY = date(2026, 11, 24)


def own(view):
    return view.context.desk.goals.plan(OWN_PLAN, TODAY)


def words(view):
    """Return everything that the goal in full says; new lines show with the next events."""
    QApplication.processEvents()
    return [label.text() for label in view.pane.findChildren(RoleLabel) if label.isVisible()]


def choose(view, kind, item):
    assert view.tree.choose((kind, item))
    view.tree.setFocus()


def test_the_first_goal_is_chosen_and_told_in_full(view):
    assert view.tree.current_item().row.title == "First paper"
    assert "0 of 2 reached" in words(view)


def test_the_arrows_pass_over_heads(view, qtbot):
    choose(view, Kind.ACTION, view.tree.current_item().row.actions[0].id)
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    assert view.tree.current_item().row.title == "Teach one course"
    assert "Milestones" in words(view)


@pytest.mark.parametrize("kind", [Kind.MILESTONE, Kind.ACTION])
def test_space_marks_as_done_and_as_open_again(view, qtbot, scene, notices, kind):
    item = scene.pilot if kind is Kind.MILESTONE else scene.send
    choose(view, kind, item)
    qtbot.keyClick(view.tree, Qt.Key.Key_Space)
    assert view.tree.current_item().row.done == TODAY
    qtbot.keyClick(view.tree, Qt.Key.Key_Space)
    assert view.tree.current_item().row.done is None
    assert len(notices) == 2


def test_a_click_on_the_diamond_reaches_a_milestone(view, qtbot, scene):
    area = view.tree.visualRect(view.tree.plan.index_of((Kind.MILESTONE, scene.pilot)))
    place = QPoint(area.left() + 56, area.center().y())
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert own(view)[0].milestones[1].done == TODAY


def test_a_click_on_the_words_only_chooses(view, qtbot, scene):
    area = view.tree.visualRect(view.tree.plan.index_of((Kind.MILESTONE, scene.pilot)))
    place = QPoint(area.left() + 120, area.center().y())
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert own(view)[0].milestones[1].done is None
    assert view.tree.current_item().row.title == "Pilot data"


def test_alt_and_arrows_move_a_line_among_its_siblings(view, qtbot, scene):
    choose(view, Kind.MILESTONE, scene.pilot)
    qtbot.keyClick(view.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [m.title for m in own(view)[0].milestones] == ["Pilot data", "Literature read"]
    assert view.tree.current_item().row.title == "Pilot data"
    qtbot.keyClick(view.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [m.title for m in own(view)[0].milestones] == ["Literature read", "Pilot data"]


def test_a_dropped_goal_stands_where_it_was_put(view, scene):
    model = view.tree.plan
    data = model.mimeData([model.index_of((Kind.GOAL, scene.course))])
    move = Qt.DropAction.MoveAction
    assert model.dropMimeData(data, move, 0, 0, model.index(0, 0))
    assert [goal.title for goal in own(view)] == ["Teach one course", "First paper"]


def test_delete_takes_a_goal_away_and_undo_brings_it_back(view, qtbot, scene, notices):
    choose(view, Kind.GOAL, scene.paper)
    before = own(view)
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert [goal.title for goal in own(view)] == ["Teach one course"]
    assert view.tree.current_item().row.title == "Teach one course"
    assert notices == ["Goal deleted."]
    view.context.desk.undo()
    assert own(view) == before


def test_what_is_folded_stays_folded_through_a_reload(view, scene):
    index = view.tree.plan.index_of((Kind.GOAL, scene.paper))
    view.tree.collapse(index)
    view.context.desk.goals.add_goal(GoalDraft(title="Another"))
    view.context.desk.goals.set_status(scene.paper, GoalStatus.PARKED, TODAY)
    view.context.desk.goals.set_status(scene.paper, GoalStatus.ACTIVE, TODAY)
    assert not view.tree.isExpanded(view.tree.plan.index_of((Kind.GOAL, scene.paper)))


def test_the_chosen_line_stays_chosen_through_a_reload(view, scene):
    choose(view, Kind.MILESTONE, scene.pilot)
    view.context.desk.goals.add_goal(GoalDraft(title="Another"))
    assert view.tree.current_item().key == (Kind.MILESTONE, scene.pilot)


def test_closed_goals_are_folded_away_until_wanted(view, qtbot, scene):
    view.context.desk.goals.set_status(scene.course, GoalStatus.ACHIEVED, TODAY)
    head = view.tree.plan.index_of((Kind.GROUP, None))
    assert not view.tree.isExpanded(head)
    view.show_goal(scene.course)
    assert view.tree.isExpanded(head)
    assert "Achieved" in words(view)


def test_a_hidden_plan_waits_with_reloading(view, scene):
    view.hide()
    view.context.desk.goals.add_goal(GoalDraft(title="Another"))
    assert view.tree.plan.rowCount(view.tree.plan.index(0, 0)) == 2
    view.show()
    assert view.tree.plan.rowCount(view.tree.plan.index(0, 0)) == 3


def test_without_goals_there_is_one_next_step(open_view, desk):
    view = open_view(OWN_PLAN)
    assert view.first_focus().text() == "Add a goal"
    desk.goals.add_goal(GoalDraft(title="First paper"))
    assert view.first_focus() is view.tree
    assert view.tree.current_item().row.title == "First paper"


def test_a_relationship_shows_its_goals_and_another_one_its_own(shared_view, desk, scene):
    desk.goals.add_goal(GoalDraft(title="theirs", owner=scene.mentee_person))
    assert shared_view.tree.current_item().row.title == "theirs"
    assert "Tomás Rivera" in words(shared_view)
    other = desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.MENTOR)
    )
    shared_view.show_scope(PlanScope(other))
    assert shared_view.first_focus().text() == "Add a goal"


def test_written_changes_stand_with_their_reasons(view, desk, scene):
    desk.goals.move_milestone(scene.pilot, date(2026, 12, 20), "Scanner booked out.")
    said = words(view)
    assert "Pilot data: 12 Dec → 20 Dec" in said
    assert "Scanner booked out." in said
    assert "Today" in said


def tick_box(view, title):
    boxes = {box.accessibleName(): box for box in view.pane.findChildren(QCheckBox)}
    return boxes[f"Done: {title}"]


def test_an_action_is_ticked_off_in_the_goal_and_the_keyboard_stays(view):
    view.activateWindow()
    box = tick_box(view, "send draft")
    box.setFocus()
    box.click()
    assert tick_box(view, "send draft").hasFocus()
    done = {action.title: action.done for action in own(view)[0].actions}
    assert done == {"send draft": TODAY, "book scanner": None}


def test_a_narrow_plan_shows_the_goal_below_the_tree(view, qtbot):
    below = view.pane.mapTo(view, QPoint(0, 0))
    assert below.y() == 0
    view.resize(560, 640)
    qtbot.waitUntil(lambda: view.pane.mapTo(view, QPoint(0, 0)).y() > 100)


def test_every_line_paints_in_every_theme_and_direction(view, theme, qapp, desk, scene):
    desk.goals.set_status(scene.course, GoalStatus.ACHIEVED, TODAY)
    desk.goals.drop_action(scene.send, "not needed", TODAY)
    view.tree.expandAll()
    pictures = set()
    for choice in ("light", "dark", "contrast"):
        theme.apply(QApplication.instance(), type(theme.choice)(choice))
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            view.setLayoutDirection(direction)
            pictures.add(bytes(view.tree.grab().toImage().constBits()))
    assert len(pictures) == 6


@pytest.mark.parametrize(("width", "beside"), [(1000, True), (700, False)])
def test_who_sees_a_goal_stands_below_a_title_that_needs_the_room(
    view, qtbot, desk, scene, width, beside
):
    title = "A first paper in my own field, in time"
    desk.goals.edit_goal(scene.paper, GoalDraft(title=title))
    view.resize(width, 640)
    QApplication.processEvents()
    labels = {label.text(): label for label in view.pane.findChildren(RoleLabel)}
    head, chip = labels[title], labels["Only I see this"]

    def is_beside():
        return chip.mapTo(view, QPoint()).y() < head.mapTo(view, head.rect().bottomLeft()).y()

    qtbot.waitUntil(lambda: is_beside() == beside)


def test_a_file_that_is_only_read_offers_no_change(open_view, context, scene, monkeypatch):
    monkeypatch.setattr(type(context.desk), "read_only", property(lambda _desk: True))
    view = open_view(OWN_PLAN)
    choose(view, Kind.ACTION, scene.send)
    assert not [b.text() for b in view.findChildren(QPushButton) if b.isVisible()]
    assert not any(box.isEnabled() for box in view.findChildren(QCheckBox))
    commands = view._actions.commands()
    assert commands
    assert not any(command.enabled() for command in commands)
