"""What the services add to the SQL that they send."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from benchmarks.arithmetic import Row
from benchmarks.pairs import in_process
from benchmarks.stores import NOW, TODAY, Bench, open_desk
from mentordesk.services.desk import Desk

ROUNDS = 30
TARGET = 1.5


def measure(bench: Bench) -> list[Row]:
    """Return Today's and the board's reading against the same SQL on the bare driver."""
    desk = open_desk(bench.heavy())
    try:
        return [
            _row(desk, "Today's reading", lambda: desk.today.rows(NOW, TODAY)),
            _row(desk, "the board's reading", lambda: desk.board.columns(NOW, TODAY)),
        ]
    finally:
        desk.close()


def statements_of(desk: Desk, read: Callable[[], object]) -> list[tuple[str, Any]]:
    """Return the SQL that a reading sends, with its parameters."""
    sent: list[tuple[str, Any]] = []

    def note(_1: object, _2: object, statement: str, parameters: Any, *_: object) -> None:  # noqa: ANN401 (the driver's)
        if statement.startswith(("SELECT", "WITH")):
            sent.append((statement, parameters))

    engine = desk.store._engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        read()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return sent


def bare(desk: Desk, sent: list[tuple[str, Any]]) -> Callable[[], object]:
    """Return the same SQL on the driver, every row fetched."""
    raw = desk.store.raw

    def read() -> None:
        for statement, parameters in sent:
            raw.execute(statement, parameters).fetchall()

    return read


def _row(desk: Desk, figure: str, read: Callable[[], object]) -> Row:
    def read_anew() -> None:
        desk.store.forget()
        read()

    read_anew()
    mine, floor = in_process(read_anew, bare(desk, statements_of(desk, read_anew)), ROUNDS)
    return Row(
        figure=f"{figure}: CPU, minimum of {ROUNDS}",
        ours=min(took.cpu for took in mine),
        floor=min(took.cpu for took in floor),
        target=TARGET,
    )
