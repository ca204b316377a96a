"""The keyboard on a timeline: walk, pan, and move by days and weeks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from mentordesk.ui.pages.timeline.canvas import TimelineCanvas

_PAUSE = 700
"""Milliseconds after the last step until a move by keyboard is made."""

_SIDEWAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WEEK = 7
_PAN_SHARE = 6


class Stepping(QObject):
    """Turns keys into the steps of a canvas."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._pause)

    @property
    def waits(self) -> bool:
        """Whether a move by keyboard waits for its last step."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Wait for further steps."""
        self._timer.start()

    def end(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether a key is meant here although the window knows it too."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape:
            return self._canvas.shift is not None
        return alt and event.key() in _SIDEWAYS and self._canvas.can_move()

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key says; return whether it says anything here."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self._canvas.cancel() or self._let_go()
        if key in _SIDEWAYS:
            later = -1 if self._mirrored() else 1
            return self._sideways(_SIDEWAYS[key] * later, keys)
        if keys:
            return False
        return self._walk(key)

    def _walk(self, key: int) -> bool:
        canvas, lines = self._canvas, self._canvas.lines
        chosen = canvas.selected
        if key in _DOWN:
            canvas.choose(lines.below(chosen, _DOWN[key]), spoken=True)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and chosen is not None:
            far = len(lines.stops(lines.number_of(chosen) or 0))
            canvas.choose(lines.beside(chosen, far if key == Qt.Key.Key_End else -far), spoken=True)
        else:
            return False
        return True

    def _sideways(self, step: int, keys: Qt.KeyboardModifier) -> bool:
        canvas = self._canvas
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        if keys & alt and not keys & ~(alt | shift):
            canvas.step(step * _WEEK if keys & shift else step)
            return canvas.can_move()
        if keys == Qt.KeyboardModifier.ControlModifier:
            width = canvas.frame_of().days_width
            canvas.show_scale(canvas.scale.panned(step * width / _PAN_SHARE))
            return True
        if keys:
            return False
        canvas.choose(canvas.lines.beside(canvas.selected, step), spoken=True)
        return True

    def _let_go(self) -> bool:
        chosen = self._canvas.selected is not None
        self._canvas.choose(None)
        return chosen

    def _pause(self) -> None:
        self._canvas.let_go(keys=True)

    def _mirrored(self) -> bool:
        return self._canvas.frame_of().mirrored
