"""What I have sent out: the exit log."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.dates_said import exact_date
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.exits import ExitRow
from mentordesk.domain.wall_time import from_utc
from mentordesk.ui.actions import Command
from mentordesk.ui.context import Context, Place
from mentordesk.ui.labels import counted, label
from mentordesk.ui.page import Page
from mentordesk.ui.pages.going_out.said import audience_said
from mentordesk.ui.row_menu import ListMenu, RowMenu, Verb
from mentordesk.ui.widgets.buttons import PrimaryButton
from mentordesk.ui.widgets.cards import EmptyState
from mentordesk.ui.widgets.labels import QuietLabel, TitleLabel
from mentordesk.ui.widgets.rows import Column, RowModel, table
from mentordesk.ui.words import tr

_MARGIN, _EDGE = 32, 24
_LETTERS = (21, 14, 16, 13, 14, 11)
"""Room for each column, in letters of the text; that of names takes what is left."""


class SentPage(Page):
    """A line for each time something left: when, what, to whom, how much; never the words."""

    def __init__(self, context: Context, export: Callable[[], object] | None = None) -> None:
        """Make the page; ``export`` is the way to put meetings into a calendar."""
        super().__init__(context)
        self.model = RowModel(sent_columns(context.zone_name), parent=self)
        self.table = table(self.model, name=tr("What I have sent out"), stretch=2)
        person = Verb("person", tr("Open the &person"), self._open_person, _has_person, "person")
        self.menu = RowMenu[ExitRow](self, "sent", [person])
        ListMenu(self.table, self._row, self.menu)
        letter = self.table.fontMetrics().averageCharWidth()
        for place, letters in enumerate(_LETTERS):
            self.table.setColumnWidth(place, letters * letter)
        self._button: PrimaryButton | None = None
        if export is not None:
            self._button = PrimaryButton(tr("Put meetings into a calendar…"))
            self._button.clicked.connect(export)
        self._empty = EmptyState(
            "export",
            tr("Nothing has been sent out"),
            tr(
                "When a calendar or a picture leaves this file, a line here says when, to whom "
                "and how much. The words themselves are not kept."
            ),
            self._button,
        )
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        words = tr("When, by which way, to whom and how much. The words themselves are not kept.")
        column.addWidget(QuietLabel(words, wrap=True))
        column.addWidget(self.table, 1)
        self._listed = listed
        self._stack = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _EDGE, _MARGIN, _EDGE)
        layout.setSpacing(8)
        layout.addWidget(TitleLabel(tr("What I have sent out")))
        layout.addLayout(self._stack, 1)
        # Only now: a page added to a stack that stands nowhere would be shown as a window.
        self._stack.addWidget(listed)
        self._stack.addWidget(self._empty)

    @override
    def commands(self) -> Sequence[Command]:
        return self.menu.commands()

    def _row(self, row: int) -> ExitRow | None:
        return self.model.row_at(self.model.index(row, 0))

    def _open_person(self, row: ExitRow) -> None:
        self.context.go(Place("relationship", row.relationship))

    @override
    def title(self) -> str:
        return tr("What I have sent out")

    @override
    def show_place(self, place: Place) -> None:
        # The log is no change of the file: nothing tells of a new line.
        self.mark_stale()

    @override
    def first_focus(self) -> QWidget | None:
        return self.table if self.model.rowCount() else self._button

    @override
    def reload(self) -> None:
        rows = self.context.desk.exits.log()
        self.model.set_rows(rows)
        self._stack.setCurrentWidget(self._listed if rows else self._empty)


def sent_columns(zone_name: str) -> list[Column[ExitRow]]:
    """Return the columns of the exit log; times are told in a zone."""

    def when(row: ExitRow) -> str:
        local = from_utc(row.at, zone_name).local
        return tr("{date}, {time}", date=exact_date(local.date(), tr), time=f"{local:%H:%M}")

    return [
        Column(tr("When"), when),
        Column(tr("What"), _way),
        Column(tr("To whom"), _whom),
        Column(tr("Went"), _went),
        Column(tr("Stayed here"), _stayed),
        Column(tr("Only I see"), _private),
    ]


def _has_person(row: ExitRow) -> bool:
    return row.relationship is not None


def _way(row: ExitRow) -> str:
    return label(row.what)


def _whom(row: ExitRow) -> str:
    return audience_said(row.audience, row.name)


def _went(row: ExitRow) -> str:
    return _counted(row.item_kind, row.count)


def _stayed(row: ExitRow) -> str:
    return _counted(row.item_kind, row.stayed)


def _private(row: ExitRow) -> str:
    return str(row.private) if row.private else ""


def _counted(kind: ItemKind | None, count: int) -> str:
    if not count:
        return tr("none")
    return str(count) if kind is None else counted(kind, count)
