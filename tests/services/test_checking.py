"""A check finds what an integrity check can't: a journal, a search, a moment that does not fit."""

import pytest

from mentordesk.domain.goals import GoalDraft
from mentordesk.services.desk import Desk
from mentordesk.services.sample import build_sample

WRONG = [
    ("UPDATE goal SET title = 'Other' WHERE rowid = (SELECT min(rowid) FROM goal)", "search"),
    ("DELETE FROM checkpoint WHERE rowid = (SELECT min(rowid) FROM checkpoint)", "journal"),
    ("UPDATE meeting SET start_utc = '2026-01-01 00:00:00'", "moment"),
    ("DELETE FROM search_entry", "search"),
    ("UPDATE milestone SET position = position + 1, due = '2030-01-01'", "journal"),
]


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory, desk_key):
    from datetime import date

    path = tmp_path_factory.mktemp("sample") / "sample.mentordesk"
    build_sample(path, today=date(2026, 11, 24), key=desk_key)
    return path


@pytest.fixture
def sample(sample_path, tmp_path, clock, desk_key):
    path = tmp_path / "sample.mentordesk"
    path.write_bytes(sample_path.read_bytes())
    opened = Desk.open(path, clock, key=desk_key)
    yield opened
    opened.close()


def test_the_example_is_sound(sample):
    assert sample.check() == []


def test_a_desk_is_sound_after_changes_and_their_undo(desk):
    desk.goals.add_goal(GoalDraft(title="Paper"))
    desk.undo()
    desk.redo()
    assert desk.check() == []


@pytest.mark.parametrize(("statement", "word"), WRONG, ids=range(len(WRONG)))
def test_what_does_not_fit_is_found_and_named_without_words_of_the_person(sample, statement, word):
    sample.store.raw.execute(statement)
    findings = sample.check()
    assert any(word in finding for finding in findings), findings
    assert all(finding.endswith(".") for finding in findings)
