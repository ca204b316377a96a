"""Backups: what there is, one more now, a look into one, and the way back to it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.backups import BackupRow
from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.backup_steps import BackupSteps
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.pages.backups.said import backup_columns
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from mentordesk.ui.widgets.cards import EmptyState
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import QuietLabel, TitleLabel
from mentordesk.ui.widgets.rows import RowModel, table
from mentordesk.ui.words import tr

_MARGIN, _EDGE = 32, 24
_LETTERS = (27, 24, 11, 21, 15)
"""Room for each column, in letters of the text; the second takes what is left."""


class BackupsPage(Page):
    """The list of backups with what can be done with the chosen one."""

    def __init__(self, context: Context, steps: BackupSteps) -> None:
        super().__init__(context)
        self._steps = steps
        self.model = RowModel(backup_columns(context.zone_name), parent=self)
        self.table = table(self.model, name=tr("Backups"), stretch=1)
        letter = self.table.fontMetrics().averageCharWidth()
        for place, letters in enumerate(_LETTERS):
            self.table.setColumnWidth(place, letters * letter)
        self.make_button = PrimaryButton(tr("Back up now"))
        self.look_button = PlainButton(tr("Open a copy to look"))
        self.restore_button = PlainButton(tr("Restore this…"))
        self.folder_button = LinkButton(tr("Show the folder"))
        self.first_button = PrimaryButton(tr("Back up now"))
        self._stack = QStackedWidget(self)
        self._listed = self._list()
        self._empty = EmptyState("archive", tr("No backup yet"), self._explanation(), self._first())
        self._stack.addWidget(self._listed)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _EDGE, _MARGIN, _EDGE)
        layout.setSpacing(8)
        layout.addWidget(TitleLabel(tr("Backups")))
        layout.addWidget(self._stack, 1)
        self._connect()

    @property
    def chosen(self) -> BackupRow | None:
        """The backup that is chosen in the list."""
        return self.model.row_at(self.table.currentIndex())

    @override
    def title(self) -> str:
        return tr("Backups")

    @override
    def show_place(self, place: Place) -> None:
        # Backups are no change of the file: somebody may have moved one in or out.
        self.mark_stale()

    @override
    def first_focus(self) -> QWidget | None:
        return self.table if self.model.rowCount() else self.first_button

    @override
    def commands(self) -> Sequence[Command]:
        return [
            Command(
                id="backups.look",
                label=tr("Open a &copy to look"),
                run=self.look,
                icon="eye",
                keys=("Return",),
                menu=Menu.ITEM,
                enabled=self._can_look,
            ),
            Command(
                id="backups.restore",
                label=tr("&Restore this backup…"),
                run=self.restore,
                icon="undo",
                menu=Menu.ITEM,
                enabled=self._can_restore,
            ),
        ]

    @override
    def reload(self) -> None:
        rows = [] if self._steps.shows_copy() else self.context.desk.backups.rows()
        self.model.set_rows(rows)
        self._stack.setCurrentWidget(self._listed if rows else self._empty)
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_what_can_be_done()

    def look(self) -> None:
        """Open a copy of the chosen backup."""
        if (row := self.chosen) is not None:
            self._steps.open_copy(row)

    def restore(self) -> None:
        """Put the chosen backup in the place of the open file."""
        if (row := self.chosen) is not None:
            self._steps.restore(row)

    def _list(self) -> QWidget:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(QuietLabel(self._explanation(), wrap=True))
        buttons: list[QWidget] = [self.make_button, self.look_button, self.restore_button]
        column.addWidget(Flow([*buttons, self.folder_button]))
        column.addWidget(self.table, 1)
        return listed

    def _explanation(self) -> str:
        return tr(
            "A backup is made when the program starts, after half an hour of changes, and before "
            "anything that changes the whole file. Each is read again before it counts."
        )

    def _first(self) -> QWidget | None:
        return self.first_button if self._steps.may_make() else None

    def _connect(self) -> None:
        pressed: list[tuple[PrimaryButton | PlainButton | LinkButton, Callable[[], object]]] = [
            (self.make_button, self._steps.make),
            (self.first_button, self._steps.make),
            (self.look_button, self.look),
            (self.restore_button, self.restore),
            (self.folder_button, self._steps.show_folder),
        ]
        for button, step in pressed:
            button.clicked.connect(step)
        self.table.doubleClicked.connect(self.look)
        self.table.selectionModel().currentChanged.connect(self._show_what_can_be_done)
        self.context.backed_up.connect(self.mark_stale)

    def _show_what_can_be_done(self) -> None:
        self.make_button.setVisible(self._steps.may_make())
        self.look_button.setEnabled(self._can_look())
        self.restore_button.setEnabled(self._can_restore())
        self.restore_button.setVisible(self._steps.may_make())

    def _can_look(self) -> bool:
        return self.chosen is not None

    def _can_restore(self) -> bool:
        return self.chosen is not None and self._steps.may_make()


def backup_commands(context: Context, steps: BackupSteps) -> list[Command]:
    """Return what can be done about backups anywhere in the window."""
    return [
        Command(
            id="backups.make",
            label=tr("Back &up now"),
            run=steps.make,
            icon="archive",
            menu=Menu.FILE,
            enabled=steps.may_make,
        ),
        Command(
            id="go.backups",
            label=tr("&Backups"),
            run=_Going(context).go,
            icon="clock",
            menu=Menu.FILE,
        ),
        Command(
            id="backups.back",
            label=tr("Bac&k to my file"),
            run=steps.go_back,
            icon="chevron-left",
            menu=Menu.FILE,
            enabled=steps.shows_copy,
        ),
    ]


class _Going:
    """Goes to the page of backups."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def go(self) -> None:
        """Show it."""
        self._context.go(Place("backups"))
