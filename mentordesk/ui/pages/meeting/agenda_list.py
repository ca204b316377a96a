"""The list of an agenda: drag or Alt+arrows to reorder, Space when talked about, F2 to write."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from mentordesk.domain.agenda import AgendaRow
from mentordesk.ui.pages.meeting.agenda_model import AgendaModel, written
from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.painted_line import PaintedLine, number_width
from mentordesk.ui.words import tr

_HEIGHT, _SIDE, _MARK, _GAP = 38, 16, 16, 10
_FRAME, _SHARED = 2, 14


class AgendaDelegate(QStyledItemDelegate):
    """Paints number or tick, title, who sees it, and minutes; takes the click on the tick."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, scaled(_HEIGHT))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = _row(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = PaintedLine(painter, option)
        line.ground(rule=index.row() > 0)
        area = option.rect
        mark = _mark(area)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.done or hovered:
            line.check_box(mark, checked=row.done)
        else:
            line.words(str(index.row() + 1), mark, FontRole.BODY, "quiet")
        end = area.right() - scaled(_SIDE)
        if row.minutes is not None:
            minutes = str(row.minutes)
            width = number_width(minutes, FontRole.BODY)
            box = QRect(end - width, area.top(), width, area.height())
            line.words(minutes, box, FontRole.BODY, "quiet", trailing=True)
            end -= width + scaled(_GAP)
        if row.shared:
            end -= scaled(_SHARED)
            line.icon("people", "quiet", QRect(end, area.top(), scaled(_SHARED), area.height()))
            end -= scaled(_GAP)
        start = mark.right() + scaled(_GAP)
        box = QRect(start, area.top(), end - start, area.height())
        line.words(row.title, box, FontRole.MEDIUM, "quiet" if row.done else "ink")
        painter.restore()

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("Agenda item and its minutes"))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        row = _row(index)
        if isinstance(editor, QLineEdit) and row is not None and not editor.isModified():
            editor.setText(written(row))
            editor.selectAll()

    @override
    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        elif isinstance(event, QMouseEvent):
            box = _mark(option.rect).adjusted(-8, 0, 4, 0)
            box = QStyle.visualRect(option.direction, option.rect, box)
            released = event.type() == QEvent.Type.MouseButtonRelease
            left = event.button() == Qt.MouseButton.LeftButton
            pressed = released and left and box.contains(event.position().toPoint())
        else:
            pressed = False
        return pressed and model.setData(index, None, Qt.ItemDataRole.CheckStateRole)


class AgendaList(QListView):
    """As high as its items, so that the page scrolls and not the list."""

    def __init__(self, model: AgendaModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(AgendaDelegate(self))
        self.setAccessibleName(tr("Agenda"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._fit)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(200), self._model.rowCount() * scaled(_HEIGHT) + 2 * _FRAME)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(160), self.sizeHint().height())

    def move_chosen(self, steps: int) -> None:
        """Move the chosen item earlier or later."""
        self._model.shift(self.currentIndex(), steps)

    def write_chosen(self) -> None:
        """Open the chosen item for writing."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def _fit(self) -> None:
        self.setVisible(self._model.rowCount() > 0)
        self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)


def _row(index: QModelIndex | QPersistentModelIndex) -> AgendaRow | None:
    model = index.model()
    return model.row_of(index) if isinstance(model, AgendaModel) else None


def _mark(area: QRect) -> QRect:
    return QRect(area.left() + scaled(_SIDE), area.top(), scaled(_MARK), area.height())
