"""The page of the archive."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.dates_said import month_and_year, short_date
from mentordesk.domain.people import ArchivedRow
from mentordesk.ui.actions import Command
from mentordesk.ui.context import Context, Place
from mentordesk.ui.labels import label
from mentordesk.ui.page import Page
from mentordesk.ui.row_menu import RowAsked, RowMenu, Verb
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton
from mentordesk.ui.widgets.cards import Avatar, Card, EmptyState, Row
from mentordesk.ui.widgets.labels import QuietLabel, TitleLabel
from mentordesk.ui.widgets.scroll import PageScroll
from mentordesk.ui.words import tr

PAGE_SIZE = 50
"""Rows that are shown at first, and more each time."""


class ArchivePage(Page):
    """What lies in the archive, the newest first."""

    touched_by: ClassVar[frozenset[str]] = frozenset({"relationship", "member", "person"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._count = PAGE_SIZE
        self.menu = RowMenu[ArchivedRow](self, "archive", self._verbs())
        self.card = Card()
        self.empty = EmptyState(
            "archive",
            tr("The archive is empty"),
            tr(
                "A relationship that has ended can be put here from its menu. "
                "It stays readable, and Today no longer speaks of it."
            ),
        )
        self.more_button = LinkButton(tr("Show more"))
        self.more_button.clicked.connect(self.show_more)
        scroll = PageScroll(max_width=840)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(TitleLabel(tr("Archive")))
        self._explanation = QuietLabel(
            tr("Everything stays readable. Nothing here asks for anything."), wrap=True
        )
        head.addWidget(self._explanation)
        scroll.body.addLayout(head)
        scroll.body.addWidget(self.card)
        scroll.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
        scroll.body.addWidget(self.empty)
        scroll.body.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _verbs(self) -> list[Verb[ArchivedRow]]:
        return [
            Verb("open", tr("&Open"), self._open_row, _any_row, "archive"),
            Verb("take_out", tr("&Take out of the archive"), self._take_out, self._may, "undo"),
        ]

    def _open_row(self, row: ArchivedRow) -> None:
        self._open(row.id)

    def _may(self, _row: ArchivedRow) -> bool:
        return not self.context.desk.read_only

    @override
    def commands(self) -> Sequence[Command]:
        return self.menu.commands()

    @override
    def title(self) -> str:
        return tr("Archive")

    @override
    def first_focus(self) -> QWidget | None:
        return next(iter(self._buttons()), None)

    @override
    def reload(self) -> None:
        focused = next((n for n, button in enumerate(self._buttons()) if button.hasFocus()), None)
        rows = self.context.desk.relationships.archived()
        self.card.clear()
        for row in rows[: self._count]:
            self.card.add_row(self._line(row, self.context.today()))
        self.card.setVisible(bool(rows))
        self._explanation.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.more_button.setVisible(len(rows) > self._count)
        buttons = self._buttons()
        if focused is not None and buttons:
            buttons[min(focused, len(buttons) - 1)].setFocus()

    def show_more(self) -> None:
        """Show the next rows too."""
        self._count += PAGE_SIZE
        self.reload()

    def _line(self, row: ArchivedRow, today: date) -> Row:
        out = PlainButton(tr("Take out"), name=tr("Take out: {name}", name=row.name))
        out.clicked.connect(partial(self._take_out, row))
        line = Row(
            row.name,
            archived_said(row, today),
            leading=Avatar(row.initials, 32),
            trailing=[] if self.context.desk.read_only else [out],
            opens=True,
        )
        line.opened.connect(partial(self._open, row.id))
        RowAsked(line, row, self.menu)
        return line

    def _open(self, relationship: UUID) -> None:
        self.context.go(Place("relationship", relationship))

    def _take_out(self, row: ArchivedRow) -> None:
        reopen = partial(self.context.desk.relationships.reopen, row.id)
        self.context.perform(reopen, tr("{name} is out of the archive.", name=row.name))

    def _buttons(self) -> list[QPushButton]:
        return self.card.findChildren(QPushButton)


def _any_row(_row: ArchivedRow) -> bool:
    return True


def archived_said(row: ArchivedRow, today: date) -> str:
    """Return what an archived relationship was, and since when it rests."""
    parts = [label(row.role)]
    if row.started_on is not None:
        parts.append(tr("since {month}", month=month_and_year(row.started_on, tr)))
    if row.archived_on is not None:
        day = short_date(row.archived_on, today, tr)
        parts.append(tr("in the archive since {day}", day=day))
    return " · ".join(parts)
