"""F1 opens the help for where somebody is: a page, or a dialog over it."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.context import Place
from mentordesk.ui.help_reader import HelpReader
from mentordesk.ui.help_topics import TOPICS, topic_of
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.theme import scaled
from mentordesk.ui.words import tr

HELP = "help"
"""The property that names a dialog's topic; a dialog without one has that of the page below."""

_SIZE = QSize(560, 600)
_HAS_KEY = "has_help_key"


class HelpDialog(QDialog):
    """A topic in a window of its own, over another dialog."""

    def __init__(self, topic: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty(_HAS_KEY, True)  # noqa: FBT003 (a property's value)
        self.setWindowTitle(tr("Help"))
        self.reader = HelpReader()
        self.reader.topic_wanted.connect(self.reader.show_topic)
        self.reader.show_topic(topic)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addWidget(self.reader)

    @override
    def sizeHint(self) -> QSize:
        room = self.screen().availableGeometry().size() - QSize(32, 64)
        return QSize(scaled(_SIZE.width()), scaled(_SIZE.height())).boundedTo(room)


class HelpKeys(QObject):
    """Opens the help; gives every dialog of the window the same key."""

    def __init__(self, shell: DeskShell) -> None:
        super().__init__(shell)
        self._shell = shell
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def show(self) -> None:
        """Show the help for the page that is shown."""
        self.show_topic(topic_of(self._shell.history.here))

    def show_topic(self, topic: str) -> None:
        """Show a topic on the page of the help."""
        self._shell.go(Place("help", view=topic))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if (
            isinstance(dialog, QDialog)
            and not dialog.property(_HAS_KEY)
            and _stands_over(dialog, self._shell.window())
        ):
            dialog.setProperty(_HAS_KEY, True)  # noqa: FBT003 (a property's value)
            key = QShortcut(QKeySequence(Qt.Key.Key_F1), dialog)
            key.activated.connect(_Opener(self._shell, dialog).open)


def _stands_over(dialog: QWidget, window: QWidget) -> bool:
    """Return whether a dialog was opened from a window, or from a dialog over it."""
    below = dialog.parentWidget()
    while below is not None and below.window() is not window:
        below = below.window().parentWidget()
    return below is not None


class _Opener(QObject):
    """Opens the help over one dialog."""

    def __init__(self, shell: DeskShell, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._shell, self._dialog = shell, dialog

    def open(self) -> None:
        """Open it."""
        named = self._dialog.property(HELP)
        topic = named if named in TOPICS else topic_of(self._shell.history.here)
        HelpDialog(topic, self._dialog).open()
