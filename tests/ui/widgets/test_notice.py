import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.ui.widgets.notice import NoticeBar


@pytest.fixture
def notice(qtbot, theme):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(800, 600)
    ground.show()
    ground.activateWindow()
    bar = NoticeBar(ground)
    bar.ground = ground
    return bar


def test_it_goes_by_itself(notice, qtbot):
    notice.show_notice("Saved", milliseconds=20)
    assert notice.isVisible()
    qtbot.waitUntil(notice.isHidden)


def test_undo_runs_once_and_closes_it(notice, qtbot):
    undone = []
    notice.show_notice("Milestone moved", "Undo", lambda: undone.append(1))
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert notice.isHidden()


def test_it_waits_while_the_keyboard_is_on_it(notice, qtbot):
    notice.show_notice("Milestone moved", "Undo", print, milliseconds=50)
    notice.focus_action()
    qtbot.waitUntil(notice.button.hasFocus)
    assert not notice._timer.isActive()
    notice.button.clearFocus()
    qtbot.waitUntil(notice._timer.isActive)


def test_it_waits_while_hovered(notice):
    notice.show_notice("Milestone moved", "Undo", print)
    place = QPointF(1, 1)
    QApplication.sendEvent(notice, QEnterEvent(place, place, place))
    assert not notice._timer.isActive()
    QApplication.sendEvent(notice, QEvent(QEvent.Type.Leave))
    assert notice._timer.isActive()


def test_it_stands_at_the_lower_leading_corner(notice):
    notice.show_notice("Saved")
    assert (notice.x(), notice.geometry().bottom()) == (24, 600 - 24 - 1)
    notice.ground.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    notice.show_notice("Saved")
    assert notice.geometry().right() == 800 - 24 - 1


def test_a_long_sentence_wraps_inside_the_window(notice):
    notice.show_notice("A very long sentence about something that happened. " * 6, "Undo", print)
    assert notice.width() <= 800 - 48
    assert notice.label.height() > 2 * notice.fontMetrics().height()


def test_it_follows_the_window(notice):
    notice.show_notice("Saved")
    notice.ground.resize(700, 500)
    assert notice.geometry().bottom() == 500 - 24 - 1
