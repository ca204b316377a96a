"""The lines of a plan's tree in their places, and where a dragged one may go."""

from collections.abc import Iterator

from mentordesk.ui.pages.plan.tree_items import GroupRow, Key, Kind, TreeItem


class Node:
    """One line in its place; the number is what Qt knows it by."""

    def __init__(self, number: int, item: TreeItem | None, parent: "Node | None") -> None:
        self.number = number
        self.item = item
        self.parent = parent
        self.children: list[Node] = []

    @property
    def key(self) -> Key | None:
        """The key of the line; None for the root."""
        return None if self.item is None else self.item.key

    def below(self) -> Iterator["Node"]:
        """Yield everything that hangs on it, from top to bottom."""
        for child in self.children:
            yield child
            yield from child.below()


def drop_place(dragged: Node, target: Node, row: int) -> tuple[Key, Key, bool] | None:
    """Return what a drop puts beside which sibling and whether after it, or None if it can't be.

    Args:
        dragged: the line that is dragged.
        target: the line it is dropped onto, or between whose children it is dropped.
        row: before which child of the target; below zero onto the target itself.
    """
    if row < 0 and target.item and dragged.item and target.item.kind is dragged.item.kind:
        return _in_place_of(dragged, target)
    return _between(dragged, target, max(row, 0))


def _in_place_of(dragged: Node, target: Node) -> tuple[Key, Key, bool] | None:
    """Dropped onto a sibling, a line takes that sibling's place."""
    if dragged.key is None or target.key is None or not _may_join(dragged, target):
        return None
    after = False
    if target.parent is not None and target.parent is dragged.parent:
        order = target.parent.children
        after = order.index(target) > order.index(dragged)
    return dragged.key, target.key, after


def _between(dragged: Node, parent: Node, row: int) -> tuple[Key, Key, bool] | None:
    before = [child for child in parent.children[:row] if _may_join(dragged, child)]
    others = [child for child in parent.children if _may_join(dragged, child)]
    if dragged.key is None or not others:
        return None
    beside = before[-1] if before else others[0]
    return None if beside.key is None else (dragged.key, beside.key, bool(before))


def _may_join(dragged: Node, other: Node) -> bool:
    """Say whether a line may stand beside another: goals in any open horizon, others at home."""
    if dragged is other or dragged.item is None or other.item is None:
        return False
    if dragged.item.kind is not other.item.kind:
        return False
    if dragged.item.kind is not Kind.GOAL:
        return dragged.parent is other.parent
    return _in_horizon(dragged) and _in_horizon(other)


def _in_horizon(goal: Node) -> bool:
    head = goal.parent.item if goal.parent else None
    return head is not None and isinstance(head.row, GroupRow) and head.row.horizon is not None
