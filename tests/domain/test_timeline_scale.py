"""Days and pixels."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.timeline_scale import (
    CLOSEST,
    FARTHEST,
    Scale,
    Zoom,
    fitting,
    heads,
    ticks,
)

DAY = date(2026, 11, 24).toordinal()
days = st.integers(date(1900, 1, 1).toordinal(), date(2199, 12, 31).toordinal())
scales = st.builds(Scale, st.floats(693_000, 803_000), st.floats(FARTHEST, CLOSEST))


@given(scales, days)
def test_a_day_and_its_pixel_name_each_other(scale, day) -> None:
    assert scale.day_at(scale.x(day)) == day


@given(scales, days, st.integers(1, 900))
def test_later_days_lie_further_right(scale, day, more) -> None:
    assert scale.x(day + more) > scale.x(day)


@given(scales, st.floats(0.2, 5), st.floats(0, 2000))
def test_what_is_zoomed_around_stays(scale, factor, around) -> None:
    before = scale.left + around / scale.per_day
    zoomed = scale.zoomed(factor, around)
    assert zoomed.left + around / zoomed.per_day == pytest.approx(before, abs=1e-6)
    assert FARTHEST <= zoomed.per_day <= CLOSEST


@given(scales, st.floats(-5000, 5000))
def test_panning_there_and_back_leads_nowhere(scale, pixels) -> None:
    back = scale.panned(pixels).panned(-pixels)
    assert back.left == pytest.approx(scale.left, abs=1e-6)


@given(days, st.integers(0, 20_000), st.integers(200, 3000))
def test_fitting_shows_the_first_and_the_last_day(start, length, width) -> None:
    end = min(start + length, date(2199, 12, 31).toordinal())
    scale = fitting((date.fromordinal(start), date.fromordinal(end)), width)
    assert 0 <= scale.x(start) <= scale.x(end) <= width


@given(scales, st.integers(200, 3000))
def test_named_days_rise_and_have_room(scale, width) -> None:
    places = [scale.x(tick.day) for tick in ticks(scale, width)]
    assert places == sorted(places)
    gaps = [b - a for a, b in itertools.pairwise(places)]
    assert min(gaps, default=99) >= 20


def test_showing_moves_as_little_as_needed() -> None:
    scale = Scale(DAY, 1.0)
    assert scale.showing(DAY + 100, 400, 50) == scale
    assert scale.showing(DAY + 400, 400, 50).x(DAY + 400) == 350
    assert scale.showing(DAY - 10, 400, 50).x(DAY - 10) == 50


@pytest.mark.parametrize(
    ("per_day", "zoom", "first", "head"),
    [
        (25, Zoom.DAYS, "24", "November 2026"),
        (6, Zoom.WEEKS, "23 Nov", "November 2026"),
        (2, Zoom.MONTHS, "Nov", "2026"),
        (0.5, Zoom.QUARTERS, "Q4", "2026"),
        (0.2, Zoom.YEARS, "2026", None),
        (0.03, Zoom.DECADES, "2020", None),
    ],
)
def test_the_header_names_from_days_to_decades(per_day, zoom, first, head) -> None:
    scale = Scale(DAY, per_day)
    assert Zoom.of(per_day) is zoom
    assert ticks(scale, 500)[0].words == first
    named = heads(scale, 500)
    assert (named[0].words if named else None) == head


def test_weeks_begin_on_mondays() -> None:
    found = ticks(Scale(DAY, 6), 500)
    assert {date.fromordinal(tick.day).weekday() for tick in found} == {0}
