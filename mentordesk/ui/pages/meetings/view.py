"""A list of meetings that can stand on any page."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.meetings import MeetingFilter, MeetingLine
from mentordesk.domain.people import Section
from mentordesk.domain.wall_time import WallTime
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.meeting_choice import MeetingChoice
from mentordesk.ui.page import View
from mentordesk.ui.pages.meetings.commands import MENU, list_commands
from mentordesk.ui.pages.meetings.delegate import MeetingDelegate
from mentordesk.ui.pages.meetings.filters import MeetingFilters
from mentordesk.ui.pages.meetings.lines import HeadedPages, MeetingModel, heading_of
from mentordesk.ui.pages.meetings.said import ListSaid
from mentordesk.ui.pages.meetings.steps import MeetingSteps
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.cards import EmptyState
from mentordesk.ui.words import tr

_LOWEST = 320


class MeetingsView(View):
    """All meetings, or those of one relationship, with filters and what can be done."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "agenda_item", "relationship", "member", "person"}
    )

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        steps: MeetingSteps,
        *,
        prefix: str = "meetings",
        relationship: UUID | None = None,
    ) -> None:
        """Make the list.

        Args:
            context: the desk and the clock.
            actions: takes in the commands of the list of all meetings; a list of one relationship
                comes and goes, and has a table of its own.
            steps: what can be done with a meeting.
            prefix: what the ids of the commands begin with.
            relationship: whose meetings; None for all.
        """
        super().__init__(context)
        self._steps, self._prefix = steps, prefix
        self._relationship = relationship
        self._alone = relationship is not None
        self._actions = ActionTable(context.theme, self) if self._alone else actions
        self.filters = MeetingFilters(with_person=not self._alone)
        self.filters.changed.connect(self._narrow)
        self.model = MeetingModel(HeadedPages(self._fetch, self._heading), self._told)
        self.model.setParent(self)
        self.list = self._made_list()
        self._pages = QStackedWidget()
        for page in (self.list, self._nothing_yet(), self._nothing_fits()):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.filters)
        layout.addWidget(self._pages, 1)
        chosen = MeetingChoice(self.chosen, context.now, context.desk.read_only)
        commands = list_commands(prefix, chosen, steps, self.plan)
        self._actions.declare(commands, self)

    def chosen(self) -> MeetingLine | None:
        """Return the meeting that is chosen."""
        line = self.model.row_at(self.list.currentIndex())
        return line.meeting if line is not None else None

    def plan(self) -> None:
        """Ask for a new meeting, with those whose meetings are shown."""
        self._steps.plan(self.filters.wanted(self._relationship).relationship)

    @override
    def reload(self) -> None:
        if not self._alone:
            entries = self.context.relationships()
            people = [e for e in entries if e.section is not Section.LOOKING]
            self.filters.offer_people([(entry.id, entry.name) for entry in people])
        self.model.reload()
        self._show_fitting_page()

    def _made_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(MeetingDelegate(self._said, view))
        view.setAccessibleName(tr("Meetings"))
        view.setMinimumHeight(scaled(_LOWEST))
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.activated.connect(self._open)
        return view

    def _nothing_yet(self) -> QWidget:
        button = PrimaryButton(tr("Plan a meeting"), icon="plus")
        button.clicked.connect(self.plan)
        return EmptyState(
            "meetings",
            tr("No meetings yet"),
            tr("A coffee or a walk counts too. Agenda, notes and promises will stand with it."),
            button,
        )

    def _nothing_fits(self) -> QWidget:
        button = PlainButton(tr("Show all meetings"))
        button.clicked.connect(self.filters.clear)
        return EmptyState("search", tr("No meeting fits"), "", button)

    def _show_fitting_page(self) -> None:
        empty = not self.model.rowCount()
        narrowed = self.filters.wanted(None) != MeetingFilter()
        self._pages.setCurrentIndex((2 if narrowed else 1) if empty else 0)
        self.filters.setVisible(not empty or narrowed)

    def _narrow(self) -> None:
        self.model.reload()
        self._show_fitting_page()
        self.list.scrollToTop()

    def _fetch(self, offset: int, limit: int) -> Sequence[MeetingLine]:
        wanted = self.filters.wanted(self._relationship)
        since = _midnight(self.context)
        return self.context.desk.meetings.page(since, wanted, offset=offset, limit=limit)

    def _heading(self, meeting: MeetingLine) -> str:
        today, zone = self.context.today(), self.context.zone_name
        return heading_of(meeting, today, zone, by_year=self._alone)

    def _said(self) -> ListSaid:
        context = self.context
        return ListSaid(context.now(), context.today(), context.zone_name, self._alone)

    def _told(self, meeting: MeetingLine) -> str:
        return self._said().told(meeting)

    def _open(self, index: QModelIndex) -> None:
        line = self.model.row_at(index)
        if line is not None and line.meeting is not None:
            self._steps.open(line.meeting.id)

    def _show_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flags)
        verbs = (f"{self._prefix}.{verb}" if verb else "" for verb in MENU)
        menu = self._actions.menu(self, *verbs)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))


def _midnight(context: Context) -> datetime:
    """Return the moment at which today began on the wall here."""
    return WallTime(datetime.combine(context.today(), time()), context.zone_name).utc
