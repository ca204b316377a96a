"""The files that are measured with: built once, kept in a folder, copied for each figure."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from mentordesk.services import sample_heavy
from mentordesk.services.desk import Desk
from mentordesk.services.sample import build_sample
from mentordesk.store.key import Key
from mentordesk.store.schema import SCHEMA_VERSION

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
RAW_KEY = Key(bytes(range(32)))

_TENTH = 10


@dataclass(frozen=True)
class Bench:
    """Where files for measuring lie.

    Attributes:
        cache: what is built once.
        scratch: what a figure may change; it is thrown away.
    """

    cache: Path
    scratch: Path

    def heavy(self, name: str = "heavy") -> Path:
        """Return a fresh copy of the heavy sample."""
        return self._copy("heavy", name)

    def encrypted(self, name: str = "encrypted") -> Path:
        """Return a fresh copy of the heavy sample, encrypted with ``RAW_KEY``."""
        return self._copy("encrypted", name)

    def tenth(self, name: str = "tenth") -> Path:
        """Return a fresh copy of a sample with a tenth of the heavy one's relationships."""
        return self._copy("tenth", name)

    def _copy(self, kind: str, name: str) -> Path:
        made = self.cache / f"{kind}-{SCHEMA_VERSION}-{TODAY}.mentordesk"
        if not made.exists():
            self.cache.mkdir(parents=True, exist_ok=True)
            _BUILDERS[kind](made)
        copy = self.scratch / f"{name}.mentordesk"
        shutil.copy(made, copy)
        return copy


def open_desk(path: Path, key: Key | None = None) -> Desk:
    """Open a file at the moment of the sample."""
    return Desk.open(path, _now, key=key)


def _now() -> datetime:
    return NOW


def _build_heavy(path: Path) -> None:
    build_sample(path, today=TODAY, scale="heavy")


def _build_encrypted(path: Path) -> None:
    build_sample(path, today=TODAY, scale="heavy", key=RAW_KEY)


def _build_tenth(path: Path) -> None:
    whole = sample_heavy.RELATIONSHIPS
    sample_heavy.RELATIONSHIPS = whole // _TENTH
    try:
        build_sample(path, today=TODAY, scale="heavy")
    finally:
        sample_heavy.RELATIONSHIPS = whole


_BUILDERS: dict[str, Callable[[Path], None]] = {
    "heavy": _build_heavy,
    "encrypted": _build_encrypted,
    "tenth": _build_tenth,
}
