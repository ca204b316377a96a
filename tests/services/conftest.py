"""What the tests of the services share: a desk of one's own, a clock, a counter of statements."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event

from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.store.key import Key
from mentordesk.store.store import Store

FIXED_KEY = Key(bytes(range(32)))


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
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def key(request: pytest.FixtureRequest) -> Key | None:
    """No key; a fixed raw one when the whole run is asked to be encrypted."""
    return FIXED_KEY if request.config.getoption("encrypted") else None


@pytest.fixture(scope="session")
def desk_template(tmp_path_factory: pytest.TempPathFactory, key: Key | None) -> Path:
    """A desk whose owner has begun, made once and copied for each test."""
    path = tmp_path_factory.mktemp("desk") / "template.mentordesk"
    desk = Desk.create(path, FakeClock(), key=key)
    desk.people.begin(PersonDraft(name="Maya Lindqvist", time_zone="Europe/Berlin"))
    desk.close()
    return path


@pytest.fixture
def desk(tmp_path: Path, desk_template: Path, clock: FakeClock, key: Key | None) -> Iterator[Desk]:
    path = tmp_path / "desk.mentordesk"
    shutil.copy(desk_template, path)
    opened = Desk.open(path, clock, key=key)
    yield opened
    opened.close()


@pytest.fixture
def store(desk: Desk) -> Store:
    return desk.store


@pytest.fixture
def me(desk: Desk) -> UUID:
    assert desk.me is not None
    return desk.me


@pytest.fixture
def statements() -> Callable[..., object]:
    """Return a context manager that lists the SQL sent to a store inside it."""

    @contextmanager
    def counted(store: Store) -> Iterator[list[str]]:
        sent: list[str] = []

        def note(_connection, _cursor, statement, *_rest) -> None:
            if not statement.startswith(("BEGIN", "PRAGMA")):
                sent.append(statement)

        event.listen(store._engine, "before_cursor_execute", note)
        yield sent
        event.remove(store._engine, "before_cursor_execute", note)

    return counted
