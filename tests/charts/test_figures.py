from collections.abc import Callable
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from mentordesk.charts.draw import DRAWERS, chart_view
from mentordesk.charts.goals import DRAWN
from mentordesk.charts.palette import PRINT, Palette
from mentordesk.charts.view import ChartView
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import ChartKind, MilestoneFact

TODAY = date(2026, 11, 23)
KINDS = list(ChartKind)
OF_MILESTONES = [ChartKind.BURN_UP, ChartKind.GOALS]
STRANGE = [
    "שלום עולם",
    "مرحبا بالعالم",
    "🎉",
    "👩‍🔬 lab 🏳️‍🌈",
    "日本語のタイトル",
    "x" * 10_000,
    "word " * 2_000,
    "$x^2$ \\frac{a}",
    "{braces} %s <b>",
    "e\u0301\u0302\u0303 \u202egnp",
    "a\nb\tc",
]


def view(
    facts: list[Any],
    kind: ChartKind,
    *,
    palette: Palette = PRINT,
    size: tuple[int, int] = (1100, 420),
    caption: bool = False,
    tr: Translate = str.format,
) -> ChartView:
    inches = (size[0] / 96, size[1] / 96)
    made = chart_view(
        facts,
        kind,
        today=TODAY,
        palette=palette,
        size_inches=inches,
        dpi=96,
        tr=tr,
        caption=caption,
    )
    made.figure.canvas.draw()
    return made


def texts(made: ChartView) -> list[Text]:
    return [t for t in made.figure.findobj(Text) if isinstance(t, Text) and t.get_text()]


def words(made: ChartView) -> list[str]:
    return [text.get_text() for text in texts(made)]


def assert_all_inside(made: ChartView) -> None:
    canvas = made.figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    width, height = canvas.get_width_height()
    for text in texts(made):
        box = text.get_window_extent()
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= width, text
        assert box.y1 <= height, text


def assert_none_overlap(made: ChartView) -> None:
    for one, other in combinations(texts(made), 2):
        assert not one.get_window_extent().overlaps(other.get_window_extent()), (one, other)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1100, 420), (640, 300), (2000, 900)])
def test_words_stay_inside_and_apart(
    facts_of: dict[ChartKind, list[Any]], kind: ChartKind, size: tuple[int, int]
) -> None:
    made = view(facts_of[kind], kind, size=size, caption=True)
    assert_all_inside(made)
    assert_none_overlap(made)


@pytest.mark.parametrize("kind", KINDS)
def test_text_at_twice_the_size_fits_too(
    facts_of: dict[ChartKind, list[Any]], kind: ChartKind
) -> None:
    palette = Palette.from_theme("dark", text_size=19.5)
    assert_all_inside(view(facts_of[kind], kind, palette=palette, size=(900, 500)))


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_one_axes_and_no_box(
    facts_of: dict[ChartKind, list[Any]], kind: ChartKind
) -> None:
    made = view(facts_of[kind], kind)
    assert made.figure.get_axes() == [made.axes]
    assert not made.axes.axison


def test_lines_are_named_where_they_end(plan: list[MilestoneFact]) -> None:
    said = words(view(plan, ChartKind.BURN_UP))
    assert {"6 planned", "as first planned", "3 reached", "today", "milestones"} <= set(said)
    assert {"0", "2", "4", "6"} <= set(said)


def test_a_plan_that_never_moved_names_two_lines(plan: list[MilestoneFact]) -> None:
    kept = [fact for fact in plan if not fact.moved]
    assert not [word for word in words(view(kept, ChartKind.BURN_UP)) if "first planned" in word]


def long_today(template: str, **values: object) -> str:
    said = "today, at long last" if template == "today" else template
    return said.format(**values)


@pytest.mark.parametrize("ahead", [400, -400])
def test_today_at_the_edge_keeps_its_word_inside(ahead: int) -> None:
    due = TODAY + timedelta(ahead)
    facts = [MilestoneFact(UUID(int=n), "m", UUID(int=1), "g", (), due, due) for n in range(3)]
    made = view(facts, ChartKind.BURN_UP, size=(320, 200), tr=long_today)
    assert "today, at long last" in words(made)
    assert_all_inside(made)
    assert_none_overlap(made)


def test_words_keep_clear_of_the_line_for_today(plan: list[MilestoneFact]) -> None:
    made = view(plan, ChartKind.BURN_UP)
    across = made.axes.transData.transform((TODAY.toordinal(), 0))[0]
    for text in texts(made):
        box = text.get_window_extent()
        if text.get_text() not in {"today", "milestones"} and box.y0 > made.axes.bbox.y0:
            assert not box.x0 < across < box.x1, text


def test_lines_differ_by_more_than_colour(plan: list[MilestoneFact]) -> None:
    axes = view(plan, ChartKind.BURN_UP).axes
    styles = [str(lines.get_linestyle()) for lines in axes.collections]
    assert len(set(styles)) == 3
    assert {line.get_marker() for line in axes.lines} >= {"D", "o"}


def test_goals_stand_in_order_with_their_share_and_date(plan: list[MilestoneFact]) -> None:
    said = words(view(plan, ChartKind.GOALS))
    assert said == [
        *("First paper", "1 of 3", "next 12 Dec"),
        *("Teach one course", "1 of 2", "next 15 Jan 2027"),
        *("Find a grant mentor", "1 of 1"),
        *("Own research line", "0 of 1"),
    ]


