"""What a line of a plan is drawn with: words, dates, bars, boxes, mirrored right to left."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mentordesk.ui.theme import FontRole, Tokens, current_theme, font, scaled

SIDE = 16
GAP = 8
MARK = 16
BAR_HEIGHT = 6


class Line:
    """One line while it is painted; places are given left to right and mirrored here."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
        self.painter, self.tokens = painter, tokens
        self.area: QRect = option.rect
        self._direction = option.direction
        self._selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)

    def mirrored(self, box: QRect) -> QRect:
        """Return a box as it stands in the direction of reading."""
        return QStyle.visualRect(self._direction, self.area, box)

    def ground(self, *, rule: bool) -> None:
        """Fill the line where it is chosen or hovered, and rule it off from the one above."""
        if self._selected:
            self.painter.fillRect(self.area, QColor(self.tokens.accent_soft))
        elif self._hovered:
            hover = self.tokens.accent_soft if self.tokens.contrast else self.tokens.rail
            self.painter.fillRect(self.area, QColor(hover))
        if rule:
            self._rule(self.area.top(), self.tokens.hairline)
        if self._selected and self.tokens.contrast:
            self._rule(self.area.top(), self.tokens.ink)
            self._rule(self.area.bottom(), self.tokens.ink)

    def _rule(self, y: int, colour: str) -> None:
        self.painter.fillRect(QRect(self.area.left(), y, self.area.width(), 1), QColor(colour))

    def fold(self, start: int, *, opened: bool, area: QRect | None = None) -> None:
        """Draw the chevron that says whether a line is folded."""
        area = area or self.area
        shut = (
            "chevron-left"
            if self._direction == Qt.LayoutDirection.RightToLeft
            else ("chevron-right")
        )
        box = QRect(self.area.left() + start, area.top(), scaled(MARK), area.height())
        self.icon("chevron-down" if opened else shut, "quiet", box)

    def icon(self, name: str, role: str, box: QRect) -> None:
        """Draw an icon in the middle of a box."""
        size = scaled(MARK)
        square = QRect(0, 0, size, size)
        square.moveCenter(self.mirrored(box).center())
        current_theme().icon(name, role).paint(self.painter, square)

    def box(self, box: QRect, *, checked: bool) -> None:
        """Draw a check box."""
        size = scaled(14)
        square = QRectF(0, 0, size, size)
        square.moveCenter(QRectF(self.mirrored(box)).center())
        square.translate(0.5 - square.left() % 1, 0.5 - square.top() % 1)
        self.painter.setPen(QPen(QColor(self.tokens.action if checked else self.tokens.edge)))
        self.painter.setBrush(QColor(self.tokens.action if checked else self.tokens.surface))
        self.painter.drawRoundedRect(square, 4, 4)
        if checked:
            inner = square.toRect().adjusted(1, 1, -1, -1)
            current_theme().icon("check", "on_action").paint(self.painter, inner)

    def ending(self, text: str, box: QRect) -> int:
        """Draw the quiet words at the end of a line and return how much room they take."""
        if not text:
            return scaled(SIDE)
        shown = font(FontRole.SECONDARY)
        shown.setFeature(QFont.Tag("tnum"), 1)
        width = QFontMetrics(shown).horizontalAdvance(text) + 1
        room = QRect(box.right() - scaled(SIDE) - width + 1, box.top(), width, box.height())
        self._draw(text, shown, self.tokens.quiet, room, trailing=True)
        return scaled(SIDE) + width + scaled(GAP)

    def words(
        self, text: str, role: FontRole, colour: str, start: int, end: int, box: QRect
    ) -> None:
        """Draw words from a start to the room that the end needs, elided where they are long."""
        shown = font(role)
        room = QRect(
            self.area.left() + start, box.top(), self.area.width() - start - end, box.height()
        )
        if room.width() > 0:
            elided = QFontMetrics(shown).elidedText(
                text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
            )
            self._draw(elided, shown, colour, room, trailing=False)

    def bar(self, box: QRect, fraction: float) -> None:
        """Draw a slim progress bar."""
        whole = QRectF(self.mirrored(box))
        contrast = self.tokens.contrast
        self.painter.setPen(QPen(QColor(self.tokens.ink)) if contrast else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.tokens.surface if contrast else self.tokens.hairline))
        self.painter.drawRoundedRect(whole, 3, 3)
        if fraction <= 0:
            return
        done = QRectF(whole)
        done.setWidth(max(float(BAR_HEIGHT), whole.width() * min(1.0, fraction)))
        if self._direction == Qt.LayoutDirection.RightToLeft:
            done.moveRight(whole.right())
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.tokens.action))
        self.painter.drawRoundedRect(done, 3, 3)

    def _draw(self, text: str, shown: QFont, colour: str, room: QRect, *, trailing: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if trailing else Qt.AlignmentFlag.AlignLeft
        side = QStyle.visualAlignment(self._direction, side) | Qt.AlignmentFlag.AlignAbsolute
        self.painter.setFont(shown)
        self.painter.setPen(QColor(colour))
        # Words run as their own letters do, whichever way the window is laid out.
        self.painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self.painter.drawText(self.mirrored(room), flags, text)
