"""What can be done in a list of meetings."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from mentordesk.ui.actions import Command
from mentordesk.ui.meeting_choice import MeetingChoice
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


def list_commands(
    prefix: str, chosen: MeetingChoice, steps: MeetingSteps, plan: Callable[[], object]
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
        one("open", tr("&Open"), steps.open, chosen.there, "meetings"),
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
