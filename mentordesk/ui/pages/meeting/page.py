"""The page of one meeting: prepare it, hold it, record it."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.meetings import MeetingDetail, MeetingLine
from mentordesk.ui.actions import ActionTable, Command
from mentordesk.ui.context import Context, Place
from mentordesk.ui.meeting_choice import MeetingChoice
from mentordesk.ui.page import Page
from mentordesk.ui.pages.meeting.action_adder import ActionAdder
from mentordesk.ui.pages.meeting.agenda_card import AgendaCard
from mentordesk.ui.pages.meeting.columns import Columns
from mentordesk.ui.pages.meeting.commands import (
    MENU,
    erase_notes_command,
    meeting_commands,
    share_notes_command,
)
from mentordesk.ui.pages.meeting.header import MeetingHeader
from mentordesk.ui.pages.meeting.notes_card import NotesCard
from mentordesk.ui.pages.meeting.promises import Promises
from mentordesk.ui.pages.meeting.sharing_said import sharing_said
from mentordesk.ui.pages.meeting.steps import MeetingSteps
from mentordesk.ui.widgets.scroll import PageScroll
from mentordesk.ui.words import tr


class MeetingPage(Page):
    """Agenda, notes and promises of one meeting."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "agenda_item", "note", "action", "person", "member", "relationship"}
    )

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        steps: MeetingSteps,
        export: Callable[[UUID], object],
        *,
        printing: Callable[[UUID], object],
    ) -> None:
        super().__init__(context)
        self._export, self._printing = export, printing
        self._actions, self._steps = actions, steps
        self._meeting: UUID | None = None
        self._detail: MeetingDetail | None = None
        shown = MeetingChoice(self._line, context.now, read_only=False)
        self.header = MeetingHeader(context, shown)
        self.header.connect_steps(
            {
                "confirm": partial(shown.run, steps.confirm),
                "hold": partial(shown.run, steps.hold),
                "miss": partial(shown.run, steps.miss),
                "move": partial(shown.run, steps.move),
            }
        )
        self.header.menu_wanted.connect(self._show_menu)
        self.agenda = AgendaCard(context, actions)
        self.notes = NotesCard(context, self)
        self.notes.sharing_wanted.connect(self._share_notes)
        self.adder = ActionAdder(context)
        self.promises = Promises(tr("Open promises"))
        self.made_here = Promises(tr("Actions from this meeting"), below=self.adder)
        for promises in (self.promises, self.made_here):
            promises.ticked.connect(self._tick)
        self._assemble()

    @property
    def meeting(self) -> UUID | None:
        """The meeting that is shown, if it is there."""
        return None if self._detail is None else self._detail.line.id

    @property
    def relationship(self) -> UUID | None:
        """With whom the meeting that is shown is, if it is there."""
        return None if self._detail is None else self._detail.line.relationship

    @override
    def title(self) -> str:
        if self._detail is None:
            return tr("Meeting")
        return tr("Meeting with {name}", name=self._detail.line.name)

    @override
    def show_place(self, place: Place) -> None:
        if place.item != self._meeting:
            self.notes.leave()
            self._meeting, self._detail = place.item, None
            self.mark_stale()

    @override
    def reload(self) -> None:
        if self._meeting is None:
            return
        try:
            detail = self.context.desk.meetings.meeting(self._meeting)
        except NotFoundError:
            self._leave_for_good()
            return
        self._detail = detail
        today = self.context.today()
        self.header.show_detail(detail)
        self.agenda.show_detail(detail)
        self.notes.show_note(detail.line.id, detail.note)
        self.notes.show_seen(
            shared=detail.note_shared, name=detail.line.name, changeable=self._can_share_notes()
        )
        self.promises.show_rows(detail.promises, today)
        self.made_here.show_rows(detail.actions, today)
        self.adder.show_detail(detail)
        self._order_tabs()
        self.title_changed.emit()

    @override
    def commands(self) -> Sequence[Command]:
        seen = MeetingChoice(self._seen_line, self.context.now, self.context.desk.read_only)
        return [
            *meeting_commands(seen, self._steps, self._export, self._printing),
            share_notes_command(self._turn_notes, self._can_share_notes),
            erase_notes_command(self._erase_notes, self._can_erase_notes),
        ]

    @override
    def first_focus(self) -> QWidget | None:
        # In one column the editor lies below; going there would scroll the facts away.
        return self.notes.editor if self.columns.count > 1 else self.agenda.line

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.notes.leave()
        super().hideEvent(event)

    def _order_tabs(self) -> None:
        """Lead the keyboard through the page as the eye goes: rows are made after the rest."""
        boxes = [*self.promises.boxes(), *self.made_here.boxes()]
        stations = [self.notes.editor, *boxes, self.adder.line]
        for before, after in pairwise(stations):
            QWidget.setTabOrder(before, after)

    def _assemble(self) -> None:
        side = QWidget()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(24)
        inside.addWidget(self.promises)
        inside.addWidget(self.made_here)
        inside.addStretch()
        self.columns = Columns(self.agenda, self.notes, side)
        scroll = PageScroll()
        scroll.body.addWidget(self.header)
        scroll.body.addWidget(self.columns, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _line(self) -> MeetingLine | None:
        return self._detail.line if self._detail is not None else None

    def _seen_line(self) -> MeetingLine | None:
        """Return the meeting while this page is seen: elsewhere its commands have no item."""
        return self._line() if self.isVisible() else None

    def _tick(self, action: UUID, done: bool) -> None:  # noqa: FBT001 (a slot)
        today = self.context.today() if done else None
        command = partial(self.context.desk.goals.set_action_done, action, today)
        said = tr("Marked as done.") if done else tr("Open again.")
        if not self.context.perform(command, said):
            for promises in (self.promises, self.made_here):
                promises.forget()
            self.reload()

    def _can_share_notes(self) -> bool:
        there = self._detail is not None and self.isVisible()
        return there and not self.context.desk.read_only

    def _turn_notes(self) -> None:
        if self._detail is not None:
            self._share_notes(not self._detail.note_shared)

    def _can_erase_notes(self) -> bool:
        return self._can_share_notes() and self._detail is not None and bool(self._detail.note)

    def _erase_notes(self) -> None:
        self.context.save_open_editors()
        if self._meeting is None:
            return
        note = self.context.desk.erasing.note_of(self._meeting)
        if note is not None:
            self.context.erase_wanted.emit(ItemKind.NOTE, note, tr("the notes"))

    def _share_notes(self, shown: bool) -> None:  # noqa: FBT001 (a slot)
        if self._detail is None:
            return
        line = self._detail.line
        share = partial(self.context.desk.showing.set_note_shown, line.id, shown=shown)
        self.context.perform(share, sharing_said(line.name, shown=shown))

    def _show_menu(self, button: QWidget) -> None:
        menu = self._actions.menu(self, *MENU)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        below = button.mapToGlobal(QPoint(0, button.height() + 2))
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            below.setX(below.x() + button.width() - menu.sizeHint().width())
        menu.popup(below)

    def _leave_for_good(self) -> None:
        """Go to the list: the meeting was deleted, or its planning taken back."""
        self.notes.forget()
        self._meeting, self._detail = None, None
        self.context.go(Place("meetings"))
