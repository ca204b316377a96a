"""What the tests of the store share: a key or none, and a small sound file."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2

import mentordesk
from mentordesk.domain.errors import KnownError
from mentordesk.domain.messages import Changed
from mentordesk.models import Goal, Milestone
from mentordesk.store.key import Key
from mentordesk.store.opening import connect, connect_new
from mentordesk.store.raw import kept_classes
from mentordesk.store.schema_check import Schema, check_schema
from mentordesk.store.store import Store

SMALL_SCHEMA = """
CREATE TABLE goal (id BLOB NOT NULL PRIMARY KEY, title TEXT NOT NULL, rev INTEGER NOT NULL);
CREATE TABLE milestone (id INTEGER PRIMARY KEY, goal BLOB NOT NULL REFERENCES goal (id));
CREATE INDEX milestone_goal ON milestone (goal);
CREATE VIRTUAL TABLE search USING fts5(title, content='');
"""

LONGEST = 2.0
"""Seconds that a bad file may take."""

FIXED_KEY = Key(bytes(range(32)))

GOALS = 60
"""Rows of about 300 bytes: some pages beyond the first."""


@pytest.fixture(params=[None, FIXED_KEY], ids=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> Key | None:
    """No key, and a fixed raw key: no test waits for the derivation."""
    return request.param


@pytest.fixture(scope="session")
def small_templates(tmp_path_factory: pytest.TempPathFactory) -> dict[Key | None, Path]:
    """Sound files of version 1 with a few pages, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("templates")
    files = {None: folder / "plain.mentordesk", FIXED_KEY: folder / "encrypted.mentordesk"}
    for key, path in files.items():
        connection = connect_new(path, key)
        connection.executescript(SMALL_SCHEMA)
        connection.execute("PRAGMA user_version=1")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(GOALS):
            row = (number.to_bytes(16, "big"), f"Goal {number} " + "write the paper " * 20)
            connection.execute("INSERT INTO goal VALUES (?, ?, 1)", row)
        connection.execute("COMMIT")
        connection.close()
    return files


@pytest.fixture
def small_file(tmp_path: Path, key: Key | None, small_templates: dict[Key | None, Path]) -> Path:
    """A sound file of version 1 with a few pages, which the test may spoil."""
    return Path(shutil.copy(small_templates[key], tmp_path / "small.mentordesk"))


@pytest.fixture
def altered(small_file: Path, key: Key | None) -> Callable[..., Path]:
    """Return the small file after some statements of another program."""

    def alter(*statements: str) -> Path:
        connection = dbapi2.connect(str(small_file), isolation_level=None)
        if key is not None:
            connection.set_key(key.pragma())
        for statement in statements:
            connection.execute(statement)
        connection.close()
        return small_file

    return alter


@pytest.fixture
def shipped() -> Schema:
    """The schema of the small file, as its program would describe it."""
    return Schema(
        {
            "goal": (
                ("id", "BLOB", True, 1),
                ("title", "TEXT", True, 0),
                ("rev", "INTEGER", True, 0),
            ),
            "milestone": (("id", "INTEGER", False, 1), ("goal", "BLOB", True, 0)),
        },
        frozenset({"milestone_goal"}),
        {"search": ("title",)},
    )


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(mentordesk.__file__).parents[1])}


@pytest.fixture
def run_python() -> Callable[..., str]:
    """Run Python code with arguments in a process of its own and return what it prints."""

    def run(code: str, *arguments: str) -> str:
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, check=True, env=_environment()
        ).stdout

    return run


