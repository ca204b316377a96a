"""The one table of what a person can set: key, default, and which values there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QObject, QSettings, Signal

from mentordesk.domain.enums import Detail
from mentordesk.domain.wall_time import known_zone
from mentordesk.ui.theme_tokens import ThemeChoice

T = TypeVar("T")

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Percent of the usual size that text can have."""

NO_RHYTHM = 0


class WeekStart(StrEnum):
    """The day that a week begins on; ``SYSTEM`` asks the computer."""

    SYSTEM = "system"
    MONDAY = "monday"
    SUNDAY = "sunday"
    SATURDAY = "saturday"


@dataclass(frozen=True)
class Preference(Generic[T]):
    """One thing that can be set.

    Attributes:
        key: what it is called in the settings file.
        default: its value until another is chosen; its type is that of every value.
        allows: whether a value can be taken; others are passed over when they are read.
        kept: whether it stays when everything else goes back to what it was at first.
    """

    key: str
    default: T
    allows: Callable[[T], bool]
    kept: bool = False

    def read(self, stored: object) -> T:
        """Return a stored value, or the default where it is none of ours."""
        kind = cast("Callable[[Any], T]", type(self.default))
        try:
            value = kind(stored)
        except (TypeError, ValueError):
            return self.default
        return value if self.allows(value) else self.default


def _any(_value: object) -> bool:
    return True


def _is_text_size(percent: int) -> bool:
    return percent in TEXT_SIZES


def _is_rhythm(days: int) -> bool:
    return NO_RHYTHM <= days <= 366


def _is_lock_time(minutes: int) -> bool:
    return minutes in (0, *LOCK_TIMES)


def _is_yes_or_no(word: str) -> bool:
    return word in {"yes", "no"}


def _is_zone(name: str) -> bool:
    return not name or known_zone(name)


THEME = Preference("theme", ThemeChoice.SYSTEM, _any)
TEXT_SIZE = Preference("text_size", 100, _is_text_size)
WEEK_START = Preference("week_start", WeekStart.SYSTEM, _any)
ZONE = Preference("time_zone", "", _is_zone)
"""An IANA zone that times are said in; empty for the computer's."""

RHYTHM = Preference("rhythm_days", NO_RHYTHM, _is_rhythm)
"""Days between contacts in a new relationship; ``NO_RHYTHM`` asks for nothing."""

DETAIL = Preference("calendar_detail", Detail.TITLE, _any)
LOCK_TIMES = (1, 2, 5, 10, 15, 30, 60)
LOCK_AFTER = Preference("lock_after_minutes", 10, _is_lock_time)
"""Minutes without keys and mouse after which a file with a passphrase is locked; 0 for never."""

RECENT_PROTECTED = Preference("recent_protected", "yes", _is_yes_or_no)
"""Whether the places of files with a passphrase are among the recent ones: yes or no."""

FILE = Preference("file", "", _any, kept=True)
"""The file to open at start; empty for the usual place."""

ALL: tuple[Preference[Any], ...] = (
    THEME,
    TEXT_SIZE,
    WEEK_START,
    ZONE,
    RHYTHM,
    DETAIL,
    LOCK_AFTER,
    RECENT_PROTECTED,
    FILE,
)


class Preferences(QObject):
    """What the person has set; a change is kept and told at once."""

    changed = Signal(str)
    """The key of what has another value now."""

    def __init__(self, kept: QSettings | None = None, parent: QObject | None = None) -> None:
        """Read from the settings file, or begin with the defaults and keep nothing."""
        super().__init__(parent)
        self._kept = kept
        self._values: dict[str, object] = {one.key: self._stored(one) for one in ALL}
        self._before: Mapping[str, object] = {}
        self.last_changed = ""

    def value(self, preference: Preference[T]) -> T:
        """Return what is set now."""
        return cast("T", self._values[preference.key])

    def choose(self, preference: Preference[T], value: T) -> None:
        """Set a value, keep it and tell of it."""
        self._before = {}
        self._set(preference, value)

    def step_text_size(self, by: int) -> None:
        """Make text one step larger or smaller, as far as there are steps."""
        at = TEXT_SIZES.index(self.value(TEXT_SIZE)) + by
        self.choose(TEXT_SIZE, TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))])

    def is_default(self) -> bool:
        """Return whether a reset would change nothing."""
        return all(self.value(one) == one.default for one in ALL if not one.kept)

    def reset(self) -> None:
        """Set everything to what it was at first; where the file lies stays as it is."""
        before = dict(self._values)
        for one in ALL:
            if not one.kept:
                self._set(one, one.default)
        self._before = before

    @property
    def was_reset(self) -> bool:
        """Whether the newest change was a reset, which can be taken back."""
        return bool(self._before)

    def take_back_reset(self) -> None:
        """Set everything to what it was before the reset."""
        before, self._before = self._before, {}
        for one in ALL:
            if one.key in before:
                self._set(one, before[one.key])

    def _set(self, preference: Preference[T], value: T) -> None:
        if value == self.value(preference) or not preference.allows(value):
            return
        self._values[preference.key] = value
        self.last_changed = preference.key
        if self._kept is not None:
            plain = value.value if isinstance(value, StrEnum) else value
            if value == preference.default:
                self._kept.remove(preference.key)
            else:
                self._kept.setValue(preference.key, plain)
        self.changed.emit(preference.key)

    def _stored(self, preference: Preference[T]) -> T:
        if self._kept is None or not self._kept.contains(preference.key):
            return preference.default
        return preference.read(self._kept.value(preference.key))
