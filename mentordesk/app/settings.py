"""What is remembered of the window: geometry and preferences, never a name or a text."""

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from mentordesk.ui.theme import ThemeChoice

DESK_NAME = "my-desk.mentordesk"


def default_desk() -> Path:
    """Return where a person's desk lies unless they choose another place."""
    return Path(platformdirs.user_data_dir("MentorDesk", appauthor=False)) / DESK_NAME


class Settings:
    """The few things that stay from one start to the next."""

    def __init__(self, path: Path | None = None) -> None:
        folder = Path(platformdirs.user_config_dir("MentorDesk", appauthor=False))
        self._kept = QSettings(str(path or folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was and how large."""
        kept = self._kept.value("geometry")
        return kept if isinstance(kept, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("geometry", geometry)

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme; that of the system unless another was chosen."""
        kept = str(self._kept.value("theme", ""))
        return ThemeChoice(kept) if kept in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._kept.setValue("theme", choice.value)
