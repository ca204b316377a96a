"""The rail: where one can go, the people by role, and the file at its foot."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mentordesk.ui.context import Place
from mentordesk.ui.shell.rail_foot import RailFoot
from mentordesk.ui.shell.rail_lines import LINE, RailLine, RailModel
from mentordesk.ui.theme import FontRole, current_theme, font, scaled
from mentordesk.ui.widgets.labels import ElidedLabel
from mentordesk.ui.widgets.marks import Divider, IconLabel
from mentordesk.ui.words import tr

WIDE, NARROW = 216, 56
_LINE, _CAPTION = 32, 38
_ICON = 20


class Rail(QWidget):
    """The list of places, one Tab stop, under the program's name and over the file's."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = RailModel(self)
        self._narrow = False
        self._name = ElidedLabel("MentorDesk", role=FontRole.STRONG)
        self.view = _RailView(self.model)
        self.view.place_chosen.connect(self.place_chosen)
        self.foot = RailFoot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 14, 8, 12)
        layout.setSpacing(12)
        layout.addWidget(self._brand())
        layout.addWidget(self.view, 1)
        layout.addWidget(Divider())
        layout.addWidget(self.foot)
        self.set_narrow(narrow=False)

    def set_lines(self, lines: Sequence[RailLine], here: Place | None) -> None:
        """Show the lines, with the present place marked."""
        self.model.set_lines(lines)
        if here is not None:
            self.mark(here)

    def mark(self, place: Place) -> None:
        """Mark a place as the present one, without going there."""
        index = self.model.index_of(place)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone where the window is narrow."""
        self._narrow = narrow
        self.setFixedWidth(scaled(NARROW if narrow else WIDE))
        self._name.setVisible(not narrow)
        self.foot.set_narrow(narrow=narrow)
        self.view.set_narrow(narrow=narrow)

    def _brand(self) -> QWidget:
        brand = QWidget()
        layout = QHBoxLayout(brand)
        layout.setContentsMargins(8, 0, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(IconLabel("logo", role="action"))
        layout.addWidget(self._name, 1)
        return brand


class _RailView(QListView):
    """Arrow keys move and go; the mouse goes with one click."""

    place_chosen = Signal(object)

    def __init__(self, model: RailModel) -> None:
        super().__init__()
        self.setAccessibleName(tr("Places"))
        self.setModel(model)
        self.setProperty("look", "rail")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._delegate = _RailDelegate(self)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)

    def set_narrow(self, *, narrow: bool) -> None:
        """Draw icons alone."""
        self._delegate.narrow = narrow
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _go(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, RailLine) and line.place is not None:
            self.place_chosen.emit(line.place)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():  # a page that is not here: the keyboard begins above
            top = self.model().index(0, 0)
            self.selectionModel().setCurrentIndex(top, QItemSelectionModel.SelectionFlag.NoUpdate)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)


class _RailDelegate(QStyledItemDelegate):
    """Draws a line of the rail."""

    narrow = False

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: RailLine = index.data(LINE)
        if line.is_caption:
            low = self.narrow and line.place is None
            return QSize(0, scaled(16 if low else _CAPTION))
        return QSize(0, max(scaled(_LINE), option.fontMetrics.height() + 8))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: RailLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_caption:
            self._paint_caption(painter, option, line)
        else:
            self._paint_ground(painter, option)
            self._paint_line(painter, option, line)
        painter.restore()

    def _paint_caption(
        self, painter: QPainter, option: QStyleOptionViewItem, line: RailLine
    ) -> None:
        tokens = current_theme().tokens
        if line.place is not None:
            self._paint_way(painter, option, line)
        if self.narrow and line.place is not None:
            return
        if self.narrow:
            painter.setPen(QColor(tokens.hairline))
            middle = option.rect.center().y()
            painter.drawLine(option.rect.left() + 8, middle, option.rect.right() - 8, middle)
            return
        painter.setFont(font(FontRole.CAPS))
        painter.setPen(QColor(tokens.quiet))
        box = option.rect.adjusted(8, 8, -8, 0)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, line.words
        )

    def _paint_way(self, painter: QPainter, option: QStyleOptionViewItem, line: RailLine) -> None:
        """Draw at the end of a caption where it leads."""
        area = option.rect.adjusted(0, 4, 0, 0)
        size = scaled(_ICON)
        mark = QRect(0, 0, size, size)
        mark.moveCenter(area.center())
        if not self.narrow:
            mark.moveRight(area.right() - 6)
            mark = QStyle.visualRect(option.direction, area, mark)
        self._paint_ground(painter, option, mark.adjusted(-5, -5, 5, 5))
        current_theme().icon(line.icon, "ink").paint(painter, mark.adjusted(1, 1, -1, -1))

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect | None = None
    ) -> None:
        tokens = current_theme().tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = QRectF(area or option.rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            ground = QColor(tokens.accent_soft)
            ground.setAlphaF(1.0 if chosen else 0.5)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 6, 6)
        if focused or (chosen and tokens.contrast):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent if focused else tokens.ink), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: RailLine) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        size = scaled(_ICON)
        box = option.rect.adjusted(8, 0, -8, 0)
        mark = QRect(0, 0, size, size)
        mark.moveCenter(box.center())
        if not self.narrow:
            mark.moveLeft(box.left())
        mark = QStyle.visualRect(option.direction, box, mark)
        self._paint_mark(painter, mark, line)
        if self.narrow:
            if line.dot:
                _paint_dot(painter, mark.right(), mark.top())
            return
        words = box.adjusted(size + 8, 0, -20, 0)
        words = QStyle.visualRect(option.direction, box, words)
        painter.setFont(font(FontRole.STRONG if chosen else FontRole.BODY))
        painter.setPen(QColor(current_theme().tokens.ink))
        shown = painter.fontMetrics().elidedText(
            line.words, Qt.TextElideMode.ElideRight, words.width()
        )
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(words, leading | Qt.AlignmentFlag.AlignVCenter, shown)
        self._paint_end(painter, option, line, box)

    def _paint_mark(self, painter: QPainter, mark: QRect, line: RailLine) -> None:
        theme = current_theme()
        if line.icon:
            theme.icon(line.icon, "ink").paint(painter, mark)
            return
        painter.setPen(QColor(theme.tokens.ink) if theme.tokens.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.accent_soft))
        painter.drawEllipse(QRectF(mark).adjusted(-1, -1, 1, 1))
        small = font(FontRole.STRONG)
        small.setPixelSize(max(8, round(mark.height() * 0.45)))
        painter.setFont(small)
        painter.setPen(QColor(theme.tokens.action))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, line.initials)

    def _paint_end(
        self, painter: QPainter, option: QStyleOptionViewItem, line: RailLine, box: QRect
    ) -> None:
        if line.dot:
            at = QStyle.visualPos(option.direction, box, box.center())
            end = box.right() - 4 if option.direction == Qt.LayoutDirection.LeftToRight else 0
            _paint_dot(painter, end or box.left() + 4, at.y())
        elif line.count:
            trailing = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight)
            painter.setFont(font(FontRole.SECONDARY))
            painter.setPen(QColor(current_theme().tokens.quiet))
            painter.drawText(box, trailing | Qt.AlignmentFlag.AlignVCenter, str(line.count))


def _paint_dot(painter: QPainter, x: int, y: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current_theme().tokens.action))
    painter.drawEllipse(QRectF(x - 3, y - 3, 6, 6))
