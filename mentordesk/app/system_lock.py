"""Hear from the system that the session is locked or the computer goes to sleep (Linux)."""

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_SLEEP = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SESSION = ("org.freedesktop.login1", "", "org.freedesktop.login1.Session")
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
# The stubs ask for bytes; the binding takes what ``SLOT`` returns, and nothing else.
_HEAR: Any = SLOT("hear()")
_HEAR_WHETHER: Any = SLOT("hear(bool)")


class SystemLock(QObject):
    """Tells when the system says that nobody sits here any more.

    D-Bus is a socket of this computer alone. Where there is none, nothing is heard, and the idle
    limit does its part.
    """

    locked = Signal()

    def listen(self) -> None:
        """Begin to listen, where the system has a bus."""
        if not sys.platform.startswith("linux"):
            return
        from PySide6.QtDBus import QDBusConnection

        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect(*_SLEEP, "PrepareForSleep", self, _HEAR_WHETHER)
            system.connect(*_SESSION, "Lock", self, _HEAR)
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for saver in _SAVERS:
                session.connect(*saver, "ActiveChanged", self, _HEAR_WHETHER)

    @Slot()
    @Slot(bool)
    def hear(self, begins: bool = True) -> None:  # noqa: FBT001, FBT002 (the bus calls it)
        """Take in that sleep or a lock begins, or ends."""
        if begins:
            self.locked.emit()
