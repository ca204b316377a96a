"""Print the table: ``python -m benchmarks [NAME …]``; without names every figure."""

import argparse
import os
import sys
import tempfile
import zoneinfo
from importlib import import_module
from pathlib import Path

from benchmarks.arithmetic import Row, table
from benchmarks.stores import Bench

FIGURES = (
    "start",
    "gaps",
    "memory",
    "queries",
    "relationship",
    "lists",
    "save",
    "calendar",
    "timeline",
    "scale",
    "cost",
    "backup",
)
"""The modules in ``figures``, in the order of the table."""


def main(arguments: list[str]) -> int:
    """Measure what was asked for and print it; the exit status tells of a target that is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure against floors.")
    parser.add_argument("figures", nargs="*", metavar="NAME", help=", ".join(FIGURES))
    wanted = parser.parse_args(arguments).figures or FIGURES
    if unknown := [name for name in wanted if name not in FIGURES]:
        parser.error(f"there is no figure {unknown[0]}; there are {', '.join(FIGURES)}")
    zoneinfo.reset_tzpath(())  # as the program does
    rows: list[Row] = []
    cache = Path("build") / "bench"
    for name in wanted:
        sys.stderr.write(f"{name} …\n")
        with tempfile.TemporaryDirectory(prefix="mentordesk-bench-") as scratch:
            measure = import_module(f"benchmarks.figures.{name}").measure
            rows += measure(Bench(cache.absolute(), Path(scratch)))
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print(table(rows))
    print(f"\n{os.cpu_count()} processors, load {load}; medians, interleaved with the floor.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
