"""A small save: one column of one row, with its place in the journal."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol
from uuid import UUID

from sqlcipher3 import dbapi2

from benchmarks.arithmetic import Row
from benchmarks.pairs import cpu_row
from benchmarks.stores import RAW_KEY, TODAY, Bench, open_desk
from mentordesk.store.key import Key

ROUNDS = 60
TARGET = 3
COUNTED = 10
_SYNC = re.compile(r"^\d+\s+(?:fsync|fdatasync)\(", re.MULTILINE)
_AN_ACTION = "SELECT id FROM action WHERE done IS NULL AND dropped IS NULL ORDER BY id LIMIT 1"


class Saver(Protocol):
    """Something that saves a small change each time it is called."""

    def __call__(self) -> None:
        """Save."""

    def close(self) -> None:
        """Let go of the file."""


class Ours:
    """Marks a promise as kept and as open again, through the service."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self._desk = open_desk(path, key)
        self._item = UUID(bytes=self._desk.store.raw.execute(_AN_ACTION).fetchone()[0])
        self._done = False

    def __call__(self) -> None:
        self._done = not self._done
        self._desk.goals.set_action_done(self._item, TODAY if self._done else None)

    def close(self) -> None:
        """Let go of the file."""
        self._desk.close()


class Bare:
    """Writes the same column with the driver alone, as safely."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self._raw = dbapi2.connect(str(path), isolation_level=None)
        if key is not None:
            self._raw.set_key(key.pragma())
        for pragma in ("secure_delete=ON", "synchronous=EXTRA", "journal_mode=DELETE"):
            self._raw.execute(f"PRAGMA {pragma}")
        self._item = self._raw.execute(_AN_ACTION).fetchone()[0]
        self._done = False

    def __call__(self) -> None:
        self._done = not self._done
        day = str(TODAY) if self._done else None
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.execute("UPDATE action SET done = ? WHERE id = ?", (day, self._item))
        self._raw.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()


def measure(bench: Bench) -> list[Row]:
    """Return the processor's time and the syncs of a save against a bare commit."""
    rows = []
    for words, key in (("plain", None), ("encrypted", RAW_KEY)):
        make = bench.heavy if key is None else bench.encrypted
        ours, floor = Ours(make("ours"), key), Bare(make("bare"), key)
        figure = f"a small save, {words}: CPU"
        rows.append(cpu_row(figure, ours, floor, rounds=ROUNDS, target=TARGET))
        ours.close()
        floor.close()
        if shutil.which("strace"):
            rows.append(_syncs(bench, words, key))
    return rows


def _syncs(bench: Bench, words: str, key: Key | None) -> Row:
    ours, floor = (_count(bench, kind, key) for kind in ("ours", "bare"))
    return Row(
        figure=f"a small save, {words}: syncs", ours=ours, floor=floor, target=1, unit="times"
    )


def _count(bench: Bench, kind: str, key: Key | None) -> float:
    """Return how often one save has the system write down, without what opening does."""
    few, many = (_count_run(bench, kind, key, count) for count in (0, COUNTED))
    return (many - few) / COUNTED


def _count_run(bench: Bench, kind: str, key: Key | None, count: int) -> int:
    path = (bench.heavy if key is None else bench.encrypted)("counted")
    told = bench.scratch / "strace"
    command = ["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", str(told)]
    probe = [sys.executable, "-m", "benchmarks.probes.saves", kind, str(path), str(count)]
    subprocess.run([*command, *probe, *(["key"] if key else [])], check=True)
    return len(_SYNC.findall(told.read_text(encoding="utf-8")))
