"""The passphrase of a file: how strong, set, changed, taken away, and the key on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentordesk.domain.errors import WrongKeyError
from mentordesk.domain.passphrases import Judgement, judge
from mentordesk.domain.recovery_sheet import read_key
from mentordesk.store.file_check import is_encrypted
from mentordesk.store.key import Key, read_salt
from mentordesk.store.rekeying import Rekeyed, change_key

__all__ = [
    "Answer",
    "Key",
    "Rekeyed",
    "check_present",
    "is_encrypted",
    "judged",
    "set_passphrase",
    "unlocking_key",
]

_MOST_JUDGED = 72
"""Letters that are looked at: the search for patterns takes long for more, and more is strong."""


@dataclass(frozen=True)
class Answer:
    """What somebody typed to open a file: the passphrase, or the letters of the recovery sheet."""

    passphrase: str = ""
    sheet: str = ""


def judged(passphrase: str, own_words: Sequence[str] = ()) -> Judgement:
    """Return how strong a passphrase is.

    Args:
        passphrase: what was typed so far; none at all is the weakest.
        own_words: what is easily guessed about the person, such as their name.
    """
    if not passphrase:
        return judge(0)
    from zxcvbn import zxcvbn

    found = zxcvbn(passphrase[:_MOST_JUDGED], user_inputs=list(own_words))
    return judge(float(found["guesses"]))


def unlocking_key(path: Path, answer: Answer) -> Key:
    """Return the key that an answer leads to; a passphrase takes 0.1 to 0.5 seconds.

    Raises:
        RecoverySheetError: the letters are not those of a sheet; says where they don't fit.
        KnownError: the file can't be read.
    """
    if answer.sheet:
        return Key(read_key(answer.sheet))
    return Key.derive(answer.passphrase, read_salt(path))


def check_present(path: Path, present: Key, typed: str) -> None:
    """Check that somebody knows the passphrase of an open file.

    Raises:
        WrongKeyError: it is another one.
    """
    if Key.derive(typed, present.salt or read_salt(path)) != present:
        raise WrongKeyError("This is not the passphrase of this file.")


def set_passphrase(
    path: Path, old: Key | None, passphrase: str | None, now: datetime
) -> tuple[Key | None, Rekeyed]:
    """Give a closed file a passphrase, another one, or none; return its new key.

    Raises:
        KnownError: it can't be done; the file is as it was.
    """
    new = None if passphrase is None else Key.derive_new(passphrase)
    return new, change_key(path, old, new, now)
