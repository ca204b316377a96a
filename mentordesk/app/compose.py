"""Put pages, commands and services together: the one place that knows them all."""

from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.page import Page
from mentordesk.ui.pages.today.page import TodayPage
from mentordesk.ui.pages.today.rows import TodaySteps
from mentordesk.ui.shell.commands import FileSteps, shell_commands
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.words import tr


def build_shell(context: Context, files: FileSteps, label: str = "") -> DeskShell:
    """Return the window's content for an open desk.

    Args:
        context: the open desk with its clock and theme.
        files: what the program does with files.
        label: what kind of file it is, where that must be seen, such as an example.
    """
    actions = ActionTable(context.theme)
    shell = DeskShell(context, actions, {"today": _today}, label=label)
    actions.setParent(shell)
    actions.declare(shell_commands(shell, files), shell)
    _say_file(shell, label)
    return shell


def _today(context: Context, _actions: ActionTable) -> Page:
    steps = TodaySteps(
        open_meeting=print,
        took_place=print,
        did_not=print,
        done=print,
        change_date=print,
        open_goal=print,
        open_person=print,
        talked=print,
        plan_meeting=print,
    )
    return TodayPage(context, steps)


def _say_file(shell: DeskShell, label: str) -> None:
    desk = shell.context.desk
    words = label or desk.path.stem
    if desk.read_only:
        words = tr("{file} · only for reading", file=words)
    shell.rail.set_file("file", words, str(desk.path))
