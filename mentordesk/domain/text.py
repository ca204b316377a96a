"""Clean what people type: nothing is lost but what no file and no calendar can hold."""

import re
import unicodedata
from collections.abc import Mapping

TITLE_LIMIT = 300
"""Characters in a one-line field; a title longer than this is a note."""

TEXT_LIMIT = 200_000
"""Characters in a note: about 60 pages."""

_BREAK = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
"""Without the line breaks, which become ends of lines or spaces."""

_NAME_OCTETS = 240  # file systems take 255; a program that writes a copy first adds to it
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
_RESERVED = {"con", "prn", "aux", "nul"} | _PORTS


def one_line(text: str) -> str:
    """Return the text on one trimmed line, in NFC, without control characters."""
    if text.isascii() and text.isprintable():  # most of what goes into a calendar
        return " ".join(text.split())
    return unicodedata.normalize("NFC", " ".join(_CONTROL.sub("", text).split()))


def many_lines(text: str) -> str:
    r"""Return the text in NFC with ``\n`` line ends, without control characters or end spaces."""
    if text.isascii() and text.isprintable():
        return text.rstrip()
    unified = _BREAK.sub("\n", text.replace("\r\n", "\n"))
    return unicodedata.normalize("NFC", _CONTROL.sub("", unified).rstrip())


def too_long(values: Mapping[str, object], **limits: int) -> dict[str, str]:
    """Return a sentence for each text of a draft that is longer than its field takes.

    Args:
        values: what the fields hold; those that are no text are passed over.
        limits: characters that a field takes where that is not ``TITLE_LIMIT``.
    """
    return {
        name: f"This is {len(value):,} characters long; up to {limit:,} fit here. "
        "Longer text has its place in a note."
        for name, value in values.items()
        if isinstance(value, str) and len(value) > (limit := limits.get(name, TITLE_LIMIT))
    }


def fold(text: str) -> str:
    """Return the text as search sees it: no case, no accents."""
    if text.isascii():  # most titles, and a search through all of them folds each
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c))


def initials(name: str) -> str:
    """Return one or two letters for an avatar, without titles such as Dr."""
    titles = {"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "phd"}
    words = [w for w in re.split(r"[\s\-]+", name) if w and w[0].isalnum()]
    words = [w for w in words if w.rstrip(".").casefold() not in titles] or words
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def first_name(name: str) -> str:
    """Return the name a friend would use, without titles."""
    words = [w for w in name.split() if w.rstrip(".").casefold() not in {"dr", "prof", "professor"}]
    return words[0] if words else name


def file_name(title: str, suffix: str) -> str:
    """Return a file name for a title that every system takes, at most 80 characters.

    Control and direction characters, separators and names that Windows reserves are left out.
    """
    plain = _BIDI.sub("", one_line(title))
    plain = re.sub(r'[<>:"/\\|?*]', " ", plain)
    plain = " ".join(plain.split()).strip(". ")
    if not plain or plain.split(".")[0].strip().casefold() in _RESERVED:
        plain = f"MentorDesk {plain}".strip()
    octets = plain[: 80 - len(suffix)].encode()[: _NAME_OCTETS - len(suffix.encode())]
    return octets.decode(errors="ignore").strip(". ") + suffix
