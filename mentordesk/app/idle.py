"""Notice when nobody uses the window, and when what was copied has lain about long enough."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard
from typing_extensions import override

CLIPBOARD_KEPT = timedelta(seconds=30)

_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_SECOND = 1000


class IdleWatch(QObject):
    """Tells once a limit without keys and mouse is reached, to the second.

    Asks the clock and counts nothing, so that a computer that slept is seen to have been idle.
    """

    reached = Signal()

    def __init__(
        self,
        limit: Callable[[], timedelta | None],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Watch once ``start`` is called.

        Args:
            limit: how long is idle; None for never.
            clock: the present moment in UTC.
            parent: owns the watch; an application's events pass through it.
        """
        super().__init__(parent)
        self._limit, self._clock = limit, clock
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.check)

    def start(self, application: QObject) -> None:
        """Begin to watch what the person does in the whole application."""
        self._last = self._clock()
        application.installEventFilter(self)
        self._timer.start()

    def stop(self, application: QObject) -> None:
        """Watch no more."""
        application.removeEventFilter(self)
        self._timer.stop()

    def check(self) -> None:
        """Tell if the limit is reached."""
        limit = self._limit()
        if limit is not None and self._clock() - self._last >= limit:
            self._last = self._clock()
            self.reached.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USE:
            self._last = self._clock()
        return False


class ClipboardGuard(QObject):
    """Empties the clipboard half a minute after something of ours was put there.

    What another program copied meanwhile is not ours and stays.
    """

    def __init__(
        self, clipboard: QClipboard, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clipboard, self._clock = clipboard, clock
        self._since: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.check)
        clipboard.dataChanged.connect(self._look)

    def check(self) -> None:
        """Empty it if the time is over and what is in it is still ours."""
        if self._since is None or self._clock() - self._since < CLIPBOARD_KEPT:
            return
        self._forget()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()

    def _look(self) -> None:
        # The stubs don't say so: there is none once it was emptied.
        content = cast("QMimeData | None", self._clipboard.mimeData())
        if content is not None and content.formats() and self._clipboard.ownsClipboard():
            self._since = self._clock()
            self._timer.start()
        else:
            self._forget()

    def _forget(self) -> None:
        self._since = None
        self._timer.stop()
