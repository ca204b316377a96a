"""What may be a passphrase, how strong it is in honest words, and how long a wrong one waits."""

from dataclasses import dataclass
from enum import StrEnum

SHORTEST = 8
LONGEST = 1_000
GUESSES_A_SECOND = 1_000_000
"""Somebody with the file and a hundred fast graphics cards: each does about 10,000 rounds of the
key derivation a second (256,000 times HMAC-SHA512 for each guess)."""

_HOUR = 3_600
_DAY = 24 * _HOUR
_YEAR = 365 * _DAY
_UNITS = ((_YEAR, "year"), (30 * _DAY, "month"), (_DAY, "day"), (_HOUR, "hour"), (60, "minute"))
_FOR_EVER = 10_000 * _YEAR

FREE_TRIES = 3
LONGEST_WAIT = 30


class Strength(StrEnum):
    """How long a passphrase withstands somebody who has the file."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


@dataclass(frozen=True)
class Judgement:
    """What can be said of a passphrase.

    Attributes:
        seconds: how long guessing it would take, on average, at ``GUESSES_A_SECOND``.
    """

    strength: Strength
    seconds: float


def check_passphrase(passphrase: str, again: str) -> dict[str, str]:
    """Return a sentence for each of the two fields that needs another value."""
    if len(passphrase) < SHORTEST:
        return {"passphrase": f"Take at least {SHORTEST} letters; four or five words are best."}
    if len(passphrase) > LONGEST:
        return {"passphrase": f"Take at most {LONGEST} letters."}
    if passphrase != again:
        return {"again": "The two are not the same. Type the passphrase once more."}
    return {}


def judge(guesses: float) -> Judgement:
    """Return how strong a passphrase is that so many guesses find."""
    seconds = guesses / 2 / GUESSES_A_SECOND
    steps = ((_DAY, Strength.WEAK), (_YEAR, Strength.FAIR), (100 * _YEAR, Strength.GOOD))
    found = next((name for limit, name in steps if seconds < limit), Strength.STRONG)
    return Judgement(found, seconds)


def said_time(seconds: float) -> str:
    """Say a length of time roughly: "3 hours", "longer than 10,000 years"."""
    if seconds >= _FOR_EVER:
        return "longer than 10,000 years"
    for length, name in _UNITS:
        if seconds >= length:
            count = round(seconds / length)
            return f"about {count:,} {name}{'' if count == 1 else 's'}"
    return "less than a minute"


def wait_after(failures: int) -> int:
    """Return how many seconds to wait after so many wrong passphrases in a row.

    The first three are free, for everybody mistypes; then 1, 2, 4 seconds and so on, at most 30.
    Guessing at a file goes round this: it only keeps a passer-by from trying one after the other.
    """
    if failures <= FREE_TRIES:
        return 0
    return min(LONGEST_WAIT, 1 << min(failures - FREE_TRIES - 1, 10))
