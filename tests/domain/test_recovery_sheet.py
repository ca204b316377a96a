import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.recovery_sheet import (
    ALPHABET,
    LETTERS,
    RecoverySheetError,
    read_key,
    write_key,
)

KEYS = st.binary(min_size=32, max_size=32)
KEY = bytes(range(32))


def letters_of(sheet: str) -> list[str]:
    return list(sheet.replace(" ", ""))


def other(letter: str, step: int) -> str:
    return ALPHABET[(ALPHABET.index(letter) + step) % len(ALPHABET)]


@given(KEYS)
def test_what_was_printed_is_the_key(key: bytes) -> None:
    assert read_key(write_key(key)) == key


def test_sheet_has_fourteen_groups_of_four() -> None:
    assert [len(group) for group in write_key(KEY).split()] == [4] * 14


@given(KEYS, st.integers(0, LETTERS - 1), st.integers(1, 31))
def test_one_wrong_letter_is_named_by_its_place(key: bytes, place: int, step: int) -> None:
    letters = letters_of(write_key(key))
    letters[place] = other(letters[place], step)
    with pytest.raises(RecoverySheetError) as caught:
        read_key("".join(letters))
    assert caught.value.places == (place + 1,)


@given(KEYS, st.integers(0, LETTERS - 2))
def test_two_swapped_neighbours_are_named(key: bytes, place: int) -> None:
    letters = letters_of(write_key(key))
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    if letters[place] == letters[place + 1]:
        return
    with pytest.raises(RecoverySheetError) as caught:
        read_key("".join(letters))
    assert caught.value.places == (place + 1, place + 2)


@given(KEYS, st.lists(st.integers(0, LETTERS - 1), min_size=2, max_size=2, unique=True))
def test_any_two_wrong_letters_are_noticed(key: bytes, places: list[int]) -> None:
    letters = letters_of(write_key(key))
    for place in places:
        letters[place] = other(letters[place], 5)
    with pytest.raises(RecoverySheetError):
        read_key("".join(letters))


def test_place_is_said_by_group() -> None:
    letters = letters_of(write_key(KEY))
    letters[13] = other(letters[13], 1)
    with pytest.raises(RecoverySheetError, match=r"^Letter 2 of group 4 does not fit\."):
        read_key("".join(letters))


def test_case_spaces_dashes_and_look_alikes_do_not_matter() -> None:
    sheet = write_key(KEY)
    sloppy = sheet.lower().replace(" ", "-").replace("0", "o").replace("1", "l")
    assert read_key(f"  {sloppy}\n") == KEY


def test_missing_letters_are_counted() -> None:
    with pytest.raises(RecoverySheetError, match="56 letters and digits; these are 52"):
        read_key(write_key(KEY)[:-5])


def test_letter_that_no_sheet_has_is_named() -> None:
    with pytest.raises(RecoverySheetError, match="Letter 1 of group 1: the sheet has no “ß”"):
        read_key("ß" + write_key(KEY)[1:])


def test_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        write_key(b"short")
