from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.charts.step_lines import LineRole, StepLine, step_lines
from mentordesk.domain.progress import MilestoneFact, burn_up

TODAY = date(2026, 11, 23)
days = st.none() | st.integers(-300, 300).map(lambda n: TODAY + timedelta(n))
facts = st.lists(
    st.builds(
        MilestoneFact,
        id=st.uuids(),
        title=st.just("m"),
        goal_id=st.just(UUID(int=1)),
        goal_title=st.just("g"),
        first_due=days,
        due=days,
        done=days,
    ),
    max_size=12,
)


def fact(due: date, first: date | None = None, done: date | None = None) -> MilestoneFact:
    return MilestoneFact(UUID(int=1), "m", UUID(int=2), "g", (), first or due, due, done)


def lines(*given_facts: MilestoneFact) -> dict[LineRole, StepLine]:
    return {line.role: line for line in step_lines(burn_up(given_facts, TODAY))}


@given(facts)
def test_lines_go_straight_and_stay_in_the_chart(given_facts: list[MilestoneFact]) -> None:
    burn = burn_up(given_facts, TODAY)
    for line in step_lines(burn):
        for path in line.paths:
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(path))
            assert all(burn.start.toordinal() <= day <= burn.end.toordinal() for day, _ in path)
        assert line.anchors


@given(facts)
def test_counts_jump_on_the_day(given_facts: list[MilestoneFact]) -> None:
    burn = burn_up(given_facts, TODAY)
    for line in step_lines(burn):
        if line.role is LineRole.PLANNED:
            assert all(burn.at(date.fromordinal(int(x))).planned == y for x, y in line.marks)


def test_reached_ends_today() -> None:
    reached = lines(fact(TODAY + timedelta(40)))[LineRole.REACHED]
    assert reached.paths[0][-1][0] == TODAY.toordinal()
    assert reached.words == "0 reached"


def test_no_plan_no_line() -> None:
    undated = MilestoneFact(UUID(int=1), "m", UUID(int=2), "g", done=TODAY)
    assert list(lines(undated)) == [LineRole.REACHED]


def test_the_baseline_is_drawn_only_where_it_differs() -> None:
    first, due = TODAY + timedelta(5), TODAY + timedelta(20)
    baseline = lines(fact(due, first))[LineRole.BASELINE]
    x, until = first.toordinal(), due.toordinal()
    assert baseline.paths == (((x, 0), (x, 1), (until, 1)),)
    assert (baseline.words, baseline.at_end) == ("as first planned", False)


def test_two_milestones_that_changed_places_leave_no_baseline() -> None:
    one, other = TODAY + timedelta(5), TODAY + timedelta(20)
    assert LineRole.BASELINE not in lines(fact(one, other), fact(other, one))


def test_a_date_taken_away_leaves_the_baseline_at_the_end() -> None:
    gone = MilestoneFact(UUID(int=1), "m", UUID(int=2), "g", first_due=TODAY)
    baseline = lines(gone)[LineRole.BASELINE]
    assert baseline.words == "1 as first planned"
    assert baseline.at_end
