"""The one gate: what may leave the file, and what stays behind.

Exporters, reports, the clipboard and mail drafts take only ``Released`` values, and only
``release`` makes them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import InitVar, dataclass
from enum import StrEnum
from typing import Generic, Protocol, Self, TypeVar, cast, runtime_checkable
from uuid import UUID

from mentordesk.domain.enums import ItemKind, Visibility


class AudienceKind(StrEnum):
    """For whom something leaves."""

    MYSELF = "myself"
    RELATIONSHIP = "relationship"
    ANYONE = "anyone"


@dataclass(frozen=True)
class Audience:
    """Who is going to see what leaves; ``relationship`` is set for that kind only."""

    kind: AudienceKind
    relationship: UUID | None = None


MYSELF = Audience(AudienceKind.MYSELF)
"""My own copy or my own calendar: private items may go, and the preview says so."""


class Releasable(Protocol):
    """What the gate needs to know of an item."""

    @property
    def kind(self) -> ItemKind:
        """What kind of item it is, for counting."""

    @property
    def visibility(self) -> Visibility:
        """How widely it may be seen."""

    @property
    def shared_with(self) -> frozenset[UUID]:
        """The relationships it is shared with, where it is shared."""


@runtime_checkable
class Guarded(Protocol):
    """An item that knows more than all who may see it shall be told, such as earlier dates."""

    def for_others(self) -> Self:
        """Return it as others may see it."""


T = TypeVar("T", bound=Releasable)
Going = TypeVar("Going", bound=Releasable, covariant=True)  # noqa: PLC0105

_ORDER = list(Visibility)
_FROM_GATE = object()


def narrower(child: Visibility, parent: Visibility) -> Visibility:
    """Return what a child's visibility comes to: never wider than its parent's."""
    return min(child, parent, key=_ORDER.index)


def may_go(item: Releasable, audience: Audience) -> bool:
    """Return whether an item may be seen by an audience."""
    if audience.kind is AudienceKind.MYSELF or item.visibility is Visibility.PASSABLE:
        return True
    return (
        audience.kind is AudienceKind.RELATIONSHIP
        and item.visibility is Visibility.SHARED
        and audience.relationship in item.shared_with
    )


def _as_seen(item: T, audience: Audience) -> T:
    guarded: object = item
    if audience.kind is AudienceKind.MYSELF or not isinstance(guarded, Guarded):
        return item
    return cast("T", guarded.for_others())


@dataclass(frozen=True)
class Released(Generic[Going]):
    """Items that may go to an audience, and a count by kind of what stays behind."""

    items: tuple[Going, ...]
    audience: Audience
    stays: Mapping[ItemKind, int]
    gate: InitVar[object]

    def __post_init__(self, gate: object) -> None:
        """Refuse values that did not come through the gate, copies with other items included."""
        if gate is not _FROM_GATE:
            raise TypeError("Released values come from release() alone")

    @property
    def private(self) -> int:
        """How many of the items going out are private to me: only my own copy has any."""
        return sum(item.visibility is Visibility.PRIVATE for item in self.items)

    def private_of(self, kind: ItemKind) -> int:
        """Return how many items of one kind going out are private to me."""
        private = (item for item in self.items if item.visibility is Visibility.PRIVATE)
        return sum(item.kind is kind for item in private)

    @property
    def goes(self) -> Mapping[ItemKind, int]:
        """A count by kind of what goes out."""
        return Counter(item.kind for item in self.items)


def release(
    items: Iterable[T], audience: Audience, *, left_out: Mapping[ItemKind, int] | None = None
) -> Released[T]:
    """Divide items into those an audience may see and a count of those that stay behind.

    Args:
        items: everything that was asked for.
        audience: who is going to see it.
        left_out: how many parts of the items, such as lines of an agenda, stay behind too.
    """
    listed = list(items)
    going = tuple(_as_seen(item, audience) for item in listed if may_go(item, audience))
    stays = Counter(item.kind for item in listed if not may_go(item, audience))
    stays.update(left_out or {})
    return Released(going, audience, stays, _FROM_GATE)
