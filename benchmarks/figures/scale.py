"""Ten times as much in the file: what it costs where a person waits."""

from collections.abc import Callable

from benchmarks.arithmetic import Row
from benchmarks.figures.relationship import reading
from benchmarks.pairs import cpu_row
from benchmarks.stores import NOW, TODAY, Bench, open_desk
from mentordesk.services.desk import Desk

ROUNDS = 20
TARGET = 1.3
TYPED = ("a", "an", "ana", "pap", "paper", "draft", "feedback", "lena b", "zzz")
"""What is looked for: from one letter on, in few rows, in many and in none."""


def measure(bench: Bench) -> list[Row]:
    """Return Today, a relationship and the search box, heavy against a tenth of it."""
    heavy, tenth = open_desk(bench.heavy()), open_desk(bench.tenth())
    works: dict[str, Callable[[Desk], Callable[[], object]]] = {
        "Today": _today,
        "a relationship": _relationship,
        "search box": _search,
    }
    try:
        return [
            cpu_row(
                f"heavy against a tenth, {name}: CPU",
                work(heavy),
                work(tenth),
                rounds=ROUNDS,
                target=TARGET,
            )
            for name, work in works.items()
        ]
    finally:
        heavy.close()
        tenth.close()


def _today(desk: Desk) -> Callable[[], object]:
    def read() -> None:
        desk.store.forget()
        desk.today.rows(NOW, TODAY)

    return read


def _relationship(desk: Desk) -> Callable[[], object]:
    return reading(desk, desk.relationships.rail()[0].id)


def _search(desk: Desk) -> Callable[[], object]:
    return lambda: [desk.search.find(text) for text in TYPED]
