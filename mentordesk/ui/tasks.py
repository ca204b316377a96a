"""Long work off the window's thread: exports, drawings, files; on snapshots of rows, never more."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from typing_extensions import override

from mentordesk.domain.errors import KnownError

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818 (it is an answer, not an error)
    """The person does not want the result any more."""


class Progress(QObject):
    """How far a task is; the work itself asks whether to go on."""

    advanced = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int) -> None:
        """Say how far the work is.

        Raises:
            Cancelled: nobody wants the result any more.
        """
        if self._cancelled:
            raise Cancelled
        self.advanced.emit(done, total)


def if_known(failed: Callable[[KnownError], object]) -> Callable[[Exception], None]:
    """Return what hands on an error of the person's world; any other is our bug and is raised."""
    return partial(_sort_out, failed)


def _sort_out(failed: Callable[[KnownError], object], error: Exception) -> None:
    if not isinstance(error, KnownError):
        raise error
    failed(error)


class _Task(QRunnable, Generic[T]):
    def __init__(
        self, work: Callable[[Progress], T], progress: Progress, report: "_Report"
    ) -> None:
        super().__init__()
        self._work, self._progress, self._report = work, progress, report

    @override
    def run(self) -> None:
        try:
            result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 (handed to the window's thread, and raised there)
            self._report.failed.emit(error)
        else:
            self._report.finished.emit(result)


class _Report(QObject):
    """Brings the answer back to the window's thread."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        done: Callable[[object], object],
        failed: Callable[[Exception], object],
        runner: "TaskRunner",
    ) -> None:
        super().__init__(runner)
        self._done, self._on_failure, self._runner = done, failed, runner
        self._dropped = False
        self.finished.connect(self._finish)
        self.failed.connect(self._fail)

    def drop(self) -> None:
        """Tell nobody: whoever waited is gone."""
        self._dropped = True

    @Slot(object)
    def _finish(self, result: object) -> None:
        self._runner.forget(self)
        if not self._dropped:
            self._done(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._runner.forget(self)
        expected = isinstance(error, KnownError) and self._dropped
        if expected or isinstance(error, Cancelled):
            return
        if self._dropped:
            raise error
        self._on_failure(error)


class TaskRunner(QObject):
    """Runs one function at a time beside the window, and calls back on the window's thread."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reports: list[_Report] = []

    @property
    def busy(self) -> bool:
        """Whether anything is still running."""
        return bool(self._reports)

    def run(
        self,
        work: Callable[[Progress], object],
        done: Callable[[object], object],
        failed: Callable[[Exception], object],
        *,
        owner: QObject | None = None,
    ) -> Progress:
        """Start work on another thread and return its progress, which can also cancel it.

        Args:
            work: runs on the other thread.
            done: takes the result on the window's thread.
            failed: takes the error there, unless the work was cancelled.
            owner: what waits for the answer; if it goes first, nobody is told.
        """
        progress = Progress()
        progress.setParent(self)
        report = _Report(done, failed, self)
        if owner is not None:
            owner.destroyed.connect(report.drop)
            owner.destroyed.connect(progress.cancel)
        self._reports.append(report)
        self.busy_changed.emit(self.busy)
        self._pool.start(_Task(work, progress, report))
        return progress

    def forget(self, report: QObject) -> None:
        """Let go of a finished task."""
        self._reports = [one for one in self._reports if one is not report]
        report.deleteLater()
        self.busy_changed.emit(self.busy)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait for what is running, when the window closes."""
        return self._pool.waitForDone(milliseconds)
