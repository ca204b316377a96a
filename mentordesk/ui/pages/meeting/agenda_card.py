"""The agenda of a meeting with its time boxes, and the line that adds to it."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.agenda import AgendaRow, agenda_minutes, read_agenda_line
from mentordesk.domain.dates_said import said_minutes
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.meetings import MeetingDetail
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.pages.meeting.agenda_commands import MENU, agenda_commands
from mentordesk.ui.pages.meeting.agenda_list import AgendaList
from mentordesk.ui.pages.meeting.agenda_model import AgendaModel
from mentordesk.ui.pages.meeting.sharing_said import sharing_said
from mentordesk.ui.theme import FontRole
from mentordesk.ui.widgets.labels import CapsLabel, QuietLabel, RoleLabel
from mentordesk.ui.words import tr


class AgendaCard(QWidget):
    """What there is to talk about."""

    def __init__(self, context: Context, actions: ActionTable) -> None:
        super().__init__()
        self._context, self._actions = context, actions
        self._meeting: UUID | None = None
        self._name = ""
        self.model = AgendaModel(self)
        self.model.read_only = context.desk.read_only
        self.model.ticked.connect(self._tick)
        self.model.rewritten.connect(self._rewrite)
        self.model.moved.connect(self._move)
        self.list = AgendaList(self.model)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Add to the agenda"))
        self.line.setPlaceholderText(tr("Add, such as “Feedback 10 min”"))
        self.line.returnPressed.connect(self._add)
        self._problem = RoleLabel(role=FontRole.SECONDARY, tone="attention", wrap=True)
        self._problem.hide()
        self._sum = QuietLabel(small=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (CapsLabel(tr("Agenda")), self.list, self.line, self._problem, self._sum):
            layout.addWidget(part)
        actions.declare(agenda_commands(self), self.list)

    def show_detail(self, detail: MeetingDetail) -> None:
        """Show the agenda of a meeting."""
        self._meeting, self._name = detail.line.id, detail.line.name
        self.model.set_rows(detail.agenda)
        self._sum.setText(_sum_said(detail))
        self._sum.setVisible(bool(self._sum.text()))

    def chosen(self) -> AgendaRow | None:
        """Return the item that is chosen."""
        return self.model.row_at(self.list.currentIndex())

    def can_change(self) -> bool:
        """Whether an item is chosen that can be changed."""
        return self.chosen() is not None and not self.model.read_only

    def tick_chosen(self) -> None:
        """Note that the chosen item was talked about, or was not after all."""
        if (row := self.chosen()) is not None:
            self._tick(row.id, not row.done)

    def is_shared(self) -> bool:
        """Whether the other side may see the chosen item."""
        row = self.chosen()
        return row is not None and row.shared

    def share_chosen(self) -> None:
        """Show the chosen item to the other side, or keep it."""
        if (row := self.chosen()) is not None:
            shown, kind = not row.shared, ItemKind.AGENDA_ITEM
            share = partial(self._context.desk.showing.set_shown, kind, row.id, shown=shown)
            self._context.perform(share, sharing_said(self._name, shown=shown))

    def remove_chosen(self) -> None:
        """Take the chosen item off the agenda."""
        if (row := self.chosen()) is not None:
            remove = partial(self._context.desk.agenda.remove, row.id)
            self._context.perform(remove, tr("Taken off the agenda."))

    def _add(self) -> None:
        if self._meeting is None or not self.line.text().strip():
            return
        draft = read_agenda_line(self.line.text())
        add = partial(self._context.desk.agenda.add, self._meeting, draft)
        problems = self._context.problems(add, tr("Added to the agenda."))
        self._problem.setText(" ".join(text for key, text in problems.items() if key))
        self._problem.setVisible(bool(self._problem.text()))
        if not problems:
            self.line.clear()

    def _tick(self, item: UUID, done: bool) -> None:  # noqa: FBT001 (a slot)
        said = tr("Talked about.") if done else tr("Still to be talked about.")
        self._context.perform(partial(self._context.desk.agenda.set_done, item, done=done), said)

    def _rewrite(self, item: UUID, line: str) -> None:
        row = next((row for row in self.model.rows() if row.id == item), None)
        if row is None:
            return
        typed = read_agenda_line(line)
        draft = replace(row.draft, title=typed.title, minutes=typed.minutes)
        edit = partial(self._context.desk.agenda.edit, item, draft)
        self._context.perform(edit, tr("Agenda changed."))

    def _move(self, item: UUID, place: int) -> None:
        move = partial(self._context.desk.agenda.move, item, place)
        self._context.perform(move, tr("Agenda reordered."))

    def _show_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            return
        self.list.setCurrentIndex(index)
        menu = self._actions.menu(self, *MENU)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))


def _sum_said(detail: MeetingDetail) -> str:
    """Return how the time boxes fit the meeting; nothing where no item has one."""
    boxes, length = agenda_minutes(detail.agenda), detail.line.minutes
    if not boxes:
        return ""
    words = {"boxes": said_minutes(boxes, tr), "length": said_minutes(length, tr)}
    if boxes > length:
        return tr("{boxes} on the agenda, {length} planned for the meeting", **words)
    return tr("{boxes} of {length}", **words)
