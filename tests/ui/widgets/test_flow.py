import pytest
from PySide6.QtCore import Qt

from mentordesk.ui.widgets.buttons import PlainButton
from mentordesk.ui.widgets.flow import Flow


@pytest.fixture
def buttons(theme):
    return [PlainButton(f"Button number {number}") for number in range(4)]


@pytest.fixture
def flow(qtbot, buttons):
    flow = Flow(buttons)
    qtbot.addWidget(flow)
    return flow


def test_one_line_where_there_is_room(flow, buttons):
    assert flow.heightForWidth(2000) == buttons[0].sizeHint().height()
    assert flow.sizeHint().height() == buttons[0].sizeHint().height()


def test_more_lines_where_there_is_none(flow, buttons):
    width = buttons[0].sizeHint().width() + 4
    assert flow.heightForWidth(width) == 4 * buttons[0].sizeHint().height() + 3 * 12
    assert flow.minimumSizeHint().width() <= width


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_nothing_overlaps_or_leaves_the_widget(flow, buttons, direction):
    flow.setLayoutDirection(direction)
    flow.resize(300, flow.heightForWidth(300))
    flow.show()
    for place, button in enumerate(buttons):
        assert flow.rect().contains(button.geometry())
        assert not any(button.geometry().intersects(o.geometry()) for o in buttons[:place])


def test_right_to_left_begins_at_the_right(flow, buttons):
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.resize(2000, 40)
    flow.show()
    assert buttons[0].geometry().right() == 1999
    assert buttons[1].x() < buttons[0].x()


def test_a_hidden_widget_takes_no_room(flow, buttons):
    buttons[0].hide()
    flow.resize(2000, 40)
    flow.show()
    assert buttons[1].x() == 0
