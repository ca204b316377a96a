import os
from collections.abc import Iterator
from pathlib import Path

# Before Qt is imported: tests need no display.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from mentordesk.services.desk import Desk
from mentordesk.ui.context import Context
from mentordesk.ui.theme import Theme, ThemeChoice, current_theme

_HERE = Path(__file__).parent
# What the platform without a screen says of itself is no fault of ours.
_PLATFORM_LIMITS = "This plugin does not support (propagateSizeHints|raise|grabbing|createPlatform)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform name its own limits without failing a test."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_PLATFORM_LIMITS, extend=True))


@pytest.fixture(autouse=True)
def _closed_windows_go(qapp) -> Iterator[None]:
    """Let go of each test's windows, or dressing them all again would take ever longer."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, on the application."""
    theme = current_theme()
    theme.apply(qapp, ThemeChoice.LIGHT)
    return theme


@pytest.fixture
def context(desk: Desk, theme: Theme, clock) -> Context:
    """An open desk as pages are handed it, in Berlin on Tuesday 24 November 2026 at 11:00."""
    return Context(desk, theme, clock, "Europe/Berlin")
