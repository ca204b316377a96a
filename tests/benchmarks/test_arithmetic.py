"""The bench's own arithmetic; nothing is timed in the tests."""

import pytest

from benchmarks.__main__ import FIGURES, main
from benchmarks.arithmetic import Row, Took, middle, percentile, table


def row(**values):
    return Row(**({"figure": "save", "ours": 3.0, "floor": 1.5, "target": 3} | values))


def test_a_ratio_is_ours_over_the_floor():
    assert row().ratio == 2
    assert row(floor=None).ratio is None


@pytest.mark.parametrize(
    ("values", "met"),
    [
        ({}, True),
        ({"target": 2}, True),
        ({"target": 1.9}, False),
        ({"floor": None, "target": 3}, True),
        ({"floor": None, "target": 2.9}, False),
        ({"target": None}, None),
    ],
)
def test_a_target_is_met_by_the_ratio_or_by_the_figure_where_there_is_no_floor(values, met):
    assert row(**values).met is met


def test_medians_are_taken_apart_for_the_processor_and_the_wall():
    times = [Took(1, 30), Took(2, 10), Took(3, 20)]
    assert middle(times) == Took(2, 20)


@pytest.mark.parametrize(("part", "value"), [(0.99, 5), (0.8, 4), (0.5, 3), (0.2, 1), (0.0, 1)])
def test_a_percentile_is_a_value_that_was_measured(part, value):
    assert percentile([5, 1, 3, 2, 4], part) == value


def test_there_is_no_percentile_of_nothing():
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_the_table_stands_in_columns():
    lines = table([row(), row(figure="a longer name", ours=250, floor=None, target=100)])
    assert lines.splitlines() == [
        "figure           ours    floor  ratio  target  met",
        "save             3 ms  1.50 ms   2.00       3  yes",
        "a longer name  250 ms                  100 ms   NO",
    ]


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_can_be_measured(name):
    from importlib import import_module

    assert callable(import_module(f"benchmarks.figures.{name}").measure)


def test_an_unknown_figure_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["nothing"])
    assert ended.value.code == 2
    assert "there is no figure nothing" in capsys.readouterr().err
