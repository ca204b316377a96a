"""The running program: which file is open, and what the window shows of it."""

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, QTimeZone, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from mentordesk.app.compose import build_shell
from mentordesk.app.guards import Guards
from mentordesk.app.keys import Keys
from mentordesk.app.recent import recent_menu
from mentordesk.app.settings import Settings, default_desk
from mentordesk.app.wear import wear
from mentordesk.domain.errors import (
    FileError,
    KnownError,
    LockedError,
    ReadOnlyError,
    WrongKeyError,
)
from mentordesk.domain.messages import Changed
from mentordesk.domain.people import PersonDraft
from mentordesk.domain.wall_time import known_zone
from mentordesk.services.desk import SUFFIX, Desk
from mentordesk.services.moving import move_file
from mentordesk.services.protecting import Key, Rekeyed
from mentordesk.services.sample import build_sample
from mentordesk.ui.context import Context, Place
from mentordesk.ui.key_steps import KeySteps
from mentordesk.ui.pages.welcome.first_steps import FirstSteps
from mentordesk.ui.pages.welcome.page import Beginning, WelcomePage
from mentordesk.ui.preferences import FILE, RECENT_PROTECTED, TEXT_SIZE, ZONE
from mentordesk.ui.shell.commands import FileSteps
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.shell.main_window import MainWindow
from mentordesk.ui.theme import Theme
from mentordesk.ui.widgets.dialogs import ask, message_dialog
from mentordesk.ui.words import tr

OFFERED_FOR = 20_000
"""Milliseconds that the offer of a passphrase stays."""

