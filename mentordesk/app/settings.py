"""What is remembered of the window: geometry, preferences, places of files; never a text."""

import hashlib
import os
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings, QTimeZone

from mentordesk.domain.wall_time import known_zone
from mentordesk.ui.preferences import Preferences

DESK_NAME = "my-desk.mentordesk"

MOST_RECENT = 8


def default_desk() -> Path:
    """Return where a person's desk lies unless they choose another place."""
    return Path(platformdirs.user_data_dir("MentorDesk", appauthor=False)) / DESK_NAME


def local_zone() -> str:
    """Return the IANA name of this computer's time zone, UTC if it has none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if known_zone(name) else "UTC"


class Settings:
    """The few things that stay from one start to the next."""

    def __init__(self, path: Path | None = None) -> None:
        folder = Path(platformdirs.user_config_dir("MentorDesk", appauthor=False))
        self._kept = QSettings(str(path or folder / "window.ini"), QSettings.Format.IniFormat)
        self.preferences = Preferences(self._kept)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was and how large."""
        kept = self._kept.value("geometry")
        return kept if isinstance(kept, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("geometry", geometry)

    @property
    def recent(self) -> list[Path]:
        """The files that were open, newest first: their places alone."""
        kept = self._kept.value("recent", [])
        return [Path(str(one)) for one in kept] if isinstance(kept, list) else []

    def remember(self, path: Path) -> None:
        """Put a file in front of the recent ones."""
        here = path.absolute()
        others = [one for one in self.recent if one != here]
        self._kept.setValue("recent", [str(one) for one in [here, *others][:MOST_RECENT]])

    def forget_recent(self) -> None:
        """Clear the list of recent files."""
        self._kept.remove("recent")

    def warn_once(self, path: Path) -> bool:
        """Return whether a warning about a file's place is still to be given; then it was.

        Remembered is what the place comes to, not its name.
        """
        mark = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]
        kept = self._kept.value("warned", [])
        marks = kept if isinstance(kept, list) else [kept]
        if mark in marks:
            return False
        self._kept.setValue("warned", [*marks, mark])
        return True

    @property
    def asked_to_protect(self) -> bool:
        """Whether a passphrase was offered again at the first private note."""
        return self._kept.value("asked_to_protect", "") == "yes"

    def note_asked_to_protect(self) -> None:
        """Remember that it was."""
        self._kept.setValue("asked_to_protect", "yes")
