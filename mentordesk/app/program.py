"""The running program: which file is open, and what the window shows of it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QTimeZone
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog

from mentordesk.app.compose import build_shell
from mentordesk.app.settings import Settings, default_desk
from mentordesk.domain.errors import KnownError, LockedError, ReadOnlyError
from mentordesk.domain.people import PersonDraft
from mentordesk.domain.wall_time import known_zone
from mentordesk.services.desk import SUFFIX, Desk
from mentordesk.services.sample import build_sample
from mentordesk.ui.context import Context, Place
from mentordesk.ui.pages.welcome.first_steps import FirstSteps
from mentordesk.ui.pages.welcome.page import Beginning, WelcomePage
from mentordesk.ui.shell.commands import FileSteps
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.shell.main_window import MainWindow
from mentordesk.ui.theme import Theme, ThemeChoice
from mentordesk.ui.widgets.dialogs import ask, message_dialog
from mentordesk.ui.words import tr


class Program(QObject):
    """Opens and closes desks, and puts welcome, first steps or the desk into the window."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._theme = theme
        self._clock = clock
        self._desk: Desk | None = None
        self._shell: DeskShell | None = None
        self._sample_folder: TemporaryDirectory[str] | None = None
        window.left.connect(self._save)

    @property
    def shell(self) -> DeskShell | None:
        """The open desk in the window, if there is one."""
        return self._shell

    def open_first(self, path: Path | None) -> None:
        """Open a file, or the person's own desk, or welcome them."""
        if path is None and not default_desk().exists():
            self.welcome()
            return
        self.open_path(path or default_desk())

    def welcome(self, trouble: str = "") -> None:
        """Show the four ways to begin, and what stands in the way of the file, if anything."""
        self.close_desk()
        page = WelcomePage(trouble)
        page.begun.connect(self._begin)
        page.example_wanted.connect(self.show_sample)
        page.open_wanted.connect(self.ask_for_file)
        self._show(page, tr("Welcome"))
        page.first_focus().setFocus()

    def open_path(self, path: Path, *, take_over: bool = False) -> None:
        """Open a file in place of the present one; say in words if it can't be opened."""
        try:
            desk = self._opened(path, take_over=take_over)
        except LockedError as error:
            self._say_locked(path, error)
            return
        except KnownError as error:
            self._say(error)
            return
        self.close_desk()
        self._take(desk)

    def show_sample(self) -> None:
        """Open an example in a file of its own, which is thrown away afterwards."""
        folder = TemporaryDirectory(prefix="mentordesk-example-", ignore_cleanup_errors=True)
        path = Path(folder.name) / f"example{SUFFIX}"
        now = self._clock()
        build_sample(path, today=now.astimezone().date())
        self.close_desk()
        self._sample_folder = folder
        self._take(Desk.open(path, self._clock), label=tr("Example file"))

    def ask_for_file(self) -> None:
        """Let the person choose a file to open."""
        kinds = tr("MentorDesk files (*{suffix})", suffix=SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Open a file"), "", kinds)
        if chosen:
            self.open_path(Path(chosen))

    def ask_for_new_file(self) -> None:
        """Let the person choose where a new file shall lie."""
        kinds = tr("MentorDesk files (*{suffix})", suffix=SUFFIX)
        start = str(default_desk().with_name(f"new{SUFFIX}"))
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("New file"), start, kinds)
        if not chosen:
            return
        path = Path(chosen)
        self._create(path if path.suffix else path.with_suffix(SUFFIX), Beginning.BOTH)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Dress the program and remember it."""
        self._settings.theme = choice
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._theme.apply(application, choice)

    def close_desk(self) -> None:
        """Save and let go of the open file; a sample is thrown away."""
        if self._shell is not None:
            self._shell.closing()
            self._shell = None
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        if self._sample_folder is not None:
            self._sample_folder.cleanup()
            self._sample_folder = None

    def _begin(self, beginning: Beginning) -> None:
        self._create(default_desk(), beginning)

    def _create(self, path: Path, beginning: Beginning) -> None:
        try:
            desk = Desk.create(path, self._clock, make_folder=True)
            desk.people.begin(PersonDraft(name=tr("Me"), time_zone=local_zone()))
        except KnownError as error:
            self._say(error)
            return
        self.close_desk()
        self._desk = desk
        steps = FirstSteps(desk, beginning)
        steps.finished.connect(self._after_first_steps)
        self._show(steps, tr("First steps"))
        steps.focus_first()

    def _after_first_steps(self, place: Place) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            self._take(desk, place=place)

    def _say_locked(self, path: Path, error: LockedError) -> None:
        """Say who has a file; ask before one is taken that another computer left behind."""
        if not error.can_take_over:
            self._say(error)
            return
        if self._desk is None:
            self.welcome(str(error))
        ask(
            self._window,
            str(error),
            tr(
                "If it is still open there, what is written on one of the two computers can get "
                "lost."
            ),
            tr("Go on here"),
            partial(self.open_path, path, take_over=True),
        )

    def _opened(self, path: Path, *, take_over: bool) -> Desk:
        try:
            return Desk.open(path, self._clock, take_over=take_over)
        except ReadOnlyError:
            return Desk.open(path, self._clock, read_only=True)

    def _take(self, desk: Desk, *, label: str = "", place: Place | None = None) -> None:
        self._desk = desk
        context = Context(desk, self._theme, self._clock, local_zone())
        shell = build_shell(context, self._file_steps(), label)
        context.setParent(shell)
        shell.titled.connect(self._window.setWindowTitle)
        self._shell = shell
        self._window.show_content(shell)
        shell.go(place or Place("today"))

    def _file_steps(self) -> FileSteps:
        return FileSteps(
            open_file=self.ask_for_file,
            new_file=self.ask_for_new_file,
            show_sample=self.show_sample,
            close_window=self._window.close,
            choose_theme=self.choose_theme,
            theme=self._chosen_theme,
        )

    def _chosen_theme(self) -> ThemeChoice:
        return self._theme.choice

    def _say(self, error: KnownError) -> None:
        if self._desk is None:
            self.welcome(str(error))
        else:
            message_dialog(self._window, str(error))

    def _show(self, content: WelcomePage | FirstSteps, title: str) -> None:
        leave = QShortcut(QKeySequence("Ctrl+Q"), content)  # with a desk it is a command's
        leave.activated.connect(self._window.close)
        self._window.show_content(content)
        self._window.setWindowTitle(f"{title} · MentorDesk")

    def _save(self) -> None:
        if self._shell is not None:
            self._shell.context.save_open_editors()


def local_zone() -> str:
    """Return the IANA name of this computer's time zone, UTC if it has none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if known_zone(name) else "UTC"