def many_goals(count: int) -> list[MilestoneFact]:
    due = TODAY + timedelta(3)
    return [
        MilestoneFact(UUID(int=n), "m", UUID(int=n), f"Goal {n:04}", (), due, due)
        for n in range(count)
    ]


def test_the_chart_of_goals_grows_with_them() -> None:
    heights = [
        view(many_goals(count), ChartKind.GOALS).figure.get_size_inches()[1] for count in (1, 2, 3)
    ]
    assert heights[2] - heights[1] == pytest.approx(heights[1] - heights[0])


@pytest.mark.slow
def test_two_hundred_goals() -> None:
    made = view(many_goals(200), ChartKind.GOALS)
    assert (len(made.points), len(made.table.rows)) == (DRAWN, 200)
    assert_all_inside(made)


def test_more_goals_than_a_picture_holds_are_counted() -> None:
    made = chart_view(
        many_goals(DRAWN + 7),
        ChartKind.GOALS,
        today=TODAY,
        palette=PRINT,
        size_inches=(9, 4),
        dpi=96,
    )
    assert f"The {DRAWN} with the nearest dates; 7 more in the table" in words(made)
    assert len(made.table.rows) == DRAWN + 7


@pytest.mark.parametrize("kind", OF_MILESTONES)
@pytest.mark.parametrize("title", STRANGE)
def test_any_title_is_drawn_without_a_warning(
    titled: Callable[[str], list[MilestoneFact]], kind: ChartKind, title: str
) -> None:
    assert_all_inside(view(titled(title), kind, caption=True))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(title=st.text(max_size=30))
def test_any_text_at_all_is_drawn_without_a_warning(
    titled: Callable[[str], list[MilestoneFact]], title: str
) -> None:
    assert_all_inside(view(titled(title), ChartKind.GOALS, caption=True))


NOTHING = {ChartKind.MEETINGS: "No contact yet", ChartKind.ACTIONS: "No promises yet"}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_show_is_said_calmly(kind: ChartKind) -> None:
    made = view([], kind)
    said = NOTHING.get(kind, "No milestones yet")
    assert words(made) == [said]
    assert (made.points, made.table.rows, made.sentence) == ((), (), f"{said}.")


def test_no_kind_of_chart_is_forgotten(facts_of: dict[ChartKind, list[Any]]) -> None:
    assert set(DRAWERS) == set(facts_of) == set(ChartKind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_has_a_table_a_sentence_and_points(
    facts_of: dict[ChartKind, list[Any]], kind: ChartKind
) -> None:
    made = view(facts_of[kind], kind)
    assert made.table.rows
    assert made.sentence.endswith(".")
    assert all(point.label for point in made.points)
    box = made.figure.bbox
    for point in made.points:
        assert box.contains(*made.axes.transData.transform((point.x, point.y)))


def test_undated_milestones_alone_make_no_lines() -> None:
    undated = MilestoneFact(UUID(int=1), "Website", UUID(int=2), "g")
    made = view([undated], ChartKind.BURN_UP)
    assert words(made) == ["No milestones with dates yet"]
    assert "Website" in made.sentence


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_time_can_be_drawn(day: date) -> None:
    fact = MilestoneFact(UUID(int=1), "m", UUID(int=2), "g", (), TODAY, day)
    assert_all_inside(view([fact], ChartKind.BURN_UP))


def test_points_read_from_left_to_right_and_lie_in_the_axes(plan: list[MilestoneFact]) -> None:
    made = view(plan, ChartKind.BURN_UP)
    across = [point.x for point in made.points]
    assert across == sorted(across)
    assert "12 Dec 2026: 4 planned, 4 as first planned" in [p.label for p in made.points]
    box = made.axes.get_window_extent()
    for point in made.points:
        assert box.contains(*made.axes.transData.transform((point.x, point.y)))


def test_points_of_goals_lie_on_their_rows(plan: list[MilestoneFact]) -> None:
    made = view(plan, ChartKind.GOALS)
    assert made.points[0].label == "First paper: 1 of 3 reached, next 12 Dec"
    heights = [made.axes.transData.transform((point.x, point.y))[1] for point in made.points]
    titles = [t.get_window_extent() for t in texts(made) if t.get_text() == "First paper"]
    assert heights == sorted(heights, reverse=True)
    assert titles[0].y0 < heights[0] < titles[0].y1


def test_the_layout_does_not_depend_on_the_dots(plan: list[MilestoneFact]) -> None:
    places = []
    for dpi in (96, 192):
        made = chart_view(
            plan,
            ChartKind.BURN_UP,
            today=TODAY,
            palette=PRINT,
            size_inches=(9, 4),
            dpi=dpi,
        )
        places.append(made.axes.get_position().bounds)
    assert places[0] == pytest.approx(places[1], abs=0.003)


def test_words_on_the_chart_are_translated(plan: list[MilestoneFact]) -> None:
    def loud(template: str, **values: object) -> str:
        return template.format(**values).upper()

    made = view(plan, ChartKind.BURN_UP, tr=loud)
    assert all(word.isupper() or word.isdigit() for word in words(made))
