"""Open bad files as the window does, each in a process of its own, and see what becomes of them.

A file that is refused must be told about in words, must be the same to the byte, with nothing new
beside it, within 2 seconds and 1 GiB. Bits that changed deep in a plain file may go unnoticed when
it is opened; those files are counted, and looked over.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import tempfile
from pathlib import Path

import changes
from sqlcipher3 import dbapi2

from mentordesk.domain.errors import KnownError
from mentordesk.services.desk import Desk

LONGEST = 2.0
MOST_MEMORY = 1024**2  # kB
REFUSED, OPENED, FOUND_LATER, BROKEN = range(4)
HOSTILE = (
    "CREATE TRIGGER t AFTER INSERT ON goal BEGIN DELETE FROM goal; END",
    "CREATE VIEW v AS SELECT * FROM goal",
    "CREATE TABLE extra (id)",
    "CREATE VIRTUAL TABLE f USING fts5(x)",
    "ALTER TABLE goal ADD COLUMN g AS (zeroblob(900000000))",
    "CREATE INDEX other ON goal (title)",
    "DROP TABLE note",
    "ALTER TABLE goal RENAME COLUMN reason TO why",
    "PRAGMA user_version=900",
    "PRAGMA user_version=0",
    "PRAGMA user_version=-3",
    "PRAGMA application_id=7",
)


def _cut(held: bytes, dice) -> bytes:
    return held[: dice.randrange(len(held))]


def _flip_header(held: bytes, dice) -> bytes:
    return _flip(held, dice, dice.choice((1, 4)), 100)


def _flip_anywhere(held: bytes, dice) -> bytes:
    return _flip(held, dice, dice.choice((1, 8, 60)), len(held))


def _flip(held: bytes, dice, times: int, end: int) -> bytes:
    changed = bytearray(held)
    for _ in range(times):
        changed[dice.randrange(end)] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _noise_page(held: bytes, dice) -> bytes:
    at = dice.randrange(len(held) // 4096) * 4096
    return held[:at] + dice.choice((bytes(4096), dice.randbytes(4096))) + held[at + 4096 :]


def _foreign(_held: bytes, dice) -> bytes:
    heads = (
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\x89PNG\r\n",
        b"SQLite format 3\0",
        b"Dear diary, ",
    )
    size = dice.choice((0, 1, 100, 4096, 8192, 40_000))
    return dice.choice(heads) + dice.choice((dice.randbytes(size), b"a" * size, bytes(size)))


def _swapped(held: bytes, dice) -> bytes:
    at = dice.randrange(16, len(held))
    return held[at:] + held[:at]


SPOILED = (_cut, _flip_header, _flip_anywhere, _noise_page, _foreign, _swapped)
DAMAGE = (_flip_header, _flip_anywhere, _noise_page)
"""What a plain file may be opened with, because nobody reads all of it at once."""


def make_bad(path: Path, sound: Path, key, number: int, dice) -> str:
    """Make one bad file and return what kind it is."""
    turn = number % 10
    if turn < len(SPOILED):
        spoil = SPOILED[turn]
        path.write_bytes(spoil(sound.read_bytes(), dice))
        return spoil.__name__
    if turn < 9:
        shutil.copy(sound, path)
        raw = dbapi2.connect(str(path), isolation_level=None)
        if key is not None:
            raw.set_key(key.pragma())
        raw.execute(HOSTILE[(number // 10 * 3 + turn) % len(HOSTILE)])
        raw.close()
        return "hostile"
    kinds = (Path.mkdir, os.mkfifo, _huge, _link_to_itself, Path.touch)
    kind = kinds[number // 10 % len(kinds)]
    kind(path)
    return kind.__name__


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**40)


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def attempt(path: Path, key) -> int:
    """Open a file, in this process, and return what became of it."""
    try:
        desk = Desk.open(path, changes.clock, key=key)
    except KnownError as error:
        return REFUSED if str(error).endswith(".") else BROKEN
    try:
        return FOUND_LATER if desk.check() else OPENED
    finally:
        desk.close()


def try_it(path: Path, key) -> tuple[int, float, int]:
    """Open a file in a process of its own: what became of it, seconds, kB."""
    child = os.fork()
    if child == 0:
        signal.alarm(10)
        said = BROKEN
        try:
            said = attempt(path, key)
        finally:
            os._exit(said)
    _, status, used = os.wait4(child, 0)
    said = os.WEXITSTATUS(status) if os.WIFEXITED(status) else BROKEN
    # The processor's time: a computer with much to do makes nothing of the file's. The alarm above
    # ends what waits.
    return said, used.ru_utime + used.ru_stime, used.ru_maxrss


def look(path: Path) -> tuple[list[str], bytes | int | None]:
    """Return all that could have changed: names in the folder, and the content."""
    lock = f".{path.name}.lock"  # empty, and of every file that was once opened
    names = sorted(left.name for left in path.parent.iterdir() if left.name != lock)
    if path.is_symlink() or not path.is_file():
        return names, None
    size = path.stat().st_size
    return names, path.read_bytes() if size < 2**30 else size


def run(kind: str, files: int) -> dict[str, object]:
    key, dice = changes.key_of(kind), random.Random(3)
    names = ("files", "refused", "opened", "found by the check", "opened though they must not be")
    names += ("changed", "no words", "too slow", "too much memory")
    found: dict[str, object] = dict.fromkeys(names, 0)
    slowest = 0.0
    with tempfile.TemporaryDirectory(prefix="mentordesk-bad-") as name:
        sound = Path(name) / "sound.mentordesk"
        changes.rehearse(sound, key, 20)
        for number in range(files):
            folder = Path(name) / str(number)
            folder.mkdir()
            path = folder / "bad.mentordesk"
            made = make_bad(path, sound, key, number, dice)
            before = look(path)
            said, seconds, memory = try_it(path, key)
            found["files"] += 1
            found["refused"] += said == REFUSED
            found["opened"] += said in {OPENED, FOUND_LATER}
            found["found by the check"] += said == FOUND_LATER
            must = made not in {spoil.__name__ for spoil in DAMAGE}
            found["opened though they must not be"] += said in {OPENED, FOUND_LATER} and must
            found["changed"] += said == REFUSED and look(path) != before
            found["no words"] += said == BROKEN
            found["too slow"] += said != FOUND_LATER and seconds > LONGEST
            found["too much memory"] += memory > MOST_MEMORY
            slowest = max(slowest, seconds)
            shutil.rmtree(folder)
    return {**found, "slowest (ms)": round(slowest * 1000)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("plain", "encrypted"))
    parser.add_argument("files", type=int)
    said = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(json.dumps(run(said.kind, said.files)))
