from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.ranks import ranks_after_insert

RANKS = st.lists(st.integers(-20, 20), max_size=12).map(sorted)


def inserted(ranks, place, step):
    own, moved = ranks_after_insert(ranks, place, step)
    others = [moved.get(index, rank) for index, rank in enumerate(ranks)]
    return [*others[:place], own, *others[place:]], own


@given(RANKS, st.data(), st.integers(1, 8))
def test_the_newcomer_stands_where_it_was_put_and_nobody_else_swaps(ranks, data, step):
    place = data.draw(st.integers(0, len(ranks)))
    after, own = inserted(ranks, place, step)
    assert after == sorted(after)
    assert after.count(own) == 1
    if len(set(ranks)) == len(ranks):
        assert len(set(after)) == len(after)


def test_a_gap_takes_the_newcomer_and_nobody_moves():
    assert ranks_after_insert([1024, 2048], 1, 1024) == (1536, {})


def test_both_ends_have_room():
    assert ranks_after_insert([1024, 2048], 0, 1024) == (0, {})
    assert ranks_after_insert([1024, 2048], 2, 1024) == (3072, {})


def test_the_first_of_all_gets_one_step():
    assert ranks_after_insert([], 0, 1024) == (1024, {})


def test_a_used_up_gap_moves_no_more_neighbours_than_it_must():
    ranks = [0, 1024, 1025, 2048, 4096]
    own, moved = ranks_after_insert(ranks, 2, 1024)
    assert set(moved) <= {1, 2}
    assert 0 < moved.get(1, 1024) < own < moved.get(2, 1025) < 2048
