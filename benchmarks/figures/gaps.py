"""How long the window does not answer: at the start, and on opening each page the first time."""

from benchmarks import pairs
from benchmarks.arithmetic import Row, percentile
from benchmarks.stores import Bench

RUNS = 5
LONGEST = 100.0


def measure(bench: Bench) -> list[Row]:
    """Return the longest gap of a 10 ms tick for each, at the 99th percentile of the runs."""
    heavy = str(bench.heavy())
    found = [pairs.ask("gaps", heavy, home=bench.scratch) for _ in range(RUNS)]
    return [
        Row(
            figure=f"longest gap, {name}",
            ours=percentile([float(run[name]) for run in found], 0.99),
            target=LONGEST,
        )
        for name in found[0]
    ]
