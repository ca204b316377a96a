"""The command that looks a file over for damage."""

import argparse
import sys

from mentordesk.cli.frame import Commands, add_command, open_desk
from mentordesk.cli.output import write
from mentordesk.domain.errors import KnownError


def add_check(commands: Commands) -> None:
    """Add ``check``."""
    add_command(commands, "check", "look a file over for damage", _check)


def _check(said: argparse.Namespace) -> None:
    desk = open_desk(said)
    try:
        findings = desk.check()
    finally:
        desk.close()
    damaged = "This file is damaged. Leave it as it is and restore the newest backup."
    for finding in findings:
        if finding != damaged:
            write(sys.stdout, finding)
    if findings:
        raise KnownError(damaged)
    write(sys.stdout, f"{said.file} is sound.")
