"""The chart on the screen: a cached picture, with points to hover and to walk by keyboard."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from math import hypot

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from typing_extensions import override

from mentordesk.charts.palette import FAMILIES, Palette
from mentordesk.domain.progress import ChartKind
from mentordesk.services.chart_facts import ChartFact
from mentordesk.ui.pages.progress.drawing import ACROSS, DOWN, Drawn, Order, Point, draw
from mentordesk.ui.tasks import Progress, TaskRunner
from mentordesk.ui.theme import current_theme, scaled
from mentordesk.ui.widgets.chart_marking import paint_label, paint_marker, paint_ring
from mentordesk.ui.words import tr

_HEIGHT, _TALLEST = 340, 440
_NARROWEST = 300
_COMPARED = 1000  # more facts than these count as others without a look at each
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class ChartCanvas(QLabel):
    """Shows a chart of facts; drawn beside the window, and again only when it must be.

    As a label it has a text, the summary sentence, for those who do not see it.
    """

    drawn = Signal()
    """A new picture is shown."""

    point_shown = Signal(str)
    """What the point says that is now marked; empty where none is."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._facts: tuple[ChartFact, ...] = ()
        self._edition = 0
        self._kind = ChartKind.BURN_UP
        self._today = date.min
        self._drawn: Drawn | None = None
        self._underway: Order | None = None
        self._progress: Progress | None = None
        self._point: int | None = None
        self._soon = QTimer(self)
        # Many changes at once, such as those of a layout, come to one picture.
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._order)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._take_height()

    def show_chart(
        self, facts: Sequence[ChartFact], kind: ChartKind, today: date, summary: str
    ) -> None:
        """Show these facts; the present picture stays until the new one is drawn."""
        if kind is not self._kind:
            self.show_point(None)
        if facts is not self._facts and (len(facts) > _COMPARED or tuple(facts) != self._facts):
            self._facts = tuple(facts)
            self._edition += 1
        self._kind, self._today = kind, today
        self.setText(summary)
        self.setAccessibleName(summary)
        self._order()

    @property
    def shown(self) -> Drawn | None:
        """What is shown now."""
        return self._drawn

    @property
    def busy(self) -> bool:
        """Whether a newer picture is on its way."""
        return self._underway is not None or self._soon.isActive()

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of the picture, in reading order."""
        return () if self._drawn is None else self._drawn.points

    def point_label(self) -> str:
        """Return what the marked point says."""
        return "" if self._point is None else self.points[self._point].label

    def show_point(self, place: int | None, *, spoken: bool = False) -> None:
        """Mark a point by its place in reading order, or none; ``spoken`` announces it."""
        if place == self._point:
            return
        self._point = place
        label = self.point_label()
        self.setAccessibleDescription(label)
        if spoken and label:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, label))
        self.point_shown.emit(label)
        self.update()

    def _wanted(self) -> Order:
        # A chart of rows takes the height that it needs; the others have always the same.
        height = min(scaled(_HEIGHT), _TALLEST)
        tokens = current_theme().tokens
        name = "contrast" if tokens.contrast else "dark" if tokens.dark else "light"
        font = QApplication.font()
        return Order(
            facts=self._facts,
            edition=self._edition,
            kind=self._kind,
            today=self._today,
            size=(self.width(), height),
            dots=float(self.logicalDpiY()),
            ratio=self.devicePixelRatioF(),
            palette=Palette.from_theme(
                name,
                font_family=(QFontInfo(font).family(), *FAMILIES),
                text_size=QFontInfo(font).pointSizeF(),
            ),
        )

    def _order(self) -> None:
        """Have the picture drawn if it is another one; while one is drawn, the next one waits."""
        if not self._facts or not self.isVisible() or self._underway is not None:
            return
        order = self._wanted()
        if self._drawn is not None and self._drawn.order == order:
            return
        self._underway = order
        work = partial(draw, order)
        self._progress = self._tasks.run(work, self._show, self._fail, owner=self)

    def _show(self, result: object) -> None:
        if not isinstance(result, Drawn):
            return
        self._underway = None
        same = self._drawn is not None and self._drawn.order.edition == result.order.edition
        if self._drawn is None or self._drawn.order.kind is not result.order.kind or not same:
            self.show_point(None)
        self._drawn = result
        self._take_height()
        self.update()
        self.drawn.emit()
        self._order()

    def _fail(self, error: Exception) -> None:
        self._underway = None
        raise error

    def _take_height(self) -> None:
        drawn = self._drawn
        rows = drawn is not None and drawn.own_height
        height = drawn.height if drawn is not None and rows else min(scaled(_HEIGHT), _TALLEST)
        self.setFixedHeight(max(height, 1))

    def _nearest(self, place: QPointF) -> int | None:
        """Return the point next to a place along the way the chart is read."""
        if self._drawn is None or not self.points:
            return None
        aim = self._drawn.aim
        across, down = float(aim != DOWN), float(aim != ACROSS)
        away = [hypot(across * (p.x - place.x()), down * (p.y - place.y())) for p in self.points]
        return away.index(min(away))

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(2 * _NARROWEST), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.height())

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.DevicePixelRatioChange}:
            self._soon.start()
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.ApplicationFontChange,
        }:
            self._take_height()
            self._soon.start()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.show_point(self._nearest(event.position()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.show_point(self._nearest(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.show_point(None)
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_point(None)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.points) - 1
        here = self._point
        walk: dict[int, int] = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            **dict.fromkeys(_FORWARD, 0 if here is None else min(here + 1, last)),
            **dict.fromkeys(_BACK, last if here is None else max(here - 1, 0)),
        }
        key = Qt.Key(event.key())
        if (
            last >= 0
            and key in walk
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.show_point(walk[key], spoken=True)
        elif key == Qt.Key.Key_Escape and here is not None:
            self.show_point(None)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawn is None:
            painter.setPen(current_theme().tokens.quiet)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Drawing…"))
        else:
            painter.drawImage(QPointF(0, 0), self._drawn.image)
            if self._point is not None:
                point = self.points[self._point]
                place = QPointF(point.x, point.y)
                paint_marker(painter, place)
                paint_label(painter, place, point.label, self.rect())
        if self.hasFocus():
            paint_ring(painter, self.rect())
