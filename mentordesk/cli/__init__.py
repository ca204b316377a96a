"""The commands without a window. Exit status: 0 done, 1 failed in one line, 2 wrong use."""

import argparse
import sys
from collections.abc import Callable

from mentordesk import __version__
from mentordesk.cli.backups import add_backup, add_restore
from mentordesk.cli.calendar import add_ics
from mentordesk.cli.chart import add_chart
from mentordesk.cli.check import add_check
from mentordesk.cli.frame import Command, Commands, Parser
from mentordesk.cli.output import end_output, write
from mentordesk.cli.sample import add_sample
from mentordesk.domain.errors import KnownError

_TOPICS: tuple[Callable[[Commands], None], ...] = (
    add_sample,
    add_ics,
    add_chart,
    add_check,
    add_backup,
    add_restore,
)
"""One for each topic, in the order of the help."""


def run(argv: list[str]) -> int:
    """Run one command and return its exit status.

    Args:
        argv: the arguments without the program's name, the command first.
    """
    parser = build_parser()
    try:
        said = parser.parse_args(argv)
        if "command" not in said:
            parser.error(f"{argv[0]} is a command of its own: mentordesk {argv[0]} --help")
        command: Command = said.command
        command(said)
    except SystemExit as leaving:  # argparse has said what it had to say
        return leaving.code if isinstance(leaving.code, int) else 2
    except KnownError as error:
        write(sys.stderr, str(error))
        return 1
    finally:
        end_output()
    return 0


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = Parser(
        prog="mentordesk",
        description="MentorDesk: one person's mentoring life in one local file.",
        epilog="mentordesk [FILE] opens the window; mentordesk --sample opens an example.",
    )
    parser.add_argument("--version", action="version", version=f"MentorDesk {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add_topic in _TOPICS:
        add_topic(commands)
    commands.add_parser("report", help="write a plan, a relationship or a meeting as pages")
    commands.add_parser("shots", help="draw every page of a file to pictures")
    return parser
