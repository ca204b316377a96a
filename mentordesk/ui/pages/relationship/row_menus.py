"""What can be done with a row of the stream and with an open promise, from their menus."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.domain.people import OpenPromise
from mentordesk.domain.stream import MeetingHappened, PromiseKept, PromiseMade, StreamRow
from mentordesk.ui.pages.relationship.stream_list import leads_on
from mentordesk.ui.row_menu import RowMenu, Verb
from mentordesk.ui.words import tr


def stream_menu(
    host: QWidget,
    open_row: Callable[[StreamRow], object],
    settle: Callable[[UUID, str], object],
    can_change: Callable[[], bool],
) -> RowMenu[StreamRow]:
    """Return the menu of the stream; ``settle`` takes an action and what it is called."""

    def is_open(row: StreamRow) -> bool:
        open_promise = isinstance(row, PromiseMade) and row.done is None and row.dropped is None
        return can_change() and open_promise

    return RowMenu(
        host,
        "stream",
        [
            Verb("open", tr("&Open the meeting"), open_row, _in_meeting, "meetings"),
            Verb("goals", tr("Show the &goals"), open_row, _is_of_goal, "goal"),
            Verb("done", tr("&Done"), partial(_settle, settle), is_open, "check"),
        ],
    )


def promise_menu(
    host: QWidget, settle: Callable[[OpenPromise], object], can_change: Callable[[], bool]
) -> RowMenu[OpenPromise]:
    """Return the menu of the open promises."""

    def may(_promise: OpenPromise) -> bool:
        return can_change()

    return RowMenu(host, "promise", [Verb("done", tr("&Done"), settle, may, "check")])


def _in_meeting(row: StreamRow) -> bool:
    return leads_on(row) and isinstance(row, MeetingHappened | PromiseMade | PromiseKept)


def _is_of_goal(row: StreamRow) -> bool:
    return leads_on(row) and not _in_meeting(row)


def _settle(settle: Callable[[UUID, str], object], row: StreamRow) -> None:
    if isinstance(row, PromiseMade):
        settle(row.item, row.title)
