"""What stands on the pages of a report, before any format has seen it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.dates_said import Translate


@dataclass(frozen=True)
class Words:
    """How the program speaks: what translates, and what the words of the field are called."""

    tr: Translate
    label: Callable[[StrEnum], str]
    rhythm: Callable[[int | None], str]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of a list: a mark before it, a day or a state beside it, a quieter line below."""

    title: str
    mark: str = ""
    side: str = ""
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A few lines that belong together.

    Attributes:
        terms: facts, each with what it is called.
        note: Markdown as a person wrote it.
    """

    title: str = ""
    facts: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    caption: str = ""
    rows: tuple[Row, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a report under a heading of its own."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole report.

    Attributes:
        kind: what kind of report it is: all that the file tells of itself.
        private: says that it holds what only I see; empty where it does not.
    """

    kind: str
    title: str
    facts: str
    private: str
    sections: tuple[Section, ...]
    empty: str
