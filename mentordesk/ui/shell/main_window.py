"""The one window of the program; what is in it changes, the window stays."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from mentordesk.ui.theme import scaled
from mentordesk.ui.words import tr

_FRAME = QSize(16, 56)
"""Room that a desktop's frame takes around a window."""


class MainWindow(QMainWindow):
    """Shows first an empty ground, at once, and then whatever the program puts in it."""

    painted = Signal()
    """Once, after the first painting: now there is time for heavy work."""

    left = Signal()
    """Another window was turned to: a good moment to save."""

    def __init__(self, may_close: Callable[[], object]) -> None:
        super().__init__()
        self._before_close = may_close
        self._was_painted = False
        self.setWindowTitle(tr("MentorDesk"))
        room = self.screen().availableGeometry().size() - _FRAME
        self.setMinimumSize(QSize(scaled(640), scaled(480)).boundedTo(room))

    def open_as(self, geometry: QByteArray | None) -> None:
        """Open where and as large as last time, or at a size that shows everything."""
        if geometry is None or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry().size() - _FRAME
            self.resize(QSize(scaled(1280), scaled(820)).boundedTo(room))

    def show_content(self, content: QWidget) -> None:
        """Put something else into the window."""
        self.setCentralWidget(content)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.left.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._before_close()
        super().closeEvent(event)
