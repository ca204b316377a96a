"""Find whom a typed name means."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from mentordesk.domain.text import fold

MOST_HINTS = 5
"""Names in a hint; more would be a list to read."""

_ALIKE = 0.4  # of 1; "Amra" is alike to "Dr Amara Okafor"

K = TypeVar("K")


@dataclass(frozen=True)
class NameMatch(Generic[K]):
    """Whom a typed name means.

    Attributes:
        found: the one that is meant; None if there is none, or more than one.
        several: whether it fits more than one.
        hints: the names that it fits, or that come close, up to five.
    """

    found: K | None
    several: bool
    hints: tuple[str, ...]


def match_name(typed: str, names: Mapping[K, str]) -> NameMatch[K]:
    """Return whom a name means, whatever its case and accents; a part will do if it fits one."""
    wanted = fold(typed.strip())
    folded = {key: fold(name) for key, name in names.items()}
    fitting = [key for key, name in folded.items() if name == wanted]
    if not fitting and wanted:
        fitting = [key for key, name in folded.items() if wanted in name]
    if len(fitting) == 1:
        return NameMatch(fitting[0], several=False, hints=())
    if fitting:
        hints = sorted(names[key] for key in fitting)[:MOST_HINTS]
        return NameMatch(None, several=True, hints=tuple(hints))
    return NameMatch(None, several=False, hints=_near(wanted, names))


def _near(wanted: str, names: Mapping[K, str]) -> tuple[str, ...]:
    """Return the names of which a word comes close to what was typed."""
    by_word: dict[str, list[str]] = {}
    for name in names.values():
        for word in {fold(name), *fold(name).split()}:
            by_word.setdefault(word, []).append(name)
    words = get_close_matches(wanted, by_word, n=MOST_HINTS, cutoff=_ALIKE)
    return tuple(dict.fromkeys(name for word in words for name in by_word[word]))[:MOST_HINTS]
