"""Words beside milestones."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.timeline_words import words_beside

places = st.lists(st.floats(0, 3000), max_size=40).map(sorted)


@given(places, st.lists(st.floats(5, 200), min_size=40, max_size=40))
def test_words_never_meet(found, widths) -> None:
    named = words_beside(found, 6, widths.__getitem__)
    for lane in (0, 1):
        ends = [
            (found[one.place], found[one.place] + widths[one.place])
            for one in named
            if one.lane == lane
        ]
        assert all(a[1] < b[0] for a, b in itertools.pairwise(ends))


def test_a_close_neighbour_is_named_on_the_other_side() -> None:
    named = words_beside([0, 20, 40, 300], 6, lambda _place: 90)
    assert [(one.place, one.lane) for one in named] == [(0, 0), (1, 1), (3, 0)]


def test_only_words_with_room_are_measured() -> None:
    measured: list[int] = []

    def width(place: int) -> float:
        measured.append(place)
        return 100

    words_beside([0.01 * number for number in range(10_000)], 6, width)
    assert measured == [0, 1]
