"""Whom a typed name means."""

import pytest

from mentordesk.domain.name_match import match_name

NAMES = {1: "Dr Amara Okafor", 2: "Lena Brandt", 3: "Tomás Rivera", 4: "Lena", 5: "Writing circle"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Dr Amara Okafor", 1),
        ("amara", 1),
        ("  OKAFOR ", 1),
        ("tomas", 3),
        ("Tomás Rivera", 3),
        ("lena", 4),
        ("brandt", 2),
    ],
)
def test_found(typed: str, found: int) -> None:
    assert match_name(typed, NAMES).found == found


def test_part_that_fits_several_is_not_guessed() -> None:
    match = match_name("ri", NAMES)
    assert (match.found, match.several) == (None, True)
    assert match.hints == ("Tomás Rivera", "Writing circle")


def test_one_name_twice_is_not_guessed() -> None:
    match = match_name("Ada", {1: "Ada", 2: "ada"})
    assert (match.found, match.several, match.hints) == (None, True, ("Ada", "ada"))


@pytest.mark.parametrize(
    ("typed", "hint"), [("Amra", "Dr Amara Okafor"), ("Riviera", "Tomás Rivera")]
)
def test_close_names_are_hinted(typed: str, hint: str) -> None:
    match = match_name(typed, NAMES)
    assert (match.found, match.several) == (None, False)
    assert match.hints[0] == hint


@pytest.mark.parametrize("typed", ["", "   ", "xyzzy"])
def test_nobody(typed: str) -> None:
    match = match_name(typed, NAMES)
    assert (match.found, match.several, match.hints) == (None, False, ())


def test_no_more_than_five_hints() -> None:
    assert len(match_name("a", {n: f"Ada {n}" for n in range(9)}).hints) == 5
    assert len(match_name("Adda", {n: f"Ada {n}" for n in range(9)}).hints) == 5
