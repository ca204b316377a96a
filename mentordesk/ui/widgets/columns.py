"""The columns of a table: functions from a frozen row to what a cell says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt

from mentordesk.ui.theme import current_theme


class HasId(Protocol):
    """A frozen row that knows which item it stands for."""

    @property
    def id(self) -> object:
        """What stays the same while the row changes."""
        ...


RowT = TypeVar("RowT", bound=HasId)


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column: what it is called and how a row becomes its text."""

    title: str
    text: Callable[[RowT], str]
    tooltip: Callable[[RowT], str] | None = None
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading
    sort_key: Callable[[RowT], Any] | None = None
    icon: Callable[[RowT], tuple[str, str] | None] | None = None
    told: Callable[[RowT], str] | None = None
    """What a screen reader says of the row after its text; the column's title if none is given."""


def cell(column: Column[RowT], row: RowT, role: int) -> object:
    """Return what one cell says in one role."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column.text(row)
    if role == Qt.ItemDataRole.ToolTipRole:
        return column.tooltip(row) if column.tooltip else column.text(row)
    if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        return _told(column, row, role)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return column.align | Qt.AlignmentFlag.AlignVCenter
    if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
        named = column.icon(row)
        return current_theme().icon(*named) if named is not None else None
    return None


def _told(column: Column[RowT], row: RowT, role: int) -> str:
    """Return what a screen reader says: the cell, and then what there is to it."""
    text = column.text(row)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return text
    if column.told is not None:
        return column.told(row)
    return column.title if text else ""
