"""A backup of the heavy file in the background, while the window goes on ticking."""

from pathlib import Path
from threading import Thread
from time import perf_counter, sleep

from benchmarks.arithmetic import Row
from benchmarks.stores import RAW_KEY, Bench, open_desk
from mentordesk.store.backup import back_up
from mentordesk.store.key import Key

LONGEST = 100.0


def measure(bench: Bench) -> list[Row]:
    """Return the longest wait of a 10 ms tick during a backup, and how long it took."""
    rows = []
    for words, key in (("plain", None), ("encrypted", RAW_KEY)):
        path = bench.heavy() if key is None else bench.encrypted()
        longest, seconds = _ticked(path, key, bench.scratch / f"copy-{words}.mentordesk")
        rows += [
            Row(figure=f"backup, {words}: longest wait of a tick", ours=longest, target=LONGEST),
            Row(figure=f"backup, {words}: in all", ours=seconds, unit="s"),
        ]
    return rows


def _ticked(path: Path, key: Key | None, place: Path) -> tuple[float, float]:
    desk = open_desk(path, key)
    store = desk.store
    worker = Thread(target=back_up, args=(store.raw, key, place), kwargs={"alone": store.alone})
    begun = last = perf_counter()
    longest = 0.0
    worker.start()
    while worker.is_alive():
        sleep(0.01)
        now = perf_counter()
        longest, last = max(longest, now - last - 0.01), now
    worker.join()
    desk.close()
    return longest * 1000, perf_counter() - begun
