"""From the call to the first painted window, and to Today with its data."""

from benchmarks import pairs
from benchmarks.arithmetic import Row, Took, middle
from benchmarks.stores import RAW_KEY, Bench

ROUNDS = 15
WINDOW, TODAY = 1.5, 3.5


def measure(bench: Bench) -> list[Row]:
    """Return the start of a plain and of an encrypted heavy file against an empty window."""
    plain, encrypted = str(bench.heavy()), str(bench.encrypted())
    key = RAW_KEY.raw.hex()
    runs = {
        "floor": ("empty_window",),
        "first window, plain": ("start", "window", plain),
        "first window, encrypted": ("start", "window", encrypted, key),
        "Today with its data, plain": ("start", "page", plain),
        "Today with its data, encrypted": ("start", "page", encrypted, key),
    }
    times: dict[str, list[Took]] = {name: [] for name in runs}
    for turn in range(-1, ROUNDS):
        for name, (probe, *arguments) in runs.items():
            took = pairs.run(probe, *arguments, home=bench.scratch)
            if turn >= 0:
                times[name].append(took)
    floor = middle(times.pop("floor"))
    rows = []
    for name, found in times.items():
        ours, target = middle(found), TODAY if name.startswith("Today") else WINDOW
        rows.append(Row(figure=f"{name}: CPU", ours=ours.cpu, floor=floor.cpu, target=target))
        rows.append(Row(figure=f"{name}: wall", ours=ours.wall, floor=floor.wall, target=target))
    return rows
