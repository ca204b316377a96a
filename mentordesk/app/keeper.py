"""Makes the program's own backups: at the start, and after each half hour of changes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.errors import KnownError
from mentordesk.services.backups import Backups
from mentordesk.ui.context import Context
from mentordesk.ui.tasks import Progress, TaskRunner

EVERY = timedelta(minutes=30)
"""Of change; a desk that nobody touches needs no further backup."""

_LOOKS_EVERY = 60_000
_FIRST_AFTER = 4_000
"""Milliseconds; the first page is read by then."""


class BackupKeeper(QObject):
    """Watches one open file; its backups run beside the window."""

    failed = Signal(object)
    """A ``KnownError``: a backup could not be made."""

    made = Signal(bool)
    """A backup was made; whether somebody asked for it."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tasks = TaskRunner(self)
        self._backups: Backups | None = None
        self._running: Progress | None = None
        self._changed_since: datetime | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_FIRST_AFTER)
        self._first.timeout.connect(self.start)

    def watch(self, context: Context) -> None:
        """Keep backups of an open file until ``stop``."""
        self._backups = context.desk.backups
        self._changed_since = None
        context.changed.connect(self._note_change)
        self._timer.start(_LOOKS_EVERY)
        self._first.start()

    def stop(self) -> None:
        """Watch no more, and wait for what is running: the file is about to be closed."""
        self._timer.stop()
        self._first.stop()
        self._backups = None
        if self._running is not None:
            self._running.cancel()
        self._tasks.wait()
        self._running = None

    def start(self) -> None:
        """Make the first backup if the file changed since its newest one."""
        if self._backups is not None and self._backups.changed_since_newest():
            self.make(BackupReason.AUTOMATIC)

    def look(self) -> None:
        """Make a backup if the file has been changing for long enough."""
        since = self._changed_since
        if since is not None and self._clock() - since >= EVERY:
            self.make(BackupReason.AUTOMATIC)

    def make(self, why: BackupReason) -> None:
        """Make a backup beside the window, unless one is being made."""
        if self._backups is None or self._running is not None:
            return
        self._changed_since = None
        asked = why is BackupReason.ASKED
        work = partial(_make, self._backups, why)
        self._running = self._tasks.run(work, partial(self._finish, asked), self._fail)

    def wait(self) -> bool:
        """Wait for the backup that is being made."""
        return self._tasks.wait(60_000)

    def _note_change(self, _message: object) -> None:
        if self._changed_since is None:
            self._changed_since = self._clock()

    def _finish(self, asked: bool, _place: object) -> None:  # noqa: FBT001
        self._running = None
        if self._backups is not None:
            self.made.emit(asked)

    def _fail(self, error: Exception) -> None:
        self._running = None
        if self._backups is None:  # it was given up with the file
            return
        if not isinstance(error, KnownError):
            raise error
        self._changed_since = self._clock()  # tried again in half an hour
        self.failed.emit(error)


def _make(backups: Backups, why: BackupReason, progress: Progress) -> Path:
    return backups.make(why, progress.step)
