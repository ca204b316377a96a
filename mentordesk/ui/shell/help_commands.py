"""Help, keys and what the program is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Place
from mentordesk.ui.shell.about import AboutDialog
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.shell.help_keys import HelpKeys
from mentordesk.ui.shell.shortcut_sheet import ShortcutSheet
from mentordesk.ui.words import tr


class HelpSteps(QObject):
    """Opens what explains the program."""

    def __init__(self, shell: DeskShell, data: Path) -> None:
        super().__init__(shell)
        self._shell, self._data = shell, data
        self.keys = HelpKeys(shell)

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        ShortcutSheet(self._shell.actions_table, self._shell.make_a_page, self._shell).open()

    def show_about(self) -> None:
        """Open what the program is and what it is made of."""
        shell = self._shell
        AboutDialog(self._data, shell.context.desk.path, shell).open()

    def show_privacy(self) -> None:
        """Show what is said of privacy and backups."""
        self._shell.go(Place("help", view="privacy"))


def help_commands(shell: DeskShell, data: Path) -> Sequence[Command]:
    """Return the commands for the action table; ``data`` is the usual folder of files."""
    steps = HelpSteps(shell, data)
    return [
        Command(
            id="help.here",
            label=tr("&Help for this page"),
            run=steps.keys.show,
            icon="help",
            keys=("F1",),
            menu=Menu.HELP,
            everywhere=True,
        ),
        Command(
            id="help.keys",
            label=tr("All &keys"),
            run=steps.show_keys,
            icon="keyboard",
            keys=("Ctrl+?", "Ctrl+/", "Shift+F1"),
            menu=Menu.HELP,
            everywhere=True,
        ),
        Command(
            id="help.privacy",
            label=tr("&Privacy and backups"),
            run=steps.show_privacy,
            icon="lock",
            menu=Menu.HELP,
        ),
        Command(
            id="help.about",
            label=tr("&About MentorDesk"),
            run=steps.show_about,
            icon="logo",
            menu=Menu.HELP,
        ),
    ]
