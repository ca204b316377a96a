import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from mentordesk.app.program import Program
from mentordesk.app.settings import Settings
from mentordesk.ui.shell.main_window import MainWindow
from mentordesk.ui.theme import ThemeChoice, current_theme

_LIMITS = "This plugin does not support (propagateSizeHints|raise|grabbing|createPlatform)"


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(_LIMITS, extend=True))


@pytest.fixture(autouse=True)
def _own_places(tmp_path, monkeypatch, qapp):
    """Give each test its own data and settings folders, and let its windows go."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def program(qtbot, qapp, settings, clock):
    theme = current_theme()
    theme.apply(qapp, ThemeChoice.LIGHT)
    window = MainWindow(list)
    qtbot.addWidget(window)
    window.resize(1100, 750)
    program = Program(window, settings, theme, clock)
    yield program
    program.close_desk()
