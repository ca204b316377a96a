"""Let every n-th write, sync or truncation of a change fail, and see what is said and what is kept.

Runs with the library of ``faults.c`` loaded before all others. For every change of the story, every
place in it that writes, ENOSPC and EIO, once and from there on: the change either returns or says
a sentence; then the disk is well again, the same change is made once more where it was refused,
and the file is opened again.

The control swallows the error, as a careless program would, and takes the change for saved.
"""

import argparse
import ctypes
import errno
import json
import os
import shutil
from pathlib import Path

import changes

from mentordesk.domain.errors import KnownError
from mentordesk.services.desk import Desk

STORY = 5
"""Changes: each kind once."""

MOST = 200
"""Writes in one change that are looked at."""


def prepared(folder: Path, key) -> tuple[list[Path], list[str]]:
    """Return the file before each change, and the states."""
    states = changes.rehearse(folder / "rehearsal.mentordesk", key, STORY)
    path = folder / "growing.mentordesk"
    changes.begin(path, key)
    files = []
    for number in range(STORY):
        files.append(Path(shutil.copy(path, folder / f"before-{number}.mentordesk")))
        desk = Desk.open(path, changes.clock, key=key)
        changes.next_change(desk, number)
        desk.close()
    return files, states


def try_once(faults, path: Path, key, fault, number: int, states, found, *, careless: bool) -> bool:
    """Fail one write of a change; False if the change has fewer writes."""
    desk = Desk.open(path, changes.clock, key=key)
    faults.faults_set(*fault)
    saved = False
    try:
        changes.next_change(desk, number)
        saved = True
    except KnownError:
        saved = careless
    except Exception:  # noqa: BLE001 (what is no sentence is what is looked for)
        found["tracebacks"] += 1
    hit = faults.faults_hit()
    faults.faults_set(0, 0, 0)
    try:
        if hit:
            note(desk, number, states, found, saved=saved)
        if hit and not careless:
            go_on(desk, number, found)
    finally:
        desk.close()
    if hit and not careless:
        reopened = Desk.open(path, changes.clock, key=key)
        found["lost"] += changes.digest(reopened) != states[number + 1]
        found["damaged"] += bool(reopened.check())
        reopened.close()
    return bool(hit)


def note(desk: Desk, number: int, states, found, *, saved: bool) -> None:
    """Compare what was said with what is kept."""
    found["faults"] += 1
    present = changes.digest(desk)
    there = present == states[number + 1]
    found["refused in words"] += not saved
    found["false saved"] += saved and not there
    found["neither"] += present not in states[number : number + 2]
    found["kept though refused"] += there and not saved


def go_on(desk: Desk, number: int, found) -> None:
    """Make the change again if it was refused: the disk is well."""
    if changes.count(desk) == number:
        try:
            changes.next_change(desk, number)
        except KnownError:
            found["no going on"] += 1


def run(folder: Path, kind: str, every: int, *, careless: bool) -> dict[str, int]:
    faults = ctypes.CDLL(None)
    faults.faults_set.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int]
    key = changes.key_of(kind)
    files, states = prepared(folder, key)
    names = ("faults", "refused in words", "false saved", "neither", "kept though refused")
    names += ("no going on", "lost", "damaged", "tracebacks")
    found = dict.fromkeys(names, 0)
    for number, before in enumerate(files):
        for error in (errno.ENOSPC, errno.EIO):
            for lasting in (0, 1):
                for place in range(1, MOST, every):
                    path = folder / "desk.mentordesk"
                    for left in folder.glob("*desk.mentordesk*"):
                        left.unlink()
                    shutil.copy(before, path)
                    fault = (place, error, lasting)
                    if not try_once(
                        faults, path, key, fault, number, states, found, careless=careless
                    ):
                        break
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("plain", "encrypted"))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    said = parser.parse_args()
    place = Path(os.environ["FAULTS_UNDER"])
    print(json.dumps(run(place, said.kind, said.every, careless=said.control)))
