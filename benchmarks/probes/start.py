"""Start the program and end it at its first painted window, or at Today with its data."""

import os
import sys

from benchmarks.probes.watching import run_program

_, stage, path, *key = sys.argv


def end(_what: object) -> None:
    """End without tidying up: that is not what is measured."""
    os._exit(0)


run_program(
    path,
    key=bytes.fromhex(key[0]) if key else None,
    on_window=end if stage == "window" else None,
    on_page=end if stage == "page" else None,
)
