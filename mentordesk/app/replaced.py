"""What the window does when another program changed, replaced or took away the open file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentordesk.app.places import ask_where
from mentordesk.domain.errors import KnownError, ReplacedError
from mentordesk.services.desk import SUFFIX
from mentordesk.ui.context import Context
from mentordesk.ui.pages.damaged.replaced import ReplacedDialog
from mentordesk.ui.widgets.dialogs import message_dialog
from mentordesk.ui.words import tr

if TYPE_CHECKING:
    from mentordesk.app.program import Program


class ReplacedFile(QObject):
    """Asks once at a time: read the file anew, or go on in a copy."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._asks = False

    def watch(self, context: Context) -> None:
        """Answer for one open file."""
        context.replaced.connect(self.ask)

    def ask(self, error: ReplacedError) -> None:
        """Say what happened, and do what is chosen."""
        desk = self._program.desk
        if self._asks or desk is None:
            return
        self._asks = True
        dialog = ReplacedDialog(
            str(error), gone=not desk.path.exists(), parent=self._program.window
        )
        dialog.reload_wanted.connect(self.reload)
        dialog.copy_wanted.connect(partial(self._ask_where, desk.path))
        dialog.exec()
        dialog.deleteLater()
        self._asks = False

    def reload(self) -> None:
        """Show what the other program wrote; what could not be saved since is let go."""
        if (desk := self._program.desk) is not None:
            self._program.close_desk()  # the lock is ours still
            self._program.open_path(desk.path, key=desk.key)

    def save_copy(self, place: Path) -> None:
        """Go on in a copy of what is open, with what was typed since."""
        desk, shell = self._program.desk, self._program.shell
        if desk is None:
            return
        try:
            desk.continue_in(place)
        except KnownError as error:
            message_dialog(self._program.window, str(error))
            return
        here = shell.history.here if shell is not None else None
        self._program.close_desk()  # saves what was typed since, in the copy
        self._program.open_path(place, here, key=desk.key)
        if (shell := self._program.shell) is not None:
            words = tr("You go on in “{name}”. The other file is as it is.", name=place.name)
            shell.context.notify(words, undo=False)

    def _ask_where(self, path: Path) -> None:
        start = path.with_name(f"{path.stem}-mine{SUFFIX}")
        place = ask_where(self._program, tr("Save mine as a copy"), start)
        if place is not None:
            self.save_copy(place)
