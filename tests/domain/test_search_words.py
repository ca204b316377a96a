"""Words as the search sees them."""

import pytest

from mentordesk.domain.search_words import around, is_ranked, query_of, searchable, words_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Paper", "paper"),
        ("Grüße", "grusse"),
        ("李伟 met", " 李  伟  met"),
        ("Ångström", "angstrom"),
    ],
)
def test_words_are_folded_and_unspaced_scripts_are_spaced(text, found):
    assert searchable(text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [("", []), ("  % ", []), ("Tomás  Riv", ["tomas", "riv"]), ("a - b", ["a", "b"])],
)
def test_signs_alone_are_no_words(text, words):
    assert words_of(text) == words


def test_each_word_is_the_beginning_of_one_and_quoted():
    assert query_of(["tom", 'a"b', "李伟"]) == '"tom"* "a""b"* "李  伟"*'


@pytest.mark.parametrize(
    ("words", "ranked"), [([], False), (["pap"], False), (["a", "pape"], True)]
)
def test_finds_are_ranked_from_four_letters_on(words, ranked):
    assert is_ranked(words) is ranked


def test_a_short_text_is_shown_whole():
    assert around("We spoke of\nthe grant.", ["grant"]) == "We spoke of the grant."


def test_of_a_long_text_the_words_around_the_find_are_shown():
    text = "word " * 60 + "Größe " + "tail " * 60
    shown = around(text, ["grosse"])
    assert "Größe" in shown
    assert shown.startswith("…word")
    assert shown.endswith("tail…")
    assert len(shown) < 160


def test_a_text_without_the_find_is_shown_from_its_beginning():
    assert around("a " * 200, ["zzz"]).startswith("a a")
