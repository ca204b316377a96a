"""What is imported before the first window, and how a start without a display goes."""

import os
import subprocess
import sys

FIRST = """
import sys
import mentordesk.main, mentordesk.app, mentordesk.app.start
heavy = {"sqlalchemy", "sqlcipher3", "matplotlib", "icalendar", "alembic", "numpy"}
print(sorted(heavy & set(sys.modules)))
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
