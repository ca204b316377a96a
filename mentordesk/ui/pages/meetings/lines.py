"""The lines of a list of meetings: headings, and the meetings under them, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from mentordesk.domain.dates_said import LONG_MONTHS, month_and_year
from mentordesk.domain.meetings import MeetingLine
from mentordesk.ui.meeting_said import day_there
from mentordesk.ui.widgets.rows import Column, RowModel
from mentordesk.ui.words import tr

Fetch = Callable[[int, int], Sequence[MeetingLine]]
"""Returns the meetings after so many others, at most so many."""


@dataclass(frozen=True)
class ListLine:
    """A heading or a meeting.

    Attributes:
        id: the meeting's, or the heading's own words.
    """

    id: object
    heading: str = ""
    meeting: MeetingLine | None = None


class HeadedPages:
    """Puts headings between meetings that come in pages."""

    def __init__(self, fetch: Fetch, heading: Callable[[MeetingLine], str]) -> None:
        self._fetch = fetch
        self._heading = heading
        self._given = 0
        self._taken = 0
        self._last = ""

    def page(self, offset: int, limit: int) -> list[ListLine]:
        """Return at most so many lines; pages are asked for in order, or from the start again."""
        if offset != self._given:
            offset = 0
        if not offset:
            self._given, self._taken, self._last = 0, 0, ""
        lines: list[ListLine] = []
        for meeting in self._fetch(self._taken, limit):
            heading = self._heading(meeting)
            if heading != self._last:
                self._last = heading
                lines.append(ListLine(heading, heading))
            if len(lines) == limit:
                break
            lines.append(ListLine(meeting.id, meeting=meeting))
            self._taken += 1
            if len(lines) == limit:
                break
        self._given += len(lines)
        return lines


def heading_of(meeting: MeetingLine, today: date, zone: str, *, by_year: bool = False) -> str:
    """Return the heading that a meeting stands under: ahead, or its month, or its year.

    With one person there is about one meeting a month: headings by month would say nothing.
    """
    day = day_there(meeting.start, zone)
    if day >= today:
        return tr("From today on")
    if by_year and day.year == today.year:
        return tr("Earlier in {year}", year=day.year)
    if by_year:
        return str(day.year)
    if (day.year, day.month) == (today.year, today.month):
        return tr("Earlier in {month}", month=tr(LONG_MONTHS[day.month - 1]))
    return month_and_year(day, tr)


class MeetingModel(RowModel[ListLine]):
    """Meetings in one column; headings can be seen but not chosen."""

    def __init__(self, pages: HeadedPages, told: Callable[[MeetingLine], str]) -> None:
        column = Column[ListLine](
            "",
            text=lambda line: line.meeting.name if line.meeting else line.heading,
            tooltip=lambda line: _tip(line.meeting, told) if line.meeting else "",
            told=lambda line: told(line.meeting) if line.meeting else "",
        )
        super().__init__([column], page=pages.page)

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        line = self.row_at(index)
        if line is None or line.meeting is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _tip(meeting: MeetingLine, told: Callable[[MeetingLine], str]) -> str:
    return f"{meeting.name}, {told(meeting)}"
