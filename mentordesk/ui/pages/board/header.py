"""The heads of the board: who it is and how far the two are; what each row tells."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget
from typing_extensions import override

from mentordesk.ui.pages.board.cells import Line, about, heading
from mentordesk.ui.pages.board.delegate import SIDE
from mentordesk.ui.pages.board.model import BoardModel
from mentordesk.ui.theme import FontRole, current_theme, font, scaled

_HEAD = 56


class BoardHeader(QHeaderView):
    """Names and phases above, or the rows' names at the side; both stay while one scrolls."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setProperty("look", "rail")  # without the padding that lists have
        self.setSectionsClickable(orientation is Qt.Orientation.Horizontal)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if orientation is Qt.Orientation.Horizontal:
            self.setMouseTracking(True)

    @override
    def sizeHint(self) -> QSize:
        if self.orientation() is Qt.Orientation.Horizontal:
            return QSize(0, scaled(_HEAD))
        metrics = QFontMetrics(font(FontRole.BODY))
        widest = max(metrics.horizontalAdvance(heading(line)) for line in Line)
        return QSize(max(scaled(150), widest + 2 * scaled(SIDE)), 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not rect.isValid() or not isinstance(model, BoardModel):
            return
        tokens = current_theme().tokens
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        box = rect.adjusted(scaled(SIDE), 0, -scaled(SIDE), 0)
        if self.orientation() is Qt.Orientation.Horizontal:
            column = model.columns[logicalIndex]
            top = rect.top() + scaled(10)
            self._words(
                painter,
                QRect(box.left(), top, box.width(), scaled(18)),
                column.name,
                FontRole.STRONG,
                tokens.ink,
            )
            below = QRect(box.left(), top + scaled(18), box.width(), scaled(18))
            self._words(painter, below, about(column), FontRole.BODY, tokens.quiet)
        else:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, QColor(tokens.hairline))
            self._words(painter, box, heading(Line(logicalIndex)), FontRole.BODY, tokens.quiet)
        painter.restore()

    def _words(
        self, painter: QPainter, box: QRect, words: str, role: FontRole, colour: str
    ) -> None:
        painter.setFont(font(role))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, shown)
