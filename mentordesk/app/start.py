"""Start the window: paint first, then import what is heavy, then open the desk."""

import argparse
import gc
import signal
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mentordesk import display
from mentordesk.app.settings import Settings
from mentordesk.app.wear import wear
from mentordesk.resource import resource
from mentordesk.ui.shell.main_window import MainWindow
from mentordesk.ui.tasks import Progress, TaskRunner
from mentordesk.ui.theme import Theme

if TYPE_CHECKING:
    from mentordesk.app.program import Program


def run(argv: list[str]) -> int:
    """Run the window's event loop; without a display draw the sample instead."""
    application = QApplication(["mentordesk", *argv])
    application.setApplicationName("MentorDesk")
    application.setDesktopFileName("org.mentordesk.MentorDesk")
    application.setWindowIcon(QIcon(str(resource("mentordesk.svg"))))
    said = _parse(application.arguments()[1:])
    if display.is_absent(application.platformName()):
        from mentordesk.app import draw_sample

        return display.draw_instead(draw_sample)
    settings = Settings()
    theme = Theme()
    wear(application, theme, settings.preferences)
    starter = Starter(said, settings, theme)
    sys.excepthook = starter.report
    _heed_interrupts(application)
    starter.show()
    return application.exec()


class Starter(QObject):
    """Shows the window at once and brings the program into it when that is loaded."""

    def __init__(self, said: argparse.Namespace, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._said, self._settings, self._theme = said, settings, theme
        self._tasks = TaskRunner(self)
        self._program: Program | None = None
        self.window = MainWindow(self._close)
        self.window.painted.connect(self._load)

    def show(self) -> None:
        """Open the window, empty."""
        self.window.open_as(self._settings.geometry)
        self.window.show()

    def report(
        self,
        kind: type[BaseException],
        _error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write down what is wrong in the program itself, and say so."""
        from mentordesk.ui.shell.crash import report_crash

        report_crash(self.window, kind, trace)

    def _load(self) -> None:
        self._tasks.run(_import_program, self._begin, self._raise)

    def _begin(self, _module: object) -> None:
        from mentordesk.app.program import Program

        self._program = Program(self.window, self._settings, self._theme, real_clock, self)
        if self._said.sample:
            self._program.show_sample()
        else:
            self._program.open_first(self._said.file)

    def _raise(self, error: Exception) -> None:
        raise error

    def _close(self) -> None:
        self._settings.geometry = self.window.saveGeometry()
        if self._program is not None:
            self._program.close_desk()


def real_clock() -> datetime:
    """Return the present moment in UTC, to the second as the file keeps it."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 (the one clock)


def _import_program(_progress: Progress) -> object:
    # All that an import makes stays: to look through it for waste again and again would take
    # longer than a tenth of it, and the window would have to wait for that.
    gc.disable()
    try:
        return import_module("mentordesk.app.program")
    finally:
        gc.freeze()
        gc.enable()


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mentordesk", description="Open a desk in a window.")
    parser.add_argument("file", nargs="?", type=Path, help="a file that ends in .mentordesk")
    parser.add_argument("--sample", action="store_true", help="open a throw-away example")
    return parser.parse_args(arguments)


def _heed_interrupts(application: QApplication) -> None:
    """Close the window properly when the system or Ctrl+C asks: Python must get a turn to see it.

    A terminal that is closed under the program hangs up (SIGHUP; unknown to Windows).
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: application.closeAllWindows())
    turn = QTimer(application)
    turn.timeout.connect(_take_a_turn)
    turn.start(500)


def _take_a_turn() -> None:
    """Do nothing in Python, so that signals are looked at."""
