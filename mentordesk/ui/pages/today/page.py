"""The page Today."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.dates_said import long_date
from mentordesk.domain.today import FEW, Signal, TodayRows
from mentordesk.domain.wall_time import from_utc
from mentordesk.ui.actions import Command
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.pages.today.menu import TodayRow, today_menu
from mentordesk.ui.pages.today.rows import MeetingRow, SignalRow, TodaySteps, WaitingRow
from mentordesk.ui.pages.today.said import greeting, month_said
from mentordesk.ui.row_menu import RowAsked
from mentordesk.ui.widgets.buttons import LinkButton
from mentordesk.ui.widgets.cards import Card, EmptyState, Group
from mentordesk.ui.widgets.labels import QuietLabel, TitleLabel
from mentordesk.ui.widgets.scroll import PageScroll
from mentordesk.ui.words import plural, tr


class TodayPage(Page):
    """What comes next, what needs me, what I wait for."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {
            "person",
            "member",
            "relationship",
            "goal",
            "milestone",
            "action",
            "meeting",
            "agenda_item",
            "contact",
        }
    )

    def __init__(self, context: Context, steps: TodaySteps) -> None:
        super().__init__(context)
        self._steps = steps
        self.menu = today_menu(self, steps, self._open_person, self._may_change)
        self._can_change = not context.desk.read_only
        self._unfolded: set[str] = set()
        self._greeting = TitleLabel()
        self._date = QuietLabel()
        self._groups = QVBoxLayout()
        self._groups.setSpacing(24)
        scroll = PageScroll()
        head = QHBoxLayout()
        head.addWidget(self._greeting, 1)
        head.addWidget(self._date)
        scroll.body.addLayout(head)
        scroll.body.addLayout(self._groups)
        scroll.body.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    @override
    def title(self) -> str:
        return tr("Today")

    @override
    def first_focus(self) -> QWidget | None:
        return next(iter(self._buttons()), None)

    @override
    def reload(self) -> None:
        now, today = self.context.now(), self.context.today()
        self._greeting.setText(greeting(from_utc(now, self.context.zone_name).local.hour))
        self._date.setText(long_date(today, today, tr))
        rows = self.context.desk.today.rows(now, today)
        place = self._focused_place()
        self._clear()
        for group in self._made(rows):
            self._groups.addWidget(group)
            group.show()  # now, not with the next event: the keyboard goes on inside it
        self._focus_again(place)

    def _made(self, rows: TodayRows) -> list[QWidget]:
        today, steps = self.context.today(), self._steps
        groups: list[QWidget] = []
        if rows.next:
            meetings = [
                self._asked(MeetingRow(meeting, today, steps, first=place == 0), meeting)
                for place, meeting in enumerate(rows.next)
            ]
            groups.append(_group(tr("Next"), meetings))
        if rows.needs:
            groups.append(_group(tr("Needs you"), self._needs(rows.needs)))
        if rows.waiting:
            waiting = [
                self._asked(WaitingRow(row, today, steps, can_change=self._can_change), row)
                for row in rows.waiting[: 2 * FEW]
            ]
            groups.append(_group(tr("Waiting for others"), waiting))
        if not groups:
            groups.append(
                EmptyState(
                    "today",
                    tr("Nothing needs you today"),
                    tr("Meetings, promises and dates that come near will stand here."),
                )
            )
        if words := month_said(rows.month):
            groups.append(QuietLabel(words, small=True, wrap=True))
        return groups

    def _needs(self, signals: Sequence[Signal]) -> list[QWidget]:
        """One person's rows stand together; the sixth and further ones are folded away."""
        today, steps = self.context.today(), self._steps
        made: list[QWidget] = []
        for whose, members in groupby(signals, key=_whose):
            rows = list(members)
            shown = rows if whose in self._unfolded else rows[:FEW]
            made += [
                self._asked(SignalRow(signal, today, steps, can_change=self._can_change), signal)
                for signal in shown
            ]
            if more := len(rows) - len(shown):
                made.append(_More(whose, rows[0].name, more, self))
        return made

    def _asked(self, widget: QWidget, row: TodayRow) -> QWidget:
        RowAsked(widget, row, self.menu)
        return widget

    def _open_person(self, relationship: UUID) -> None:
        self.context.go(Place("relationship", relationship))

    def _may_change(self) -> bool:
        return self._can_change

    @override
    def commands(self) -> Sequence[Command]:
        return self.menu.commands()

    def unfold(self, whose: str) -> None:
        """Show everything of one person."""
        self._unfolded.add(whose)
        self.reload()

    def _clear(self) -> None:
        while (item := self._groups.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _buttons(self) -> list[QPushButton]:
        return [b for b in self.findChildren(QPushButton) if b.isVisibleTo(self)]

    def _focused_place(self) -> int | None:
        buttons = self._buttons()
        focused = self.focusWidget()
        return buttons.index(focused) if focused in buttons and focused is not None else None

    def _focus_again(self, place: int | None) -> None:
        """Keep the keyboard where it was: where the settled row stood, the next one stands."""
        buttons = self._buttons()
        if place is not None and buttons:
            buttons[min(place, len(buttons) - 1)].setFocus()


class _More(QWidget):
    """The way to the rest of one person's rows."""

    def __init__(self, whose: str, name: str, count: int, page: TodayPage) -> None:
        super().__init__()
        self._whose, self._page = whose, page
        words = plural(count, "{count} more", "{count} more")
        button = LinkButton(words, name=f"{words}: {name}" if name else words)
        button.clicked.connect(self._unfold)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(36, 4, 16, 4)
        layout.addWidget(button)
        layout.addStretch()

    def _unfold(self) -> None:
        self._page.unfold(self._whose)


def _whose(signal: Signal) -> str:
    return str(signal.relationship or "")


def _group(caption: str, rows: Sequence[QWidget]) -> Group:
    card = Card()
    for row in rows:
        card.add_row(row)
    return Group(caption, card)
