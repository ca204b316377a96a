"""The running program: which file is open, and what the window shows of it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from mentordesk.app.backups import FileBackups
from mentordesk.app.beginnings import Beginnings
from mentordesk.app.compose import build_shell
from mentordesk.app.greeting import greet
from mentordesk.app.guards import Guards
from mentordesk.app.keys import Keys
from mentordesk.app.places import FilePlaces
from mentordesk.app.replaced import ReplacedFile
from mentordesk.app.rescue import FileRescue
from mentordesk.app.settings import Settings, default_desk, local_zone
from mentordesk.app.waiting import Waiting
from mentordesk.app.wear import wear
from mentordesk.domain.errors import (
    DamagedError,
    KnownError,
    LockedError,
    ReadOnlyError,
    WrongKeyError,
)
from mentordesk.domain.messages import Changed
from mentordesk.services.desk import SUFFIX, Desk
from mentordesk.services.protecting import Key, Rekeyed
from mentordesk.services.sample import build_sample
from mentordesk.ui.context import Context, Place
from mentordesk.ui.key_steps import KeySteps
from mentordesk.ui.pages.welcome.page import WelcomePage
from mentordesk.ui.preferences import RECENT_PROTECTED, TEXT_SIZE, ZONE
from mentordesk.ui.shell.commands import FileSteps
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.shell.main_window import MainWindow
from mentordesk.ui.theme import Theme
from mentordesk.ui.widgets.dialogs import ask, message_dialog
from mentordesk.ui.words import tr

OFFERED_FOR = 20_000
"""Milliseconds that the offer of a passphrase stays."""

_MADE_ANEW = (TEXT_SIZE.key, ZONE.key)
"""Preferences that pages take in when they are made."""


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
        self.window = window
        self.settings = settings
        self._theme = theme
        self.clock = clock
        self._desk: Desk | None = None
        self._shell: DeskShell | None = None
        self._sample_folder: TemporaryDirectory[str] | None = None
        self._label = ""
        # After the event that asks for it: what is pressed just now would be gone under it.
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.timeout.connect(self._renew)
        self.waiting = Waiting(self.show, self)
        self.keys = Keys(self.show, self.waiting, clock, self.ask_for_file, self)
        self.places = FilePlaces(self)
        self.backups = FileBackups(self)
        self.rescue = FileRescue(self)
        self.replaced = ReplacedFile(self)
        self._beginnings = Beginnings(self)
        self._guards = Guards(settings, clock, self)
        self._guards.lock_wanted.connect(self.lock)
        window.left.connect(self._save)
        settings.preferences.changed.connect(self._follow)

    @property
    def desk(self) -> Desk | None:
        """The open file, if there is one."""
        return self._desk

    @property
    def shows_sample(self) -> bool:
        """Whether the open file is an example or a copy, which is thrown away afterwards."""
        return self._sample_folder is not None or self.backups.shows_copy()

    @property
    def shell(self) -> DeskShell | None:
        """The open desk in the window, if there is one."""
        return self._shell

    def open_first(self, path: Path | None) -> None:
        """Open a file, or the person's own desk, or welcome them."""
        home = self.places.home()
        if path is None and home == default_desk() and not home.exists():
            self.welcome()
            return
        self.open_path(path or home)

    def welcome(self, trouble: str = "") -> None:
        """Show the four ways to begin, and what stands in the way of the file, if anything."""
        self.close_desk()
        page = WelcomePage(trouble)
        page.begun.connect(self._beginnings.begin)
        page.example_wanted.connect(self.show_sample)
        page.open_wanted.connect(self.ask_for_file)
        self.show(page, tr("Welcome"))
        page.first_focus().setFocus()

    def open_path(
        self,
        path: Path,
        place: Place | None = None,
        *,
        key: Key | None = None,
        take_over: bool = False,
    ) -> None:
        """Open a file in place of the present one; say in words if it can't be opened.

        A file that needs a key and is given none is asked for it on a page of its own.
        """
        try:
            desk = self._opened(path, key, take_over=take_over)
        except WrongKeyError:
            self._ask_for_key(path, place, take_over=take_over)
            return
        except LockedError as error:
            self._say_locked(path, error)
            return
        except DamagedError as error:
            self.rescue.offer(path, error, key)
            return
        except KnownError as error:
            self.say(error)
            return
        self.close_desk()
        self.take(desk, place=place)

    def lock(self) -> None:
        """Save, let go of an encrypted file and its key, and ask for the passphrase again."""
        if self._desk is None or not self._desk.encrypted:
            return
        here = self._shell.history.here if self._shell else None
        path = self.backups.origin or self._desk.path  # a copy to look at is gone then
        _close_dialogs()
        self._ask_for_key(path, here, locked=True)

    def set_passphrase(self, passphrase: str | None) -> None:
        """Write the open file anew with this passphrase, or with none, and open it again."""
        if self._desk is None or self._shell is None:
            return
        path, old, here = self._desk.path, self._desk.key, self._shell.history.here
        self.close_desk()
        self.keys.write_anew(
            path,
            old,
            passphrase,
            partial(self._written, path, here),
            partial(self._not_written, path, here, old),
        )

    def show_sample(self) -> None:
        """Open an example in a file of its own, which is thrown away afterwards."""
        folder = TemporaryDirectory(prefix="mentordesk-example-", ignore_cleanup_errors=True)
        path = Path(folder.name) / f"example{SUFFIX}"
        now = self.clock()
        build_sample(path, today=now.astimezone().date())
        self.close_desk()
        self._sample_folder = folder
        self.take(Desk.open(path, self.clock), label=tr("Example file"))

    def ask_for_file(self) -> None:
        """Let the person choose a file to open."""
        kinds = tr("MentorDesk files (*{suffix})", suffix=SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self.window, tr("Open a file"), "", kinds)
        if chosen:
            self.open_path(Path(chosen))

    def close_desk(self) -> None:
        """Save and let go of the open file; a sample is thrown away."""
        self._guards.stop()
        if self._shell is not None:
            self._shell.closing()
            self._shell.hide()  # no page of it is shown, and read, once the file is closed
            self._shell = None
        self.backups.stop()
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        self.backups.forget_copy()
        if self._sample_folder is not None:
            self._sample_folder.cleanup()
            self._sample_folder = None

    def _ask_for_key(
        self,
        path: Path,
        place: Place | None,
        *,
        take_over: bool = False,
        locked: bool = False,
    ) -> None:
        self.close_desk()
        use = partial(self._open_with, path, place, take_over)
        self.keys.ask(path, use, locked=locked)

    def _open_with(self, path: Path, place: Place | None, take_over: bool, key: Key) -> None:  # noqa: FBT001
        try:
            desk = self._opened(path, key, take_over=take_over)
        except DamagedError as error:
            self.rescue.offer(path, error, key)
            return
        self.take(desk, place=place)

    def _written(self, path: Path, place: Place | None, key: Key | None, rekeyed: Rekeyed) -> None:
        self.open_path(path, place, key=key)
        if self._shell is None:
            return
        protected = tr("The file has its passphrase. Print the recovery sheet now.")
        words = tr("The file has no passphrase any more.") if key is None else protected
        self._shell.context.notify(words, undo=False)
        if rekeyed.left_plain:
            left = ", ".join(one.name for one in rekeyed.left_plain)
            words = tr("These backups could not be encrypted and can still be read by anybody:")
            message_dialog(self.window, words, left)

    def _not_written(
        self, path: Path, place: Place | None, key: Key | None, error: KnownError
    ) -> None:
        self.open_path(path, place, key=key)
        self.say(error)

    def _say_locked(self, path: Path, error: LockedError) -> None:
        """Say who has a file; ask before one is taken that another computer left behind."""
        if not error.can_take_over:
            self.say(error)
            return
        if self._desk is None:
            self.welcome(str(error))
        ask(
            self.window,
            str(error),
            tr(
                "If it is still open there, what is written on one of the two computers can get "
                "lost."
            ),
            tr("Go on here"),
            partial(self.open_path, path, take_over=True),
        )

    def _opened(self, path: Path, key: Key | None, *, take_over: bool) -> Desk:
        try:
            return Desk.open(path, self.clock, key=key, take_over=take_over)
        except ReadOnlyError:
            return Desk.open(path, self.clock, key=key, read_only=True)

    def hold(self, desk: Desk) -> None:
        """Keep a file open that the window does not show yet."""
        self._desk = desk

    def take(self, desk: Desk, place: Place | None = None, *, label: str = "") -> None:
        """Put an open file into the window, at a place in it.

        Args:
            desk: the file.
            place: what is shown first; Today if it is not said.
            label: what kind of file it is, where that must be seen.
        """
        self._desk = desk
        preferences = self.settings.preferences
        context = Context(desk, self._theme, self.clock, local_zone(), preferences=preferences)
        self._label = label
        self._fill(context).go(place or Place("today"))
        self.backups.watch(context)
        self.replaced.watch(context)
        if not label:
            greet(context, self.settings)
        if desk.encrypted:
            self._guards.start()
        wanted = not desk.encrypted or preferences.value(RECENT_PROTECTED) == "yes"
        if not label and wanted:
            self.settings.remember(desk.path)
        if not desk.encrypted and not label and not desk.read_only:
            context.changed.connect(self._offer_protection)

    def _fill(self, context: Context) -> DeskShell:
        """Put the open desk into the window, every page made anew."""
        shell = build_shell(context, self._file_steps(), self._label)
        context.setParent(shell)
        shell.titled.connect(self.window.setWindowTitle)
        self._shell = shell
        self.window.show_content(shell)
        return shell

    def _offer_protection(self, change: Changed) -> None:
        """Offer a passphrase once more, when the first private note is written."""
        if self._shell is None or self.settings.asked_to_protect or not change.touches("note"):
            return
        self.settings.note_asked_to_protect()
        self._shell.notices.show_notice(
            tr("Notes are yours alone. A passphrase keeps them so."),
            tr("Protect this file…"),
            self._shell.actions_table.action("file.protect").trigger,
            OFFERED_FOR,
        )

    def _follow(self, key: str) -> None:
        """Let a preference have its effect at once."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            wear(application, self._theme, self.settings.preferences)
        if key in _MADE_ANEW:
            self._renewal.start()

    def _renew(self) -> None:
        """Make the pages anew, at the same place: widgets take some measures once."""
        before = self._shell
        if before is None or (here := before.history.here) is None:
            return
        before.closing()
        context = before.context
        context.setParent(self)
        shell = self._fill(context)
        shell.history.take_over(before.history)
        shell.go(here)

    def _file_steps(self) -> FileSteps:
        places = self.places
        return FileSteps(
            open_file=self.ask_for_file,
            new_file=self._beginnings.ask_for_new_file,
            show_sample=self.show_sample,
            close_window=self.window.close,
            move_file=places.move,
            show_folder=places.show_folder,
            open_at_start=places.open_at_start,
            is_at_start=places.is_at_start,
            may_move=places.may_move,
            backups=self.backups.steps(),
            keys=KeySteps(self.set_passphrase, self.lock, places.may_move),
            open_recent=places.ask_which_recent,
            has_recent=places.has_recent,
        )

    def say(self, error: KnownError) -> None:
        """Say what stands in the way: over the open file, or on the welcome page."""
        if self._desk is None:
            self.welcome(str(error))
        else:
            message_dialog(self.window, str(error))

    def show(self, content: QWidget, title: str) -> None:
        """Put a page into the window that is not of an open file."""
        leave = QShortcut(QKeySequence("Ctrl+Q"), content)  # with a desk it is a command's
        leave.activated.connect(self.window.close)
        self.window.show_content(content)
        self.window.setWindowTitle(f"{title} · MentorDesk" if title else "MentorDesk")

    def _save(self) -> None:
        if self._shell is not None:
            self._shell.context.save_open_editors()


def _close_dialogs() -> None:
    """Close what stands over the window: it would show what the lock hides."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.reject()
        elif widget.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip}:
            widget.close()
