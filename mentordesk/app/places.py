"""Where the open file lies, where it could lie, and which one is opened at start."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from mentordesk.app.recent import recent_menu
from mentordesk.app.settings import default_desk
from mentordesk.domain.errors import KnownError
from mentordesk.services.desk import SUFFIX
from mentordesk.services.moving import move_file
from mentordesk.ui.context import Place
from mentordesk.ui.preferences import FILE
from mentordesk.ui.words import tr

if TYPE_CHECKING:
    from mentordesk.app.program import Program

RECENT_INSET = 64
"""Logical pixels from the window's corner to the menu of recent files."""


class FilePlaces:
    """What can be done with the place of the open file."""

    def __init__(self, program: "Program") -> None:
        self._program = program

    def home(self) -> Path:
        """Return the file that is opened at start."""
        chosen = self._program.settings.preferences.value(FILE)
        return Path(chosen) if chosen else default_desk()

    def move(self) -> None:
        """Let the person choose another place for the open file, and move it there."""
        if (desk := self._program.desk) is None:
            return
        chosen = ask_where(self._program, tr("Move this file to"), desk.path)
        if chosen is not None and chosen != desk.path:
            self.move_to(chosen)

    def move_to(self, target: Path) -> None:
        """Close the open file, move it and open it again; say in words if it can't be moved."""
        program = self._program
        if (desk := program.desk) is None or not self.may_move():
            return
        source, at_start, key = desk.path, self.is_at_start(), desk.key
        program.close_desk()
        trouble: KnownError | None = None
        try:
            move_file(source, target, program.clock())
        except KnownError as error:
            trouble = error
        if trouble is None and at_start:
            program.settings.preferences.choose(FILE, str(target.absolute()))
        program.open_path(source if trouble else target, Place("preferences"), key=key)
        if trouble is not None:
            program.say(trouble)
        elif program.shell is not None:
            program.shell.context.notify(tr("The file is at its new place."), undo=False)

    def show_folder(self) -> None:
        """Show the folder of the open file in the system's way."""
        if (desk := self._program.desk) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(desk.path.absolute().parent)))

    def open_at_start(self) -> None:
        """Let the open file be the one that is opened at start."""
        if (desk := self._program.desk) is not None:
            path = desk.path.absolute()
            chosen = "" if path == default_desk() else str(path)
            self._program.settings.preferences.choose(FILE, chosen)

    def is_at_start(self) -> bool:
        """Return whether the open file is opened at start."""
        desk = self._program.desk
        return desk is not None and desk.path.absolute() == self.home()

    def may_move(self) -> bool:
        """Return whether the open file is the person's own, and can be changed."""
        desk = self._program.desk
        return desk is not None and not desk.read_only and not self._program.shows_sample

    def has_recent(self) -> bool:
        """Return whether any file was open before."""
        return bool(self._program.settings.recent)

    def ask_which_recent(self) -> None:
        """Let the person choose one of the files that were open before."""
        program = self._program
        menu = recent_menu(program.settings, program.open_path, program.window)
        menu.exec(program.window.mapToGlobal(QPoint(RECENT_INSET, RECENT_INSET)))


def ask_where(program: "Program", title: str, start: Path) -> Path | None:
    """Let the person choose where a file shall lie; the suffix is added where it is left out."""
    kinds = tr("MentorDesk files (*{suffix})", suffix=SUFFIX)
    chosen, _ = QFileDialog.getSaveFileName(program.window, title, str(start), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(SUFFIX)
