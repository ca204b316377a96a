"""Making a page shows no window beside the program's own, not even for a moment."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override


class _Watch(QObject):
    def __init__(self):
        super().__init__()
        self.shown = []

    @override
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp):
    watch = _Watch()
    QApplication.instance().installEventFilter(watch)
    yield watch
    QApplication.instance().removeEventFilter(watch)


def test_no_page_is_shown_as_a_window_while_it_is_made(program, qtbot, watch):
    program.show_sample()
    watch.shown.clear()
    while program.shell.make_a_page():
        pass
    assert watch.shown == []
