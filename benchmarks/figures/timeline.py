"""The timeline of 60 milestones, drawn the first time and drawn again unchanged."""

from statistics import median

from benchmarks import pairs
from benchmarks.arithmetic import Row
from benchmarks.stores import Bench

ROUNDS = 3


def measure(bench: Bench) -> list[Row]:
    """Return a full painting against naive matplotlib, and an unchanged one against the full."""
    ours, floors = [], []
    for _ in range(ROUNDS):
        floors.append(float(pairs.ask("timeline", "floor", home=bench.scratch)["full"]))
        ours.append(pairs.ask("timeline", "ours", home=bench.scratch))
    full = median(float(run["full"]) for run in ours)
    again = median(float(run["again"]) for run in ours)
    return [
        Row(
            figure="timeline of 60 milestones, drawn: CPU",
            ours=full,
            floor=median(floors),
            target=0.25,
        ),
        Row(
            figure="timeline of 60 milestones, unchanged: CPU", ours=again, floor=full, target=0.05
        ),
    ]