@pytest.fixture
def other_process() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Run Python code with arguments in a process of its own, up to its first printed line."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=_environment(),
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder whose permissions bind this process, also when the tests run as root."""
    with tempfile.TemporaryDirectory(prefix="mentordesk-read-only-") as name:
        folder = Path(name)
        yield folder
        folder.chmod(0o700)


@pytest.fixture
def as_nobody() -> Iterator[Callable[..., None]]:
    """Make a folder and its files read-only; root becomes nobody, whom permissions bind."""
    if sys.platform == "win32":
        pytest.skip("permissions of folders are another matter on Windows")
    root = os.geteuid() == 0

    def become(folder: Path, *, mode: int = 0o444) -> None:
        for place in folder.iterdir():
            place.chmod(mode)
        folder.chmod(0o555)
        if root:
            os.seteuid(65534)

    yield become
    if root:
        os.seteuid(0)


@pytest.fixture
def open_fully(shipped: Schema) -> Callable[..., None]:
    """Open as the store does, the file and then its schema, and close again."""

    def open_and_close(path: Path, key: Key | None, *, read_only: bool) -> None:
        connection = connect(path, key, read_only=read_only, schema_version=1)
        with closing(connection):
            check_schema(connection, shipped)

    return open_and_close


@pytest.fixture
def refusal(open_fully: Callable[..., None]) -> Callable[[Path, Key | None], KnownError]:
    """Return the error of opening a file, having checked that nothing changed."""

    def refuse(path: Path, key: Key | None) -> KnownError:
        before = path.read_bytes()
        names = sorted(path.parent.iterdir())
        started = time.monotonic()
        errors = []
        for read_only in (False, True):
            with pytest.raises(KnownError) as caught:
                open_fully(path, key, read_only=read_only)
            errors.append(caught.value)
        assert time.monotonic() - started < 2 * LONGEST
        assert path.read_bytes() == before
        assert sorted(path.parent.iterdir()) == names
        assert str(errors[0]) == str(errors[1])
        assert str(errors[0]).endswith(".")
        return errors[0]

    return refuse


@pytest.fixture(scope="session")
def desk_templates(tmp_path_factory: pytest.TempPathFactory) -> dict[Key | None, Path]:
    """New files, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("desks")
    files = {None: folder / "plain.mentordesk", FIXED_KEY: folder / "encrypted.mentordesk"}
    for key, path in files.items():
        Store.create(path, lambda: datetime(2026, 11, 24, 10, tzinfo=UTC), key=key).close()
    return files


@pytest.fixture
def desk_file(tmp_path: Path, key: Key | None, desk_templates: dict[Key | None, Path]) -> Path:
    """A new file without a row."""
    return Path(shutil.copy(desk_templates[key], tmp_path / "desk.mentordesk"))


@pytest.fixture
def open_store(
    desk_file: Path, key: Key | None, clock: Callable[[], datetime]
) -> Iterator[Callable[..., Store]]:
    """Open the new file; it is closed at the end."""
    opened: list[Store] = []

    def open_it(**options: bool) -> Store:
        opened.append(Store.open(desk_file, clock, key=key, **options))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., Store]) -> Store:
    return open_store()


@pytest.fixture
def messages(store: Store) -> list[Changed]:
    """What the store has told since the test began."""
    told: list[Changed] = []
    store.subscribe(told.append)
    return told


@pytest.fixture(scope="session")
def dump() -> Callable[[Store], dict[str, dict[bytes, dict[str, object]]]]:
    """Return every kept row as the file stores it, by table and id."""

    def read(store: Store) -> dict[str, dict[bytes, dict[str, object]]]:
        tables = {}
        for table in sorted(kept_classes()):
            rows = store.raw.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in rows.description]
            found = [dict(zip(names, row, strict=True)) for row in rows]
            tables[table] = {row["id"]: row for row in found}
        return tables

    return read


@pytest.fixture
def goal(store: Store) -> UUID:
    """The id of a goal with one milestone."""
    with store.changing("Add goal") as session:
        row = Goal(title="Paper", milestones=[Milestone(title="Outline")])
        session.add(row)
        session.flush()
        return row.id


@pytest.fixture
def titles() -> Callable[[Store], list[str]]:
    """Return the titles of all goals in a store, sorted."""

    def read(store: Store) -> list[str]:
        with store.reading() as session:
            return sorted(session.scalars(select(Goal.title)))

    return read


@pytest.fixture
def failing_disk() -> Iterator[tuple[Callable[[], None], Callable[[], None]]]:
    """Return functions that stop and resume every write beyond 8 KiB of any file."""
    resource = pytest.importorskip("resource", reason="Windows has no limit on file sizes")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fail() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))

    def mend() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    yield fail, mend
    mend()


@pytest.fixture
def other_connection() -> Iterator[Callable[[Path, Key | None], dbapi2.Connection]]:
    """Open a file past the store, as another program would."""
    opened: list[dbapi2.Connection] = []

    def connect_past(path: Path, key: Key | None) -> dbapi2.Connection:
        connection = dbapi2.connect(str(path), isolation_level=None)
        opened.append(connection)
        if key is not None:
            connection.set_key(key.pragma())
        return connection

    yield connect_past
    for connection in opened:
        connection.close()
