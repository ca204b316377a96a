import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtWidgets import QApplication

from mentordesk.ui.theme import Theme, ThemeChoice, current_theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, on the application."""
    theme = current_theme()
    theme.apply(qapp, ThemeChoice.LIGHT)
    return theme
