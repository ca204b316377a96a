"""Kill backups and upgrades half way, and look at every file that is left.

``backups``: a process makes backup after backup of a file until it is killed. Every file that has
a backup's final name must be sound, and a restore drill compares it row for row with the desk.
``upgrades``: a process opens a file of an earlier version until it is killed. The file must be
wholly of one version, with every row, and open afterwards.

Controls, which must fail: a backup that copies straight to its final name, and an upgrade whose
statements are each a transaction of their own.
"""

import argparse
import json
import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import changes
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlcipher3 import dbapi2

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.errors import KnownError
from mentordesk.domain.goals import GoalDraft
from mentordesk.services.desk import Desk
from mentordesk.services.search_keeping import SEARCH
from mentordesk.store.backup import back_up_beside, backup_folder, check_copy
from mentordesk.store.engine import new_engine
from mentordesk.store.migrating import migrate, schema_after, shipped_steps
from mentordesk.store.opening import APPLICATION_ID
from mentordesk.store.schema import SCHEMA_VERSION
from mentordesk.store.schema_check import check_schema, find_damage, row_counts

MEMORY = Path("/dev/shm")
GOALS = 150
"""With 1.7 kB each: some hundred pages, which are copied in several steps."""


def make(path: Path, key) -> None:
    changes.begin(path, key)
    desk = Desk.open(path, changes.clock, key=key)
    for number in range(GOALS):
        desk.goals.add_goal(GoalDraft(title=f"Goal {number}", reason=changes.WORDS * 30))
    desk.close()


