"""Draw the lines of a plan: heads, goals with their progress, milestones, actions."""

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
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from mentordesk.domain.goals import GoalNode, MilestoneRow
from mentordesk.ui.pages.plan.said import Said
from mentordesk.ui.pages.plan.tree_items import GroupRow, Kind, TreeItem, is_done
from mentordesk.ui.pages.plan.tree_line import BAR_HEIGHT, GAP, MARK, SIDE, Line
from mentordesk.ui.pages.plan.tree_model import PlanModel
from mentordesk.ui.theme import FontRole, current_theme, scaled

_FOLD = 12
_DEPTH = 24
_HEIGHTS = {Kind.GROUP: 36, Kind.GOAL: 52, Kind.MILESTONE: 30, Kind.ACTION: 30}


class PlanDelegate(QStyledItemDelegate):
    """Paints a line and takes the clicks on its fold and its mark."""

    def __init__(self, model: PlanModel, said: Said) -> None:
        super().__init__(model)
        self._model, self._said = model, said

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        item = self._model.item(index)
        return QSize(0, scaled(_HEIGHTS[item.kind]) if item else 0)

    def fold_box(self, area: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Return where the fold of a goal's or a head's line is clicked."""
        return QStyle.visualRect(
            direction, area, QRect(area.left(), area.top(), scaled(SIDE + _FOLD), area.height())
        )

    def _indent(self, item: TreeItem, index: QModelIndex | QPersistentModelIndex) -> int:
        if item.kind is Kind.GROUP:
            return scaled(SIDE)
        deeper = item.kind is Kind.ACTION and self._under_milestone(index)
        steps = 0 if item.kind is Kind.GOAL else 1 + deeper
        return scaled(SIDE + _FOLD + 4) + steps * scaled(_DEPTH) - (steps > 0) * scaled(GAP)

    def _under_milestone(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        above = self._model.item(index.parent())
        return above is not None and above.kind is Kind.MILESTONE

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = self._model.item(index)
        if item is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = Line(painter, option, current_theme().tokens)
        line.ground(rule=item.kind is Kind.GOAL or self._is_later_head(item, index))
        opened = bool(option.state & QStyle.StateFlag.State_Open)
        folds = self._model.rowCount(index) > 0
        start = self._indent(item, index)
        if isinstance(item.row, GroupRow):
            self._paint_head(line, item.row, opened=opened)
        elif isinstance(item.row, GoalNode):
            self._paint_goal(line, item.row, start, fold=opened if folds else None)
        else:
            self._paint_part(line, item, start)
        painter.restore()

    def _is_later_head(self, item: TreeItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        return item.kind is Kind.GROUP and index.row() > 0

    def _paint_head(self, line: Line, row: GroupRow, *, opened: bool) -> None:
        foldable = row.horizon is None
        if foldable:
            line.fold(scaled(SIDE) - 4, opened=opened)
        start = scaled(SIDE + _FOLD + 4) if foldable else scaled(SIDE)
        end = line.ending(self._said.ending(row), line.area)
        line.words(self._said.title(row), FontRole.CAPS, line.tokens.quiet, start, end, line.area)

    def _paint_goal(self, line: Line, goal: GoalNode, start: int, *, fold: bool | None) -> None:
        tokens = line.tokens
        top, height = scaled(10), scaled(20)
        words = QRect(line.area.left(), line.area.top() + top, line.area.width(), height)
        if fold is not None:
            line.fold(scaled(SIDE) - 4, opened=fold, area=words)
        end = line.ending(self._said.ending(goal), words)
        ink = tokens.ink if goal.is_open else tokens.quiet
        line.words(goal.title, FontRole.MEDIUM, ink, start, end, words)
        bar = QRect(line.area.left() + start, line.area.top() + scaled(36), 0, BAR_HEIGHT)
        bar.setRight(line.area.right() - scaled(SIDE))
        line.bar(bar, goal.fraction)

    def _paint_part(self, line: Line, item: TreeItem, start: int) -> None:
        tokens, row = line.tokens, item.row
        done = is_done(row)
        mark = QRect(line.area.left() + start, line.area.top(), scaled(MARK), line.area.height())
        if isinstance(row, MilestoneRow):
            line.icon("milestone-done" if done else "milestone", "good" if done else "edge", mark)
        else:
            line.box(mark, checked=getattr(row, "done", None) is not None)
        end = line.ending(self._said.ending(row), line.area)
        ink = tokens.quiet if done else tokens.ink
        title = start + scaled(MARK + GAP)
        line.words(self._said.title(row), FontRole.BODY, ink, title, end, line.area)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        item = self._model.item(index)
        if item is None or item.kind not in {Kind.MILESTONE, Kind.ACTION}:
            return False
        if not self._toggles(event, option, item, index):
            return False
        shall = Qt.CheckState.Unchecked if is_done(item.row) else Qt.CheckState.Checked
        return model.setData(index, shall, Qt.ItemDataRole.CheckStateRole)

    def _toggles(
        self,
        event: QEvent,
        option: QStyleOptionViewItem,
        item: TreeItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        start = option.rect.left() + self._indent(item, index)
        box = QRect(start, option.rect.top(), scaled(MARK), option.rect.height())
        box = QStyle.visualRect(option.direction, option.rect, box.adjusted(-6, 0, 6, 0))
        return event.button() == Qt.MouseButton.LeftButton and box.contains(
            event.position().toPoint()
        )
