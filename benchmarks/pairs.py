"""Measure two things turn by turn, so that a busy machine slows both."""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.arithmetic import Row, Took, middle

Work = Callable[[], object]


def in_process(ours: Work, floor: Work, rounds: int) -> tuple[list[Took], list[Took]]:
    """Return what both took, in this process and turn by turn, after a round to warm up."""
    ours(), floor()
    mine: list[Took] = []
    theirs: list[Took] = []
    gc.collect()
    for turn in range(rounds):
        both = ((ours, mine), (floor, theirs))
        for work, times in both if turn % 2 else reversed(both):
            times.append(took(work))
    return mine, theirs


def took(work: Work) -> Took:
    """Return what one piece of work takes in this process."""
    wall, cpu = perf_counter(), process_time()
    work()
    return Took((process_time() - cpu) * 1000, (perf_counter() - wall) * 1000)


def cpu_row(figure: str, ours: Work, floor: Work, *, rounds: int, target: float | None) -> Row:
    """Return a row of medians of the processor's time."""
    mine, theirs = in_process(ours, floor, rounds)
    return Row(figure=figure, ours=middle(mine).cpu, floor=middle(theirs).cpu, target=target)


def run(probe: str, *arguments: str, home: Path) -> Took:
    """Run a probe to its end and return what the process took, of all its threads."""
    wall = perf_counter()
    started = subprocess.Popen(_command(probe, arguments), env=_environment(home))
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    elapsed = perf_counter() - wall
    if started.returncode:
        raise RuntimeError(f"{probe} ended with {started.returncode}")
    return Took((usage.ru_utime + usage.ru_stime) * 1000, elapsed * 1000)


def ask(probe: str, *arguments: str, home: Path) -> dict[str, Any]:
    """Run a probe and return what it prints."""
    done = subprocess.run(
        _command(probe, arguments),
        env=_environment(home),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _command(probe: str, arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", f"benchmarks.probes.{probe}", *arguments]


def _environment(home: Path) -> dict[str, str]:
    """Return an environment that draws unseen and touches no settings of the person."""
    places = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
    }
    told = {name: str(place) for name, place in places.items()}
    return os.environ | told | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
