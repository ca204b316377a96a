"""What every command stands on: its arguments, the open desk, the clock."""

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias
from uuid import UUID

from typing_extensions import override

from mentordesk.domain.errors import KnownError, WrongKeyError
from mentordesk.domain.text import one_line

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk, Key

Command = Callable[[argparse.Namespace], None]
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in two lines: how it goes, and a sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        self.exit(2, f"{usage}\n{self.prog}: {one_line(message)}\n")


def add_command(commands: Commands, name: str, what: str, command: Command) -> Parser:
    """Add a command that takes a file, a day and the file of a passphrase; return its parser."""
    parser = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    parser.set_defaults(command=command, parser=parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="a MentorDesk file")
    parser.add_argument(
        "--today", type=day_of, metavar="DATE", help="work as if it were this day: YYYY-MM-DD"
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="a file whose first line is the passphrase",
    )
    return parser


def open_desk(said: argparse.Namespace) -> "Desk":
    """Open the file that a command looks at, for reading only.

    Raises:
        KnownError: it can't be opened; the sentence says why and what to do.
    """
    from mentordesk.services.desk import Desk

    with passphrase_asked_for(said):
        return Desk.open_for_reading(said.file, now, passphrase_file=said.passphrase_file)


def key_of(said: argparse.Namespace) -> "Key | None":
    """Return the key of the file that a command works on, if it was given the passphrase.

    Raises:
        KnownError: the file or the passphrase can't be read.
    """
    from mentordesk.services.desk import key_from

    told = said.passphrase_file
    return None if told is None else key_from(said.file, told)


@contextmanager
def passphrase_asked_for(said: argparse.Namespace) -> Iterator[None]:
    """Say how to give the passphrase where one is missing."""
    try:
        yield
    except WrongKeyError as error:
        if said.passphrase_file is not None:
            raise
        raise KnownError(f"{error} It is read from the file after --passphrase-file.") from error


def keep_apart(said: argparse.Namespace) -> None:
    """See to it that no output takes the place of what it is made from."""
    places = (said.file, said.passphrase_file)
    if any(place and os.path.realpath(place) == os.path.realpath(said.output) for place in places):
        said.parser.error("the name after -o is that of a file that is read")


def find_relationship(desk: "Desk", name: str | None) -> UUID | None:
    """Return the relationship of this name; a part of it will do if it fits only one."""
    from mentordesk.services.choosing import find_relationship as find

    return find(desk, name)


def day_of(text: str) -> date:
    """Return the day that an argument names."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2026-11-24") from error
    from mentordesk.domain.meetings import FIRST_YEAR, LAST_YEAR

    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"choose a day from {FIRST_YEAR} to {LAST_YEAR}")
    return day


def now() -> datetime:
    """Return the present moment in UTC, to the second as the file keeps it."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 (the commands' one clock)


def today_of(said: argparse.Namespace) -> date:
    """Return the day that a command works on: the one it was told, else today."""
    told: date | None = said.today
    return told or now().astimezone().date()
