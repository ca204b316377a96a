"""Sparse ranks: the order of siblings, kept so that moving one of them touches one row."""

from collections.abc import Sequence


def ranks_after_insert(ranks: Sequence[int], place: int, step: int) -> tuple[int, dict[int, int]]:
    """Return the rank for a newcomer at a place, and the new ranks of those that make room.

    Args:
        ranks: the ranks of the others, which never fall from one to the next.
        place: how many of them the newcomer comes after.
        step: the distance that new neighbours are given at an end.

    Returns:
        The newcomer's rank; for each of the others that must move, by its index, its new rank.
        Nobody moves while there is a gap. Where it is used up, the smallest stretch around it
        that has room for all of its members is spread out evenly.
    """
    reach = 0
    while True:
        first, last = max(0, place - reach), min(len(ranks), place + reach)
        members = last - first + 1
        low, high = _bounds(ranks, first, last, step * (members + 1))
        if high - low > members:
            break
        reach = max(1, 2 * reach)
    new = [low + (high - low) * (n + 1) // (members + 1) for n in range(members)]
    own = new.pop(place - first)
    moved = {first + n: rank for n, rank in enumerate(new) if ranks[first + n] != rank}
    return own, moved


def _bounds(ranks: Sequence[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Return the ranks on both sides of a stretch; past an end there is as much room as wanted."""
    if last < len(ranks):
        high = ranks[last]
        return (ranks[first - 1] if first else high - room), high
    low = ranks[first - 1] if first else 0
    return low, low + room
