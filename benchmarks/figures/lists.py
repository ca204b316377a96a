"""The list of 25,000 meetings, shown the first time."""

from statistics import median

from benchmarks import pairs
from benchmarks.arithmetic import Row
from benchmarks.stores import Bench

ROUNDS = 5


def measure(bench: Bench) -> list[Row]:
    """Return the time against a filled table widget's, and the memory."""
    ours, floors = [], []
    for turn in range(ROUNDS):
        path = str(bench.heavy(f"list{turn}"))
        floors.append(pairs.ask("meeting_list", "floor", path, home=bench.scratch))
        ours.append(pairs.ask("meeting_list", "ours", path, home=bench.scratch))
    return [
        Row(
            figure="list of 25,000 meetings shown: CPU",
            ours=median(float(run["cpu"]) for run in ours),
            floor=median(float(run["cpu"]) for run in floors),
            target=0.12,
        ),
        Row(
            figure="list of 25,000 meetings shown: memory",
            ours=median(float(run["memory"]) for run in ours) / 1024,
            target=10,
            unit="MB",
        ),
    ]
