"""What a delegate paints a line of a list with: ground, words, icons, mirrored right to left."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mentordesk.ui.theme import FontRole, current_theme, font, scaled

_BOX = 14
_ICON = 16


class PaintedLine:
    """One line while it is painted; boxes are given left to right and mirrored here."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self.area: QRect = option.rect
        self.selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._painter = painter
        self._tokens = current_theme().tokens
        self._direction = option.direction
        self._hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)

    def ground(self, *, rule: bool) -> None:
        """Fill the line where it is chosen or hovered, and rule it off from the one above."""
        if self.selected:
            self._painter.fillRect(self.area, QColor(self._tokens.accent_soft))
        elif self._hovered:
            hover = self._tokens.accent_soft if self._tokens.contrast else self._tokens.rail
            self._painter.fillRect(self.area, QColor(hover))
        if rule:
            self.rule(self.area.top(), "hairline")
        if self.selected and self._tokens.contrast:
            self.rule(self.area.top(), "ink")
            self.rule(self.area.bottom(), "ink")

    def rule(self, y: int, colour: str) -> None:
        """Draw a hairline across, in the colour of a token."""
        line = QRect(self.area.left(), y, self.area.width(), 1)
        self._painter.fillRect(line, QColor(self._tokens.colour(colour)))

    def words(
        self, text: str, box: QRect, role: FontRole, colour: str = "ink", *, trailing: bool = False
    ) -> None:
        """Draw one line of words in a box, elided where there is no room."""
        if box.width() <= 0:
            return
        shown = _numbers(role) if trailing else font(role)
        elide = Qt.TextElideMode.ElideRight
        text = QFontMetrics(shown).elidedText(text.replace("\n", " "), elide, box.width())
        side = Qt.AlignmentFlag.AlignRight if trailing else Qt.AlignmentFlag.AlignLeft
        side = QStyle.visualAlignment(self._direction, side) | Qt.AlignmentFlag.AlignAbsolute
        # As a label does: "1 h" stays "1 h" in a window that runs right to left.
        self._painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._painter.setFont(shown)
        self._painter.setPen(QColor(self._tokens.colour(colour)))
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(self._mirrored(box), flags, text)

    def icon(self, name: str, role: str, box: QRect) -> None:
        """Draw an icon in the middle of a box."""
        square = QRect(0, 0, scaled(_ICON), scaled(_ICON))
        square.moveCenter(self._mirrored(box).center())
        current_theme().icon(name, role).paint(self._painter, square)

    def check_box(self, box: QRect, *, checked: bool) -> None:
        """Draw a check box in the middle of a box."""
        square = QRectF(0, 0, scaled(_BOX), scaled(_BOX))
        square.moveCenter(QRectF(self._mirrored(box)).center())
        square.translate(0.5 - square.left() % 1, 0.5 - square.top() % 1)
        self._painter.setPen(QPen(QColor(self._tokens.action if checked else self._tokens.edge)))
        self._painter.setBrush(QColor(self._tokens.action if checked else self._tokens.surface))
        self._painter.drawRoundedRect(square, 4, 4)
        if checked:
            inner = square.toRect().adjusted(1, 1, -1, -1)
            current_theme().icon("check", "on_action").paint(self._painter, inner)

    def _mirrored(self, box: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self.area, box)


def number_width(text: str, role: FontRole) -> int:
    """Return how much room trailing words need, whose digits are all equally wide."""
    return QFontMetrics(_numbers(role)).horizontalAdvance(text) + 2


def _numbers(role: FontRole) -> QFont:
    shown = font(role)
    shown.setFeature(QFont.Tag("tnum"), 1)
    return shown
