import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from mentordesk.domain.goals import OWN_PLAN
from mentordesk.domain.progress import ChartKind, MilestoneFact
from mentordesk.ui.pages.progress.canvas import ChartCanvas
from mentordesk.ui.pages.progress.drawing import Order, draw
from mentordesk.ui.tasks import Cancelled, Progress
from mentordesk.ui.theme import ThemeChoice

pytestmark = pytest.mark.usefixtures("plan")


@pytest.fixture
def canvas(make_view) -> ChartCanvas:
    return make_view().canvas


def drawn_again(canvas: ChartCanvas, qtbot) -> None:
    qtbot.waitUntil(lambda: not canvas.busy, timeout=20_000)


def test_the_picture_is_as_large_as_the_canvas(canvas) -> None:
    picture = canvas.shown.image
    assert picture.deviceIndependentSize().toSize() == canvas.size()


def test_every_point_lies_on_the_picture_in_reading_order(canvas) -> None:
    across = [point.x for point in canvas.points]
    assert across == sorted(across)
    assert all(canvas.rect().contains(QPoint(round(p.x), round(p.y))) for p in canvas.points)


def test_arrows_walk_the_points_and_stop_at_the_ends(canvas) -> None:
    labels = [point.label for point in canvas.points]
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
        walked.append(canvas.point_label())
    assert walked == [labels[0], labels[1], labels[-1], labels[-1]]
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.point_label() == labels[0]


def test_what_a_point_says_is_heard(canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.accessibleDescription() == canvas.points[-1].label


def test_escape_lets_go_of_the_point(canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_End)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.point_label() == ""


def test_keys_with_a_modifier_are_left_to_the_window(canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert canvas.point_label() == ""


def test_the_nearest_point_shows_under_the_mouse(canvas, qtbot) -> None:
    target = canvas.points[1]
    with qtbot.waitSignal(canvas.point_shown) as shown:
        qtbot.mouseMove(canvas, QPoint(round(target.x) + 1, 10))
    assert shown.args == [target.label]


def test_a_marked_point_is_seen(canvas) -> None:
    before = canvas.grab().toImage()
    canvas.show_point(1)
    assert canvas.grab().toImage() != before


def test_focus_is_seen(canvas) -> None:
    canvas.clearFocus()
    before = canvas.grab().toImage()
    canvas.window().activateWindow()
    canvas.setFocus()
    assert canvas.hasFocus()
    assert canvas.grab().toImage() != before


def test_by_goal_the_canvas_is_as_high_as_its_rows(make_view, qtbot, add_goal) -> None:
    view = make_view()
    view.switch.setCurrentIndex(1)
    drawn_again(view.canvas, qtbot)
    two = view.canvas.height()
    add_goal("A third", 3)
    qtbot.waitUntil(lambda: view.canvas.height() > two, timeout=20_000)


def test_showing_the_same_again_draws_nothing(make_view, qtbot) -> None:
    view = make_view()
    picture = view.canvas.shown
    view.reload()
    assert not view.canvas.busy
    assert view.canvas.shown is picture


def test_another_width_is_drawn_once_for_many_steps(canvas, qtbot) -> None:
    pictures = []
    canvas.drawn.connect(lambda: pictures.append(canvas.shown.order.size[0]))
    for width in range(700, 800, 10):
        canvas.window().resize(width, 600)
    drawn_again(canvas, qtbot)
    QApplication.processEvents()
    drawn_again(canvas, qtbot)
    assert pictures[-1] == canvas.width()
    assert len(pictures) <= 2


def test_another_theme_is_drawn_in_its_colours(canvas, qtbot, theme, qapp) -> None:
    before = canvas.shown.order.palette
    with qtbot.waitSignal(canvas.drawn):
        theme.apply(qapp, ThemeChoice.DARK)
    assert canvas.shown.order.palette.dark
    assert not before.dark


def test_a_canvas_that_is_gone_lets_its_drawing_go(context, desk, clock) -> None:
    canvas = ChartCanvas(context.tasks)
    canvas.show()
    facts = desk.progress.facts(OWN_PLAN)
    canvas.show_chart(facts, ChartKind.BURN_UP, clock.now.date(), "Four milestones")
    assert canvas.busy
    Shiboken.delete(canvas)
    context.tasks.wait()
    QApplication.processEvents()
    assert not context.tasks.busy


def test_a_drawing_that_nobody_wants_stops(canvas) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        draw(canvas.shown.order, progress)


def test_a_tall_picture_is_drawn_less_sharp(canvas) -> None:
    one = canvas.shown.order
    facts = tuple(
        MilestoneFact(type(one.facts[0].id)(int=n), "One", type(one.facts[0].id)(int=n), f"G {n}")
        for n in range(120)
    )
    tall = Order(
        facts=facts,
        edition=1,
        kind=ChartKind.GOALS,
        today=one.today,
        size=(1800, 0),
        dots=one.dots,
        ratio=3.0,
        palette=one.palette,
    )
    picture = draw(tall, Progress())
    assert isinstance(picture.image, QImage)
    assert 1.0 <= picture.image.devicePixelRatio() < 3.0
    assert all(0 < QPointF(p.x, p.y).y() < picture.height for p in picture.points)


def test_own_plan_is_what_is_drawn(make_view) -> None:
    assert len(make_view(OWN_PLAN).canvas.shown.order.facts) == 4
