"""One row of a card: something leading, two lines of words, buttons trailing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.buttons import TitleButton
from mentordesk.ui.widgets.labels import ElidedLabel
from mentordesk.ui.widgets.marks import IconLabel

_LEADING_WIDTH = 24
_ROW_HEIGHT = 48
_SIDE, _TOP, _GAP, _INSET = 16, 10, 8, 4
# With less room than this many letters, buttons move below the words.
_ROOM_FOR_WORDS = 30
_LEAST_ROOM_FOR_WORDS = 8

_FONTS = {QEvent.Type.FontChange, QEvent.Type.StyleChange}
_LAID_OUT_ANEW = {QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange, *_FONTS}


class TwoLines(QWidget):
    """A line and a quieter one below it."""

    def __init__(
        self, first: str, second: str = "", *, role: FontRole = FontRole.MEDIUM, width: int = 0
    ) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.first = ElidedLabel(first, role=role)
        self.first.setContentsMargins(0, 2, 0, 2)
        self.second = ElidedLabel(second, tone="quiet")
        self._layout.addWidget(self.first)
        self._layout.addWidget(self.second)
        self.second.setVisible(bool(second))
        if width:
            self.setMinimumWidth(scaled(width))
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)


class Row(QFrame):
    """Something leading, a title over secondary text, buttons trailing or, if narrow, below.

    The row places its three parts itself: a layout could not tell the height that it will need
    once the buttons have moved below the words.
    """

    opened = Signal()

    def __init__(
        self,
        title: str,
        secondary: str = "",
        *,
        leading: QWidget | None = None,
        trailing: Sequence[QWidget] = (),
        opens: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("look", "plain")
        self._opens = opens
        self._heights: dict[int, int] = {}
        self._hints = (QSize(), QSize())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._leading = leading
        if leading is not None:
            leading.setParent(self)
            if isinstance(leading, QCheckBox | IconLabel):
                leading.setFixedSize(scaled(_LEADING_WIDTH), scaled(_LEADING_WIDTH))
        self._words = self._two_lines(title, secondary, name)
        self._trailing = _tray(trailing, self) if trailing else None

    def _two_lines(self, title: str, secondary: str, name: str) -> QWidget:
        holder = QWidget(self)
        words = QVBoxLayout(holder)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        if self._opens:
            button = TitleButton(title, name=name)
            button.clicked.connect(self.opened)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            label = ElidedLabel(title, role=FontRole.MEDIUM)
            # As much room around the words as a title that opens keeps for its focus ring.
            label.setContentsMargins(_INSET, 2, _INSET, 2)
            words.addWidget(label)
        if secondary:
            second = ElidedLabel(secondary, tone="quiet")
            second.setContentsMargins(_INSET, 0, _INSET, 0)
            words.addWidget(second)
        return holder

    @override
    def sizeHint(self) -> QSize:
        width = self._before_words() + self._words.sizeHint().width() + self._after_words()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * _LEAST_ROOM_FOR_WORDS
        trailing = _size(self._trailing).width()
        width = self._before_words() + max(least, trailing) + _SIDE
        return QSize(width, scaled(_ROW_HEIGHT))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        # A card asks each row again for every other one that was laid out.
        if width not in self._heights:
            self._heights[width] = self._height_for(width)
        return self._heights[width]

    def _height_for(self, width: int) -> int:
        first = max(_size(self._leading).height(), _size(self._words).height())
        buttons = _size(self._trailing).height()
        inside = first + _GAP + buttons if self._stacks(width) else max(first, buttons)
        return max(scaled(_ROW_HEIGHT), inside + 2 * _TOP + 1)

    def _before_words(self) -> int:
        return _SIDE if self._leading is None else _SIDE + _size(self._leading).width() + _GAP

    def _after_words(self) -> int:
        if self._trailing is None:
            return _SIDE
        return _size(self._trailing).width() + _GAP + _SIDE

    def _stacks(self, width: int) -> bool:
        """Say whether the buttons go below the words at this width."""
        room = self.fontMetrics().averageCharWidth() * _ROOM_FOR_WORDS
        wanted = self._before_words() + room + self._after_words()
        return self._trailing is not None and width < wanted

    def _place(self) -> None:
        stacked = self._stacks(self.width())
        start, buttons = self._before_words(), _size(self._trailing).height()
        height = self.height() - (_GAP + buttons if stacked else 0)
        end = self.width() - (_SIDE if stacked else self._after_words())
        if self._leading is not None:
            self._put(self._leading, _SIDE, start - _SIDE - _GAP, height)
        self._put(self._words, start, end - start, height)
        if self._trailing is not None:
            width = _size(self._trailing).width()
            place = QRect(self.width() - _SIDE - width, (height - buttons) // 2, width, buttons)
            if stacked:
                place.moveTo(start + _INSET, self.height() - _TOP - buttons)
            self._trailing.setGeometry(self._mirrored(place))

    def _put(self, part: QWidget, start: int, width: int, height: int) -> None:
        """Place a part in the middle of the first line of the row."""
        own = _size(part).height()
        part.setGeometry(self._mirrored(QRect(start, (height - own) // 2, width, own)))

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in _LAID_OUT_ANEW:
            self._heights.clear()
            if event.type() not in _FONTS:
                self._place()
            hints = (self.sizeHint(), self.minimumSizeHint())
            if hints != self._hints:
                self._hints = hints
                self.updateGeometry()
        return super().event(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._opens and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
            return
        super().mouseReleaseEvent(event)


def _size(part: QWidget | None) -> QSize:
    """Return the size a layout would give, fixed and least sizes respected."""
    if part is None:
        return QSize(0, 0)
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())


def _tray(widgets: Sequence[QWidget], parent: QWidget) -> QWidget:
    tray = QWidget(parent)
    layout = QHBoxLayout(tray)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for widget in widgets:
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return tray
