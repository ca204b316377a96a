"""What happens before a key is there: asking for it, offering one, writing a file anew with it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject

from mentordesk.app.waiting import Show, Waiting
from mentordesk.domain.errors import KnownError, WrongKeyError
from mentordesk.domain.passphrases import wait_after
from mentordesk.services.desk import Desk
from mentordesk.services.protecting import Answer, Key, Rekeyed, set_passphrase, unlocking_key
from mentordesk.ui.pages.protect.page import ProtectPage
from mentordesk.ui.pages.protect.sheet import SheetPage
from mentordesk.ui.pages.unlock.page import UnlockPage
from mentordesk.ui.tasks import Progress, TaskRunner, if_known
from mentordesk.ui.words import tr


class Keys(QObject):
    """Shows the pages about passphrases; each key is derived once, beside the window."""

    def __init__(
        self,
        show: Show,
        waiting: Waiting,
        clock: Callable[[], datetime],
        open_other: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._show, self._clock, self._open_other = show, clock, open_other
        self._waiting = waiting
        self._tasks = TaskRunner(self)

    def ask(self, path: Path, use: Callable[[Key], object], *, locked: bool = False) -> None:
        """Ask for what opens a file until ``use`` takes a key.

        Args:
            path: the encrypted file.
            use: opens it with a key; raises ``KnownError`` if that can't be.
            locked: it was open before: the page names nothing.
        """
        page = UnlockPage("" if locked else path.name, locked=locked)
        page.other_wanted.connect(self._open_other)
        page.answered.connect(_Unlocking(path, page, self._tasks, use).answer)
        self._show(page, "" if locked else tr("Open a file"))
        page.focus_first()

    def offer(self, make: Callable[[Key | None], object]) -> None:
        """Offer a passphrase for a new file, and make it with a key or without."""
        page = ProtectPage()
        page.declined.connect(partial(make, None))
        page.chosen.connect(partial(self._derive_new, make, page))
        self._show(page, tr("First steps"))
        page.focus_first()

    def show_sheet(self, desk: Desk, go_on: Callable[[], object]) -> None:
        """Show the recovery sheet of a new file."""
        today = self._clock().astimezone().date()
        page = SheetPage(desk.recovery_letters(), desk.path.name, today)
        page.finished.connect(go_on)
        self._show(page, tr("First steps"))
        page.focus_first()

    def write_anew(
        self,
        path: Path,
        old: Key | None,
        passphrase: str | None,
        done: Callable[[Key | None, Rekeyed], object],
        failed: Callable[[KnownError], object],
    ) -> None:
        """Write a closed file anew with a passphrase or without one, while the window waits."""
        words = tr("Everything is written anew and checked. This takes a few seconds.")
        work = partial(set_passphrase, path, old, passphrase, self._clock())
        self._waiting.run(words, work, partial(_hand_over_both, done), failed)

    def _derive_new(
        self, make: Callable[[Key | None], object], page: ProtectPage, passphrase: str
    ) -> None:
        work, done = partial(_new_key, passphrase), partial(_hand_over, make)
        self._tasks.run(work, done, _raise, owner=page)


class _Unlocking(QObject):
    """The tries at one file."""

    def __init__(
        self, path: Path, page: UnlockPage, tasks: TaskRunner, use: Callable[[Key], object]
    ) -> None:
        super().__init__(page)
        self._path, self._page, self._tasks, self._use = path, page, tasks, use
        self._failures = 0

    def answer(self, answer: Answer) -> None:
        """Derive the key, beside the window, and try it."""
        self._tasks.run(
            partial(_key, self._path, answer),
            partial(_hand_over, self._try),
            if_known(self._refuse),
            owner=self._page,
        )

    def _try(self, key: Key) -> None:
        if self._page.isHidden():  # something else was opened meanwhile
            return
        try:
            self._use(key)
        except WrongKeyError:
            self._failures += 1
            self._page.refuse(tr("This does not open the file."), wait_after(self._failures))
        except KnownError as error:
            self._page.refuse(str(error))

    def _refuse(self, error: KnownError) -> None:
        self._page.refuse(str(error))


def _key(path: Path, answer: Answer, _progress: Progress) -> Key:
    return unlocking_key(path, answer)


def _new_key(passphrase: str, _progress: Progress) -> Key:
    return Key.derive_new(passphrase)


def _hand_over(use: Callable[[Key], object], key: object) -> None:
    if isinstance(key, Key):
        use(key)


def _hand_over_both(done: Callable[[Key | None, Rekeyed], object], answer: object) -> None:
    key, rekeyed = cast("tuple[Key | None, Rekeyed]", answer)
    done(key, rekeyed)


def _raise(error: Exception) -> None:
    raise error
