"""What can be done with the meeting that is shown."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Context
from mentordesk.ui.meeting_choice import MeetingChoice
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
    "meeting.share_notes",
    "meeting.print",
    "meeting.delete",
    "meeting.erase_notes",
)
"""The menu of the page by ids; an empty one is a separator."""


def meeting_commands(
    shown: MeetingChoice,
    steps: MeetingSteps,
    export: Callable[[UUID], object],
    printing: Callable[[UUID], object],
) -> Sequence[Command]:
    """Return the commands of the page; ``export`` puts a meeting into a calendar.

    ``printing`` prints its notes, or saves them.
    """

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
        one("print", tr("P&rint or save the notes…"), printing, shown.there, "print"),
        one("delete", tr("De&lete"), steps.delete, shown.changeable, "trash"),
    ]


def share_notes_command(run: Callable[[], object], enabled: Callable[[], bool]) -> Command:
    """Return the command that shows the notes to the other side, or keeps them."""
    return Command(
        id="meeting.share_notes",
        label=tr("Share the notes, or &keep them"),
        run=run,
        icon="people",
        menu=Menu.ITEM,
        enabled=enabled,
    )


def erase_notes_command(run: Callable[[], object], enabled: Callable[[], bool]) -> Command:
    """Return the command that erases the notes for good."""
    return Command(
        id="meeting.erase_notes",
        label=tr("Erase the notes for good…"),
        run=run,
        icon="trash",
        menu=Menu.ITEM,
        enabled=enabled,
    )


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
