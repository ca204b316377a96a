import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.text import file_name, first_name, fold, initials, many_lines, one_line

ANY = st.text(st.characters(codec=None) | st.sampled_from("\x00\x0b\x1c\x1f\x85\r\n\t \u0301e"))
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada \t Lovelace\n", "Ada Lovelace"),
        ("one\r\ntwo\x0bthree\x85four\u2028five", "one two three four five"),
        ("be\x07ll \x00 off", "bell off"),
        ("e\u0301", "é"),
        ("\ud800half", "half"),
        ("🧑‍🏫 פגישה", "🧑‍🏫 פגישה"),
    ],
)
def test_one_line(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("soft\x0bbreak\x0cpage\x85next\u2028line\u2029end", "soft\nbreak\npage\nnext\nline\nend"),
        ("- a\n    - b\t\x00c  \n\n", "- a\n    - b\tc"),
    ],
)
def test_many_lines(typed: str, kept: str) -> None:
    assert many_lines(typed) == kept


@given(ANY)
def test_cleaned_text_is_clean_and_stays_the_same(text: str) -> None:
    for clean in (one_line, many_lines):
        result = clean(text)
        assert not CONTROL.search(result)
        assert unicodedata.is_normalized("NFC", result)
        assert clean(result) == result


@given(ANY)
def test_a_title_has_no_line_break(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(("text", "folded"), [("Tomás ÅBO", "tomas abo"), ("Straße", "strasse")])
def test_search_sees_neither_case_nor_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dr Amara Okafor", "AO"),
        ("Prof. Dr. Lena", "L"),
        ("Jean-Luc van den Berg", "JB"),
        ("élodie", "É"),
        ("Dr", "D"),
        ("", "?"),
        ("!!", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("name", "first"), [("Dr. Amara Okafor", "Amara"), ("Wei", "Wei"), ("Prof", "Prof"), ("", "")]
)
def test_first_name(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Meetings with Ada", "Meetings with Ada.ics"),
        ('a/b\\c:d*?"<>|', "a b c d.ics"),
        ("../../etc/passwd", "etc passwd.ics"),
        ("con", "MentorDesk con.ics"),
        ("LPT1.old", "MentorDesk LPT1.old.ics"),
        ("con .x", "MentorDesk con .x.ics"),
        ("\u202egnp", "gnp.ics"),
        ("...", "MentorDesk.ics"),
    ],
)
def test_file_names(title: str, name: str) -> None:
    assert file_name(title, ".ics") == name


@given(ANY | st.text("🌱語", min_size=60, max_size=200))
def test_a_file_name_fits_every_system(title: str) -> None:
    name = file_name(title, ".ics")
    assert len(name) <= 80
    assert len(name.encode()) <= 255
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name == name.strip(". ")


def test_a_reserved_name_cut_to_length_is_not_longer() -> None:
    assert len(file_name("con." + "x" * 100, ".ics")) == 80
