"""The page of a relationship."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.enums import Stage
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.meetings import MeetingLine
from mentordesk.domain.people import RelationshipHeader
from mentordesk.ui.actions import ActionTable, Command
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.pages.relationship.commands import relationship_commands
from mentordesk.ui.pages.relationship.head import Head
from mentordesk.ui.pages.relationship.header_said import facts, what_next
from mentordesk.ui.pages.relationship.menu import open_below, relationship_menu
from mentordesk.ui.pages.relationship.overview import Overview
from mentordesk.ui.pages.relationship.steps import RelationshipSteps
from mentordesk.ui.widgets.cards import EmptyState
from mentordesk.ui.widgets.scroll import PageScroll
from mentordesk.ui.widgets.switch import ViewSwitch
from mentordesk.ui.words import tr

ViewMaker = Callable[[Context, UUID], QWidget]
"""Makes the view of one relationship's goals or meetings."""

NAMES = ("overview", "goals", "meetings")
"""What a place calls the views, in their order."""


class Tab(IntEnum):
    """The views of the page, in their order."""

    OVERVIEW = 0
    GOALS = 1
    MEETINGS = 2


class RelationshipPage(Page):
    """One relationship: who, what binds us, and its views."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {"person", "member", "relationship", "meeting", "contact"}
    )

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        steps: RelationshipSteps,
        *,
        goals_view: ViewMaker,
        meetings_view: ViewMaker,
    ) -> None:
        super().__init__(context)
        self.steps = steps
        self._actions = actions
        self._makers = {Tab.GOALS: goals_view, Tab.MEETINGS: meetings_view}
        self._made: dict[Tab, QWidget] = {}
        self._item: UUID | None = None
        self._meeting: MeetingLine | None = None
        self.head: RelationshipHeader | None = None
        self.header = Head()
        self.switch = ViewSwitch(
            [tr("Overview"), tr("Goals"), tr("Meetings")], name=tr("Parts of this page")
        )
        self.overview = Overview(context, steps)
        self._scroll = PageScroll()
        self._views = QVBoxLayout()
        self._gone = EmptyState("person", tr("This is not there any more"))
        self._stack = QStackedLayout(self)
        self._assemble()
        self._connect()

    @property
    def relationship(self) -> UUID | None:
        """The relationship that is shown, if it is there."""
        return None if self.head is None else self.head.id

    @override
    def title(self) -> str:
        return "" if self.head is None else self.head.name

    @override
    def first_focus(self) -> QWidget | None:
        return self.switch

    @override
    def commands(self) -> Sequence[Command]:
        self._actions.declare(self.overview.commands(), self.overview)
        return relationship_commands(self, read_only=self.context.desk.read_only)

    @override
    def show_place(self, place: Place) -> None:
        if place.item is not None and place.item != self._item:
            self._item = place.item
            self._drop_views()
            self.overview.show_relationship(place.item)
            self._scroll.verticalScrollBar().setValue(0)
            self._stale = False
            self.reload()
        self.show_tab(Tab(NAMES.index(place.view)) if place.view in NAMES else Tab.OVERVIEW)

    @override
    def reload(self) -> None:
        if self._item is None:
            return
        desk, today = self.context.desk, self.context.today()
        try:
            head = desk.relationships.header(self._item)
        except NotFoundError:
            self.head = None
            self._stack.setCurrentWidget(self._gone)
            self.title_changed.emit()
            return
        ahead = desk.meetings.upcoming(self.context.now(), 1, relationship=head.id)
        self.head, self._meeting = head, ahead[0] if ahead else None
        self.overview.set_live(
            with_somebody=bool(head.people), live=head.draft.stage is not Stage.CLOSED
        )
        self.header.show_person(
            head.name, head.initials if head.people else "?", facts(head, today)
        )
        self._show_next(head)
        self._stack.setCurrentWidget(self._scroll)
        self.title_changed.emit()

    def _show_next(self, head: RelationshipHeader) -> None:
        can_change = not self.context.desk.read_only
        live = bool(head.people) and head.draft.stage is not Stage.CLOSED
        what = what_next(head, self._meeting, self.context.today(), can_change=can_change)
        self.header.show_next(what, name=head.name, can_talk=live and can_change)

    def show_tab(self, tab: Tab) -> None:
        """Show one of the views, made when it is first wanted."""
        self.switch.choose(tab)
        if tab is not Tab.OVERVIEW and tab not in self._made and self._item is not None:
            made = self._makers[tab](self.context, self._item)
            self._made[tab] = made
            self._views.addWidget(made)
        self.overview.setVisible(tab is Tab.OVERVIEW)
        for other, view in self._made.items():
            view.setVisible(other is tab)

    def take_step(self) -> None:
        """Do what the head offers first."""
        if self.head is None:
            return
        if self.head.draft.stage is Stage.CLOSED:
            self.steps.reopen(self.head.id)
        elif not self.head.people:
            self.steps.found(self.head.id)
        elif self._meeting is None:
            self.steps.plan_meeting(self.head.id)
        else:
            self.context.go(Place("meeting", self._meeting.id))

    def show_menu(self) -> None:
        """Offer everything else that can be done with this relationship."""
        if self.head is not None:
            menu = relationship_menu(self, self._actions, self.head, self.steps)
            open_below(menu, self.header.menu_button)

    def _assemble(self) -> None:
        body = self._scroll.body
        body.setSpacing(16)
        body.addWidget(self.header)
        body.addWidget(self.switch)
        self._views.addWidget(self.overview)
        body.addLayout(self._views, 1)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._gone)

    def _connect(self) -> None:
        self.header.step_chosen.connect(self.take_step)
        self.header.talked_chosen.connect(self._talked)
        self.header.menu_wanted.connect(self.show_menu)
        self.switch.view_chosen.connect(self._choose)
        self.overview.stream.list.row_reached.connect(self._show_row)
        self._scroll.verticalScrollBar().valueChanged.connect(self._read_on)

    def _talked(self) -> None:
        if self.head is not None:
            self.steps.talked(self.head.id)

    def _show_row(self, row: QRect) -> None:
        """Scroll to a row of the stream that the keyboard came to."""
        top = self.overview.stream.list.mapTo(self._scroll.page, row.topLeft()).y()
        top += self._scroll.page.y()
        for y in (top + row.height(), top):
            self._scroll.ensureVisible(0, y, 0, 0)

    def _read_on(self, value: int) -> None:
        """Read further back when the end of what is shown comes near."""
        if self.overview.stream.earlier.hasFocus():
            return  # the page scrolled to the button, which shall not vanish under the keyboard
        if value >= self._scroll.verticalScrollBar().maximum() > 0 and self.overview.isVisible():
            self.overview.stream.show_earlier()

    def _choose(self, tab: int) -> None:
        if self._item is not None:
            self.context.go(Place("relationship", self._item, NAMES[tab]))

    def _drop_views(self) -> None:
        for view in self._made.values():
            view.hide()
            view.setParent(None)
            view.deleteLater()
        self._made.clear()
