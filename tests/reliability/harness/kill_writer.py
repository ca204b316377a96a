"""Kill a writer at random moments, open its file again, and count what became of its changes.

The writer is a process of its own that makes changes through the services and acknowledges each
on a pipe after the call has returned: what the window shows as saved. It is ended by SIGKILL.

Controls, which must fail: ``early`` acknowledges before the change is made; ``no-journal`` writes
without a journal, through a cache so small that pages reach the file in the middle of a change.
"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import tempfile
import time
from pathlib import Path

import changes

from mentordesk.domain.errors import KnownError
from mentordesk.services.desk import Desk

MEMORY = Path("/dev/shm")
"""A disk in memory: a kill leaves what the system has taken, synced or not."""

LIFE = 120
"""Changes in one file before a fresh one is taken."""


def write(path: Path, key, acknowledge: int, control: str) -> None:
    """Be the writer: go on with the story until somebody ends this process."""
    desk = Desk.open(path, changes.clock, key=key)
    if control == "no-journal":
        desk.store.raw.execute("PRAGMA journal_mode=OFF")
        desk.store.raw.execute("PRAGMA cache_size=1")
    os.write(acknowledge, b"o")
    for number in range(changes.count(desk), LIFE):
        if control == "early":
            os.write(acknowledge, b"+")
        changes.next_change(desk, number)
        if control != "early":
            os.write(acknowledge, b"+")
    time.sleep(60)


def kill_once(path: Path, key, control: str, dice: random.Random, longest: float) -> int:
    """Start a writer, kill it, and return how many changes it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            write(path, key, writer, control)
        finally:
            os._exit(9)
    os.close(writer)
    if dice.random() < 0.85:  # else while it opens, and perhaps takes back half a change
        select.select([reader], [], [], 30)
    time.sleep(dice.uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = b""
    while part := os.read(reader, 4096):
        said += part
    os.close(reader)
    return said.count(b"+")


def run(kind: str, kills: int, control: str, seed: int, place: Path | None) -> dict[str, int]:
    key = changes.key_of(kind)
    found = dict.fromkeys(
        ("kills", "acknowledged", "inside a write", "lost", "half", "errors", "dead ends"), 0
    )
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="mentordesk-kills-", dir=place) as name:
        folder = Path(name)
        states = changes.rehearse(folder / "rehearsal.mentordesk", key, LIFE)
        fresh, path = folder / "fresh.mentordesk", folder / "desk.mentordesk"
        changes.begin(fresh, key)
        at = LIFE
        for _ in range(kills):
            if at >= LIFE - 20:
                for left in folder.glob("*desk.mentordesk*"):
                    left.unlink()
                shutil.copy(fresh, path)
                at = 0
            acknowledged = kill_once(path, key, control, dice, 0.25 if place else 0.5)
            journal = path.with_name(f"{path.name}-journal")
            found["kills"] += 1
            found["acknowledged"] += acknowledged
            found["inside a write"] += journal.exists() and journal.stat().st_size > 0
            at = judge(path, key, at, acknowledged, states, found)
    return found


def judge(path: Path, key, before: int, acknowledged: int, states: list[str], found) -> int:
    """Open the file as the window would, and count what is wrong; return where it stands."""
    try:
        desk = Desk.open(path, changes.clock, key=key)
    except KnownError:
        found["dead ends"] += 1
        return LIFE
    try:
        present = changes.count(desk)
        found["lost"] += max(0, before + acknowledged - present)
        found["half"] += present > before + acknowledged + 1
        wrong = bool(desk.check()) or bool(
            desk.store.raw.execute("PRAGMA foreign_key_check").fetchall()
        )
        half = present < 0 or present >= len(states) or changes.digest(desk) != states[present]
        found["errors"] += wrong
        found["half"] += half
        return LIFE if wrong or half else present
    except Exception:  # noqa: BLE001 (a broken file may fail anywhere: that is the finding)
        found["errors"] += 1
        return LIFE
    finally:
        desk.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("plain", "encrypted"))
    parser.add_argument("kills", type=int)
    parser.add_argument("--control", default="", choices=("", "early", "no-journal"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--disk", action="store_true", help="on the disk, and not in memory")
    said = parser.parse_args()
    place = None if said.disk or not os.access(MEMORY, os.W_OK) else MEMORY
    print(json.dumps(run(said.kind, said.kills, said.control, said.seed, place)))
