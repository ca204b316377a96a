"""What every test relies on: a home folder of its own, repeatable examples, a desk to try on."""

import os
import shutil
import tempfile
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk
    from mentordesk.store.key import Key
    from mentordesk.store.store import Store

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("default", deadline=None, max_examples=60)
settings.load_profile("ci" if os.environ.get("CI") else "default")

_HOME = pytest.StashKey[Path]()
_HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole run an empty home folder, before any test module is imported."""
    zoneinfo.reset_tzpath(())  # as main does
    home = Path(tempfile.mkdtemp(prefix="mentordesk-tests-"))
    config.stash[_HOME] = home
    for variable, place in _HOME_VARIABLES.items():
        folder = home / place
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[variable] = str(folder)
    # Finding the fonts takes seconds; from one run to the next they stay the same.
    os.environ["MPLCONFIGDIR"] = str(config.rootpath / ".pytest_cache" / "matplotlib")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the home folder away again."""
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a whole run of the services use encrypted files."""
    parser.addoption("--encrypted", action="store_true", help="run the services on encrypted files")


class FakeClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **how_far: float) -> None:
        """Go on by days, hours, minutes or seconds."""
        self.now += timedelta(**how_far)


@pytest.fixture
def still_clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def clock(still_clock: FakeClock) -> FakeClock:
    return still_clock


@pytest.fixture(scope="session")
def desk_key(request: pytest.FixtureRequest) -> "Key | None":
    """No key; a fixed raw one when the whole run is asked to be encrypted."""
    from mentordesk.store.key import Key

    return Key(bytes(range(32))) if request.config.getoption("encrypted") else None


@pytest.fixture(scope="session")
def desk_template(tmp_path_factory: pytest.TempPathFactory, desk_key: "Key | None") -> Path:
    """A desk whose owner has begun, made once and copied for each test."""
    from mentordesk.domain.people import PersonDraft
    from mentordesk.services.desk import Desk

    path = tmp_path_factory.mktemp("desk") / "template.mentordesk"
    desk = Desk.create(path, FakeClock(), key=desk_key)
    desk.people.begin(PersonDraft(name="Maya Lindqvist", time_zone="Europe/Berlin"))
    desk.close()
    return path


@pytest.fixture
def empty_desk(
    tmp_path: Path, desk_template: Path, clock: FakeClock, desk_key: "Key | None"
) -> "Iterator[Desk]":
    from mentordesk.services.desk import Desk

    path = tmp_path / "desk.mentordesk"
    shutil.copy(desk_template, path)
    opened = Desk.open(path, clock, key=desk_key)
    yield opened
    opened.close()


@pytest.fixture
def desk(empty_desk: "Desk") -> "Desk":
    return empty_desk


@pytest.fixture
def store(desk: "Desk") -> "Store":
    return desk.store


@pytest.fixture
def me(desk: "Desk") -> UUID:
    assert desk.me is not None
    return desk.me


@pytest.fixture
def statements() -> Callable[..., AbstractContextManager[list[str]]]:
    """Return a context manager that lists the SQL sent to a store inside it."""
    from sqlalchemy import event

    @contextmanager
    def counted(store) -> Iterator[list[str]]:
        sent: list[str] = []

        def note(_connection, _cursor, statement, *_rest) -> None:
            if not statement.startswith(("BEGIN", "PRAGMA")):
                sent.append(statement)

        event.listen(store._engine, "before_cursor_execute", note)
        try:
            yield sent
        finally:
            event.remove(store._engine, "before_cursor_execute", note)

    return counted
