"""Work on a closed file, while the window shows that it goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import KnownError
from mentordesk.ui.tasks import Progress, TaskRunner, if_known
from mentordesk.ui.widgets.calm_column import CalmColumn
from mentordesk.ui.words import tr

Show = Callable[[QWidget, str], object]
"""Puts a page into the window, under a title."""


class Waiting(QObject):
    """Runs one piece of work beside the window, behind a quiet page."""

    def __init__(self, show: Show, parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._tasks = TaskRunner(self)

    def run(
        self,
        words: str,
        work: Callable[[], object],
        done: Callable[[object], object],
        failed: Callable[[KnownError], object],
    ) -> None:
        """Say what is done, do it, and hand on what came of it.

        Args:
            words: what is done, and about how long it takes.
            work: runs on another thread, on a file that nobody has open.
            done: takes the result on the window's thread.
            failed: takes an error of the person's world; any other is raised.
        """
        self._show(CalmColumn(tr("One moment"), words), "")

        def run(_progress: Progress) -> object:
            return work()

        self._tasks.run(run, done, if_known(failed))
