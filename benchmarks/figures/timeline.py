"""The timeline of 60 milestones; measured when there is one."""

from benchmarks.arithmetic import Row
from benchmarks.stores import Bench


def measure(_bench: Bench) -> list[Row]:
    """Return nothing yet."""
    return []
