"""The timeline by mouse and keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.domain.goals import OWN_PLAN, GoalDraft
from mentordesk.domain.timeline import Part
from mentordesk.ui.pages.timeline.lines import Stop
from mentordesk.ui.theme import ThemeChoice

ALT = Qt.KeyboardModifier.AltModifier
WEEK = ALT | Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def due(desk, plan, item):
    marks = {
        mark.id: mark for goal in desk.goals.plan(OWN_PLAN, plan.today) for mark in goal.milestones
    }
    return marks[item].due


def at(view, stop) -> QPoint:
    place = view.canvas.scene().place(stop)
    return place.toPoint()


def wheel(view, place: QPoint, turn: QPoint, keys=Qt.KeyboardModifier.NoModifier) -> None:
    target = view.canvas.viewport()
    event = QWheelEvent(
        QPointF(place),
        QPointF(target.mapToGlobal(place)),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def press(view, key, keys=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view.canvas, key, keys)


def drag(view, stop, pixels: int, *, release: bool = True) -> QPoint:
    target, begin = view.canvas.viewport(), at(view, stop)
    end = begin + QPoint(pixels, 0)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(target, begin + QPoint(pixels // 2, 0))
    QTest.mouseMove(target, end)
    if release:
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=end)
    return end


def test_arrows_walk_the_bar_its_ends_and_its_milestones(view, plan) -> None:
    view.canvas.setFocus()
    walked = []
    for _ in range(7):
        press(view, Qt.Key.Key_Right)
        walked.append((view.canvas.selected.part, view.canvas.selected.mark))
    marks = [(Part.MARK, item) for item in (plan.data, plan.draft, plan.sent)]
    assert walked[:2] == [(Part.BAR, None), (Part.START, None)]
    assert walked[2:] == [*marks, (Part.END, None), (Part.END, None)]


def test_down_leads_to_the_nearest_milestone_of_the_next_goal(view, plan, draft) -> None:
    press(view, Qt.Key.Key_Down)
    assert view.canvas.selected.goal == plan.course
    assert view.canvas.selected.part is Part.MARK
    press(view, Qt.Key.Key_Up)
    assert view.canvas.selected.goal == plan.paper


def test_what_is_chosen_is_heard(view, draft) -> None:
    press(view, Qt.Key.Key_Right)
    assert "Sent" in view.canvas.accessibleDescription()
    assert view.canvas.accessibleName() == view.sentence.text()


def test_alt_arrows_move_days_and_weeks_in_one_step(view, plan, desk, draft) -> None:
    for keys in (ALT, ALT, WEEK):
        press(view, Qt.Key.Key_Right, keys)
    press(view, Qt.Key.Key_Left, ALT)
    assert due(desk, plan, plan.draft) == plan.today + timedelta(20)
    view.canvas.settle()
    assert due(desk, plan, plan.draft) == plan.today + timedelta(28)
    desk.undo()
    assert due(desk, plan, plan.draft) == plan.today + timedelta(20)
    assert desk.undo_step().label != "Move milestone"


def test_moves_that_follow_soon_grow_into_the_same_step(view, plan, desk, draft) -> None:
    for _ in range(2):
        press(view, Qt.Key.Key_Right, ALT)
        view.canvas.settle()
    assert due(desk, plan, plan.draft) == plan.today + timedelta(22)
    desk.undo()
    assert due(desk, plan, plan.draft) == plan.today + timedelta(20)


def test_a_move_by_keyboard_is_made_after_a_pause(view, plan, desk, draft, qtbot) -> None:
    press(view, Qt.Key.Key_Right, ALT)
    with qtbot.waitSignal(view.canvas.moved, timeout=5000):
        pass
    assert due(desk, plan, plan.draft) == plan.today + timedelta(21)


def test_something_else_that_is_saved_makes_the_move_first(view, plan, desk, draft) -> None:
    press(view, Qt.Key.Key_Right, ALT)
    view.context.save_open_editors()
    assert due(desk, plan, plan.draft) == plan.today + timedelta(21)


def test_escape_takes_a_move_back_before_it_is_made(view, plan, desk, draft) -> None:
    press(view, Qt.Key.Key_Right, ALT)
    press(view, Qt.Key.Key_Escape)
    view.canvas.settle()
    assert due(desk, plan, plan.draft) == plan.today + timedelta(20)
    assert view.canvas.selected == draft


def test_the_end_of_a_bar_moves_by_keyboard(view, plan, desk, draft) -> None:
    view.canvas.choose(Stop(plan.paper, Part.END))
    press(view, Qt.Key.Key_Left, WEEK)
    view.canvas.settle()
    detail = desk.goals.goal(plan.paper, plan.today).draft
    assert (detail.start, detail.due) == (
        plan.today - timedelta(100),
        plan.today + timedelta(93),
    )


def test_dragging_snaps_to_days_and_says_the_new_one(view, plan, desk, draft) -> None:
    view.canvas.zoom(8)
    days = round(90 / view.canvas.scale.per_day)
    end = drag(view, draft, 90, release=False)
    there = plan.today + timedelta(20 + days)
    assert str(there.day) in view.canvas.label_of(draft)
    assert due(desk, plan, plan.draft) == plan.today + timedelta(20)
    QTest.mouseRelease(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert due(desk, plan, plan.draft) == there


def test_escape_cancels_a_drag(view, plan, desk, draft) -> None:
    end = drag(view, draft, 90, release=False)
    press(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert due(desk, plan, plan.draft) == plan.today + timedelta(20)


def test_a_whole_bar_moves_by_drag(view, plan, desk) -> None:
    target, bar = view.canvas.viewport(), Stop(plan.paper, Part.BAR)
    scene = view.canvas.scene()
    ends = scene.ends(view.canvas.lines.number_of(bar))
    begin = QPoint(round(scene.x(ends[0] + 40)), at(view, bar).y())
    assert scene.stop_at(QPointF(begin)) == bar
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(target, begin + QPoint(60, 0))
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=begin + QPoint(60, 0))
    days = round(60 / view.canvas.scale.per_day)
    found = desk.goals.goal(plan.paper, plan.today).draft
    assert (found.due - found.start).days == 200
    assert found.due == plan.today + timedelta(100 + days)


def test_dragging_empty_ground_pans(view) -> None:
    target, before = view.canvas.viewport(), view.canvas.scale
    ground = QPoint(view.canvas.frame_of().gutter + 20, view.canvas.frame_of().header + 4)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=ground)
    QTest.mouseMove(target, ground + QPoint(50, 0))
    QTest.mouseMove(target, ground + QPoint(100, 0))
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=ground + QPoint(100, 0))
    assert view.canvas.scale.left == pytest.approx(before.left - 100 / before.per_day)


def test_control_and_the_wheel_zoom_around_the_mouse(view, draft) -> None:
    place, before = at(view, draft), view.canvas.scale.per_day
    wheel(view, place, QPoint(0, 120), CTRL)
    assert view.canvas.scale.per_day == pytest.approx(before * 1.25)
    assert (at(view, draft) - place).manhattanLength() <= 1


def test_shift_and_the_wheel_pan(view) -> None:
    before = view.canvas.scale
    wheel(view, QPoint(500, 100), QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    assert view.canvas.scale.left > before.left
    assert view.canvas.scale.per_day == before.per_day


@pytest.mark.parametrize(("key", "larger"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_plus_and_minus_zoom(view, draft, key, larger) -> None:
    before = view.canvas.scale.per_day
    press(view, key)
    assert (view.canvas.scale.per_day > before) is larger
    press(view, Qt.Key.Key_0)
    assert view.canvas.scale.per_day == pytest.approx(before)


def test_t_goes_to_today(view, draft, plan) -> None:
    view.canvas.pan(5000)
    press(view, Qt.Key.Key_T)
    middle = view.canvas.frame_of().days_width / 2
    assert view.canvas.scale.x(plan.today.toordinal()) == pytest.approx(middle)


def test_hovering_says_exact_dates(view, plan, draft) -> None:
    view.canvas.choose(None)
    QTest.mouseMove(view.canvas.viewport(), at(view, draft))
    assert view.canvas.scene().stop_at(QPointF(at(view, draft))) == draft
    assert "Planned for Mon 14 Dec 2026" in view.canvas.label_of(draft)


def test_an_unchanged_picture_is_only_copied(view, monkeypatch) -> None:
    view.canvas.viewport().repaint()
    monkeypatch.setattr(view.canvas._painting, "paint", None)
    view.canvas.viewport().repaint()
    view.canvas.hover(None)
    view.canvas.viewport().repaint()


def test_another_theme_is_another_picture(view, theme, qapp) -> None:
    before = view.canvas.grab().toImage()
    theme.apply(qapp, ThemeChoice.DARK)
    assert view.canvas.grab().toImage() != before


def test_right_to_left_later_lies_further_left(view, plan, desk, draft) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    before = at(view, draft).x()
    press(view, Qt.Key.Key_Left, ALT)
    assert at(view, draft).x() <= before
    view.canvas.settle()
    assert due(desk, plan, plan.draft) == plan.today + timedelta(21)


def test_alt_left_goes_back_where_nothing_can_be_moved(view, draft) -> None:
    claims = view.canvas._stepping.claims
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Left, ALT)
    assert claims(event)
    view.canvas.choose(None)
    assert not claims(event)


def test_a_file_that_is_only_read_moves_nothing(view, plan, desk, draft) -> None:
    view.canvas.editable = False
    press(view, Qt.Key.Key_Right, ALT)
    drag(view, draft, 90)
    assert view.canvas.shift is None
    assert due(desk, plan, plan.draft) == plan.today + timedelta(20)


def test_many_goals_scroll_inside_the_timeline(make_view, desk) -> None:
    for number in range(40):
        desk.goals.add_goal(GoalDraft(title=f"Goal {number}", due=date(2027, 1, 1)))
    view = make_view()
    assert view.canvas.height() < view.height()
    assert view.canvas.verticalScrollBar().maximum() > 0
