"""What can be done with the meeting that is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from mentordesk.domain.enums import PLANNED, MeetingStatus
from mentordesk.domain.meetings import MeetingLine
from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Context
from mentordesk.ui.pages.meeting.steps import MeetingSteps
from mentordesk.ui.words import tr

MENU = (
    "meeting.edit",
    "meeting.move",
    "",
    "meeting.propose",
    "meeting.confirm",
    "meeting.hold",
    "meeting.miss",
    "meeting.cancel",
    "meeting.reopen",
    "",
    "meeting.calendar",
    "meeting.delete",
)
"""The menu of the page by ids; an empty one is a separator."""


@dataclass(frozen=True)
class Shown:
    """The meeting that is shown, and what may be done with it now."""

    line: Callable[[], MeetingLine | None]
    now: Callable[[], datetime]
    read_only: bool

    def run(self, step: Callable[[UUID], object]) -> None:
        """Do one step with it."""
        if (line := self.line()) is not None:
            step(line.id)

    def there(self) -> bool:
        """Whether it is there."""
        return self.line() is not None

    def changeable(self) -> bool:
        """Whether it is there and can be changed."""
        return self.line() is not None and not self.read_only

    def planned(self) -> bool:
        """Whether it is planned, whenever that is."""
        line = self.line()
        return self.changeable() and line is not None and line.status in PLANNED

    def proposed(self) -> bool:
        """Whether it waits for a yes."""
        line = self.line()
        return self.planned() and line is not None and line.status is MeetingStatus.PROPOSED

    def confirmed(self) -> bool:
        """Whether both sides agreed."""
        return self.planned() and not self.proposed()

    def begun(self) -> bool:
        """Whether it is planned and its day has come, where it was planned."""
        line = self.line()
        if line is None or not self.planned():
            return False
        return line.day <= self.now().astimezone(line.start.aware.tzinfo).date()

    def over(self) -> bool:
        """Whether it has been said what became of it."""
        return self.changeable() and not self.planned()


def meeting_commands(
    shown: Shown, steps: MeetingSteps, export: Callable[[UUID], object]
) -> Sequence[Command]:
    """Return the commands of the page; ``export`` puts a meeting into a calendar."""

    def one(
        verb: str,
        words: str,
        step: Callable[[UUID], object],
        enabled: Callable[[], bool],
        icon: str,
    ) -> Command:
        return Command(
            id=f"meeting.{verb}",
            label=words,
            run=partial(shown.run, step),
            icon=icon,
            enabled=enabled,
            menu=Menu.ITEM,
        )

    return [
        one("edit", tr("&Edit…"), steps.edit, shown.changeable, "edit"),
        one("move", tr("&Move…"), steps.move, shown.planned, "clock"),
        one("confirm", tr("Con&firm"), steps.confirm, shown.proposed, "check"),
        one("propose", tr("Still a &proposal"), steps.propose, shown.confirmed, "clock"),
        one("hold", tr("It took pl&ace…"), steps.hold, shown.begun, "check"),
        one("miss", tr("Did &not take place"), steps.miss, shown.begun, "dot"),
        one("cancel", tr("&Cancel meeting…"), steps.cancel, shown.planned, "close"),
        one("reopen", tr("Plan it a&gain"), steps.reopen, shown.over, "undo"),
        one("calendar", tr("Put into a calen&dar…"), export, shown.there, "calendar-add"),
        one("delete", tr("De&lete"), steps.delete, shown.changeable, "trash"),
    ]


def new_commands(context: Context, plan: Callable[[], object]) -> Sequence[Command]:
    """Return the command that plans a meeting from anywhere."""
    return [
        Command(
            id="meeting.plan",
            label=tr("New &meeting…"),
            run=plan,
            icon="meetings",
            keys=("Ctrl+M",),
            menu=Menu.NEW,
            enabled=lambda: not context.desk.read_only,
            everywhere=True,
        )
    ]
