"""Put pages, commands and services together: the one place that knows them all."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from mentordesk.domain.today import Signal
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.pages.today.page import TodayPage
from mentordesk.ui.pages.today.rows import TodaySteps
from mentordesk.ui.shell.commands import FileSteps, shell_commands
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.words import tr


def build_shell(context: Context, files: FileSteps, label: str = "") -> DeskShell:
    """Return the window's content for an open desk.

    Args:
        label: what kind of file it is, where that must be seen, such as an example.
    """
    actions = ActionTable(context.theme)
    shell = DeskShell(context, actions, {"today": _today}, label=label)
    actions.setParent(shell)
    actions.declare(shell_commands(shell, files), shell)
    actions.release()
    _say_file(shell, label)
    return shell
