"""The mouse on a timeline: hover, choose, drag to move, drag the ground to pan, wheel to zoom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from mentordesk.domain.timeline import Part
from mentordesk.ui.pages.timeline.lines import Stop

if TYPE_CHECKING:
    from mentordesk.ui.pages.timeline.canvas import TimelineCanvas

_NOTCH = 120
"""What a wheel says for one notch, in eighths of a degree."""


class Pointer(QObject):
    """Turns what the mouse does on the canvas into its steps."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._held: Stop | None = None
        self._dragged = False
        self._last = QPointF()

    def stop(self) -> None:
        """Let go of what is dragged."""
        self._pressed = self._held = None
        self._dragged = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QMouseEvent):
            match kind:
                case QEvent.Type.MouseButtonPress:
                    self._press(event)
                case QEvent.Type.MouseMove:
                    self._move(event)
                case QEvent.Type.MouseButtonRelease:
                    self._release()
                case QEvent.Type.MouseButtonDblClick:
                    self._canvas.open_goal()
        elif kind == QEvent.Type.Leave:
            self._canvas.hover(None)
        return False

    def _press(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = self._last = event.position()
        self._dragged = False
        self._held = self._canvas.scene().stop_at(event.position())
        self._canvas.choose(self._held)
        self._canvas.hover(None)

    def _move(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed is None:
            self._show_under(place)
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._dragged = self._dragged or far
        if not self._dragged:
            return
        if self._held is not None and self._canvas.can_move():
            self._canvas.show_shift(self._days(place))
        elif self._held is None:
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._canvas.pan(self._last.x() - place.x())
            bar = self._canvas.verticalScrollBar()
            bar.setValue(bar.value() + round(self._last.y() - place.y()))
        self._last = place

    def _release(self) -> None:
        held, dragged = self._held, self._dragged
        self.stop()
        self._canvas.unsetCursor()
        if held is not None and dragged:
            self._canvas.let_go(keys=False)

    def _days(self, place: QPointF) -> int:
        if self._pressed is None:
            return 0
        frame = self._canvas.frame_of()
        way = frame.flip(place.x()) - frame.flip(self._pressed.x())
        return round(way / self._canvas.scale.per_day)

    def _show_under(self, place: QPointF) -> None:
        canvas = self._canvas
        stop = canvas.scene().stop_at(place)
        canvas.hover(stop)
        if stop is None or not canvas.editable:
            canvas.viewport().unsetCursor()
        elif stop.part in {Part.START, Part.END}:
            canvas.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            canvas.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _wheel(self, event: QWheelEvent) -> bool:
        """Zoom with Ctrl, pan with Shift or sideways; else the rows scroll."""
        turn, keys = event.angleDelta(), event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier:
            frame = self._canvas.frame_of()
            around = frame.flip(event.position().x()) - frame.gutter
            self._canvas.zoom(1.25 ** (turn.y() / _NOTCH), max(around, 0.0))
            return True
        sideways = turn.x() or (turn.y() if keys & Qt.KeyboardModifier.ShiftModifier else 0)
        if sideways:
            self._canvas.pan(-sideways)
            return True
        return False
