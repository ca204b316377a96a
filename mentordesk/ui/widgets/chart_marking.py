"""What is painted over the picture of a chart: the marked point, its words, the focus ring."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mentordesk.ui.theme import FontRole, current_theme, font, scaled

_RADIUS = 5
_GAP = 10
_SIDE, _TOP = 8, 5


def paint_marker(painter: QPainter, place: QPointF) -> None:
    """Draw a small ring round a point."""
    tokens = current_theme().tokens
    painter.setPen(QPen(QColor(tokens.ink), 2))
    painter.setBrush(QColor(tokens.surface))
    painter.drawEllipse(place, scaled(_RADIUS), scaled(_RADIUS))


def paint_label(painter: QPainter, place: QPointF, words: str, room: QRect) -> None:
    """Write words on a dark slip above a point, or below it where there is no room above."""
    tokens = current_theme().tokens
    painter.setFont(font(FontRole.SECONDARY))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    widest = QRect(0, 0, room.width() - 4 * _SIDE, room.height())
    text = painter.fontMetrics().boundingRect(widest, flags, words)
    slip = QRectF(0, 0, text.width() + 2 * _SIDE, text.height() + 2 * _TOP)
    away = scaled(_RADIUS) + _GAP
    slip.moveCenter(QPointF(place.x(), place.y() - away - slip.height() / 2))
    if slip.top() < room.top() + 4:
        slip.moveTop(place.y() + away)
    slip.moveLeft(min(max(slip.left(), room.left() + 4.0), room.right() - 4.0 - slip.width()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.ink))
    painter.drawRoundedRect(slip, 4, 4)
    painter.setPen(QColor(tokens.ground))
    painter.drawText(slip, int(flags), words)


def paint_ring(painter: QPainter, area: QRect) -> None:
    """Draw the focus ring just inside an area."""
    painter.setPen(QPen(QColor(current_theme().tokens.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), 5, 5)
