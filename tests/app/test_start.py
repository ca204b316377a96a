"""What is imported before the first window, and how a start without a display goes."""

import os
import signal
import subprocess
import sys

import pytest

FIRST = """
import sys
import mentordesk.main, mentordesk.app, mentordesk.app.start
heavy = {"sqlalchemy", "sqlcipher3", "matplotlib", "icalendar", "alembic", "numpy"}
print(sorted(heavy & set(sys.modules)))
"""


SAMPLE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from mentordesk.app import start
before = start.Starter._begin
def begin(self, module):
    before(self, module)
    QTimer.singleShot(0, lambda: print("shown", flush=True))
start.Starter._begin = begin
start.display.is_absent = lambda platform: False
sys.exit(start.run(["--sample"]))
"""


def run(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=os.environ | environment,
        timeout=120,
        check=False,
    )


def test_nothing_heavy_is_imported_before_the_first_window():
    assert run(FIRST).stdout.strip() == "[]"


def test_a_wrong_command_line_is_wrong_use():
    code = "import sys; from mentordesk.main import main; sys.exit(main())"
    result = run(code, "one.mentordesk", "two.mentordesk", QT_QPA_PLATFORM="offscreen")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("asked", ["SIGHUP", "SIGINT", "SIGTERM"])
def test_an_example_is_thrown_away_when_the_system_asks_to_stop(tmp_path, asked):
    places = {"TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "minimal"}
    places |= {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    with subprocess.Popen(
        [sys.executable, "-c", SAMPLE_WINDOW], env=os.environ | places, stdout=subprocess.PIPE
    ) as window:
        assert window.stdout.readline() == b"shown\n"
        assert list(tmp_path.glob("mentordesk-example-*"))
        window.send_signal(signal.Signals[asked])
        window.wait(timeout=60)
    assert not list(tmp_path.glob("mentordesk-example-*"))