RECENT_INSET = 64

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
        self._window = window
        self._settings = settings
        self._theme = theme
        self._clock = clock
        self._desk: Desk | None = None
        self._shell: DeskShell | None = None
        self._sample_folder: TemporaryDirectory[str] | None = None
        self._label = ""
        # After the event that asks for it: what is pressed just now would be gone under it.
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.timeout.connect(self._renew)
        self._keys = Keys(self._show, clock, self.ask_for_file, self)
        self._guards = Guards(settings, clock, self)
        self._guards.lock_wanted.connect(self.lock)
        window.left.connect(self._save)
        settings.preferences.changed.connect(self._follow)

    @property
    def shell(self) -> DeskShell | None:
        """The open desk in the window, if there is one."""
        return self._shell

    def open_first(self, path: Path | None) -> None:
        """Open a file, or the person's own desk, or welcome them."""
        home = self.home()
        if path is None and home == default_desk() and not home.exists():
            self.welcome()
            return
        self.open_path(path or home)

    def welcome(self, trouble: str = "") -> None:
        """Show the four ways to begin, and what stands in the way of the file, if anything."""
        self.close_desk()
        page = WelcomePage(trouble)
        page.begun.connect(self._begin)
        page.example_wanted.connect(self.show_sample)
        page.open_wanted.connect(self.ask_for_file)
        self._show(page, tr("Welcome"))
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
        except KnownError as error:
            self._say(error)
            return
        self.close_desk()
        self._take(desk, place=place)

    def lock(self) -> None:
        """Save, let go of an encrypted file and its key, and ask for the passphrase again."""
        if self._desk is None or not self._desk.encrypted:
            return
        path, here = self._desk.path, self._shell.history.here if self._shell else None
        _close_dialogs()
        self._ask_for_key(path, here, locked=True)

    def set_passphrase(self, passphrase: str | None) -> None:
        """Write the open file anew with this passphrase, or with none, and open it again."""
        if self._desk is None or self._shell is None:
            return
        path, old, here = self._desk.path, self._desk.key, self._shell.history.here
        self.close_desk()
        self._keys.write_anew(
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

    def move_file(self) -> None:
        """Let the person choose another place for the open file, and move it there."""
        if self._desk is None:
            return
        kinds = tr("MentorDesk files (*{suffix})", suffix=SUFFIX)
        words = tr("Move this file to")
        start = self._desk.path
        chosen, _ = QFileDialog.getSaveFileName(self._window, words, str(start), kinds)
        target = Path(chosen)
        if chosen and target != start:
            self.move_file_to(target if target.suffix else target.with_suffix(SUFFIX))

    def move_file_to(self, target: Path) -> None:
        """Close the open file, move it and open it again; say in words if it can't be moved."""
        if self._desk is None or not self._may_move():
            return
        source, at_start, key = self._desk.path, self._is_at_start(), self._desk.key
        self.close_desk()
        trouble: KnownError | None = None
        try:
            move_file(source, target, self._clock())
        except KnownError as error:
            trouble = error
        if trouble is None and at_start:
            self._settings.preferences.choose(FILE, str(target.absolute()))
        self.open_path(source if trouble else target, Place("preferences"), key=key)
        if trouble is not None:
            self._say(trouble)
        elif self._shell is not None:
            self._shell.context.notify(tr("The file is at its new place."), undo=False)

    def home(self) -> Path:
        """Return the file that is opened at start."""
        chosen = self._settings.preferences.value(FILE)
        return Path(chosen) if chosen else default_desk()

    def close_desk(self) -> None:
        """Save and let go of the open file; a sample is thrown away."""
        self._guards.stop()
        if self._shell is not None:
            self._shell.closing()
            self._shell.hide()  # no page of it is shown, and read, once the file is closed
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
        if os.path.lexists(path):
            self._say(FileError(tr("There is already a file with this name. Open it instead.")))
            return
        self.close_desk()
        self._keys.offer(partial(self._make, path, beginning))

    def _make(self, path: Path, beginning: Beginning, key: Key | None) -> None:
        try:
            desk = Desk.create(path, self._clock, key=key, make_folder=True)
            desk.people.begin(PersonDraft(name=tr("Me"), time_zone=local_zone()))
        except KnownError as error:
            self._say(error)
            return
        self._desk = desk
        if path == default_desk():
            self._settings.preferences.choose(FILE, FILE.default)
        if key is None:
            self._take_first_steps(desk, beginning)
        else:
            self._keys.show_sheet(desk, partial(self._take_first_steps, desk, beginning))

    def _take_first_steps(self, desk: Desk, beginning: Beginning) -> None:
        steps = FirstSteps(desk, beginning)
        steps.finished.connect(self._after_first_steps)
        self._show(steps, tr("First steps"))
        steps.focus_first()

    def _after_first_steps(self, place: Place) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            self._take(desk, place=place)

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
        self._keys.ask(path, use, locked=locked)

    def _open_with(self, path: Path, place: Place | None, take_over: bool, key: Key) -> None:  # noqa: FBT001
        self._take(self._opened(path, key, take_over=take_over), place=place)

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
            message_dialog(self._window, words, left)

    def _not_written(
        self, path: Path, place: Place | None, key: Key | None, error: KnownError
    ) -> None:
        self.open_path(path, place, key=key)
        self._say(error)

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

    def _opened(self, path: Path, key: Key | None, *, take_over: bool) -> Desk:
        try:
            return Desk.open(path, self._clock, key=key, take_over=take_over)
        except ReadOnlyError:
            return Desk.open(path, self._clock, key=key, read_only=True)

    def _take(self, desk: Desk, *, label: str = "", place: Place | None = None) -> None:
        self._desk = desk
        preferences = self._settings.preferences
        context = Context(desk, self._theme, self._clock, local_zone(), preferences=preferences)
        self._label = label
        self._fill(context).go(place or Place("today"))
        if desk.encrypted:
            self._guards.start()
        wanted = not desk.encrypted or preferences.value(RECENT_PROTECTED) == "yes"
        if not label and wanted:
            self._settings.remember(desk.path)
        if not desk.encrypted and not label and not desk.read_only:
            context.changed.connect(self._offer_protection)

    def _fill(self, context: Context) -> DeskShell:
        """Put the open desk into the window, every page made anew."""
        shell = build_shell(context, self._file_steps(), self._label)
        context.setParent(shell)
        shell.titled.connect(self._window.setWindowTitle)
        self._shell = shell
        self._window.show_content(shell)
        return shell

    def _offer_protection(self, change: Changed) -> None:
        """Offer a passphrase once more, when the first private note is written."""
        if self._shell is None or self._settings.asked_to_protect or not change.touches("note"):
            return
        self._settings.note_asked_to_protect()
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
            wear(application, self._theme, self._settings.preferences)
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
        return FileSteps(
            open_file=self.ask_for_file,
            new_file=self.ask_for_new_file,
            show_sample=self.show_sample,
            close_window=self._window.close,
            move_file=self.move_file,
            show_folder=self._show_folder,
            open_at_start=self._open_at_start,
            is_at_start=self._is_at_start,
            may_move=self._may_move,
            keys=KeySteps(self.set_passphrase, self.lock, self._may_move),
            open_recent=self._ask_which_recent,
            has_recent=self._has_recent,
        )

    def _has_recent(self) -> bool:
        return bool(self._settings.recent)

    def _ask_which_recent(self) -> None:
        menu = recent_menu(self._settings, self.open_path, self._window)
        menu.exec(self._window.mapToGlobal(QPoint(RECENT_INSET, RECENT_INSET)))

    def _show_folder(self) -> None:
        if self._desk is not None:
            folder = QUrl.fromLocalFile(str(self._desk.path.absolute().parent))
            QDesktopServices.openUrl(folder)

    def _open_at_start(self) -> None:
        if self._desk is not None:
            path = self._desk.path.absolute()
            self._settings.preferences.choose(FILE, "" if path == default_desk() else str(path))

    def _is_at_start(self) -> bool:
        return self._desk is not None and self._desk.path.absolute() == self.home()

    def _may_move(self) -> bool:
        own = self._desk is not None and not self._desk.read_only
        return own and self._sample_folder is None

    def _say(self, error: KnownError) -> None:
        if self._desk is None:
            self.welcome(str(error))
        else:
            message_dialog(self._window, str(error))

    def _show(self, content: QWidget, title: str) -> None:
        leave = QShortcut(QKeySequence("Ctrl+Q"), content)  # with a desk it is a command's
        leave.activated.connect(self._window.close)
        self._window.show_content(content)
        self._window.setWindowTitle(f"{title} · MentorDesk" if title else "MentorDesk")

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


def local_zone() -> str:
    """Return the IANA name of this computer's time zone, UTC if it has none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if known_zone(name) else "UTC"
