"""Words as search sees them: what is kept in the index, what is asked of it, what is shown."""

import re

from mentordesk.domain.text import fold

RANKED_FROM = 4
"""Letters of the last word from which finds are ranked; below, the newest say more (measured)."""

_AROUND = 70
"""Characters shown before and after a find in a longer text."""

_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])"
)
"""Scripts without spaces between words, and Hangul, whose syllables stick together."""


def searchable(text: str) -> str:
    """Return a text as the index holds it: folded, each sign of an unspaced script a word."""
    folded = fold(text)
    return folded if folded.isascii() else _UNSPACED.sub(r" \1 ", folded)


def words_of(text: str) -> list[str]:
    """Return what is looked for, word by word; what holds no letter and no digit is left out."""
    return [word for word in fold(text).split() if any(c.isalnum() for c in word)]


def query_of(words: list[str]) -> str:
    """Return the FTS5 query for rows in which every word begins one of theirs.

    Signs of the query language have no meaning: each word is a quoted phrase.
    """
    phrases = (searchable(word).strip().replace('"', '""') for word in words)
    return " ".join(f'"{phrase}"*' for phrase in phrases)


def is_ranked(words: list[str]) -> bool:
    """Return whether the finds are worth ranking, by the last word that was typed."""
    return bool(words) and len(words[-1]) >= RANKED_FROM


def around(text: str, words: list[str]) -> str:
    """Return the part of a text around the first find in it, on one line."""
    line = " ".join(text.split())
    at = _first_find(line, words)
    begin = max(0, at - _AROUND)
    end = min(len(line), at + _AROUND)
    if begin:
        begin = line.find(" ", begin, at) + 1 or begin
    if end < len(line):
        end = max(line.rfind(" ", at + 1, end), begin) if " " in line[at + 1 : end] else end
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"


def _first_find(line: str, words: list[str]) -> int:
    """Return where the first word stands: folding changes lengths, so each is tried."""
    for match in re.finditer(r"\S+", line):
        folded = fold(match.group())
        if any(word in folded for word in words):
            return match.start()
    return 0
