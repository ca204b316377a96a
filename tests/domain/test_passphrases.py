import pytest

from mentordesk.domain.passphrases import (
    LONGEST_WAIT,
    Strength,
    check_passphrase,
    judge,
    said_time,
    wait_after,
)

YEAR = 365 * 24 * 3600


def test_two_equal_passphrases_are_taken():
    assert check_passphrase("four calm green herons", "four calm green herons") == {}


def test_short_one_is_refused_with_advice():
    assert "at least 8" in check_passphrase("heron", "heron")["passphrase"]


def test_endless_one_is_refused():
    assert "passphrase" in check_passphrase("x" * 1001, "x" * 1001)


def test_second_typing_must_be_the_same():
    assert list(check_passphrase("four herons", "four heron")) == ["again"]


@pytest.mark.parametrize(
    ("guesses", "strength"),
    [(1e6, "weak"), (1e12, "fair"), (1e15, "good"), (1e25, "strong")],
)
def test_strength_is_the_time_that_guessing_takes(guesses, strength):
    assert judge(guesses).strength is Strength(strength)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.1, "less than a minute"),
        (3 * 3600, "about 3 hours"),
        (24 * 3600, "about 1 day"),
        (2 * YEAR, "about 2 years"),
        (1e20, "longer than 10,000 years"),
    ],
)
def test_time_is_said_roughly(seconds, said):
    assert said_time(seconds) == said


def test_first_wrong_passphrases_wait_for_nothing():
    assert [wait_after(failures) for failures in range(4)] == [0, 0, 0, 0]


def test_later_ones_wait_longer_and_longer():
    assert [wait_after(failures) for failures in range(4, 10)] == [1, 2, 4, 8, 16, LONGEST_WAIT]


def test_wait_never_ends_in_a_huge_number():
    assert wait_after(10**6) == LONGEST_WAIT
