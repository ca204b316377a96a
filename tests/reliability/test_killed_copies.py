"""A backup is whole or not there, an upgrade happens wholly or not at all; promises 5 and 6."""

import sys

import pytest

from mentordesk.store.schema import SCHEMA_VERSION

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork and SIGKILL"),
]


@pytest.mark.parametrize(("kind", "reduced"), [("plain", 0), ("encrypted", 5)])
def test_a_killed_backup_is_whole_or_not_there(trials, how_many, kind, reduced):
    found = trials("kill_copies.py", "backups", kind, how_many(100, reduced))
    assert found["final files"]
    assert not found["bad final files"]
    assert not found["harmed"]


def test_the_control_a_naive_backup_leaves_bad_files(trials):
    assert trials("kill_copies.py", "backups", "plain", 6, "--control")["bad final files"]


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
@pytest.mark.parametrize(("kind", "reduced"), [("plain", 5), ("encrypted", 0)])
def test_a_killed_upgrade_leaves_one_version(trials, how_many, kind, reduced, version):
    kills = how_many(100, reduced)
    found = trials("kill_copies.py", "upgrades", kind, kills, "--from-version", version)
    assert found["killed on the way"]
    assert not found["mixed"]
    assert not found["rows lost"]


def test_the_control_an_upgrade_in_pieces_leaves_a_mixture(trials):
    assert trials("kill_copies.py", "upgrades", "plain", 8, "--control")["mixed"]
