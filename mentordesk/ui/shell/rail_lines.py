"""What the rail lists, and as a model for its view."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from mentordesk.domain.people import RailEntry, Section
from mentordesk.ui.context import Place
from mentordesk.ui.labels import label
from mentordesk.ui.words import plural, tr

LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class RailLine:
    """One line: a page with an icon, a caption, or a person with initials."""

    words: str
    place: Place | None = None
    icon: str = ""
    initials: str = ""
    count: int = 0
    dot: bool = False
    tip: str = ""
    is_caption: bool = False
    """Whether it names the lines below it; it may lead to a page about all of them."""


def rail_lines(
    entries: Sequence[RailEntry], needs: Mapping[UUID, int], *, with_plan: bool, today: int
) -> list[RailLine]:
    """Return the rail from top to bottom; a section appears with its first entry.

    Args:
        entries: the relationships in the order of their sections.
        needs: how many things need me, by relationship.
        with_plan: whether there is an own plan to show.
        today: how many things need me today in all.
    """
    lines = [RailLine(tr("Today"), Place("today"), "today", count=today)]
    if with_plan:
        lines.append(RailLine(tr("My plan"), Place("plan"), "plan"))
    lines.append(RailLine(tr("Meetings"), Place("meetings"), "meetings"))
    for part, members in groupby(entries, key=lambda entry: entry.section):
        if part is Section.ARCHIVE:
            lines.append(RailLine(tr("Archive"), Place("archive"), "archive"))
            continue
        lines.append(_caption(part))
        lines += [
            RailLine(
                entry.name,
                Place("relationship", entry.id),
                initials=entry.initials,
                dot=bool(needs.get(entry.id)),
            )
            for entry in members
        ]
    return lines


def only_seen(lines: Sequence[RailLine], is_hidden: Callable[[Place], bool]) -> list[RailLine]:
    """Return the lines whose places may be seen, and the captions over them, leading nowhere."""
    seen: list[RailLine] = []
    caption: RailLine | None = None
    for line in lines:
        if line.is_caption:
            caption = RailLine(line.words, is_caption=True)
        elif line.place is not None and not is_hidden(line.place):
            seen += [line] if caption is None else [caption, line]
            caption = None
    return seen


def _caption(part: Section) -> RailLine:
    if part is not Section.MENTEES:
        return RailLine(label(part), is_caption=True)
    tip = tr("Mentees side by side")
    return RailLine(label(part), Place("board"), "columns", tip=tip, is_caption=True)


class RailModel(QAbstractListModel):
    """The lines of the rail; captions can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[RailLine] = []

    @property
    def lines(self) -> Collection[RailLine]:
        """The lines from top to bottom."""
        return tuple(self._lines)

    def set_lines(self, lines: Sequence[RailLine]) -> None:
        """Show other lines."""
        if [line.place for line in lines] == [line.place for line in self._lines]:
            self._lines = list(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def index_of(self, place: Place) -> QModelIndex:
        """Return where a place stands, whatever its view; invalid if it is not listed."""
        for row, line in enumerate(self._lines):
            if line.place and (line.place.page, line.place.item) == (place.page, place.item):
                return self.index(row)
        return QModelIndex()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or line.words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return _told(line)
        return line if role == LINE else None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._lines[index.row()].place is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


def _told(line: RailLine) -> str:
    """Return what a screen reader adds to the words of a line."""
    if line.tip:
        return line.tip
    if line.count:
        return plural(line.count, "{count} thing", "{count} things")
    return tr("Something needs you") if line.dot else ""
