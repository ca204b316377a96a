"""One window owns a file: a lock that the kernel frees after a kill, and a note of who has it."""

import contextlib
import json
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import filelock

from mentordesk.domain.errors import LockedError, ReadOnlyError
from mentordesk.store.file_check import check_place

NOTE_LIMIT = 4096
"""Bytes read of the note of the owner; ours has about a hundred."""

CANT_LOCK = (
    "This file can't be opened for editing where it is: the folder takes no lock. "
    "Copy the file to a folder of your own to edit it."
)


@dataclass(frozen=True)
class Owner:
    """Who has a file open.

    Attributes:
        computer: its name in the network.
        process: its process id there.
        since: the moment of opening, in UTC.
    """

    computer: str
    process: int
    since: datetime


class OwnerLock:
    """The right to write a file, held by one window or command at a time.

    Two files lie beside the store. ``.NAME.lock`` is locked by the kernel and stays, empty, when
    the lock is released, unless the file beside it could not be opened. ``.NAME.owner`` says who
    has the file open, and is removed on release. It is a file of its own because Windows lets
    nobody else read a locked one.
    """

    def __init__(self, path: Path) -> None:
        # The lock stands beside the file itself, so that two links to it are one lock.
        real = Path(os.path.realpath(path))
        self._path = path
        self.left_open: Owner | None = None
        """Who had the file open and never closed it, on this computer: a crash, or a power cut."""
        self._note = real.parent / f".{real.name}.owner"
        self._file = real.parent / f".{real.name}.lock"
        self._made = False
        self._lock = filelock.FileLock(
            self._file,
            mode=0o600,
            # An owner may be released in another thread than the one that opened the file.
            thread_local=False,
            # A lock that a kill leaves behind is worse than opening for reading only.
            fallback_to_soft=False,
        )

    @property
    def held(self) -> bool:
        """Whether this object owns the file."""
        return self._lock.is_locked

    def acquire(self, now: datetime, *, take_over: bool = False) -> None:
        """Own the file.

        Args:
            now: the present moment, with its zone, for the note to others.
            take_over: take the file even if another computer left its note behind.

        Raises:
            LockedError: another window, command or computer has the file open.
            ReadOnlyError: the folder takes no lock.
            FileError: there is no file at this place.
        """
        if self.held:
            return
        check_place(self._path)  # no lock is left beside a folder or a file that is not there
        self._made = not os.path.lexists(self._file)
        try:
            self._lock.acquire(blocking=False)
        except filelock.Timeout as error:
            raise _locked(self._read_note(), now) from error
        except OSError as error:
            raise ReadOnlyError(CANT_LOCK) from error
        owner = self._read_note()
        if owner is not None and owner.computer != computer_name() and not take_over:
            self._let_go()
            raise _left_behind(owner, now)
        if owner is not None and owner.computer == computer_name():
            self.left_open = owner
        # The kernel's lock is what counts: without space for a note it still holds.
        with contextlib.suppress(OSError):
            self._write_note(Owner(computer_name(), os.getpid(), now.astimezone(UTC)))

    def release(self) -> None:
        """Let others own the file; does nothing if this object does not own it."""
        if not self.held:
            return
        with contextlib.suppress(OSError):
            self._note.unlink(missing_ok=True)
        self._lock.release()

    def abandon(self) -> None:
        """Release the lock of a file that could not be opened; nothing new stays beside it."""
        if self.held:
            with contextlib.suppress(OSError):
                self._note.unlink(missing_ok=True)
                if self.left_open is not None:  # still to be told when the file can be opened
                    self._write_note(self.left_open)
            self._let_go()

    def _let_go(self) -> None:
        if self._made:
            # While it is held: whoever waits for a lock that has no name any more tries again.
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)
        self._lock.release()

    def __enter__(self) -> Self:
        """Return the lock that ``acquire`` took."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Release the lock."""
        self.release()

    def _read_note(self) -> Owner | None:
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        try:
            handle = os.open(self._note, flags)
            try:
                note = json.loads(os.read(handle, NOTE_LIMIT))
            finally:
                os.close(handle)
            since = datetime.fromisoformat(note["since"]).astimezone(UTC)
            return Owner(str(note["computer"])[:80], int(note["process"]), since)
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return None

    def _write_note(self, owner: Owner) -> None:
        text = json.dumps(
            {
                "computer": owner.computer,
                "process": owner.process,
                "since": owner.since.isoformat(timespec="seconds"),
            }
        )
        self._note.unlink(missing_ok=True)
        handle = os.open(self._note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, text.encode())
        finally:
            os.close(handle)


def computer_name() -> str:
    """Return the name of this computer, without a look at the network."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _locked(owner: Owner | None, now: datetime) -> LockedError:
    if owner is None:
        return LockedError(
            "This file is already open in another window or command. Close it there first."
        )
    if owner.computer != computer_name():
        return LockedError(
            f"This file is open on the computer “{owner.computer}” since "
            f"{_moment(owner.since, now)}. Close it there first.",
            other_computer=True,
        )
    return LockedError(
        f"This file is open in another window on this computer since "
        f"{_moment(owner.since, now)}. Use that window, or close it first."
    )


def _left_behind(owner: Owner, now: datetime) -> LockedError:
    return LockedError(
        f"This file was opened on the computer “{owner.computer}” on "
        f"{_moment(owner.since, now)} and not closed there. If it is closed on that computer now, "
        "you can go on here.",
        other_computer=True,
        can_take_over=True,
    )


def _moment(since: datetime, now: datetime) -> str:
    """Return the local time, with the day unless it is today."""
    local = since.astimezone()
    pattern = "%H:%M" if local.date() == now.astimezone().date() else "%Y-%m-%d, %H:%M"
    return local.strftime(pattern)
