"""The shapes of a timeline; each kind differs by form or fill, never by colour alone."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from mentordesk.domain.timeline import Stand
from mentordesk.ui.pages.timeline.scene import BAR, DIAMOND
from mentordesk.ui.theme import Tokens

_GHOST = (2.0, 2.0)
_ARC_HIGH = 8
_LEAST_ARC = 14


class Shapes:
    """Draws bars, diamonds and ghosts with one painter."""

    def __init__(self, painter: QPainter, tokens: Tokens, factor: float) -> None:
        self._painter = painter
        self.tokens = tokens
        self._radius = DIAMOND * factor
        self._bar = BAR * factor

    def bar(self, left: float, right: float, middle: float, *, open_ended: bool) -> None:
        """Draw a goal's span; dashed round the edge where nobody works on it."""
        box = QRectF(min(left, right), middle - self._bar / 2, abs(right - left), self._bar)
        box.setWidth(max(box.width(), self._bar))
        outlined = open_ended or self.tokens.contrast
        pen = QPen(QColor(self.tokens.ink if self.tokens.contrast else self.tokens.edge), 1)
        if open_ended:
            pen.setDashPattern([3.0, 3.0])
        self._painter.setPen(pen if outlined else Qt.PenStyle.NoPen)
        self._painter.setBrush(
            QColor(self.tokens.surface if open_ended else self.tokens.accent_soft)
        )
        self._painter.drawRoundedRect(box, self._bar / 2, self._bar / 2)

    def bar_ring(self, left: float, right: float, middle: float) -> None:
        """Draw a ring round a chosen bar."""
        around = self._bar / 2 + 3
        box = QRectF(min(left, right) - 3, middle - around, abs(right - left) + 6, 2 * around)
        self._painter.setPen(QPen(QColor(self.tokens.accent), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, around, around)

    def grip(self, x: float, middle: float, *, chosen: bool) -> None:
        """Draw what the end of a bar is held by."""
        high = self._bar / 2 + 4
        box = QRectF(x - 2.5, middle - high, 5, 2 * high)
        self._painter.setPen(QPen(QColor(self.tokens.accent), 2 if chosen else 1))
        self._painter.setBrush(QColor(self.tokens.surface))
        self._painter.drawRoundedRect(box, 2.5, 2.5)

    def goal_ghost(self, x: float, middle: float) -> None:
        """Draw where a goal was to end at first."""
        self._painter.setPen(self._dotted())
        high = self._bar / 2 + 3
        self._painter.drawLine(QPointF(x, middle - high), QPointF(x, middle + high))

    def diamond(self, x: float, middle: float, stand: Stand) -> None:
        """Draw a milestone: full when reached, empty when open, half full when its day passed."""
        tokens = self.tokens
        colour = {Stand.DONE: tokens.good, Stand.LATE: tokens.attention}.get(stand, tokens.action)
        self._painter.setPen(QPen(QColor(colour), 2))
        self._painter.setBrush(QColor(colour if stand is Stand.DONE else tokens.surface))
        self._painter.drawPolygon(_diamond(x, middle, self._radius))
        if stand is Stand.LATE:
            self._painter.setBrush(QColor(colour))
            r = self._radius
            corners = [QPointF(x - r, middle), QPointF(x + r, middle), QPointF(x, middle + r)]
            self._painter.drawPolygon(QPolygonF(corners))

    def chosen(self, x: float, middle: float) -> None:
        """Draw a ring round a chosen milestone."""
        self._painter.setPen(QPen(QColor(self.tokens.accent), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolygon(_diamond(x, middle, self._radius + 5))

    def ghost(self, x: float, middle: float, now: float) -> None:
        """Draw where a milestone stood at first, and the way to where it stands now."""
        self._painter.setPen(self._dotted())
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolygon(_diamond(x, middle, self._radius - 1))
        if abs(now - x) < 2 * self._radius + _LEAST_ARC:
            return
        side = 1 if now > x else -1
        begin = QPointF(x + side * 3, middle - self._radius)
        end = QPointF(now - side * 3, middle - self._radius)
        path = QPainterPath(begin)
        path.quadTo(QPointF((x + now) / 2, middle - self._radius - _ARC_HIGH), end)
        self._painter.drawPath(path)

    def line_down(self, x: float, top: float, bottom: float) -> None:
        """Draw the line for today."""
        self._painter.setPen(QPen(QColor(self.tokens.action), 2 if self.tokens.contrast else 1.5))
        self._painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _dotted(self) -> QPen:
        pen = QPen(QColor(self.tokens.quiet), 1)
        pen.setDashPattern(list(_GHOST))
        return pen


def _diamond(x: float, middle: float, radius: float) -> QPolygonF:
    corners: Sequence[QPointF] = [
        QPointF(x, middle - radius),
        QPointF(x + radius, middle),
        QPointF(x, middle + radius),
        QPointF(x - radius, middle),
    ]
    return QPolygonF(corners)
