"""What leaves in one go, and the way it takes: written, then noted, then said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mentordesk.domain.errors import KnownError
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.release import Releasable, Released
from mentordesk.services.files import write_file
from mentordesk.ui.context import Context
from mentordesk.ui.tasks import Progress, if_known


@dataclass(frozen=True, kw_only=True)
class Job:
    """One file that is to leave.

    Attributes:
        what: by which way it leaves, for the exit log.
        name: the file's name to begin with, with its suffix.
        formats: a name for each suffix that the file may have; the first is offered.
        pieces: makes the file's bytes for a suffix; runs beside the window.
        steps: how many pieces there will be.
        said: the notice for a file's name.
    """

    released: Released[Releasable]
    what: ExitKind
    name: str
    formats: dict[str, str]
    pieces: Callable[[str], Iterable[bytes]]
    steps: int
    said: Callable[[str], str]


class Sending(QObject):
    """Writes the file of a job; belongs to the desk, so that the log is kept if a dialog closes."""

    advanced = Signal(float)
    """How much is written, from 0 to 1."""

    finished = Signal()
    stopped = Signal(str)
    """It could not be written, and why."""

    def __init__(self, context: Context, job: Job, path: Path) -> None:
        super().__init__(context)
        self._context, self._job, self._path = context, job, path
        self._progress: Progress | None = None

    def start(self) -> None:
        """Write beside the window."""
        work = partial(_write, self._job, self._path)
        self._progress = self._context.tasks.run(work, self._note, if_known(self._fail))
        self._progress.advanced.connect(self._advance)

    def cancel(self) -> None:
        """Stop; what stood there before stays."""
        if self._progress is not None:
            self._progress.cancel()

    def _advance(self, done: int, total: int) -> None:
        self.advanced.emit(done / max(total, 1))

    def _note(self, _: object) -> None:
        record = partial(self._context.desk.exits.record, self._job.released, self._job.what)
        self._context.perform(record)
        self._context.notify(self._job.said(self._path.name), undo=False)
        self.finished.emit()
        self.deleteLater()

    def _fail(self, error: KnownError) -> None:
        self.stopped.emit(str(error))
        self.deleteLater()


def _write(job: Job, path: Path, progress: Progress) -> None:
    def step(count: int) -> None:
        progress.step(min(count, job.steps), job.steps)

    step(0)
    write_file(path, job.pieces(path.suffix.casefold()), step)
