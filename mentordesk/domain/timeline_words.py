"""Where the words of milestones stand on a row so that they never meet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

GAP = 8.0
"""Pixels between the words of one milestone and those of the next."""


@dataclass(frozen=True)
class Beside:
    """The words of one milestone.

    Attributes:
        place: which milestone of the row.
        lane: 0 above the bar, 1 below it.
    """

    place: int
    lane: int


def words_beside(
    places: Sequence[float], offset: float, width_of: Callable[[int], float]
) -> list[Beside]:
    """Return which milestones of a row are named, and on which side of the bar.

    Args:
        places: where the milestones lie, in pixels, rising.
        offset: pixels from a milestone to the beginning of its words.
        width_of: tells how wide the words of a milestone are; asked only where there is room.
    """
    free = [float("-inf"), float("-inf")]
    found = []
    for number, place in enumerate(places):
        begin = place + offset
        lane = 0 if free[0] <= begin else 1
        if free[lane] > begin:
            continue
        free[lane] = begin + width_of(number) + GAP
        found.append(Beside(number, lane))
    return found
