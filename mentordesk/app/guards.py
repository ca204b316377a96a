"""What keeps watch while an encrypted file is open: idle time, the system, the clipboard."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from mentordesk.app.idle import ClipboardGuard, IdleWatch
from mentordesk.app.settings import Settings
from mentordesk.app.system_lock import SystemLock
from mentordesk.ui.preferences import LOCK_AFTER


class Guards(QObject):
    """Asks for the lock when nobody sits here; the clipboard is watched all the time."""

    lock_wanted = Signal()

    def __init__(self, settings: Settings, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.idle = IdleWatch(self._limit, clock, self)
        self.idle.reached.connect(self.lock_wanted)
        self.clipboard = ClipboardGuard(QApplication.clipboard(), clock, self)
        self._system: SystemLock | None = None

    def start(self) -> None:
        """Watch over an encrypted file."""
        if (application := QApplication.instance()) is not None:
            self.idle.start(application)
        if self._system is None:
            self._system = SystemLock(self)
            self._system.locked.connect(self.lock_wanted)
            self._system.listen()

    def stop(self) -> None:
        """Watch no more: no such file is open."""
        if (application := QApplication.instance()) is not None:
            self.idle.stop(application)

    def _limit(self) -> timedelta | None:
        minutes = self._settings.preferences.value(LOCK_AFTER)
        return timedelta(minutes=minutes) if minutes else None
