"""Notes in Markdown as HTML without anything of their own: no HTML, no pictures, few links."""

import re
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt

LINKS = frozenset({"https", "mailto"})
"""What a link in a note may begin with."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def note_html(text: str) -> str:
    """Return a note as HTML; HTML in it stays text, and pictures become links or text."""
    html: str = _parser().render(text)
    return html


def escaped(text: str) -> str:
    """Return a line so that Markdown shows it as it is written."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


@cache
def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False, "breaks": True})
    made.enable(["table", "strikethrough"]).disable(["image"])
    made.validateLink = _may_link  # type: ignore[method-assign]
    return made


def _may_link(url: str) -> bool:
    try:
        return urlsplit(url).scheme in LINKS
    except ValueError:  # a bracket that never closes
        return False
