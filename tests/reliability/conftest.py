"""Trials: reduced in ``make test``, in full with ``MENTORDESK_TRIALS=full`` (``make trials``).

Each harness is a script of its own in ``harness/``, because it kills or starves the processes that
it starts; it prints what it found as JSON. Each has a control that must fail.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HARNESS = Path(__file__).with_name("harness")
FULL = os.environ.get("MENTORDESK_TRIALS") == "full"
LONGEST = 3600 if FULL else 120


@pytest.fixture
def trials(record_property) -> Callable[..., dict[str, int]]:
    """Run a harness with its arguments, and return and note what it found."""

    def run(script: str, *arguments: object, environment: dict[str, str] | None = None):
        command = [sys.executable, str(HARNESS / script), *map(str, arguments)]
        told = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
            env={**os.environ, **(environment or {})},
        )
        assert told.returncode == 0, told.stderr[-2000:]
        found = json.loads(told.stdout.splitlines()[-1])
        record_property("found", found)
        return found

    return run


@pytest.fixture
def how_many() -> Callable[[int, int], int]:
    """Return the full number of trials, or the reduced one of ``make test``; 0: only in full."""

    def choose(full: int, reduced: int) -> int:
        if not FULL and not reduced:
            pytest.skip("only in full: `make trials`")
        return full if FULL else reduced

    return choose


def pytest_terminal_summary(terminalreporter) -> None:
    """Print one table of what was found, when the trials were asked for."""
    if not FULL:
        return
    terminalreporter.section("trials")
    for outcome in ("passed", "failed", "skipped"):
        for report in terminalreporter.getreports(outcome):
            if "reliability" not in report.nodeid or (
                outcome == "passed" and report.when != "call"
            ):
                continue
            found = [value for name, value in report.user_properties if name == "found"]
            said = "; ".join(
                ", ".join(f"{what} {number}" for what, number in one.items()) for one in found
            )
            name = report.nodeid.rpartition("/")[2]
            terminalreporter.write_line(f"{outcome:8}{name}\n        {said}")
