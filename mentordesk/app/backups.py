"""What the program does with the backups of the open file."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from mentordesk.app.keeper import BackupKeeper
from mentordesk.domain.backups import BackupReason, BackupRow, Protection
from mentordesk.domain.errors import KnownError
from mentordesk.services.backups import restore
from mentordesk.services.desk import SUFFIX, Desk
from mentordesk.services.protecting import Key
from mentordesk.ui.backup_steps import BackupSteps
from mentordesk.ui.context import Context, Place
from mentordesk.ui.pages.backups.said import when_said
from mentordesk.ui.widgets.dialogs import ask
from mentordesk.ui.words import tr

if TYPE_CHECKING:
    from mentordesk.app.program import Program

PAGE = Place("backups")
_STAYS = 3_600_000
"""Milliseconds: the way back from a copy stays in sight."""


@dataclass(frozen=True)
class _Origin:
    """The file that a copy is shown in place of."""

    path: Path
    key: Key | None


class FileBackups(QObject):
    """Makes, shows and restores backups; the window shows what comes of it."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._origin: _Origin | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self.keeper = BackupKeeper(program.clock, self)
        self.keeper.made.connect(self._say_made)
        self.keeper.failed.connect(self._say_failed)

    def steps(self) -> BackupSteps:
        """Return what pages may do."""
        return BackupSteps(
            make=self.make,
            open_copy=self.open_copy,
            restore=self.ask_to_restore,
            go_back=self.go_back,
            shows_copy=self.shows_copy,
            may_make=self._program.places.may_move,
            show_folder=self.show_folder,
        )

    def watch(self, context: Context) -> None:
        """Keep backups of the person's own file while it is open."""
        if self._program.places.may_move():
            self.keeper.watch(context)

    def stop(self) -> None:
        """Let go of the open file, which is about to be closed."""
        self.keeper.stop()

    def forget_copy(self) -> None:
        """Throw the copy away that was shown."""
        self._origin = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def shows_copy(self) -> bool:
        """Return whether a copy of a backup is shown in place of the person's file."""
        return self._origin is not None

    @property
    def origin(self) -> Path | None:
        """The file that a copy is shown in place of."""
        return None if self._origin is None else self._origin.path

    def make(self) -> None:
        """Make a backup now."""
        self.keeper.make(BackupReason.ASKED)

    def show_folder(self) -> None:
        """Show the folder of the backups in the system's way."""
        if (desk := self._program.desk) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(desk.backups.folder)))

    def open_copy(self, row: BackupRow) -> None:
        """Show a backup in place of the open file, as a copy that is thrown away."""
        if (desk := self._program.desk) is None:
            return
        origin = _Origin(desk.path, desk.key)
        key = origin.key if row.protection is Protection.PRESENT else None
        if row.protection is Protection.EARLIER:
            self._program.keys.ask(row.path, partial(self._show_copy, row, origin))
        else:
            self._try(partial(self._show_copy, row, origin, key))

    def go_back(self) -> None:
        """Open the file again that a copy is shown in place of."""
        if (origin := self._origin) is not None:
            self._program.open_path(origin.path, PAGE, key=origin.key)

    def ask_to_restore(self, row: BackupRow) -> None:
        """Ask, then put a backup in the place of the open file."""
        if (desk := self._program.desk) is None:
            return
        when = when_said(row.at, self._zone())
        ask(
            self._program.window,
            tr("Restore the backup of {when}?", when=when),
            tr(
                "The file will be as it was then. What it is now is kept as a backup of its own, "
                "so that you can come back to it. Undo does not reach back behind this."
            ),
            tr("Restore"),
            partial(self._find_key, row, _Origin(desk.path, desk.key)),
        )

    def restore_of(self, path: Path, row: BackupRow, key: Key | None, present: Key | None) -> None:
        """Put a backup in the place of a file, which is closed, while the window waits."""
        self._program.close_desk()
        words = tr("The backup is read, checked and put in place. This takes a few seconds.")
        now = self._program.clock()
        work = partial(restore, row.path, path, now=now, key=key, present=present)
        done = partial(self._restored, path, key)
        self._program.waiting.run(words, work, done, partial(self._not_restored, path, present))

    def _find_key(self, row: BackupRow, origin: _Origin) -> None:
        if row.protection is Protection.EARLIER:
            use = partial(self._restore_with, row, origin)
            self._program.keys.ask(row.path, use)
        else:
            key = origin.key if row.protection is Protection.PRESENT else None
            self.restore_of(origin.path, row, key, origin.key)

    def _restore_with(self, row: BackupRow, origin: _Origin, key: Key) -> None:
        Desk.open(row.path, self._program.clock, key=key, read_only=True).close()
        self.restore_of(origin.path, row, key, origin.key)

    def _restored(self, path: Path, key: Key | None, kept: object) -> None:
        self._program.open_path(path, PAGE, key=key)
        if (shell := self._program.shell) is not None and kept is not None:
            shell.context.notify(tr("Restored. What was there is kept."), undo=False)

    def _not_restored(self, path: Path, present: Key | None, error: KnownError) -> None:
        self._program.open_path(path, PAGE, key=present)
        self._program.say(error)

    def _show_copy(self, row: BackupRow, origin: _Origin, key: Key | None) -> None:
        folder = TemporaryDirectory(prefix="mentordesk-copy-", ignore_cleanup_errors=True)
        path = Path(folder.name) / f"copy{SUFFIX}"
        try:
            copyfile(row.path, path)
            path.chmod(0o600)
            Desk.open(path, self._program.clock, key=key).close()  # an older one is brought up
            desk = Desk.open(path, self._program.clock, key=key, read_only=True)
        except BaseException:
            folder.cleanup()
            raise
        self._program.close_desk()
        self._folder, self._origin = folder, origin
        when = when_said(row.at, self._zone(desk))
        self._program.take(desk, label=tr("Backup of {when}", when=when))
        if (shell := self._program.shell) is not None:
            shell.notices.show_notice(
                tr("This is a copy to look at. Nothing in it can be changed."),
                tr("Back to my file"),
                self.go_back,
                _STAYS,
            )

    def _try(self, step: Callable[[], object]) -> None:
        try:
            step()
        except KnownError as error:
            self._program.say(error)

    def _say_made(self, asked: bool) -> None:  # noqa: FBT001
        if (shell := self._program.shell) is not None:
            shell.context.backed_up.emit()
            if asked:
                shell.context.notify(tr("Backed up, and read again."), undo=False)

    def _say_failed(self, error: KnownError) -> None:
        if (shell := self._program.shell) is not None:
            words = tr("No backup was made. {why}", why=str(error))
            shell.context.notify(words, undo=False)

    def _zone(self, desk: Desk | None = None) -> str:
        found = desk or self._program.desk
        return "UTC" if found is None else found.people.my_zone()
