"""Draw the lines of a list of meetings."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.meetings import MeetingLine
from mentordesk.ui.pages.meetings.lines import ListLine, MeetingModel
from mentordesk.ui.pages.meetings.said import ListSaid
from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.painted_line import PaintedLine
from mentordesk.ui.words import tr

_HEADING, _MEETING = 40, 56
_SIDE, _GAP, _ICON = 16, 16, 20
_WHEN, _LENGTH, _STATUS = 116, 80, 148
_FIRST, _LINE = 9, 20
# With less room than this there are no columns: their words go into the second line.
_ROOM_FOR_COLUMNS = 640
_OVER = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MISSED})


class MeetingDelegate(QStyledItemDelegate):
    """Paints a heading, or a meeting with its day, people, length and status."""

    def __init__(self, said: Callable[[], ListSaid], parent: QObject) -> None:
        super().__init__(parent)
        self._said = said

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = _line(index)
        return QSize(0, scaled(_MEETING if line and line.meeting else _HEADING))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = _line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painted = PaintedLine(painter, option)
        if line.meeting is None:
            self._paint_heading(painted, line.heading, first=index.row() == 0)
        else:
            self._paint_meeting(painted, line.meeting)
        painter.restore()

    def _paint_heading(self, painted: PaintedLine, heading: str, *, first: bool) -> None:
        if not first:
            painted.rule(painted.area.top(), "hairline")
        box = painted.area.adjusted(scaled(_SIDE), scaled(10), -scaled(_SIDE), 0)
        painted.words(heading, box, FontRole.CAPS, "quiet")

    def _paint_meeting(self, painted: PaintedLine, meeting: MeetingLine) -> None:
        said, area = self._said(), painted.area
        painted.ground(rule=True)
        wide = area.width() >= scaled(_ROOM_FOR_COLUMNS)
        ink = "quiet" if meeting.status in _OVER else "ink"
        start = area.left() + scaled(_SIDE)
        self._two_lines(painted, start, scaled(_WHEN), said.day(meeting), said.hours(meeting), ink)
        start += scaled(_WHEN + _GAP)
        end = area.right() - scaled(_SIDE)
        icon, status = said.status(meeting)
        ground = said.ground(meeting)
        if wide:
            end = self._columns(painted, end, (icon, status), said.length(meeting))
        else:
            lead = tr("{status}, {length}", status=status, length=said.length(meeting))
            ground = f"{lead} · {ground}" if ground else lead
        self._two_lines(painted, start, end - start, said.title(meeting), ground, ink)

    def _columns(self, painted: PaintedLine, end: int, status: tuple[str, str], length: str) -> int:
        """Draw length and status at the end and return where the room before them ends."""
        area = painted.area
        start = end - scaled(_STATUS)
        icon = QRect(start, area.top(), scaled(_ICON), area.height())
        painted.icon(status[0], "quiet", icon)
        words = QRect(icon.right() + scaled(4), area.top(), end - icon.right(), area.height())
        painted.words(status[1], words, FontRole.BODY, "quiet")
        start -= scaled(_GAP + _LENGTH)
        room = QRect(start, area.top(), scaled(_LENGTH), area.height())
        painted.words(length, room, FontRole.BODY, "quiet", trailing=True)
        return start - scaled(_GAP)

    def _two_lines(
        self, painted: PaintedLine, start: int, width: int, first: str, second: str, ink: str
    ) -> None:
        top, height = painted.area.top() + scaled(_FIRST), scaled(_LINE)
        painted.words(first, QRect(start, top, width, height), FontRole.MEDIUM, ink)
        below = QRect(start, top + height - 1, width, height)
        painted.words(second, below, FontRole.BODY, "quiet")


def _line(index: QModelIndex | QPersistentModelIndex) -> ListLine | None:
    model = index.model()
    return model.row_at(index) if isinstance(model, MeetingModel) else None
