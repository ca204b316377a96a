"""The order of Today: one person's things together, what waits longest first."""

import random
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

import pytest

from mentordesk.domain.today import Month, Need, Signal, TodayRows, in_order

TODAY = date(2026, 11, 24)
ADA, WEI, TOMAS = (UUID(int=number) for number in (3, 1, 2))
ITEMS = iter(range(1, 10_000))
NOTHING = Month(meetings_held=0, meetings_planned=0, actions_done=0, milestones_reached=0)


def signal(need, relationship=None, days=0, day=TODAY):
    """Return a signal about something that many days ago."""
    when = None if day is None else day - timedelta(days=days)
    return Signal(
        need=need, item=UUID(int=next(ITEMS)), title="", relationship=relationship, day=when
    )


def test_nothing_is_in_order():
    assert in_order([]) == ()


def test_one_kind_goes_from_the_oldest_on():
    late, later, latest = (signal(Need.ACTION, days=days) for days in (1, 5, 9))
    assert in_order([late, latest, later]) == (latest, later, late)


def test_what_takes_a_moment_comes_before_what_takes_thought():
    wanted = tuple(signal(need, WEI, days=place) for place, need in enumerate(Need))
    assert in_order(wanted[::-1]) == wanted
    assert list(Need) == [Need.RECORD, Need.ACTION, Need.MILESTONE, Need.MOVED, Need.SILENCE]


def test_one_persons_things_stand_together_where_the_first_of_them_stands():
    record = signal(Need.RECORD, WEI, days=1)
    silence = signal(Need.SILENCE, WEI, days=90)
    mine = signal(Need.ACTION, days=30)
    hers = signal(Need.ACTION, ADA, days=2)
    assert in_order([silence, hers, mine, record]) == (record, silence, mine, hers)


def test_what_is_mine_alone_stands_together_too():
    first, last = signal(Need.ACTION, days=9), signal(Need.MILESTONE, days=1)
    hers = signal(Need.ACTION, ADA, days=5)
    assert in_order([last, hers, first]) == (first, last, hers)


def test_without_a_day_it_waits_at_the_end_of_its_kind():
    dated, undated = signal(Need.SILENCE, WEI), signal(Need.SILENCE, ADA, day=None)
    assert in_order([undated, dated]) == (dated, undated)


@pytest.mark.parametrize("seed", range(5))
def test_every_mixture_keeps_everything_and_nobody_is_parted(seed):
    chance = random.Random(seed)
    signals = [
        signal(chance.choice(list(Need)), chance.choice([ADA, WEI, TOMAS, None]), days=days)
        for days in range(40)
    ]
    chance.shuffle(signals)
    ordered = in_order(signals)
    assert {one.item for one in ordered} == {one.item for one in signals}
    groups = [who for who, _ in groupby(ordered, key=lambda one: one.relationship)]
    assert len(groups) == len(set(groups))


def test_the_dots_count_what_is_about_a_relationship():
    needs = (signal(Need.ACTION, WEI), signal(Need.SILENCE, WEI), signal(Need.ACTION))
    rows = TodayRows(next=(), needs=needs, waiting=(), month=NOTHING)
    assert rows.by_relationship == {WEI: 2}
