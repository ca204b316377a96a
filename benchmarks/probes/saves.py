"""Save some small changes and do nothing else, to count what the system is asked to write down."""

import sys
from pathlib import Path

from benchmarks.figures.save import Bare, Ours
from benchmarks.stores import RAW_KEY

_program, kind, path, count, *key = sys.argv
saver = (Ours if kind == "ours" else Bare)(Path(path), RAW_KEY if key else None)
for _turn in range(int(count)):
    saver()
saver.close()
