from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.domain.progress import (
    SHORTEST_SPAN,
    BurnUp,
    MilestoneFact,
    burn_up,
    per_goal,
)
from mentordesk.domain.release import MYSELF, release

TODAY = date(2026, 11, 23)


def fact(
    number: int,
    *,
    first: date | None = None,
    due: date | None = None,
    done: date | None = None,
    goal: int = 1,
    title: str = "",
) -> MilestoneFact:
    return MilestoneFact(
        id=UUID(int=number),
        title=title or f"Milestone {number}",
        goal_id=UUID(int=1000 + goal),
        goal_title=f"Goal {goal}",
        first_due=first,
        due=due,
        done=done,
    )


near = st.dates(date(2024, 1, 1), date(2029, 12, 31))
maybe = st.none() | near


@st.composite
def many_facts(
    draw: st.DrawFn, dates: st.SearchStrategy[date | None] = maybe
) -> list[MilestoneFact]:
    rows = draw(st.lists(st.tuples(dates, dates, dates, st.integers(1, 4)), max_size=25))
    return [
        fact(number, first=first, due=due, done=done, goal=goal)
        for number, (first, due, done, goal) in enumerate(rows)
    ]


def last(burn: BurnUp) -> int:
    return burn.days[-1].planned


@given(many_facts())
def test_every_line_only_rises(facts: list[MilestoneFact]) -> None:
    days = burn_up(facts, TODAY).days
    assert [d.day for d in days] == sorted({d.day for d in days})
    for line in (
        [d.planned for d in days],
        [d.reached for d in days if d.reached is not None],
        [d.baseline for d in days if d.baseline is not None],
    ):
        assert line == sorted(line)


@given(many_facts(), near)
def test_counts_agree_with_the_facts(facts: list[MilestoneFact], today: date) -> None:
    burn = burn_up(facts, today)
    assert burn.total == len(facts)
    assert burn.reached == sum(f.done is not None and f.done <= today for f in facts)
    assert burn.planned_by_today == sum(f.due is not None and f.due <= today for f in facts)
    assert last(burn) == sum(f.due is not None for f in facts)


@given(many_facts(), near)
def test_any_day_can_be_asked_for(facts: list[MilestoneFact], day: date) -> None:
    at = burn_up(facts, TODAY).at(day)
    assert at.planned == sum(f.due is not None and f.due <= day for f in facts)


@given(many_facts())
def test_a_baseline_is_there_only_when_a_date_moved(facts: list[MilestoneFact]) -> None:
    burn = burn_up(facts, TODAY)
    moved = [f for f in facts if f.first_due is not None and f.first_due != f.due]
    assert burn.moved == len(moved)
    assert all((d.baseline is not None) == bool(moved) for d in burn.days)
    if moved:
        assert burn.days[-1].baseline == sum(bool(f.first_due or f.due) for f in facts)


@given(many_facts(st.none() | st.dates()), st.dates())
def test_a_mistyped_year_does_not_squeeze_the_rest(facts: list[MilestoneFact], today: date) -> None:
    burn = burn_up(facts, today)
    assert burn.start <= today <= burn.end
    assert (burn.end - burn.start).days < 22 * 366
    assert burn.later == sum(f.due is not None and f.due > burn.end for f in facts)


@given(many_facts(), near)
def test_goals_count_what_the_whole_counts(facts: list[MilestoneFact], today: date) -> None:
    goals = per_goal(facts, today)
    assert sum(goal.total for goal in goals) == len(facts)
    assert sum(goal.reached for goal in goals) == burn_up(facts, today).reached
    assert [g.next_due for g in goals if g.next_due] == sorted(
        g.next_due for g in goals if g.next_due
    )


@given(many_facts())
def test_the_order_of_the_facts_does_not_matter(facts: list[MilestoneFact]) -> None:
    backwards: Sequence[MilestoneFact] = facts[::-1]
    assert burn_up(backwards, TODAY) == burn_up(facts, TODAY)
    assert per_goal(backwards, TODAY) == per_goal(facts, TODAY)


def test_nothing_at_all_still_has_a_month_around_today() -> None:
    burn = burn_up([], TODAY)
    assert not burn.has_lines
    assert burn.start < TODAY < burn.end
    assert (burn.end - burn.start).days >= SHORTEST_SPAN


def test_one_milestone_stands_in_a_readable_month() -> None:
    burn = burn_up([fact(1, due=TODAY)], TODAY)
    assert burn.start < TODAY < burn.end
    assert (burn.end - burn.start).days >= SHORTEST_SPAN


def test_undated_milestones_are_named_and_stay_out_of_the_lines() -> None:
    burn = burn_up([fact(1, title="Website"), fact(2, due=TODAY)], TODAY)
    assert burn.undated == ("Website",)
    assert last(burn) == 1
    assert burn.total == 2


def test_reached_without_a_date_counts_as_reached_and_not_as_planned() -> None:
    burn = burn_up([fact(1, done=TODAY)], TODAY)
    assert (burn.reached, last(burn), burn.undated) == (1, 0, ())


def test_reached_early_counts_from_the_day_it_was_reached() -> None:
    burn = burn_up([fact(1, due=TODAY + timedelta(30), done=TODAY - timedelta(3))], TODAY)
    assert (burn.reached, burn.planned_by_today) == (1, 0)
    assert burn.following is None


def test_days_after_today_say_nothing_about_reaching() -> None:
    burn = burn_up([fact(1, due=TODAY + timedelta(30), done=TODAY + timedelta(5))], TODAY)
    assert [d.reached for d in burn.days] == [0, None]


def test_far_future_is_counted_beside_the_chart() -> None:
    burn = burn_up([fact(1, due=date(9999, 12, 31)), fact(2, due=TODAY)], TODAY)
    assert burn.later == 1
    assert burn.end.year < 2032
    assert [d.day for d in burn.shown] == [TODAY]


def test_the_next_and_the_longest_open_milestone() -> None:
    facts = [
        fact(1, due=TODAY - timedelta(9)),
        fact(2, due=TODAY - timedelta(4)),
        fact(3, due=TODAY),
        fact(4, due=TODAY + timedelta(2)),
    ]
    burn = burn_up(facts, TODAY)
    assert burn.waiting == facts[0]
    assert burn.following == facts[2]


def test_a_date_taken_away_counts_as_moved() -> None:
    burn = burn_up([fact(1, first=TODAY)], TODAY)
    assert burn.moved == 1
    assert burn.days[-1].baseline == 1


def test_goals_come_by_next_date_then_title_never_by_progress() -> None:
    facts = [
        fact(1, goal=3, due=TODAY, done=TODAY),
        fact(2, goal=2),
        fact(3, goal=4, due=TODAY + timedelta(9)),
        fact(4, goal=1, due=TODAY - timedelta(2)),
        fact(5, goal=1, due=TODAY - timedelta(5), done=TODAY),
    ]
    goals = per_goal(facts, TODAY)
    assert [goal.title for goal in goals] == ["Goal 1", "Goal 4", "Goal 2", "Goal 3"]
    assert goals[0].next_title == "Milestone 4"
    assert (goals[0].reached, goals[0].total) == (1, 2)


@pytest.mark.parametrize("visibility", list(Visibility))
def test_facts_pass_the_gate(visibility: Visibility) -> None:
    released = release(
        [MilestoneFact(UUID(int=1), "t", UUID(int=2), "g", visibility=visibility)], MYSELF
    )
    assert released.goes == {ItemKind.MILESTONE: 1}
