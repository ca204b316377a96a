"""What was acknowledged survives a kill at any moment, wholly; promise 1."""

import sys

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork and SIGKILL"),
]


@pytest.mark.parametrize(
    ("kind", "full", "where"),
    [
        ("plain", 400, ()),
        ("encrypted", 400, ()),
        ("plain", 100, ["--disk"]),
        ("encrypted", 100, ["--disk"]),
    ],
)
def test_no_acknowledged_change_is_lost_when_the_writer_is_killed(
    trials, how_many, kind, full, where
):
    kills = how_many(full, 0 if where else 12)
    found = trials("kill_writer.py", kind, kills, *where)
    assert found["kills"] == kills
    assert found["inside a write"] > kills / 10
    assert not any(found[what] for what in ("lost", "half", "errors", "dead ends"))


def test_the_control_that_acknowledges_too_early_loses_changes(trials):
    assert trials("kill_writer.py", "plain", 6, "--control", "early")["lost"]


def test_the_control_without_a_journal_leaves_half_changes(trials, how_many):
    found = trials("kill_writer.py", "plain", how_many(100, 20), "--control", "no-journal")
    assert found["half"] + found["errors"]
