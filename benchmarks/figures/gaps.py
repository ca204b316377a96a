"""How long the window does not answer: at the start, and on opening each page the first time."""

from benchmarks import pairs
from benchmarks.arithmetic import Row, percentile
from benchmarks.stores import Bench

RUNS = 5
LONGEST = 100.0


def measure(bench: Bench) -> list[Row]:
    """Return the longest gap of a 10 ms tick for each, at the 99th percentile of the runs.

    The wall counts; beside it the time of the processor, for a machine that is busy otherwise.
    """
    heavy = str(bench.heavy())
    found = [pairs.ask("gaps", heavy, home=bench.scratch) for _ in range(RUNS)]
    return [
        Row(
            figure=f"longest gap, {name}: {words}",
            ours=percentile([float(run[name][place]) for run in found], 0.99),
            target=LONGEST,
        )
        for name in found[0]
        for place, words in enumerate(("wall", "CPU"))
    ]
