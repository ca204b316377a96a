"""The one door to the file: every change goes through ``Store.changing``, every read beside it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Self
from uuid import UUID

import sqlcipher3.dbapi2
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.enums import ChangeKind
from mentordesk.domain.errors import FileError, LockedError, ReadOnlyError
from mentordesk.domain.messages import Changed, Recovery, Step
from mentordesk.store import history
from mentordesk.store.backup import back_up, back_up_beside
from mentordesk.store.engine import BEGIN, explained, new_engine
from mentordesk.store.failures import DRIVER_ERRORS
from mentordesk.store.file_check import has_journal
from mentordesk.store.identity import FileIdentity, check_unchanged
from mentordesk.store.journal import NOTING, RECORDER, Recorder, RowChange
from mentordesk.store.key import Key
from mentordesk.store.making import make_file
from mentordesk.store.opening import connect
from mentordesk.store.owner import OwnerLock
from mentordesk.store.raw import kept_classes
from mentordesk.store.schema import SCHEMA_VERSION, bring_up_to_date
from mentordesk.store.search_index import keep_true
from mentordesk.store.sessions import MEMORY, ChangingSession, ReadingSession

Clock = Callable[[], datetime]
"""Returns the present moment with its zone; only ``app`` and ``cli`` hand in the real one."""

IDLE = timedelta(minutes=5)
"""What is typed after so long a pause is an undo step of its own."""


@dataclass(frozen=True)
class _Typing:
    """The change set that an editor goes on with, and when it last did."""

    editor: object
    set_id: int
    at: datetime


class Store:
    """An open file: one connection, one owner, one journal."""

    def __init__(
        self,
        path: Path,
        raw: sqlcipher3.dbapi2.Connection,
        clock: Clock,
        lock: OwnerLock | None,
        key: Key | None = None,
    ) -> None:
        self.path = path
        self.clock = clock
        self.key = key
        self.who: UUID | None = None
        self.recovered: Recovery | None = None
        self._lock = lock
        self._raw = raw
        self._engine = new_engine(raw)
        self._connection = self._engine.connect()
        self._identity = FileIdentity.of(path)
        self._listeners: list[Callable[[Changed], None]] = []
        self._typing: _Typing | None = None
        self._busy = False
        self._half_written = False
        self._turn = RLock()
        self._memory: dict[object, object] = {}

    @classmethod
    def create(
        cls, path: Path, clock: Clock, *, key: Key | None = None, make_folder: bool = False
    ) -> Self:
        """Make a new file and own it.

        Raises:
            FileError: there is something at this place, or it can't be written.
        """
        make_file(path, key, make_folder=make_folder)
        try:
            return cls.open(path, clock, key=key)
        except LockedError:  # another window was quicker: the file is its now
            raise
        except BaseException:
            path.unlink(missing_ok=True)
            raise

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
        """Open a file; to write it is to own it and to bring it to this program's version.

        Args:
            path: the file.
            clock: tells the moment of each change.
            key: the key of an encrypted file.
            read_only: change nothing, and take no lock.
            take_over: own the file even if another computer left its note behind.

        Raises:
            KnownError: one of the reasons that ``opening.connect`` and ``OwnerLock`` name.
        """
        lock = None if read_only else OwnerLock(path)
        with ExitStack() as undone:
            if lock is not None:
                lock.acquire(clock(), take_over=take_over)
                undone.callback(lock.abandon)
            half_change = has_journal(path)
            raw = connect(path, key, read_only=read_only, schema_version=SCHEMA_VERSION)
            undone.callback(raw.close)
            with explained():
                before = partial(back_up_beside, raw, key, path, clock(), BackupReason.MIGRATION)
                bring_up_to_date(raw, read_only=read_only, before=before)
            store = cls(path, raw, clock, lock, key)
            undone.pop_all()
        if lock is not None and lock.left_open is not None:
            store.recovered = Recovery(lock.left_open.since, half_change=half_change)
        return store

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._lock is None

    @property
    def raw(self) -> sqlcipher3.dbapi2.Connection:
        """The driver's connection, for checks and backups."""
        return self._raw

    @property
    def writing(self) -> bool:
        """Whether a change is under way or waits for the file."""
        return self._busy

    def alone(self) -> AbstractContextManager[object]:
        """Keep other threads from reading and changing while the block runs."""
        return self._turn

    def close(self) -> None:
        """Let go of the file; what was changed is already in it. Once more does nothing."""
        with ExitStack() as steps:
            if self._lock is not None:
                steps.callback(self._lock.release)
            steps.callback(self._raw.close)
            self._connection.close()

    def continue_in(self, place: Path) -> None:
        """Go on in a copy of what is open, where the file itself was replaced or is gone.

        Raises:
            KnownError: the copy can't be made or opened; the store stays where it was.
        """
        back_up(self._raw, self.key, place, alone=self.alone, nap=0)
        with ExitStack() as undone:
            lock = OwnerLock(place)
            lock.acquire(self.clock())
            undone.callback(lock.release)
            raw = connect(place, self.key, schema_version=SCHEMA_VERSION)
            undone.pop_all()
        self.close()
        self.path, self._lock, self._raw = place, lock, raw
        self._engine = new_engine(raw)
        self._connection = self._engine.connect()
        self._identity = FileIdentity.of(place)
        self._typing = None

    def subscribe(self, listener: Callable[[Changed], None]) -> None:
        """Tell a listener of every change, after it is safe in the file."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one moment of the file; changes in it are refused."""
        with self._turn, explained(), self._session() as session:
            yield session
            session.check_unchanged()

    def forget(self) -> None:
        """Forget what was read since the last change, so that it is read again."""
        self._memory.clear()

    def _session(self) -> ReadingSession:
        return ReadingSession(self._connection, autoflush=False, info={MEMORY: self._memory})

    @contextmanager
    def changing(
        self, label: str, *, reason: str = "", initiator: object = None, typing: object = None
    ) -> Iterator[Session]:
        """Make one change: one transaction, one undo step, one message.

        Args:
            label: what is done, without any text a person wrote.
            reason: why, in the person's words.
            initiator: passed on in the message.
            typing: names an editor; its changes stay one undo step until another command, five
                idle minutes or ``stop_typing``.

        Raises:
            FileError: the file can't be written, or was replaced. Nothing was changed.
        """
        now = self.clock()
        with self._writing() as connection:
            open_set = self._open_set(connection, typing, now)
            earlier = history.read_changes(connection, open_set) if open_set else []
            recorder = Recorder(now, earlier)
            with ChangingSession(connection, info={RECORDER: recorder}) as session:
                yield session
                session.flush()
            keep_true(connection, recorder.touched)
            changes = recorder.changes
            if changes == earlier:
                return
            if open_set:
                set_id = open_set
                history.rewrite_set(connection, set_id, changes, now)
            else:
                head = {"at": now, "label": label, "reason": reason, "who": self.who}
                set_id = history.write_set(connection, head | {"kind": ChangeKind.DO})
                history.write_changes(connection, set_id, changes)
        self._typing = _Typing(typing, set_id, now) if typing is not None and changes else None
        self._tell(label, ChangeKind.DO, set_id, [*earlier, *changes], initiator)

    @contextmanager
    def noting(self) -> Iterator[Session]:
        """Write what lies outside undo: the exit log, facts of the file, derived values.

        One transaction, no step to take back, no message. Kept rows are refused but for the
        columns that ``journal.DERIVED`` names.

        Raises:
            FileError: the file can't be written, or was replaced. Nothing was changed.
        """
        with self._writing() as connection, ChangingSession(connection) as session:
            session.info[NOTING] = True
            yield session
            session.flush()

    @contextmanager
    def building(self) -> Iterator[Connection]:
        """Fill a new file in bulk, in one transaction and without a journal of its own.

        Raises:
            FileError: the file can't be written. Nothing was changed.
        """
        with self._writing() as connection:
            yield connection

    @contextmanager
    def erasing(self, label: str) -> Iterator[Connection]:
        """Take rows out of the file for good, in one transaction that no undo reaches behind.

        Afterwards the file is written anew without them; if there is no room for that, their
        places are already overwritten with zeros.

        Raises:
            FileError: the file can't be written. Nothing was changed.
        """
        with self._writing() as connection:
            yield connection
        self._typing = None
        with self._turn, suppress(*DRIVER_ERRORS):
            self._raw.execute("VACUUM")
        self._look_again()
        tables = frozenset(kept_classes())
        self._told(Changed(label, ChangeKind.DO, 0, tables, frozenset()))

    def stop_typing(self) -> None:
        """Close the open change set of an editor: what is typed next is a new undo step."""
        self._typing = None

    def undo_step(self) -> Step | None:
        """Return what ``undo`` would take back."""
        with self.reading() as session:
            return history.next_undo(session.connection())

    def redo_step(self) -> Step | None:
        """Return what ``redo`` would make again."""
        with self.reading() as session:
            return history.next_redo(session.connection())

    def undo(self, *, only: int | None = None, initiator: object = None) -> Step | None:
        """Take back the newest change and return it; ``only`` this change set, if it is that."""
        return self._replay(ChangeKind.UNDO, only, initiator)

    def redo(self, *, initiator: object = None) -> Step | None:
        """Make the change again that was taken back last, and return it."""
        return self._replay(ChangeKind.REDO, None, initiator)

    def _replay(self, kind: ChangeKind, only: int | None, initiator: object) -> Step | None:
        find = history.next_undo if kind is ChangeKind.UNDO else history.next_redo
        with self._writing() as connection:
            step = find(connection)
            if step is None or only not in (None, step.id):
                return None
            set_id, changes = history.take_back(connection, step, kind, self.clock(), self.who)
            keep_true(connection, changes)
        self._typing = None
        self._tell(step.label, kind, set_id, changes, initiator)
        return step

    def _open_set(self, connection: Connection, typing: object, now: datetime) -> int | None:
        """Return the change set that goes on, if this editor's is open and still the newest."""
        last = self._typing
        if typing is None or last is None or last.editor != typing or now - last.at >= IDLE:
            return None
        step = history.next_undo(connection)
        return last.set_id if step is not None and step.id == last.set_id else None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Hold the one write transaction: committed at the end, rolled back on any error."""
        if self.read_only:
            raise ReadOnlyError("This file is open for reading only, so nothing was changed.")
        if self._busy:
            raise RuntimeError("A change was begun inside another change")
        if self._connection.in_transaction():
            raise RuntimeError("A change was begun inside a reading")
        self._finish_taking_back()
        check_unchanged(self.path, self._identity)
        self._busy = True
        try:
            self._connection.info[BEGIN] = "BEGIN IMMEDIATE"
            with self._turn, explained(), self._connection.begin():
                # Once more: another program may have written while we waited for its lock.
                check_unchanged(self.path, self._identity)
                # Rows that point to each other may come in any order: COMMIT checks them.
                self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                yield self._connection
        finally:
            self._busy = False
            self._connection.info[BEGIN] = "BEGIN"
            self.forget()
            self._raw.rollback()  # SQLAlchemy leaves a transaction open whose COMMIT failed
            self._half_written = has_journal(self.path)
            self._look_again()
        check_unchanged(self.path, self._identity)  # nothing is saved in a file that was replaced

    def _finish_taking_back(self) -> None:
        """Take back what a failing disk left of a change, before it looks like another's write.

        SQLite does so at the next reading, whenever that is: the file then changes once more.
        """
        if not self._half_written:
            return
        with self._turn, explained():
            self._raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        self._half_written = has_journal(self.path)
        self._look_again()

    def _look_again(self) -> None:
        """Remember what the file looks like after a write, unless another is in its place."""
        with suppress(FileError):
            present = FileIdentity.of(self.path)
            if present.same_file(self._identity):
                self._identity = present

    def _tell(
        self,
        label: str,
        kind: ChangeKind,
        set_id: int,
        changes: list[RowChange],
        initiator: object,
    ) -> None:
        tables = frozenset(change.table for change in changes)
        items = frozenset(change.item for change in changes)
        self._told(Changed(label, kind, set_id, tables, items, initiator))

    def _told(self, message: Changed) -> None:
        for listener in list(self._listeners):
            try:
                listener(message)
            except Exception:  # noqa: BLE001 (a view's bug: the change stands, others must hear)
                sys.excepthook(*sys.exc_info())
