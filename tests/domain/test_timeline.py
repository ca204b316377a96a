"""Goals and milestones put together over time."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mentordesk.domain.enums import Horizon
from mentordesk.domain.timeline import (
    Part,
    Stand,
    TimelineGoal,
    TimelineMark,
    moved_dates,
    shifted,
    timeline,
)

TODAY = date(2026, 11, 24)


def goal(number: int = 1, **values) -> TimelineGoal:
    return TimelineGoal(id=UUID(int=number), title=f"Goal {number}", **values)


def mark(number: int = 100, of: int = 1, **values) -> TimelineMark:
    return TimelineMark(id=UUID(int=number), goal_id=UUID(int=of), title=f"Step {number}", **values)


def test_a_goal_without_dates_spans_its_milestones() -> None:
    first, last = date(2026, 3, 1), date(2026, 9, 1)
    (row,) = timeline([goal(), mark(100, due=last), mark(101, due=first)]).rows
    assert (row.start, row.end) == (first, last)
    assert [one.due for one in row.marks] == [first, last]


def test_a_goal_with_dates_keeps_them() -> None:
    start, due = date(2026, 1, 1), date(2026, 2, 1)
    (row,) = timeline([goal(start=start, due=due), mark(due=date(2027, 1, 1))]).rows
    assert (row.start, row.end) == (start, due)


def test_what_has_no_date_is_listed() -> None:
    shown = timeline([goal(1, due=TODAY), goal(2), mark(100, of=1), mark(101, of=2)])
    assert [one.id.int for one in shown.undated_goals] == [2]
    assert [one.id.int for one in shown.undated_marks] == [100, 101]


def test_a_milestone_reached_without_a_date_stands_where_it_was_reached() -> None:
    (row,) = timeline([goal(), mark(done=TODAY)]).rows
    assert row.marks[0].day == TODAY


def test_goals_stand_by_horizon_in_the_order_of_the_plan() -> None:
    late = goal(1, due=TODAY, horizon=Horizon.BEYOND)
    shown = timeline([late, goal(2, due=TODAY), goal(3, due=TODAY)])
    assert [row.goal.id.int for row in shown.rows] == [2, 3, 1]


def test_a_milestone_whose_goal_stays_behind_is_left_out() -> None:
    assert timeline([mark(due=TODAY), mark(101)]) == timeline([])


@pytest.mark.parametrize(
    ("values", "stand"),
    [
        ({"due": TODAY}, Stand.OPEN),
        ({"due": date(2026, 11, 23)}, Stand.LATE),
        ({"due": date(2026, 11, 1), "done": TODAY}, Stand.DONE),
        ({"due": date(2026, 12, 1), "done": date(2026, 11, 30)}, Stand.OPEN),
    ],
)
def test_stand(values, stand) -> None:
    assert mark(**values).stand(TODAY) is stand


def test_the_span_holds_ghosts_and_today() -> None:
    moved = mark(due=date(2027, 2, 1), first_due=date(2025, 5, 1), times=1)
    shown = timeline([goal(), moved])
    assert shown.span(TODAY) == (date(2025, 5, 1), date(2027, 2, 1))
    assert shown.span(date(2028, 1, 1))[1] == date(2028, 1, 1)


def test_one_end_of_a_bar_moves_and_stops_at_the_other() -> None:
    (row,) = timeline([goal(start=date(2026, 1, 1), due=date(2026, 1, 31))]).rows
    assert moved_dates(row, Part.END, 5) == (date(2026, 1, 1), date(2026, 2, 5))
    assert moved_dates(row, Part.END, -90) == (date(2026, 1, 1), date(2026, 1, 1))
    assert moved_dates(row, Part.START, 90) == (date(2026, 1, 31), date(2026, 1, 31))


def test_a_whole_bar_moves_with_the_dates_that_it_has() -> None:
    (row,) = timeline([goal(due=date(2026, 1, 31)), mark(due=date(2026, 1, 1))]).rows
    assert moved_dates(row, Part.BAR, 7) == (None, date(2026, 2, 7))


def test_a_bar_without_dates_of_its_own_gets_those_that_it_spans() -> None:
    (row,) = timeline([goal(), mark(100, due=TODAY), mark(101, due=date(2026, 12, 1))]).rows
    assert moved_dates(row, Part.BAR, 1) == (date(2026, 11, 25), date(2026, 12, 2))


def test_no_date_leaves_the_calendar() -> None:
    assert shifted(date(2199, 12, 30), 10_000).year == 2199
    assert shifted(date(1900, 1, 2), -10_000).year == 1900


def test_a_past_that_others_did_not_see_stays_behind() -> None:
    moved = mark(due=TODAY, first_due=date(2026, 10, 1), times=2, why="ill", past_may_go=False)
    gone = moved.for_others()
    assert (gone.ghost, gone.times, gone.why) == (None, 0, "")
    seen = replace(moved, past_may_go=True).for_others()
    assert (seen.ghost, seen.times, seen.why) == (date(2026, 10, 1), 2, "")
