"""The rows of Today, each with the one click that settles it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentordesk.domain.today import Need, NextMeeting, Signal, Waiting
from mentordesk.ui.pages.today.said import (
    meeting_what,
    meeting_when,
    signal_ground,
    signal_title,
    waiting_ground,
)
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from mentordesk.ui.widgets.cards import Avatar, IconLabel, Row, TwoLines
from mentordesk.ui.widgets.tick_box import TickBox
from mentordesk.ui.words import tr


@dataclass(frozen=True)
class TodaySteps:
    """What can be done from Today; each takes the item it is about."""

    open_meeting: Callable[[UUID], object]
    took_place: Callable[[UUID], object]
    did_not: Callable[[UUID], object]
    done: Callable[[UUID], object]
    change_date: Callable[[UUID], object]
    open_goal: Callable[[Signal], object]
    talked: Callable[[UUID], object]
    plan_meeting: Callable[[UUID], object]


class MeetingRow(Row):
    """A meeting ahead: when, with whom, and the way to prepare it."""

    def __init__(
        self, meeting: NextMeeting, today: date, steps: TodaySteps, *, first: bool
    ) -> None:
        words = tr("Prepare") if first else tr("Open")
        kind = PrimaryButton if first else PlainButton
        button = kind(words, name=f"{words}: {meeting.name}")
        button.clicked.connect(partial(steps.open_meeting, meeting.id))
        day, time = meeting_when(meeting, today)
        super().__init__(
            meeting.name,
            meeting_what(meeting),
            leading=TwoLines(day, time, width=112),
            trailing=[button],
            opens=True,
            name=f"{meeting.name}, {day}, {time}",
        )
        self.opened.connect(partial(steps.open_meeting, meeting.id))


class SignalRow(Row):
    """Something that needs me, with the steps that settle it."""

    def __init__(
        self, signal: Signal, today: date, steps: TodaySteps, *, can_change: bool = True
    ) -> None:
        title = signal_title(signal, today)
        super().__init__(
            title,
            signal_ground(signal, today),
            leading=_leading(signal, title, steps if can_change else None),
            trailing=_trailing(signal, title, steps) if can_change else _ways(signal, title, steps),
        )


class WaitingRow(Row):
    """A promise of somebody else."""

    def __init__(
        self, waiting: Waiting, today: date, steps: TodaySteps, *, can_change: bool = True
    ) -> None:
        done = LinkButton(tr("They did it"), name=f"{tr('They did it')}: {waiting.title}")
        done.clicked.connect(partial(steps.done, waiting.item))
        super().__init__(
            waiting.title,
            waiting_ground(waiting, today),
            leading=_in_column(Avatar(waiting.initials or "?")),
            trailing=[done] if can_change else [],
        )


def _leading(signal: Signal, title: str, steps: TodaySteps | None) -> QWidget:
    """Return the mark of a row; without steps a box that can't be ticked is an icon."""
    if signal.need is Need.ACTION and steps is None:
        return IconLabel("action")
    if signal.need is Need.ACTION and steps is not None:
        box = TickBox(tr("Done: {title}", title=title))
        box.clicked.connect(partial(steps.done, signal.item))
        return box
    if signal.need in (Need.MOVED, Need.MILESTONE):
        return IconLabel("attention", role="attention")
    return _in_column(Avatar(signal.initials or "?"))


def _trailing(signal: Signal, title: str, steps: TodaySteps) -> list[QWidget]:
    def link(words: str, step: Callable[[], object]) -> LinkButton:
        button = LinkButton(words, name=f"{words}: {title}")
        button.clicked.connect(step)
        return button

    def plain(words: str, step: Callable[[], object]) -> PlainButton:
        button = PlainButton(words, name=f"{words}: {title}")
        button.clicked.connect(step)
        return button

    item = signal.item
    if signal.need is Need.ACTION:
        return [
            link(tr("Change date"), partial(steps.change_date, item)),
            plain(tr("Done"), partial(steps.done, item)),
        ]
    if signal.need is Need.RECORD:
        return [
            link(tr("Did not take place"), partial(steps.did_not, item)),
            link(tr("Open"), partial(steps.open_meeting, item)),
            plain(tr("It took place"), partial(steps.took_place, item)),
        ]
    if signal.need is Need.SILENCE:
        return [
            link(tr("We talked"), partial(steps.talked, item)),
            plain(tr("Plan a meeting"), partial(steps.plan_meeting, item)),
        ]
    words = tr("Rethink") if signal.need is Need.MOVED else tr("Open")
    return [plain(words, partial(steps.open_goal, signal))]


def _ways(signal: Signal, title: str, steps: TodaySteps) -> list[QWidget]:
    """Return where a row leads in a file that is only read."""
    if signal.need not in (Need.RECORD, Need.MOVED, Need.MILESTONE):
        return []
    button = PlainButton(tr("Open"), name=f"{tr('Open')}: {title}")
    meeting = signal.need is Need.RECORD
    way = partial(steps.open_meeting, signal.item) if meeting else partial(steps.open_goal, signal)
    button.clicked.connect(way)
    return [button]


def _in_column(mark: QWidget) -> QWidget:
    """Stand a round mark in the same column as check boxes and icons."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(mark)
    return holder
