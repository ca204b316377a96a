"""What can be done with a row of Today, from its menu."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.domain.today import Need, NextMeeting, Signal, Waiting
from mentordesk.ui.pages.today.rows import TodaySteps
from mentordesk.ui.row_menu import RowMenu, Verb
from mentordesk.ui.words import tr

TodayRow = NextMeeting | Signal | Waiting


def today_menu(
    host: QWidget,
    steps: TodaySteps,
    open_person: Callable[[UUID], object],
    can_change: Callable[[], bool],
) -> RowMenu[TodayRow]:
    """Return the menu of the rows; ``open_person`` takes a relationship."""

    def verb(
        name: str,
        label: str,
        step: Callable[[UUID], object],
        fits: Callable[[TodayRow], bool],
        icon: str,
    ) -> Verb[TodayRow]:
        return Verb(name, label, partial(_with_item, step), fits, icon)

    def changes(*needs: Need) -> Callable[[TodayRow], bool]:
        return lambda row: can_change() and isinstance(row, Signal) and row.need in needs

    def promise(row: TodayRow) -> bool:
        return isinstance(row, Waiting) or (isinstance(row, Signal) and row.need is Need.ACTION)

    return RowMenu(
        host,
        "today",
        [
            verb("open", tr("&Open the meeting"), steps.open_meeting, _is_meeting, "meetings"),
            Verb("goal", tr("Open the &goal"), partial(_open_goal, steps), _has_goal, "goal"),
            verb("done", tr("&Done"), steps.done, lambda r: can_change() and promise(r), "check"),
            verb(
                "move",
                tr("&Change date…"),
                steps.change_date,
                lambda row: can_change() and promise(row),
                "clock",
            ),
            verb("hold", tr("It &took place…"), steps.took_place, changes(Need.RECORD), "check"),
            verb("miss", tr("Did &not take place"), steps.did_not, changes(Need.RECORD), "dot"),
            verb("talked", tr("&We talked…"), steps.talked, changes(Need.SILENCE), "coffee"),
            verb(
                "plan",
                tr("Plan a &meeting…"),
                steps.plan_meeting,
                changes(Need.SILENCE),
                "meetings",
            ),
            Verb(
                "person",
                tr("Open the &person"),
                partial(_person, open_person),
                _has_person,
                "person",
            ),
        ],
    )


def _with_item(step: Callable[[UUID], object], row: TodayRow) -> None:
    step(row.id if isinstance(row, NextMeeting) else row.item)


def _is_meeting(row: TodayRow) -> bool:
    return isinstance(row, NextMeeting) or (isinstance(row, Signal) and row.need is Need.RECORD)


def _has_goal(row: TodayRow) -> bool:
    return isinstance(row, Signal) and row.need in {Need.MOVED, Need.MILESTONE}


def _open_goal(steps: TodaySteps, row: TodayRow) -> None:
    if isinstance(row, Signal):
        steps.open_goal(row)


def _has_person(row: TodayRow) -> bool:
    return row.relationship is not None


def _person(open_person: Callable[[UUID], object], row: TodayRow) -> None:
    if row.relationship is not None:
        open_person(row.relationship)
