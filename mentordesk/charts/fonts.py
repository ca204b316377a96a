"""Fonts that are really there, and text that they can draw."""

import unicodedata
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

from mentordesk.domain.text import one_line

FALLBACKS = (
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans CJK KR",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "PingFang SC",
    "Hiragino Sans",
    "Apple SD Gothic Neo",
    "Arial Unicode MS",
    "Noto Emoji",
    "Segoe UI Symbol",
    "DejaVu Sans",
)
"""Where glyphs may be found that an interface font lacks; colour fonts can't be drawn."""

LONGEST = 400
"""Characters of a text that are looked at; no chart has room for more."""

_MISSING = "□"
_JOINERS = {"\u200c", "\u200d", "\ufe0e", "\ufe0f"}


REGULAR = 400
BOLD = 700


@cache
def installed(wanted: tuple[str, ...], weight: int = REGULAR) -> tuple[str, ...]:
    """Return those of the wanted families that are installed, then the fallbacks that are.

    matplotlib logs a complaint for every family or weight it can't find, so it is given no other.
    """
    names = {
        font.name
        for font in fontManager.ttflist
        if (weight in (font.weight, REGULAR)) and font.style == "normal"
    }
    return tuple(dict.fromkeys(name for name in (*wanted, *FALLBACKS) if name in names))


@cache
def _glyphs(families: tuple[str, ...]) -> frozenset[int]:
    paths = {findfont(FontProperties(family=family)) for family in families}
    return frozenset(code for path in paths for code in get_font(path).get_charmap())


def drawable(text: str, families: tuple[str, ...]) -> str:
    """Return the text on one line with only characters that one of the fonts can draw.

    Symbols without a glyph are left out, letters become a small box, as a browser would show.
    """
    glyphs = _glyphs(families)
    kept = []
    for letter in one_line(text)[:LONGEST]:
        category = unicodedata.category(letter)
        if ord(letter) in glyphs and letter not in _JOINERS:
            kept.append(letter)
        elif category.startswith("L") or category == "Nd":
            kept.append(_MISSING)
        elif category == "Zs":
            kept.append(" ")
    return " ".join("".join(kept).split()) or _MISSING


def cut(text: str, length: int) -> str:
    """Return the first characters of a text with an ellipsis, never parting a letter's marks."""
    if length >= len(text):
        return text
    while length and unicodedata.combining(text[length]):
        length -= 1
    return text[:length].rstrip() + "…"
