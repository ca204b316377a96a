import shutil
import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QClipboard, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.app.idle import ClipboardGuard, IdleWatch
from mentordesk.app.system_lock import SystemLock

LISTENER = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from mentordesk.app.system_lock import SystemLock

application = QCoreApplication([])
system = SystemLock()
system.locked.connect(lambda: (print("heard"), application.quit()))
system.listen()
bus = QDBusConnection.sessionBus()
bus.registerService("org.gnome.ScreenSaver")
signal = QDBusMessage.createSignal(
    "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"
)
signal.setArguments([True])
QTimer.singleShot(0, lambda: bus.send(signal))
QTimer.singleShot(20_000, application.quit)
application.exec()
"""


@pytest.fixture
def watch(qapp, clock):
    watch = IdleWatch(lambda: timedelta(minutes=10), clock)
    watch.start(qapp)
    yield watch
    watch.stop(qapp)


def test_limit_is_reached_to_the_second(watch, clock, qtbot):
    clock.advance(minutes=9, seconds=59)
    with qtbot.assertNotEmitted(watch.reached):
        watch.check()
    clock.advance(seconds=1)
    with qtbot.waitSignal(watch.reached):
        watch.check()


def test_a_key_begins_the_time_anew(watch, clock, qtbot):
    clock.advance(minutes=9)
    widget = QWidget()
    qtbot.addWidget(widget)
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(widget, press)
    clock.advance(minutes=9)
    with qtbot.assertNotEmitted(watch.reached):
        watch.check()


def test_painting_is_no_use(watch, clock, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    clock.advance(minutes=10)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.UpdateRequest))
    with qtbot.waitSignal(watch.reached):
        watch.check()


def test_no_limit_is_never_reached(qapp, clock, qtbot):
    watch = IdleWatch(lambda: None, clock)
    clock.advance(days=3)
    with qtbot.assertNotEmitted(watch.reached):
        watch.check()


@pytest.fixture
def clipboard(qapp, clock, monkeypatch):
    # The unseen platform never says that a clipboard is ours; X11, macOS and Windows do.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    guard = ClipboardGuard(qapp.clipboard(), clock)
    yield guard
    qapp.clipboard().clear()


def test_clipboard_is_emptied_after_thirty_seconds(clipboard, qapp, clock):
    qapp.clipboard().setText("between us")
    clock.advance(seconds=29)
    clipboard.check()
    assert qapp.clipboard().text() == "between us"
    clock.advance(seconds=1)
    clipboard.check()
    assert qapp.clipboard().text() == ""


def test_newer_copy_has_its_own_thirty_seconds(clipboard, qapp, clock):
    qapp.clipboard().setText("first")
    clock.advance(seconds=20)
    qapp.clipboard().setText("second")
    clock.advance(seconds=20)
    clipboard.check()
    assert qapp.clipboard().text() == "second"


def test_what_another_program_copied_stays(clipboard, qapp, clock, monkeypatch):
    qapp.clipboard().setText("of another program")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    clock.advance(minutes=5)
    clipboard.check()
    assert qapp.clipboard().text() == "of another program"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a session bus")
def test_locked_session_is_heard_over_the_bus():
    heard = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTENER],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "heard" in heard.stdout, heard.stderr


def test_sleep_and_lock_of_the_system_are_heard(qtbot, qapp):
    system = SystemLock()
    with qtbot.waitSignal(system.locked):
        system.hear(True)
    with qtbot.assertNotEmitted(system.locked):
        system.hear(False)
