"""The rules of the board: each mentee against the own plan, facts without a verdict."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from mentordesk.domain.board import (
    BoardColumn,
    BoardOrder,
    GoalFact,
    GoalTally,
    Pace,
    Promises,
    pace,
    spark,
    tally,
)
from mentordesk.domain.enums import GoalStatus, Phase

TODAY = date(2026, 11, 24)


def ago(days):
    return TODAY - timedelta(days=days)


def fact(days=0, status=GoalStatus.ACTIVE, **more):
    return GoalFact(status=status, last_sign=ago(days), **more)


@pytest.mark.parametrize(
    ("days", "said"), [(0, Pace.ON_COURSE), (45, Pace.ON_COURSE), (46, Pace.QUIET)]
)
def test_practice_13_a_goal_is_quiet_after_45_days(days, said):
    assert pace(fact(days), TODAY) is said


@pytest.mark.parametrize(("times", "said"), [(1, Pace.ON_COURSE), (2, Pace.MOVED)])
def test_practice_13_a_date_moved_twice_asks_for_a_new_look(times, said):
    assert pace(fact(most_moved=times), TODAY) is said


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (GoalStatus.ACHIEVED, Pace.REACHED),
        (GoalStatus.DRAFT, None),
        (GoalStatus.LET_GO, None),
        (GoalStatus.PARKED, None),
        (GoalStatus.REPLACED, None),
    ],
)
def test_only_goals_under_way_can_be_quiet(status, said):
    assert pace(fact(400, status), TODAY) is said


def test_the_tally_tells_since_when_the_longest_one_is_quiet():
    facts = [fact(), fact(50), fact(60), fact(most_moved=3), fact(9, GoalStatus.ACHIEVED)]
    assert tally(facts, TODAY) == GoalTally(
        on_course=1, quiet=2, quiet_since=ago(60), moved=1, reached=1
    )


def test_milestones_over_time_leave_out_goals_nobody_measures():
    kept = fact(due=(ago(-9), ago(3)), done=(ago(4),), milestones=3)
    dropped = fact(status=GoalStatus.LET_GO, due=(ago(1),), milestones=1)
    found = spark([kept, dropped])
    assert (found.due, found.total) == ((ago(3), ago(-9)), 3)
    assert (found.planned_by(TODAY), found.reached_by(TODAY)) == (1, 1)


def column(name="Wei Lin", **more):
    return BoardColumn(id=uuid4(), name=name, initials="WL", **more)


@pytest.mark.parametrize(
    ("phase", "silent", "fits"),
    [
        (Phase.CULTIVATION, True, False),
        (Phase.SEPARATION, False, True),
        (Phase.REDEFINITION, False, True),
    ],
)
def test_practice_24_a_late_season_makes_a_long_silence_fit(phase, silent, fits):
    one = column(rhythm_days=30, phase=phase, last_contact=ago(50))
    assert one.is_silent(TODAY) is silent
    assert one.fits_the_season(TODAY) is fits


@pytest.mark.parametrize(("days", "soon"), [(-1, False), (0, True), (3, True), (4, False)])
def test_a_promise_is_due_soon_within_three_days(days, soon):
    assert Promises(open=1, next_due=ago(-days)).due_soon(TODAY) is soon


def test_the_order_is_the_persons_own_and_newcomers_stand_behind_by_name():
    wei, tomas, sara, adam = (column(name) for name in ("Wei", "Tomás", "Sara", "Adam"))
    order = BoardOrder((wei.id, tomas.id), frozenset({tomas.id}))
    assert order.sort([adam, sara, tomas, wei]) == (wei, tomas, adam, sara)
    assert order.shown([adam, sara, tomas, wei]) == (wei, adam, sara)
