"""The key that takes a chart out works wherever a chart is seen, whatever has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from mentordesk.domain.enums import Role
from mentordesk.ui.context import Place

CHART_KEY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shell(program, qtbot):
    program.show_sample()
    program.window.show()
    qtbot.waitExposed(program.window)
    return program.shell


def asked() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def press(shell, qtbot):
    shell.rail.view.setFocus()
    qtbot.keyClick(shell.rail.view, Qt.Key.Key_E, CHART_KEY)


def test_the_chart_of_my_plan_goes_out_with_the_keyboard_in_the_rail(shell, qtbot):
    shell.go(Place("plan", view="progress"))
    press(shell, qtbot)
    assert len(asked()) == 1
    asked()[0].reject()


def test_two_pages_with_a_chart_do_not_get_in_each_others_way(shell, qtbot):
    shell.go(Place("plan", view="progress"))
    mentor = next(e for e in shell.context.desk.relationships.rail() if e.role is Role.MENTEE)
    shell.go(Place("relationship", mentor.id, "goals"))
    press(shell, qtbot)
    assert not asked()
    shell.go(Place("plan", view="progress"))
    press(shell, qtbot)
    assert len(asked()) == 1
    asked()[0].reject()
