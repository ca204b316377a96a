"""Lines to choose or to read: commands with their keys, finds, and the captions above them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from mentordesk.ui.theme import FontRole, current_theme, font, scaled

ENTRY = Qt.ItemDataRole.UserRole
_LINE, _CAPTION, _SIDE, _GAP, _ICON = 34, 30, 12, 8, 18
_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Entry:
    """One line: a caption, or something with what it does.

    Attributes:
        keys: a shortcut as the table of actions writes it; shown as this system does.
        detail: quieter words behind the first.
    """

    words: str
    detail: str = ""
    keys: str = ""
    icon: str = ""
    run: Callable[[], object] | None = None
    is_caption: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ", ".join(part for part in (self.words, self.detail, said_keys(self.keys)) if part)


def said_keys(keys: str) -> str:
    """Return a shortcut as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


class EntryModel(QAbstractListModel):
    """Entries in their order; captions can be seen but not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entries(self) -> list[Entry]:
        """Return what is shown."""
        return list(self._entries)

    def entry(self, row: int) -> Entry | None:
        """Return an entry by its row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def next_row(self, row: int, by: int) -> int:
        """Return the row of the entry before or behind one, round the ends; -1 if there is none."""
        count = len(self._entries)
        for step in range(1, count + 1):
            there = (row + by * step) % count
            if not self._entries[there].is_caption:
                return there
        return -1

    @override
    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        return entry if role == ENTRY else None

    @override
    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        entry = self.entry(index.row())
        if entry is None or entry.is_caption:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


class EntryDelegate(QStyledItemDelegate):
    """Draws icon and words at the leading side, the keys at the trailing one."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        least = scaled(_CAPTION if entry.is_caption else _LINE)
        return QSize(0, max(least, option.fontMetrics.height() + 10))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        entry: Entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if entry.is_caption:
            painter.setFont(font(FontRole.CAPS))
            painter.setPen(QColor(current_theme().tokens.quiet))
            self._write(painter, option, box.adjusted(0, 6, 0, 0), entry.words)
        else:
            self._paint_ground(painter, option)
            self._paint_entry(painter, option, box, entry)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens = current_theme().tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not chosen and not hovered:
            return
        ground = QColor(tokens.accent_soft)
        ground.setAlphaF(1.0 if chosen else 0.5)
        framed = chosen and tokens.contrast
        painter.setPen(QPen(QColor(tokens.accent), 2) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6)

    def _paint_entry(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, entry: Entry
    ) -> None:
        theme, size = current_theme(), scaled(_ICON)
        start = 0
        if entry.icon:
            mark = QRect(box.left(), box.center().y() - size // 2 + 1, size, size)
            mark = QStyle.visualRect(option.direction, box, mark)
            theme.icon(entry.icon, "quiet").paint(painter, mark)
            start = size + _GAP
        end = self._paint_keys(painter, option, box, entry.keys)
        words = box.adjusted(start, 0, -end, 0)
        painter.setFont(font(FontRole.BODY))
        painter.setPen(QColor(theme.tokens.ink))
        room = QStyle.visualRect(option.direction, box, words)
        used = self._write(painter, option, room, entry.words)
        if entry.detail and used + _GAP < words.width():
            rest = words.adjusted(used + _GAP, 0, 0, 0)
            painter.setPen(QColor(theme.tokens.quiet))
            room = QStyle.visualRect(option.direction, box, rest)
            self._write(painter, option, room, entry.detail)

    def _paint_keys(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, keys: str
    ) -> int:
        """Draw the keys in a frame and return how much room they took."""
        if not keys:
            return 0
        tokens = current_theme().tokens
        painter.setFont(font(FontRole.SECONDARY))
        shown = said_keys(keys)
        width = painter.fontMetrics().horizontalAdvance(shown) + 14
        height = painter.fontMetrics().height() + 6
        frame = QRect(box.right() - width, box.center().y() - height // 2 + 1, width, height)
        frame = QStyle.visualRect(option.direction, box, frame)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QColor(tokens.ink if tokens.contrast else tokens.hairline))
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, shown)
        return width + _GAP

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, words: str
    ) -> int:
        """Write a line where there is room, and return how much it took."""
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, leading | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)