def killed(work: Callable[[], None], after: float) -> bool:
    """Do some work in a process of its own, which is killed after some seconds; False: it ended."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    ended, _ = os.waitpid(child, os.WNOHANG)
    if ended:
        return False
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def took(work: Callable[[], None]) -> float:
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


# Backups


def back_up_for_ever(path: Path, key, *, naive: bool) -> None:
    desk = Desk.open(path, changes.clock, key=key)
    at = changes.NOW
    while True:
        at += timedelta(minutes=1)
        if naive:
            copy_naively(path, backup_folder(path) / f"desk-{at:%H%M%S}.mentordesk")
        else:
            back_up_beside(desk.store.raw, key, path, at, BackupReason.ASKED)


def copy_naively(source: Path, place: Path) -> None:
    place.parent.mkdir(exist_ok=True)
    content = source.read_bytes()
    with place.open("wb") as file:
        for start in range(0, len(content), 64 * 4096):
            file.write(content[start : start + 64 * 4096])
            file.flush()
            time.sleep(0.003)


def drill(backup: Path, key, expected) -> bool:
    """Return whether a backup, put where a desk lies, is that desk row for row."""
    restored = backup.with_name("restored.mentordesk")
    try:
        check_copy(backup, key, SCHEMA_VERSION, None)
        shutil.copy(backup, restored)
        desk = Desk.open(restored, changes.clock, key=key)
        same = changes.rows(desk.store.raw) == expected and not desk.check()
        desk.close()
    except KnownError:
        return False
    finally:
        for left in backup.parent.glob("*restored*"):
            left.unlink()
    return same


def run_backups(folder: Path, key, kills: int, naive: bool, dice) -> dict[str, int]:
    path = folder / "desk.mentordesk"
    make(path, key)
    desk = Desk.open(path, changes.clock, key=key)
    expected = changes.rows(desk.store.raw)
    desk.close()
    found = dict.fromkeys(("kills", "half way", "final files", "bad final files", "harmed"), 0)
    for _ in range(kills):
        killed(lambda: back_up_for_ever(path, key, naive=naive), dice.uniform(0.03, 0.5))
        found["kills"] += 1
        for backup in sorted(backup_folder(path).glob("*")):
            if backup.name.endswith(".part"):
                found["half way"] += 1
            elif backup.suffix == ".mentordesk":
                found["final files"] += 1
                found["bad final files"] += not drill(backup, key, expected)
        shutil.rmtree(backup_folder(path), ignore_errors=True)
        with closing(Desk.open(path, changes.clock, key=key)) as desk:
            found["harmed"] += changes.rows(desk.store.raw) != expected
    return found


# Upgrades


def make_old(path: Path, key, version: int) -> None:
    """Make a file as an earlier version left it, with rows in it."""
    new = path.with_name("new.mentordesk")
    make(new, key)
    raw = dbapi2.connect(str(path), isolation_level=None)
    if key is not None:
        raw.set_key(key.pragma())
    raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    migrate(raw, shipped_steps(version))
    raw.execute("PRAGMA foreign_keys=OFF")  # the tables are filled in any order
    raw.execute(f"ATTACH '{new}' AS new KEY \"{key.pragma() if key else ''}\"")
    raw.execute("BEGIN")
    for table, columns in schema_after(shipped_steps(version), version).tables.items():
        names = ", ".join(name for name, *_ in columns)
        raw.execute(f"INSERT OR REPLACE INTO {table} ({names}) SELECT {names} FROM new.{table}")
    # An earlier version had no search to note anything about.
    raw.execute("DELETE FROM meta WHERE key = ?", (SEARCH,))
    raw.execute("COMMIT")
    raw.close()


def upgrade(path: Path, key, *, naive: bool) -> None:
    if naive:
        upgrade_naively(path, key)
    else:
        Desk.open(path, changes.clock, key=key).close()


def upgrade_naively(path: Path, key) -> None:
    """Take the same steps with each statement for itself."""
    raw = dbapi2.connect(str(path), isolation_level=None)
    if key is not None:
        raw.set_key(key.pragma())
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    engine = new_engine(raw).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        raw.rollback()
        for number, step in shipped_steps(SCHEMA_VERSION).items():
            if number > version:
                step(_OneByOne(Operations(MigrationContext.configure(connection)), raw))
                raw.execute(f"PRAGMA user_version={number}")


class _OneByOne:
    def __init__(self, operations: Operations, raw) -> None:
        self._operations, self._raw = operations, raw

    def execute(self, statement: str) -> None:
        self._raw.execute(statement)
        time.sleep(0.01)

    def __getattr__(self, name: str):
        return getattr(self._operations, name)


def run_upgrades(folder: Path, key, kills: int, naive: bool, dice, version: int) -> dict[str, int]:
    old, path = folder / "old.mentordesk", folder / "desk.mentordesk"
    make_old(old, key, version)
    shutil.copy(old, path)
    longest = took(lambda: upgrade(path, key, naive=naive))
    raw = reader(old, key)
    before = row_counts(raw)
    raw.close()
    found = dict.fromkeys(("kills", "killed on the way", "upgraded", "mixed", "rows lost"), 0)
    for _ in range(kills):
        clear(folder, keep={old.name})
        shutil.copy(old, path)
        on_the_way = killed(lambda: upgrade(path, key, naive=naive), dice.uniform(0, 1.6 * longest))
        found["kills"] += 1
        found["killed on the way"] += on_the_way
        judge(path, key, before, version, found)
    return found


def judge(path: Path, key, before: dict[str, int], version: int, found: dict[str, int]) -> None:
    raw = reader(path, key)
    present = raw.execute("PRAGMA user_version").fetchone()[0]
    found["upgraded"] += present == SCHEMA_VERSION
    try:
        if present not in {version, SCHEMA_VERSION} or find_damage(raw):
            found["mixed"] += 1
            return
        check_schema(raw, schema_after(shipped_steps(present), present))
        raw.close()
        desk = Desk.open(path, changes.clock, key=key)
        after = row_counts(desk.store.raw)
        found["rows lost"] += any(after[table] < count for table, count in before.items())
        found["mixed"] += bool(desk.check())
        desk.close()
    except KnownError:
        found["mixed"] += 1
    finally:
        raw.close()


def reader(path: Path, key):
    raw = dbapi2.connect(str(path), isolation_level=None)
    if key is not None:
        raw.set_key(key.pragma())
    return raw


def clear(folder: Path, keep: set[str]) -> None:
    for left in folder.iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        elif left.name not in keep:
            left.unlink()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("backups", "upgrades"))
    parser.add_argument("kind", choices=("plain", "encrypted"))
    parser.add_argument("kills", type=int)
    parser.add_argument("--from-version", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    said = parser.parse_args()
    dice, key = random.Random(2), changes.key_of(said.kind)
    place = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="mentordesk-kills-", dir=place) as name:
        if said.what == "backups":
            told = run_backups(Path(name), key, said.kills, said.control, dice)
        else:
            version = said.from_version
            told = run_upgrades(Path(name), key, said.kills, said.control, dice, version)
    print(json.dumps(told))
