"""The page with the mentees side by side."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.board import BoardColumn, BoardOrder
from mentordesk.ui.actions import ActionTable, Command
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.pages.board.cells import Line, spoken
from mentordesk.ui.pages.board.choose import ChooseDialog
from mentordesk.ui.pages.board.commands import MENU, BoardSteps, board_commands
from mentordesk.ui.pages.board.model import BoardModel
from mentordesk.ui.pages.board.table import BoardTable
from mentordesk.ui.widgets.buttons import PlainButton
from mentordesk.ui.widgets.cards import Card, EmptyState
from mentordesk.ui.widgets.labels import QuietLabel, TitleLabel
from mentordesk.ui.words import tr

_SIDE, _TOP = 32, 24


class BoardPage(Page):
    """Mentees side by side, each against the own plan, in the person's own order."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {
            "person",
            "member",
            "relationship",
            "meeting",
            "agenda_item",
            "contact",
            "action",
            "goal",
            "milestone",
            "checkpoint",
        }
    )

    def __init__(self, context: Context, actions: ActionTable, steps: BoardSteps) -> None:
        super().__init__(context)
        self._actions, self._steps = actions, steps
        self._all: tuple[BoardColumn, ...] = ()
        self.model = BoardModel(can_change=not context.desk.read_only, parent=self)
        self.table = BoardTable(self.model)
        self.detail = QuietLabel(wrap=True)
        self.choose_button = PlainButton(tr("Choose…"), hint=tr("Choose and order the columns"))
        if context.desk.read_only:
            self.choose_button.hide()
        self._nobody = EmptyState(
            "columns",
            tr("Nobody to show side by side yet"),
            tr("Add somebody whose mentor you are; each will have a column here."),
        )
        self._all_hidden = EmptyState(
            "columns", tr("Everyone is left out"), tr("Choose whom to show side by side.")
        )
        self._stack = QStackedWidget()
        self._assemble()
        self._connect()

    @override
    def title(self) -> str:
        return tr("Mentees side by side")

    @override
    def first_focus(self) -> QWidget | None:
        return self.table if self.model.columns else self.choose_button

    @override
    def commands(self) -> Sequence[Command]:
        return board_commands(self.context, self.chosen, self._steps, self.open_person, self.choose)

    @override
    def reload(self) -> None:
        board, today = self.context.desk.board, self.context.today()
        hides = self.context.curtain.hides
        found = board.columns(self.context.now(), today)
        self._all = tuple(one for one in found if not hides(one.id))
        shown = board.order().shown(self._all)
        self.model.set_columns(shown, today)
        if shown and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        page = self._shown if shown else self._all_hidden if self._all else self._nobody
        self._stack.setCurrentWidget(page)
        self._say_detail()

    def chosen(self) -> BoardColumn | None:
        """Return the mentee whose cell is chosen."""
        return self.model.column_at(self.table.currentIndex())

    def open_person(self, relationship: UUID) -> None:
        """Open a mentee's page."""
        self.context.go(Place("relationship", relationship))

    def choose(self) -> None:
        """Ask who shall stand side by side, and in which order."""
        people = [(one.id, one.name) for one in self._all]
        hidden = self.context.desk.board.order().hidden
        dialog = ChooseDialog(people, hidden, self._keep, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def take_step(self, index: QModelIndex) -> None:
        """Do what a cell is about: propose a date, open the meeting, the goals, the person."""
        column = self.model.column_at(index)
        if column is None:
            return
        line = Line(index.row())
        if line in (Line.NEXT, Line.ASKED, Line.NEXT_TIME) and column.next is not None:
            self.context.go(Place("meeting", column.next.id))
        elif line is Line.NEXT and self.context.may_change():
            self._steps.plan_meeting(column.id)
        elif line in (Line.GOALS, Line.MILESTONES):
            self.context.go(Place("relationship", column.id, "goals"))
        else:
            self.open_person(column.id)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(TitleLabel(tr("Mentees side by side")), 1)
        head.addWidget(self.choose_button)
        self._shown = QWidget()
        inside = QVBoxLayout(self._shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        card = Card()
        card.body.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        card.add_row(self.table)
        inside.addWidget(card, 1)
        inside.addWidget(self.detail)
        inside.addStretch()
        for page in (self._shown, self._nobody, self._all_hidden):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose)
        self.table.step_wanted.connect(self.take_step)
        self.table.clicked.connect(self._click)
        self.table.current_moved.connect(self._say_detail)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.horizontalHeader().sectionClicked.connect(self._open_column)

    def _click(self, index: QModelIndex) -> None:
        """Take the step of a cell whose words are a link."""
        if any(part.tone == "action" for part in self.model.cell_at(index).parts):
            self.take_step(index)

    def _open_column(self, section: int) -> None:
        self.open_person(self.model.columns[section].id)

    def _say_detail(self) -> None:
        index, column = self.table.currentIndex(), self.chosen()
        words = ""
        if column is not None:
            words = spoken(column, Line(index.row()), self.model.cell_at(index))
        self.detail.setText(words)

    def _show_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        if index.isValid():
            self.table.setCurrentIndex(index)
        menu = self._actions.menu(self, *MENU)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _keep(self, order: BoardOrder) -> None:
        if self.context.perform(partial(self.context.desk.board.set_order, order)):
            self.reload()
