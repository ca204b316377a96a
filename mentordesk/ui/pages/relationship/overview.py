"""The overview of a relationship: the stream, and beside it what comes next and what is open."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.meetings import MeetingLine
from mentordesk.domain.people import OpenPromise
from mentordesk.domain.stream import (
    MeetingHappened,
    PromiseKept,
    PromiseMade,
    StreamRow,
)
from mentordesk.ui.actions import Command
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import View
from mentordesk.ui.pages.relationship.past_card import SEEN_AT_ONCE, PastCard
from mentordesk.ui.pages.relationship.promise_dialog import ask_for_promise
from mentordesk.ui.pages.relationship.row_menus import promise_menu, stream_menu
from mentordesk.ui.pages.relationship.side_cards import AgendaCard, PromisesCard
from mentordesk.ui.pages.relationship.steps import RelationshipSteps
from mentordesk.ui.pages.relationship.stream_card import StreamCard
from mentordesk.ui.row_menu import ListMenu
from mentordesk.ui.theme import scaled
from mentordesk.ui.words import tr

_SIDE_WIDTH = 274
_BESIDE_FROM = 680
"""Width from which the cards stand beside the stream and not above it."""


class Overview(View):
    """One relationship at a glance."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {
            "person",
            "member",
            "relationship",
            "goal",
            "milestone",
            "action",
            "share",
            "meeting",
            "agenda_item",
            "note",
            "contact",
        }
    )

    def __init__(self, context: Context, steps: RelationshipSteps) -> None:
        super().__init__(context)
        self._steps = steps
        self._relationship: UUID | None = None
        self._meeting: MeetingLine | None = None
        self._live = True
        self.stream = StreamCard(self._page)
        self.past = PastCard()
        self.agenda = AgendaCard()
        self.promises = PromisesCard()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._side = QWidget()
        self.stream_menu = stream_menu(self, self._open, self._settle_action, self._can_change)
        self.promise_menu = promise_menu(self, self._settle, self._can_change)
        self._assemble()
        self._connect()

    def show_relationship(self, relationship: UUID) -> None:
        """Turn to a relationship; it is read when the overview is seen."""
        if relationship != self._relationship:
            self._relationship = relationship
            self.stream.start_over()
            self.promises.fold()
            self.mark_stale()

    def set_live(self, *, with_somebody: bool, live: bool) -> None:
        """Offer what fits: nothing is planned or promised while somebody is still looked for."""
        self._live = live
        self._side.setVisible(with_somebody)
        can_change = not self.context.desk.read_only
        self.promises.set_changeable(settle=can_change, add=live and can_change)
        self.agenda.add_button.setVisible(can_change)
        self._show_agenda_card()
        self.stream.set_live(live=live)

    @override
    def reload(self) -> None:
        item, today = self._relationship, self.context.today()
        if item is None:
            return
        desk = self.context.desk
        try:
            ahead = desk.meetings.upcoming(self.context.now(), 1, relationship=item)
            self._meeting = ahead[0] if ahead else None
            agenda = desk.meetings.meeting(self._meeting.id).agenda if self._meeting else ()
        except NotFoundError:
            return
        self._show_past(item)
        self.agenda.show_agenda(self._meeting, agenda, today)
        self._show_agenda_card()
        self.promises.show_promises(desk.relationships.open_promises(item), today)
        self.stream.reload(today)

    def _show_past(self, relationship: UUID) -> None:
        """Ask what became of meetings, where it can be noted."""
        asks = self._live and not self.context.desk.read_only
        now, meetings = self.context.now(), self.context.desk.meetings
        over = meetings.unrecorded(now, SEEN_AT_ONCE, relationship) if asks else []
        self.past.show_meetings(over, self.context.today())

    def _show_agenda_card(self) -> None:
        self.agenda.setVisible(self._live or self._meeting is not None)

    def _assemble(self) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(24)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self.past)
        side.addWidget(self.agenda)
        side.addWidget(self.promises)
        side.addStretch()
        main = QVBoxLayout()
        main.addWidget(self.stream)
        main.addStretch(1)
        self._layout.addLayout(main, 1)
        self._layout.addWidget(self._side)

    def _connect(self) -> None:
        self.stream.row_opened.connect(self._open)
        self.past.took_place.connect(self._steps.took_place)
        self.past.did_not.connect(self._steps.did_not)
        self.agenda.add_wanted.connect(self._prepare)
        self.promises.settled.connect(self._settle)
        self.promises.asked.connect(self.promise_menu.open)
        ListMenu(self.stream.list, self._stream_row, self.stream_menu)
        self.promises.add_wanted.connect(self.add_promise)

    def add_promise(self) -> None:
        """Ask what was promised."""
        if self._relationship is not None:
            head = self.context.desk.relationships.header(self._relationship)
            ask_for_promise(self.context, head, self)

    def _page(self, offset: int, count: int) -> Sequence[StreamRow]:
        """Return a page of the stream; it begins behind the rows that are there."""
        if self._relationship is None:
            return ()
        shown = self.stream.model.rows()[:offset]
        return self.context.desk.stream.of_relationship(
            self._relationship,
            self.context.today(),
            limit=count,
            before=shown[-1].place if shown else None,
            kinds=self.stream.kinds,
            zone_name=self.context.zone_name,
        )

    def _open(self, row: StreamRow) -> None:
        match row:
            case MeetingHappened():
                self.context.go(Place("meeting", row.item))
            case PromiseMade() | PromiseKept():
                self.context.go(Place("meeting", row.meeting))
            case _:
                self.context.go(Place("relationship", self._relationship, "goals"))

    def _prepare(self) -> None:
        if self._meeting is not None:
            self.context.go(Place("meeting", self._meeting.id))
        elif self._relationship is not None:
            self._steps.plan_meeting(self._relationship)

    def commands(self) -> Sequence[Command]:
        """Return what can be done with a row, for the action table; this is their owner."""
        return [*self.stream_menu.commands(), *self.promise_menu.commands()]

    def _stream_row(self, row: int) -> StreamRow | None:
        return self.stream.model.row_at(self.stream.model.index(row, 0))

    def _can_change(self) -> bool:
        return not self.context.desk.read_only

    def _settle(self, promise: OpenPromise) -> None:
        self._settle_action(promise.id, promise.title)

    def _settle_action(self, action: UUID, title: str) -> None:
        done = partial(self.context.desk.goals.set_action_done, action, self.context.today())
        self.context.perform(done, tr("Done: {title}", title=title))

    def _arrange(self) -> None:
        beside = self.width() >= scaled(_BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop
        self._layout.setDirection(way)
        self._side.setMinimumWidth(scaled(_SIDE_WIDTH) if beside else 0)
        self._side.setMaximumWidth(scaled(_SIDE_WIDTH) if beside else 16_777_215)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._arrange()
