"""What the program does with a file that is damaged: a backup, or a copy of what can be read."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from mentordesk.app.settings import local_zone
from mentordesk.domain.backups import BackupRow, Protection
from mentordesk.domain.errors import DamagedError, KnownError
from mentordesk.domain.wall_time import from_utc
from mentordesk.services.backups import list_backups
from mentordesk.services.protecting import Key
from mentordesk.services.salvaging import SalvageReport, free_place, salvage_file
from mentordesk.ui.pages.damaged.page import DamagedPage, SalvagedPage
from mentordesk.ui.widgets.dialogs import ask
from mentordesk.ui.words import tr

if TYPE_CHECKING:
    from mentordesk.app.program import Program


class FileRescue(QObject):
    """Shows the pages about a damaged file, and does what is chosen there."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program

    def offer(self, path: Path, error: DamagedError, key: Key | None) -> None:
        """Show the two ways on; over an open file ask first, and say no more of a foreign file."""
        if not error.ours and not list_backups(path):
            self._program.say(error)
        elif self._program.desk is None:
            self.show(path, error, key)
        else:
            ask(
                self._program.window,
                str(error),
                tr("A backup of it, or a copy of what can be read, may help."),
                tr("See what can be done"),
                partial(self.show, path, error, key),
            )

    def show(self, path: Path, error: DamagedError, key: Key | None) -> None:
        """Say that a file is damaged, and offer the two ways on."""
        program = self._program
        program.close_desk()
        newest = next(iter(list_backups(path)), None)
        today = from_utc(program.clock(), local_zone()).local.date()
        page = DamagedPage(str(error), newest, local_zone(), today)
        if newest is not None:
            page.restore_wanted.connect(partial(self._restore, path, newest, key))
        page.copy_wanted.connect(partial(self._salvage, path, key))
        page.other_wanted.connect(program.ask_for_file)
        program.show(page, path.stem)
        page.first_focus().setFocus()

    def _restore(self, path: Path, newest: BackupRow, key: Key | None) -> None:
        put = partial(self._program.backups.restore_of, path, newest)
        if newest.protection is Protection.NONE:
            put(None, key)
        elif key is not None and newest.protection is Protection.PRESENT:
            put(key, key)
        else:
            self._program.keys.ask(newest.path, partial(_with_key, put, key))

    def _salvage(self, path: Path, key: Key | None) -> None:
        words = tr("Everything that can be read is copied. This can take a minute.")
        place = free_place(path)
        work = partial(salvage_file, path, key, place, self._program.clock)
        done = partial(self._show_report, place, key)
        self._program.waiting.run(words, work, done, self._say_failed)

    def _show_report(self, place: Path, key: Key | None, report: object) -> None:
        page = SalvagedPage(place.name, cast("SalvageReport", report))
        page.open_wanted.connect(partial(self._program.open_path, place, key=key))
        self._program.show(page, place.stem)
        page.open_button.setFocus()

    def _say_failed(self, error: KnownError) -> None:
        self._program.welcome(str(error))


def _with_key(put: "partial[None]", present: Key | None, key: Key) -> None:
    put(key, present)
