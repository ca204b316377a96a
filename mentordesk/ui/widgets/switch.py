"""The switch between the views of a page: underlined tabs or segments."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget
from typing_extensions import override

from mentordesk.ui.theme import FontRole, Tokens, current_theme, font

_PADDING = 12
# Just room for the focus ring, so that the first tab stands flush with the page.
_INSET = 4
_GAP = 20
_TAB_HEIGHT = 20
_SEGMENT_HEIGHT = 32


class SwitchLook(StrEnum):
    """Underlined tabs for the parts of a page, segments for views of the same things."""

    TABS = "tabs"
    SEGMENTS = "segments"


class ViewSwitch(QTabBar):
    """Tabs that we draw ourselves; the arrow keys move between them."""

    view_chosen = Signal(int)

    def __init__(
        self,
        labels: Sequence[str],
        *,
        look: SwitchLook = SwitchLook.TABS,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(font(FontRole.STRONG))
        for label in labels:
            self.addTab(label)
        vertical = QSizePolicy.Policy.Fixed
        expands = look is SwitchLook.TABS
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if expands else QSizePolicy.Policy.Maximum, vertical
        )
        self.currentChanged.connect(self.view_chosen)

    def choose(self, index: int) -> None:
        """Show a view as chosen without saying that the person chose it."""
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
        self.update()

    @override
    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(font(FontRole.STRONG))
        width = metrics.horizontalAdvance(self._text(index))
        if self._look is SwitchLook.TABS:
            return QSize(width + _INSET + _GAP, max(_TAB_HEIGHT, metrics.height()) + 16)
        return QSize(width + 2 * _PADDING + 4, max(_SEGMENT_HEIGHT, metrics.height() + 12))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(font(FontRole.STRONG))
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._look is SwitchLook.TABS:
            painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(tokens.hairline))
        for index in range(self.count()):
            area = self.tabRect(index)
            hovered = self.underMouse() and area.contains(self.mapFromGlobal(self.cursor().pos()))
            if self._look is SwitchLook.TABS:
                self._paint_tab(painter, index, area, tokens, hovered=hovered)
            else:
                self._paint_segment(painter, index, area, tokens, hovered=hovered)

    def _paint_tab(
        self, painter: QPainter, index: int, area: QRect, tokens: Tokens, *, hovered: bool
    ) -> None:
        chosen = index == self.currentIndex()
        painter.setFont(font(FontRole.STRONG if chosen else FontRole.BODY))
        painter.setPen(QColor(tokens.ink if chosen or hovered else tokens.quiet))
        box = self._text_box(area)
        painter.drawText(box.adjusted(0, 0, 0, -4), Qt.AlignmentFlag.AlignCenter, self._text(index))
        if chosen:
            painter.fillRect(box.adjusted(0, box.height() - 2, 0, 0), QColor(tokens.action))
            if self.hasFocus():
                ring = QRectF(box).adjusted(1 - _INSET, 2, _INSET - 1, -6)
                self._paint_ring(painter, ring, tokens)

    def _text_box(self, area: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return area.adjusted(_GAP, 0, -_INSET, 0)
        return area.adjusted(_INSET, 0, -_GAP, 0)

    def _paint_segment(
        self, painter: QPainter, index: int, area: QRect, tokens: Tokens, *, hovered: bool
    ) -> None:
        chosen = index == self.currentIndex()
        box = QRectF(area).adjusted(2.5, 0.5, -2.5, -0.5)
        if chosen:
            painter.setPen(QPen(QColor(tokens.edge)))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box, 6, 6)
        elif hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font(FontRole.MEDIUM))
        painter.setPen(QColor(tokens.ink if chosen else tokens.action))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text(index))
        if chosen and self.hasFocus():
            self._paint_ring(painter, QRectF(area).adjusted(3, 1, -3, -1), tokens)

    def _paint_ring(self, painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)

    def _text(self, index: int) -> str:
        return self.tabText(index).replace("&&", "\0").replace("&", "").replace("\0", "&")
