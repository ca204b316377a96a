"""What is said once when a file is opened: after a crash, and where other programs write too."""

from mentordesk.app.settings import Settings
from mentordesk.domain.messages import Recovery
from mentordesk.services.places import kept_in_step_by, lies_in_network
from mentordesk.ui.context import Context
from mentordesk.ui.words import tr


def greet(context: Context, settings: Settings) -> None:
    """Say what came of a crash, or once for each file that its folder is a shared one."""
    desk = context.desk
    if desk.recovered is not None:
        context.notify(recovered_said(desk.recovered), undo=False)
    elif not desk.read_only and (words := place_said(context)) and settings.warn_once(desk.path):
        context.notify(words, undo=False)


def recovered_said(recovery: Recovery) -> str:
    """Return what is to be told after a crash."""
    if recovery.half_change:
        return tr(
            "MentorDesk was not closed last time. What was saved is here; one change that was cut "
            "short was taken back."
        )
    return tr("MentorDesk was not closed last time. What was saved is here.")


def place_said(context: Context) -> str:
    """Return a word on a folder that other programs or computers write to, else nothing."""
    path = context.desk.path
    if program := kept_in_step_by(path):
        return tr(
            "{program} keeps this folder in step. Have the file open on one computer at a time.",
            program=program,
        )
    if lies_in_network(path):
        return tr(
            "This file lies on another computer. Have it open on one computer at a time, and keep "
            "a backup here."
        )
    return ""
