"""The rows of the stream as an item model: what is shown of each, and what is told."""

from datetime import date

from PySide6.QtCore import QModelIndex
from typing_extensions import override

from mentordesk.domain.dates_said import exact_date
from mentordesk.domain.stream import StreamRow
from mentordesk.ui.pages.relationship.stream_said import day_said, said
from mentordesk.ui.widgets.rows import AnyIndex, Column, PageSource, RowModel
from mentordesk.ui.words import tr

PAGE_SIZE = 30
"""Rows that are read at once."""


class StreamModel(RowModel[StreamRow]):
    """What has happened, in one column, page by page."""

    def __init__(self, page: PageSource[StreamRow]) -> None:
        self.today = date.min
        column = Column[StreamRow]("", text=self._title, tooltip=self._hint, told=self._told)
        super().__init__([column], page=page, page_size=PAGE_SIZE)

    @property
    def has_more(self) -> bool:
        """Whether there may be rows further back."""
        return super().canFetchMore(QModelIndex())

    def read_more(self) -> None:
        """Read the next page."""
        if self.has_more:
            self.fetchMore(QModelIndex())

    @override
    def canFetchMore(self, parent: AnyIndex) -> bool:
        # A view as high as all its rows would never stop asking.
        return False

    def _title(self, row: StreamRow) -> str:
        return said(row, self.today).title

    def _hint(self, row: StreamRow) -> str:
        words = said(row, self.today)
        return "\n".join(p for p in (exact_date(row.day, tr), words.title, words.detail) if p)

    def _told(self, row: StreamRow) -> str:
        words = said(row, self.today)
        parts = (day_said(row.day, self.today), words.detail, words.chip)
        return ". ".join(part.rstrip(".") for part in parts if part)
