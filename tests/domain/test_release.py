from dataclasses import dataclass, replace
from itertools import product
from uuid import UUID, uuid4

import pytest

from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.domain.release import (
    MYSELF,
    Audience,
    AudienceKind,
    Released,
    may_go,
    narrower,
    release,
)

PAIR, OTHERS = uuid4(), uuid4()
PARTNER = Audience(AudienceKind.RELATIONSHIP, PAIR)
ANYONE = Audience(AudienceKind.ANYONE)


@dataclass(frozen=True)
class Item:
    visibility: Visibility = Visibility.PRIVATE
    shared_with: frozenset[UUID] = frozenset()
    kind: ItemKind = ItemKind.NOTE


PRIVATE = Item()
SHARED = Item(Visibility.SHARED, frozenset({PAIR}))
SHARED_WITH_OTHERS = Item(Visibility.SHARED, frozenset({OTHERS}))
PASSABLE = Item(Visibility.PASSABLE)


@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        (MYSELF, [PRIVATE, SHARED, SHARED_WITH_OTHERS, PASSABLE]),
        (PARTNER, [SHARED, PASSABLE]),
        (ANYONE, [PASSABLE]),
    ],
)
def test_who_may_see_what(audience: Audience, seen: list[Item]) -> None:
    items = [PRIVATE, SHARED, SHARED_WITH_OTHERS, PASSABLE]
    assert [item for item in items if may_go(item, audience)] == seen
    assert list(release(items, audience).items) == seen


def test_private_is_private_even_where_a_share_was_left_behind() -> None:
    assert not may_go(replace(SHARED, visibility=Visibility.PRIVATE), PARTNER)


def test_an_audience_without_a_relationship_gets_nothing_shared() -> None:
    assert not may_go(SHARED, Audience(AudienceKind.RELATIONSHIP))


def test_what_goes_and_what_stays_is_counted_by_kind() -> None:
    goal = replace(PRIVATE, kind=ItemKind.GOAL)
    released = release(iter([SHARED, goal, PRIVATE, PRIVATE]), PARTNER)
    assert released.goes == {ItemKind.NOTE: 1}
    assert released.stays == {ItemKind.GOAL: 1, ItemKind.NOTE: 2}


def test_private_items_in_my_own_copy_are_counted() -> None:
    assert release([PRIVATE, SHARED, PRIVATE], MYSELF).private == 2
    assert release([PRIVATE, SHARED], PARTNER).private == 0


@pytest.mark.parametrize(("child", "parent"), list(product(Visibility, repeat=2)))
def test_a_child_is_never_wider_than_its_parent(child: Visibility, parent: Visibility) -> None:
    order = [Visibility.PRIVATE, Visibility.SHARED, Visibility.PASSABLE]
    result = narrower(child, parent)
    assert order.index(result) == min(order.index(child), order.index(parent))


def test_nobody_else_makes_released_values() -> None:
    with pytest.raises(TypeError):
        Released((PRIVATE,), ANYONE, {}, object())


def test_a_copy_with_other_items_is_refused() -> None:
    released = release([PASSABLE], ANYONE)
    with pytest.raises((TypeError, ValueError)):
        replace(released, items=(PRIVATE,))


def test_the_seal_is_not_kept_where_it_could_be_taken() -> None:
    assert not hasattr(release([PASSABLE], ANYONE), "gate")


@dataclass(frozen=True)
class Moved(Item):
    first_due: str = "May"

    def for_others(self) -> "Moved":
        return replace(self, first_due="")


def test_what_others_shall_not_be_told_stays_with_me() -> None:
    moved = Moved(Visibility.PASSABLE)
    assert release([moved], MYSELF).items == (moved,)
    assert [item.first_due for item in release([moved], PARTNER).items] == [""]
