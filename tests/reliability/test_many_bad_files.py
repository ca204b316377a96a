"""A damaged, foreign, newer, empty or hostile file is refused in words, untouched; promise 4."""

import sys

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork"),
]


@pytest.mark.parametrize("kind", ["plain", "encrypted"])
def test_bad_files_are_refused_in_words_and_not_touched(trials, how_many, kind):
    found = trials("bad_files.py", kind, how_many(250, 30))
    wrong = ("opened though they must not be", "changed", "no words", "too slow", "too much memory")
    assert not any(found[what] for what in wrong)
    assert found["refused"] > found["files"] / 2
