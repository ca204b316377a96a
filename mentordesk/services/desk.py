"""An open desk: the file with every use case over it. Knows no window."""

from collections.abc import Callable
from pathlib import Path
from typing import Self
from uuid import UUID

from mentordesk.domain.errors import FileError
from mentordesk.domain.messages import Changed, Recovery, Step
from mentordesk.domain.recovery_sheet import write_key
from mentordesk.services.agenda import Agenda
from mentordesk.services.backups import Backups
from mentordesk.services.board import Board
from mentordesk.services.calendar import Calendar
from mentordesk.services.changes import Changes
from mentordesk.services.checking import check_desk
from mentordesk.services.contacts import Contacts
from mentordesk.services.erasing import Erasing
from mentordesk.services.exits import Exits
from mentordesk.services.goals import Goals
from mentordesk.services.instants import keep_instants
from mentordesk.services.meetings import Meetings
from mentordesk.services.notes import Notes
from mentordesk.services.people import People
from mentordesk.services.progress import Progress
from mentordesk.services.relationships import Relationships
from mentordesk.services.reports import Reports
from mentordesk.services.search import Search
from mentordesk.services.search_keeping import keep_search
from mentordesk.services.showing import Showing
from mentordesk.services.stream import Stream
from mentordesk.services.timeline import Timelines
from mentordesk.services.today import Today
from mentordesk.store.key import Key, read_salt
from mentordesk.store.opening import SUFFIX
from mentordesk.store.store import Clock, Store

__all__ = ["SUFFIX", "Desk", "Key", "key_from", "new_key"]


def key_from(path: Path, passphrase_file: Path) -> Key:
    """Derive the key of an encrypted file from the first line of another; takes a moment.

    Raises:
        KnownError: one of the two can't be read.
    """
    return Key.derive(_passphrase(passphrase_file), read_salt(path))


def new_key(passphrase_file: Path) -> Key:
    """Derive the key for a new file from the first line of another; takes a moment.

    Raises:
        KnownError: the passphrase can't be read.
    """
    return Key.derive_new(_passphrase(passphrase_file))


def _passphrase(passphrase_file: Path) -> str:
    try:
        lines = passphrase_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FileError("The file with the passphrase can't be read.") from error
    if not lines or not lines[0]:
        raise FileError("The first line of the file with the passphrase is empty.")
    return lines[0]


class Desk:
    """What the window and the commands talk to."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.backups = Backups(store)
        self.people = People(store)
        self.relationships = Relationships(store)
        self.goals = Goals(store)
        self.meetings = Meetings(store)
        self.agenda = Agenda(store)
        self.notes = Notes(store)
        self.showing = Showing(store)
        self.contacts = Contacts(store)
        self.calendar = Calendar(store)
        self.changes = Changes(store)
        self.erasing = Erasing(store)
        self.exits = Exits(store)
        self.progress = Progress(store)
        self.reports = Reports(store)
        self.stream = Stream(store)
        self.timelines = Timelines(store)
        self.today = Today(store)
        self.board = Board(store)
        self.search = Search(store)
        self.people.find_me()

    @classmethod
    def create(
        cls, path: Path, clock: Clock, *, key: Key | None = None, make_folder: bool = False
    ) -> Self:
        """Make a new file.

        Raises:
            FileError: there is something at this place, or it can't be written.
        """
        return cls._over(Store.create(path, clock, key=key, make_folder=make_folder))

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Clock,
        *,
        key: Key | None = None,
        read_only: bool = False,
        take_over: bool = False,
    ) -> Self:
        """Open a file; ``take_over`` one that another computer left behind, if it was asked for.

        Raises:
            KnownError: it can't be opened; the sentence says why and what to do.
        """
        store = Store.open(path, clock, key=key, read_only=read_only, take_over=take_over)
        return cls._over(store)

    @classmethod
    def open_for_reading(
        cls, path: Path, clock: Clock, *, passphrase_file: Path | None = None
    ) -> Self:
        """Open a file that is only looked at, with the passphrase in the first line of a file.

        Raises:
            KnownError: it can't be opened; the sentence says why and what to do.
        """
        key = None if passphrase_file is None else key_from(path, passphrase_file)
        return cls.open(path, clock, key=key, read_only=True)

    @classmethod
    def _over(cls, store: Store) -> Self:
        try:
            keep_instants(store)
            keep_search(store)
            return cls(store)
        except BaseException:
            store.close()
            raise

    @property
    def me(self) -> UUID | None:
        """The person whose file this is, if anybody has begun."""
        return self.store.who

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.store.read_only

    @property
    def key(self) -> Key | None:
        """The key that opens the file again; None for a plain one."""
        return self.store.key

    @property
    def encrypted(self) -> bool:
        """Whether the file needs a passphrase."""
        return self.store.key is not None

    def recovery_letters(self) -> str:
        """Return the file's key as the letters of its recovery sheet; for an encrypted file."""
        if self.store.key is None:
            raise ValueError("a file without a passphrase has no recovery sheet")
        return write_key(self.store.key.raw)

    def subscribe(self, listener: Callable[[Changed], None]) -> None:
        """Tell a listener of every change, after it is safe in the file."""
        self.store.subscribe(listener)

    def undo_step(self) -> Step | None:
        """Return what ``undo`` would take back."""
        return self.store.undo_step()

    def redo_step(self) -> Step | None:
        """Return what ``redo`` would make again."""
        return self.store.redo_step()

    def undo(self, *, only: int | None = None) -> Step | None:
        """Take back the newest change; ``only`` this change set, if it is the newest."""
        return self.store.undo(only=only)

    def redo(self) -> Step | None:
        """Make the change again that was taken back last."""
        return self.store.redo()

    @property
    def recovered(self) -> Recovery | None:
        """What is to be told after a crash; None where the file was closed as it should."""
        return self.store.recovered

    def continue_in(self, place: Path) -> None:
        """Go on in a copy of what is open, where the file itself was replaced or is gone.

        Raises:
            KnownError: the copy can't be made; the desk stays where it was.
        """
        self.store.continue_in(place)

    def check(self) -> list[str]:
        """Return every finding on the file in words; none means that it is sound."""
        return check_desk(self.store)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()
