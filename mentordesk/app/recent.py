"""The menu of the files that were open before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.app.settings import Settings
from mentordesk.ui.words import tr


def recent_menu(settings: Settings, open_path: Callable[[Path], object], parent: QWidget) -> QMenu:
    """Return the recent files by place, newest first, and the way to clear the list."""
    menu = QMenu(parent)
    for path in settings.recent:
        menu.addAction(str(path).replace("&", "&&"), partial(open_path, path))
    menu.addSeparator()
    menu.addAction(tr("Clear this list"), settings.forget_recent)
    return menu
