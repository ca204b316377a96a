"""The memory that the program holds, as its share of what it shares with others (PSS)."""

from statistics import median

from benchmarks import pairs
from benchmarks.arithmetic import Row
from benchmarks.stores import Bench

ROUNDS = 3


def measure(bench: Bench) -> list[Row]:
    """Return the memory at Today and after the first chart against an empty window's."""
    heavy = str(bench.heavy())
    ours, floors = [], []
    for _ in range(ROUNDS):
        floors.append(float(pairs.ask("empty_window", "memory", home=bench.scratch)["empty"]))
        ours.append(pairs.ask("memory", heavy, home=bench.scratch))
    floor = median(floors) / 1024
    return [
        Row(
            figure=f"memory {words}",
            ours=median(float(run[name]) for run in ours) / 1024,
            floor=floor,
            target=target,
            unit="MB",
        )
        for name, words, target in (
            ("today", "at Today", 2.2),
            ("chart", "after the first chart", 3.5),
        )
    ]
