"""From measured times to a row of the table. Measures nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

_HEADINGS = ("figure", "ours", "floor", "ratio", "target", "met")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table.

    Attributes:
        figure: what was measured.
        ours: what the program took.
        floor: what the same takes at least; None where the target is absolute.
        target: the most that the ratio may be, or ``ours`` where there is no floor; None where
            the figure is only told.
        unit: of ``ours`` and ``floor``.
    """

    figure: str
    ours: float
    floor: float | None = None
    target: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is."""
        return self.ours / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether the target is kept; None where there is none."""
        if self.target is None:
            return None
        return (self.ours if self.floor is None else self.ours / self.floor) <= self.target


@dataclass(frozen=True)
class Took:
    """Time in milliseconds."""

    cpu: float
    wall: float


def middle(times: Sequence[Took]) -> Took:
    """Return the medians of the processor's time and of the time on the wall."""
    return Took(median(t.cpu for t in times), median(t.wall for t in times))


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value that this part of the values does not exceed (nearest rank)."""
    if not values:
        raise ValueError("no values")
    return sorted(values)[max(0, ceil(part * len(values)) - 1)]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as text in columns."""
    lines = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEADINGS))]
    return "\n".join(_joined(line, widths) for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    target = "" if row.target is None else f"{row.target:g}{'' if row.floor else ' ' + row.unit}"
    met = {True: "yes", False: "NO", None: ""}[row.met]
    floor = "" if row.floor is None else f"{_short(row.floor)} {row.unit}"
    return row.figure, f"{_short(row.ours)} {row.unit}", floor, ratio, target, met


def _short(value: float) -> str:
    if value >= 100 or value == int(value):
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _joined(line: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.ljust(width) if place == 0 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()
