"""Promises on both sides: practice 27, and practice 16 without scolding."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from mentordesk.domain.promises import Period, PromiseFact, PromiseState, promises
from mentordesk.domain.promises_said import promises_sentence, promises_table, side_label

TODAY = date(2026, 11, 24)
OCTOBER = date(2026, 10, 5)


def promise(
    *,
    mine: bool = True,
    promised: date | None = OCTOBER,
    due: date | None = None,
    done: date | None = None,
    dropped: date | None = None,
) -> PromiseFact:
    return PromiseFact(UUID(int=1), mine, promised, due, done, dropped)


@pytest.mark.parametrize(
    ("known", "state"),
    [
        ({"due": date(2026, 10, 9), "done": date(2026, 10, 9)}, PromiseState.IN_TIME),
        ({"due": date(2026, 10, 9), "done": date(2026, 10, 10)}, PromiseState.LATER),
        ({"done": date(2026, 10, 10)}, PromiseState.IN_TIME),
        ({"due": date(2026, 10, 9)}, PromiseState.OPEN),
        ({"dropped": date(2026, 10, 9)}, PromiseState.LET_GO),
        ({"done": date(2027, 1, 1)}, PromiseState.OPEN),
    ],
)
def test_what_became_of_a_promise(known: dict[str, Any], state: PromiseState) -> None:
    assert promise(**known).state(TODAY) is state


def test_practice_27_both_sides_are_counted_alike() -> None:
    done = date(2026, 10, 6)
    found = promises([promise(done=done), promise(mine=False, done=done)], TODAY)
    assert found.mine == found.theirs == {PromiseState.IN_TIME: 1}
    headers = promises_table(found).headers
    mine, theirs = headers[1:6], headers[6:]
    assert [name.split(": ")[1] for name in mine] == [name.split(": ")[1] for name in theirs]


def test_practice_16_the_sentence_says_what_happened_and_never_scolds() -> None:
    found = promises([promise(done=date(2026, 10, 6)), promise(due=date(2026, 10, 9))], TODAY)
    said = promises_sentence(found)
    assert said == "I promised 2: 1 done in time, 1 open. They promised nothing."


@pytest.mark.parametrize(
    ("first", "period", "count"),
    [
        (date(2026, 10, 31), Period.MONTH, 2),
        (date(2025, 6, 1), Period.MONTH, 18),
        (date(2025, 5, 31), Period.QUARTER, 7),
        (date(2016, 12, 11), Period.YEAR, 11),
        (date(2011, 1, 1), Period.YEAR, 16),
    ],
)
def test_a_longer_time_has_longer_periods(first: date, period: Period, count: int) -> None:
    found = promises([promise(promised=first)], TODAY)
    assert (found.period, len(found.periods)) == (period, count)
    assert found.periods[0].mine.total() == 1
    assert found.periods[-1].start <= TODAY < found.periods[-1].after


def test_what_has_no_day_is_counted_and_said() -> None:
    found = promises([promise(promised=None), promise(promised=date(1990, 1, 1))], TODAY)
    assert (found.total, found.elsewhere, found.periods) == (2, 2, ())
    assert promises_sentence(found).endswith("2 have no day that the chart could show.")


def test_a_column_says_its_period_and_side() -> None:
    found = promises([promise(mine=False)], TODAY)
    label = side_label(found.periods[0], found.period, mine=False)
    assert label == "Oct 2026: They promised 1: 1 open"
    assert promises_table(found).rows[0] == ("Oct 2026", *"00000", *"10010")
