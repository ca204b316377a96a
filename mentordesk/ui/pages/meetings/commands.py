"""What can be done in a list of meetings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from mentordesk.domain.enums import PLANNED, MeetingStatus
from mentordesk.domain.meetings import MeetingLine
from mentordesk.ui.actions import Command
from mentordesk.ui.pages.meetings.steps import MeetingSteps
from mentordesk.ui.words import tr

MENU = (
    "open",
    "",
    "edit",
    "move",
    "confirm",
    "hold",
    "miss",
    "cancel",
    "reopen",
    "",
    "delete",
    "",
    "plan",
)
"""The context menu by verbs; an empty one is a separator."""


@dataclass(frozen=True)
class Chosen:
    """The meeting that is chosen in a list, and what may be done with it now."""

    line: Callable[[], MeetingLine | None]
    now: Callable[[], datetime]
    read_only: bool

    def run(self, step: Callable[[UUID], object]) -> None:
        """Do one step with it."""
        if (line := self.line()) is not None:
            step(line.id)

    def writable(self) -> bool:
        """Whether anything can be changed at all."""
        return not self.read_only

    def any(self) -> bool:
        """Whether a meeting is chosen."""
        return self.line() is not None

    def changeable(self) -> bool:
        """Whether it can be changed."""
        return self.any() and not self.read_only

    def planned(self) -> bool:
        """Whether it is planned, whenever that is."""
        line = self.line()
        return self.changeable() and line is not None and line.status in PLANNED

    def proposed(self) -> bool:
        """Whether it waits for a yes."""
        line = self.line()
        return self.planned() and line is not None and line.status is MeetingStatus.PROPOSED

    def begun(self) -> bool:
        """Whether it is planned and its day has come."""
        line = self.line()
        if line is None or not self.planned():
            return False
        there = self.now().astimezone(line.start.aware.tzinfo).date()
        return line.day <= there

    def over(self) -> bool:
        """Whether it has been said what became of it."""
        line = self.line()
        return self.changeable() and line is not None and line.status not in PLANNED


def list_commands(
    prefix: str, chosen: Chosen, steps: MeetingSteps, plan: Callable[[], object]
) -> Sequence[Command]:
    """Return the commands of one list; their ids begin with its prefix."""

    def one(
        verb: str,
        words: str,
        step: Callable[[UUID], object],
        enabled: Callable[[], bool],
        icon: str = "",
        key: str = "",
    ) -> Command:
        return Command(
            id=f"{prefix}.{verb}",
            label=words,
            run=partial(chosen.run, step),
            icon=icon,
            keys=(key,) if key else (),
            enabled=enabled,
        )

    return [
        one("open", tr("&Open"), steps.open, chosen.any, "meetings"),
        one("edit", tr("&Edit…"), steps.edit, chosen.changeable, "edit", "F2"),
        one("move", tr("&Move…"), steps.move, chosen.planned, "clock"),
        one("confirm", tr("Con&firm"), steps.confirm, chosen.proposed, "check"),
        one("hold", tr("It took p&lace…"), steps.hold, chosen.begun, "check"),
        one("miss", tr("Did &not take place"), steps.miss, chosen.begun, "dot"),
        one("cancel", tr("&Cancel meeting…"), steps.cancel, chosen.planned, "close"),
        one("reopen", tr("Plan it a&gain"), steps.reopen, chosen.over, "undo"),
        one("delete", tr("&Delete"), steps.delete, chosen.changeable, "trash", "Del"),
        Command(
            id=f"{prefix}.plan",
            label=tr("&Plan a meeting…"),
            run=plan,
            icon="plus",
            enabled=chosen.writable,
        ),
    ]
