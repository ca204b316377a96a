"""Draw the cells of the board: words, chips, and milestones over time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from mentordesk.domain.board import Spark
from mentordesk.ui.pages.board.cells import Cell, Line, Part
from mentordesk.ui.pages.board.model import BoardModel
from mentordesk.ui.theme import FontRole, current_theme, font, scaled
from mentordesk.ui.widgets.painted_line import PaintedLine

SIDE = 16
_SPARK = 120
_CHIP_ICON = 14


class BoardDelegate(QStyledItemDelegate):
    """Draws one cell; what has no room is elided, and said in full below the board."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, BoardModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = PaintedLine(painter, option)
        line.ground(rule=True)
        box = option.rect.adjusted(scaled(SIDE), 0, -scaled(SIDE), 0)
        column = model.column_at(index)
        if index.row() == Line.MILESTONES and column is not None and column.milestones.total:
            box = self._paint_spark(painter, option, box, column.milestones, model.today)
        self._paint_parts(painter, option, line, box, model.cell_at(index))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(current_theme().tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()

    def _paint_parts(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: PaintedLine,
        box: QRect,
        cell: Cell,
    ) -> None:
        start = box.left()
        for part, width in zip(cell.parts, _widths(cell.parts, box.width()), strict=True):
            area = QRect(start, box.top(), width, box.height())
            if part.tone == "attention":
                self._paint_chip(painter, option, line, area, part)
            else:
                line.words(part.text, area, _ROLES.get(part.tone, FontRole.BODY), part.tone)
            start += width

    def _paint_chip(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: PaintedLine,
        room: QRect,
        part: Part,
    ) -> None:
        """Draw a chip in a box."""
        tokens = current_theme().tokens
        metrics = QFontMetrics(font(FontRole.CHIP))
        icon, gap = scaled(_CHIP_ICON), scaled(4)
        height = metrics.height() + scaled(6)
        pill = QRect(room.left(), room.center().y() - height // 2, room.width() - gap, height)
        seen = QStyle.visualRect(option.direction, option.rect, pill)
        painter.setPen(QPen(QColor(tokens.ink)) if tokens.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.attention_soft))
        painter.drawRoundedRect(QRectF(seen), height / 2, height / 2)
        mark = QRect(pill.left() + scaled(7), pill.top(), icon, height)
        line.icon("attention", "attention", mark)
        words = QRect(mark.right() + gap, pill.top(), pill.right() - mark.right() - gap, height)
        line.words(part.text, words, FontRole.CHIP, "attention")

    def _paint_spark(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        spark: Spark,
        today: date,
    ) -> QRect:
        """Draw what was planned, dashed, and what was reached, and return the room behind it."""
        width = min(scaled(_SPARK), box.width() // 2)
        area = QRect(box.left(), box.top() + scaled(9), width, box.height() - scaled(18))
        seen = QRectF(QStyle.visualRect(option.direction, option.rect, area))
        days = [*spark.due, *(day for day in spark.done if day <= today), today]
        scale = _Scale(seen, min(days), max(days), spark.total)
        tokens = current_theme().tokens
        dashed = QPen(QColor(tokens.edge), 1.25, Qt.PenStyle.CustomDashLine)
        dashed.setDashPattern([3, 3])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(dashed)
        painter.drawPolyline(scale.steps(spark.due, max(days)))
        painter.setPen(QPen(QColor(tokens.action), 1.75))
        painter.drawPolyline(scale.steps([day for day in spark.done if day <= today], today))
        end = scale.point(today, spark.reached_by(today))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.action))
        painter.drawEllipse(end, 2.5, 2.5)
        return box.adjusted(width + scaled(12), 0, 0, 0)


class _Scale:
    """Where a day and a number stand: each mentee's own first to last day, and own total."""

    def __init__(self, area: QRectF, first: date, last: date, total: int) -> None:
        self._area, self._first, self._total = area, first, total
        self._days = max(1, (last - first).days)

    def point(self, day: date, count: int) -> QPointF:
        """Return where a number stands on a day."""
        x = self._area.left() + self._area.width() * (day - self._first).days / self._days
        return QPointF(x, self._area.bottom() - self._area.height() * count / self._total)

    def steps(self, days: Sequence[date], until: date) -> QPolygonF:
        """Return the line of a count that rises by one on each of some days, in order."""
        points = [self.point(self._first, 0)]
        for count, day in enumerate(days):
            points += [self.point(day, count), self.point(day, count + 1)]
        points.append(self.point(until, len(days)))
        return QPolygonF(points)


_ROLES = {"action": FontRole.MEDIUM}


def _widths(parts: Sequence[Part], room: int) -> list[int]:
    """Return how wide each part is drawn; where room is short, the first gives way."""
    widths = [_width(part) for part in parts]
    over = sum(widths) - room
    if over > 0:
        widths[0] -= min(over, max(0, widths[0] - room // 2))
    left = room
    for place, width in enumerate(widths):
        widths[place] = max(0, min(width, left))
        left -= widths[place]
    return widths


def _width(part: Part) -> int:
    if part.tone == "attention":
        words = QFontMetrics(font(FontRole.CHIP)).horizontalAdvance(part.text)
        return words + scaled(_CHIP_ICON) + 2 * scaled(8) + 2 * scaled(4) + 2
    role = _ROLES.get(part.tone, FontRole.BODY)
    return QFontMetrics(font(role)).horizontalAdvance(part.text) + 2
