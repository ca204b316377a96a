"""What can be read of a damaged file is copied, the rest is counted, the file itself is left."""

import shutil
from datetime import date

import pytest

from mentordesk.domain.errors import DamagedError
from mentordesk.services.sample import build_sample
from mentordesk.store.opening import connect
from mentordesk.store.salvage import salvage
from mentordesk.store.schema import SCHEMA_VERSION
from mentordesk.store.schema_check import find_damage, row_counts

PAGE = 4096


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    made = {}

    def sample(key):
        if key not in made:
            made[key] = tmp_path_factory.mktemp("sample") / "sample.mentordesk"
            build_sample(made[key], today=date(2026, 11, 24), key=key)
        return made[key]

    return sample


@pytest.fixture
def damaged(samples, key, tmp_path):
    """Return the example with some pages spoilt."""

    def spoil(*pages):
        path = shutil.copy(samples(key), tmp_path / "damaged.mentordesk")
        with path.open("r+b") as file:
            for page in pages:
                file.seek(page * PAGE)
                file.write(b"\xaa" * PAGE)
        return path

    return spoil


def counts(path, key):
    connection = connect(path, key, read_only=True, schema_version=SCHEMA_VERSION)
    try:
        assert find_damage(connection) == []
        return row_counts(connection)
    finally:
        connection.close()


def test_of_a_sound_file_nothing_is_lost(damaged, key, tmp_path):
    path = damaged()
    report = salvage(path, key, tmp_path / "new.mentordesk")
    assert report.complete
    found = counts(tmp_path / "new.mentordesk", key)
    assert {name: found[name] for name in report.kept} == dict(report.kept)
    assert report.kept["goal"] == 18


@pytest.mark.parametrize("first", [3, 8, 45, 70, 100])
def test_what_can_be_read_of_a_damaged_file_is_sound_and_the_rest_is_counted(
    damaged, key, tmp_path, samples, first
):
    path = damaged(first, first + 1, first + 2)
    before = path.read_bytes()
    report = salvage(path, key, tmp_path / "new.mentordesk")
    whole = counts(samples(key), key)
    found = counts(tmp_path / "new.mentordesk", key)
    assert sum(report.kept.values()) > 0
    assert all(found[name] <= whole[name] for name in report.kept)
    missing = [name for name in report.kept if found[name] < whole[name] and name != "meta"]
    assert all(report.lost[name] for name in missing), (missing, report)
    assert path.read_bytes() == before


def test_where_nothing_can_be_read_there_is_no_new_file(damaged, key, tmp_path):
    path = damaged(*range(70))
    with pytest.raises(DamagedError, match="Nothing in this file"):
        salvage(path, key, tmp_path / "new.mentordesk")
    assert not (tmp_path / "new.mentordesk").exists()


def test_what_is_before_a_missing_end_is_copied(damaged, key, tmp_path):
    path = damaged()
    path.write_bytes(path.read_bytes()[: 100 * PAGE])
    report = salvage(path, key, tmp_path / "new.mentordesk")
    assert report.kept["goal"] > 0
    assert counts(tmp_path / "new.mentordesk", key)["goal"] == report.kept["goal"]
