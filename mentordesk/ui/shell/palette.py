"""What the box at the top offers: people, commands, whatever was written, and help."""

from collections.abc import Callable, Sequence
from functools import partial

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.search import SearchHit
from mentordesk.domain.text import fold
from mentordesk.ui.actions import ActionTable, Command, Menu
from mentordesk.ui.help_topics import TOPICS, help_title
from mentordesk.ui.shell.command_topics import plain_label, topic
from mentordesk.ui.widgets.entries import Entry
from mentordesk.ui.words import tr

COMMANDS_ALONE = ">"
"""What a text begins with that looks for commands and nothing else."""

FEW = 6
"""Commands beside other finds, and commands that were used last."""

_LEFT_OUT = ("search.focus", "go.menu")
"""Who is in the box needs no way to it, and the menu opens over it."""

_ICONS = {
    ItemKind.PERSON: "person",
    ItemKind.GOAL: "goal",
    ItemKind.MEETING: "meetings",
    ItemKind.MILESTONE: "milestone",
    ItemKind.ACTION: "action",
    ItemKind.AGENDA_ITEM: "agenda",
    ItemKind.NOTE: "note",
    ItemKind.CONTACT: "coffee",
    ItemKind.CHECKPOINT: "edit",
}


class Palette:
    """Finds entries for a text; remembers which commands were used last, while the window lives."""

    def __init__(
        self,
        actions: ActionTable,
        find: Callable[[str], Sequence[SearchHit]],
        describe: Callable[[SearchHit], str],
        open_hit: Callable[[SearchHit], object],
        open_help: Callable[[str], object],
    ) -> None:
        """Make the palette.

        Args:
            actions: the commands.
            find: returns what was written, as far as it may be seen now.
            describe: says a find in one line.
            open_hit: shows a find.
            open_help: shows a topic of the help.
        """
        self._actions, self._find, self._describe = actions, find, describe
        self._open_hit, self._open_help = open_hit, open_help
        self._used: list[str] = []

    def entries(self, text: str) -> list[Entry]:
        """Return what fits a text: people, commands, other finds, help; a caption over each."""
        wanted = text.strip()
        if wanted.startswith(COMMANDS_ALONE):
            rest = wanted.removeprefix(COMMANDS_ALONE).strip()
            return _group(tr("Commands"), self._commands(rest, anywhere=True))
        if not wanted:
            return self._to_begin_with()
        hits = self._find(wanted)
        people = [hit for hit in hits if hit.kind is ItemKind.PERSON]
        others = [hit for hit in hits if hit.kind is not ItemKind.PERSON]
        return [
            *_group(tr("People"), [self._found(hit) for hit in people]),
            *_group(tr("Commands"), self._commands(wanted)[:FEW]),
            *_group(tr("Found"), [self._found(hit) for hit in others]),
            *_group(tr("Help"), self._help(wanted)),
        ]

    def _to_begin_with(self) -> list[Entry]:
        """Return the commands that were used last; at first those that make something new."""
        there = {command.id: command for command in self._available()}
        used = [there[name] for name in self._used if name in there]
        if used:
            return _group(tr("Used last"), [self._said(command) for command in used])
        new = [command for command in there.values() if command.menu is Menu.NEW]
        return _group(tr("Commands"), [self._said(command) for command in new])

    def _available(self) -> list[Command]:
        return [c for c in self._actions.available() if c.id not in _LEFT_OUT]

    def _commands(self, wanted: str, *, anywhere: bool = False) -> list[Entry]:
        fitting = [c for c in self._available() if _fits(c, fold(wanted), anywhere=anywhere)]
        fitting.sort(key=partial(self._rank, fold(wanted)))
        return [self._said(command) for command in fitting]

    def _rank(self, wanted: str, command: Command) -> tuple[int, bool]:
        """What was used last comes first, then what begins with what is wanted."""
        used = self._used.index(command.id) if command.id in self._used else len(self._used)
        return used, not fold(plain_label(command)).startswith(wanted)

    def _said(self, command: Command) -> Entry:
        words = plain_label(command)
        if command.checked is not None and command.checked():
            words = tr("{command} (on)", command=words)
        keys = command.keys[0] if command.keys else ""
        icon = command.icon or "chevron-right"
        return Entry(words, topic(command), keys, icon, partial(self._run, command.id))

    def _run(self, command_id: str) -> None:
        self._used = [command_id, *(one for one in self._used if one != command_id)][:FEW]
        self._actions.action(command_id).trigger()

    def _found(self, hit: SearchHit) -> Entry:
        icon = _ICONS.get(hit.kind, "search")
        return Entry(self._describe(hit), icon=icon, run=partial(self._open_hit, hit))

    def _help(self, wanted: str) -> list[Entry]:
        titles = [(one, tr("Help: {topic}", topic=help_title(one))) for one in TOPICS]
        return [
            Entry(title, icon="help", run=partial(self._open_help, one))
            for one, title in titles
            if _begin(fold(wanted), fold(title))
        ]


def _group(caption: str, entries: list[Entry]) -> list[Entry]:
    return [Entry(caption, is_caption=True), *entries] if entries else []


def _fits(command: Command, wanted: str, *, anywhere: bool) -> bool:
    words = fold(f"{plain_label(command)} {topic(command)}")
    if anywhere:
        return all(part in words for part in wanted.split())
    return _begin(wanted, words)


def _begin(wanted: str, words: str) -> bool:
    """Return whether each word that is wanted begins a word that is there."""
    there = "".join(letter if letter.isalnum() else " " for letter in words).split()
    return all(any(word.startswith(part) for word in there) for part in wanted.split())
