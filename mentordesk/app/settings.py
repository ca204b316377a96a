"""What is remembered of the window: geometry and preferences, never a name or a text."""

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from mentordesk.ui.preferences import Preferences

DESK_NAME = "my-desk.mentordesk"


def default_desk() -> Path:
    """Return where a person's desk lies unless they choose another place."""
    return Path(platformdirs.user_data_dir("MentorDesk", appauthor=False)) / DESK_NAME


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
