"""Draw the rows of the stream: the day, two lines, a chip."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from mentordesk.domain.stream import StreamRow
from mentordesk.ui.pages.relationship.stream_model import StreamModel
from mentordesk.ui.pages.relationship.stream_said import Said, day_said, said
from mentordesk.ui.theme import FontRole, current_theme, font, scaled
from mentordesk.ui.widgets.painted_line import PaintedLine

_SIDE, _GAP, _DAY = 16, 12, 88
_LINE, _HEIGHT = 19, 57
_CHIP_PADDING, _CHIP_ICON = 8, 14
# With less room for words than this, a chip stands beside the second line alone.
_ROOM_FOR_WORDS = 230
_INK = {"attention": "attention", "outline": "quiet", "good": "good"}


def row_height() -> int:
    """Return how high a row is, the hairline included."""
    return scaled(_HEIGHT)


class StreamDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, model: StreamModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, row_height())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self._model.row_at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = PaintedLine(painter, option)
        line.ground(rule=index.row() > 0)
        self._paint_words(painter, option, line, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current_theme().tokens.accent), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 3, -2, -2), 5, 5)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, line: PaintedLine, row: StreamRow
    ) -> None:
        today = self._model.today
        words, area = said(row, today), line.area
        whole = QRect(area.left() + scaled(_SIDE), area.top() + 1, scaled(_DAY), area.height() - 1)
        line.words(day_said(row.day, today), whole, FontRole.BODY, "quiet")
        start = whole.right() + 1 + scaled(_GAP)
        end = area.right() + 1 - scaled(_SIDE)
        chip = QRect()
        if words.chip:
            chip = _chip_box(words, end, area)
        before_chip = chip.left() - scaled(_GAP) if words.chip else end
        cramped = bool(words.chip) and before_chip - start < scaled(_ROOM_FOR_WORDS)
        high = scaled(_LINE)
        two = bool(words.detail) or cramped
        top = whole.top() + (whole.height() - (2 if two else 1) * high) // 2
        first = QRect(start, top, (end if cramped else before_chip) - start, high)
        line.words(words.title, first, FontRole.MEDIUM)
        second = QRect(start, top + high, before_chip - start, high)
        line.words(words.detail, second, FontRole.BODY, "quiet")
        if words.chip:
            if cramped:
                chip.moveCenter(QRect(chip.left(), second.top(), chip.width(), high).center())
            _paint_chip(painter, QStyle.visualRect(option.direction, area, chip), words, option)


def _chip_box(words: Said, end: int, area: QRect) -> QRect:
    metrics = QFontMetrics(font(FontRole.CHIP))
    width = metrics.horizontalAdvance(words.chip) + 2 * scaled(_CHIP_PADDING)
    if words.tone == "attention":
        width += scaled(_CHIP_ICON) + 4
    height = metrics.height() + 6
    return QRect(end - width, area.top() + (area.height() - height) // 2, width, height)


def _paint_chip(painter: QPainter, box: QRect, words: Said, option: QStyleOptionViewItem) -> None:
    tokens = current_theme().tokens
    alarm = words.tone == "attention"
    outlined = not alarm or tokens.contrast
    painter.setPen(QPen(QColor(tokens.hairline)) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.attention_soft) if alarm else Qt.BrushStyle.NoBrush)
    pill = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    ink = _INK.get(words.tone, "quiet")
    inside = box.adjusted(scaled(_CHIP_PADDING), 0, -scaled(_CHIP_PADDING), 0)
    text = QRect(inside)
    if alarm:
        size = scaled(_CHIP_ICON)
        icon = QRect(inside.left(), inside.center().y() - size // 2, size, size)
        mirrored = QStyle.visualRect(option.direction, inside, icon)
        current_theme().icon("attention", ink).paint(painter, mirrored)
        text.setLeft(inside.left() + size + 4)
        text = QStyle.visualRect(option.direction, inside, text)
    painter.setFont(font(FontRole.CHIP))
    painter.setPen(QColor(tokens.colour(ink)))
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, words.chip)
