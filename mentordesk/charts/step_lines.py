"""The step lines of a burn-up as places on the chart, before anything is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import BurnUp, BurnUpDay

Place = tuple[float, float]
"""A day as an ordinal and a count."""


ANCHORS = 6
"""Words are tried at so many of a line's longest level parts, and at so many spread along it."""


class LineRole(Enum):
    """Which of the three lines it is."""

    PLANNED = auto()
    BASELINE = auto()
    REACHED = auto()


@dataclass(frozen=True)
class StepLine:
    """One line of the chart.

    Attributes:
        paths: polylines that only go straight right or straight up and down.
        marks: the places where the count rises.
        words: what is written beside it.
        anchors: where the words may begin, the best place first.
        at_end: whether the one anchor is the line's end; else each is the start of a level part.
    """

    role: LineRole
    paths: tuple[tuple[Place, ...], ...]
    marks: tuple[Place, ...]
    words: str
    anchors: tuple[Place, ...]
    at_end: bool = True


def step_lines(burn: BurnUp, tr: Translate = str.format) -> tuple[StepLine, ...]:
    """Return the lines there are: planned, planned at first where it differs, reached."""
    days = _edge_to_edge(burn)
    planned = [(float(at), day.planned) for at, day in days]
    reached = [(float(at), day.reached) for at, day in days if day.reached is not None]
    reached = [(at, count) for at, count in reached if at <= burn.today.toordinal()]
    lines = []
    if planned[-1][1]:
        words = tr("{count} planned", count=planned[-1][1])
        lines.append(_line(LineRole.PLANNED, planned, words))
    first = [(float(at), day.baseline or 0) for at, day in days]
    if burn.moved and any(a != b for a, b in zip(first, planned, strict=True)):
        lines.append(_apart(first, planned, tr))
    words = tr("{count} reached", count=burn.reached)
    lines.append(_line(LineRole.REACHED, reached, words))
    return tuple(lines)


def _edge_to_edge(burn: BurnUp) -> list[tuple[int, BurnUpDay]]:
    """Return the shown days, and how things stand where the chart begins and ends."""
    start = (burn.start.toordinal(), burn.at(burn.start))
    end = (burn.end.toordinal(), burn.at(burn.end))
    return [start, *((day.day.toordinal(), day) for day in burn.shown), end]


def _line(role: LineRole, dots: Sequence[Place], words: str) -> StepLine:
    path = list(dots[:1])
    marks = []
    for (_, before), (at, count) in pairwise(dots):
        path.append((at, before))
        if count > before:
            path.append((at, count))
            marks.append((at, count))
    return StepLine(role, (tuple(path),), tuple(marks), words, (dots[-1],))


def _apart(first: Sequence[Place], planned: Sequence[Place], tr: Translate) -> StepLine:
    """Return the baseline where it is not the plan as it stands: two lines in one say nothing."""
    paths = tuple(_apart_paths(first, [count for _, count in planned]))
    if first[-1][1] != planned[-1][1]:
        words = tr("{count} as first planned", count=first[-1][1])
        return StepLine(LineRole.BASELINE, paths, (), words, (first[-1],))
    spans = [pair for path in paths for pair in pairwise(path)]
    level = [span for span in spans if span[0][1] == span[1][1]]
    longest = sorted(level, key=lambda span: span[0][0] - span[1][0])[:ANCHORS]
    spread = level[:: len(level) // ANCHORS + 1]
    anchors = tuple(dict.fromkeys(start for start, _ in (*longest, *spread)))
    words = tr("as first planned")
    return StepLine(LineRole.BASELINE, paths, (), words, anchors, at_end=False)


def _apart_paths(first: Sequence[Place], planned: Sequence[float]) -> Iterator[tuple[Place, ...]]:
    path: list[Place] = []
    before = first[0][1]
    for (at, count), (until, _), plan in zip(first, first[1:], planned, strict=False):
        if count != plan:
            path += (
                [(at, count), (until, count)]
                if path
                else [(at, before), (at, count), (until, count)]
            )
        elif path:
            yield tuple(dict.fromkeys([*path, (at, count)]))
            path = []
        before = count
    if path:
        yield tuple(dict.fromkeys(path))
