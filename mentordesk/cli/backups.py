"""The commands that make a backup of a file and bring one back."""

import argparse
import sys
from pathlib import Path

from mentordesk.cli.frame import (
    Commands,
    add_command,
    keep_apart,
    key_of,
    now,
    passphrase_asked_for,
)
from mentordesk.cli.output import write


def add_backup(commands: Commands) -> None:
    """Add ``backup``."""
    backup = add_command(commands, "backup", "make a verified copy of a file", _backup)
    backup.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")


def add_restore(commands: Commands) -> None:
    """Add ``restore``."""
    restore = add_command(commands, "restore", "put a backup in the place of a file", _restore)
    restore.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="the file to restore; what is there is kept as a backup",
    )


def _backup(said: argparse.Namespace) -> None:
    from mentordesk.services.backups import back_up_file

    keep_apart(said)
    with passphrase_asked_for(said):
        back_up_file(said.file, said.output, key=key_of(said))
    write(sys.stdout, f"Made a backup of {said.file} in {said.output} and read it again: sound.")


def _restore(said: argparse.Namespace) -> None:
    from mentordesk.services.backups import restore

    keep_apart(said)
    with passphrase_asked_for(said):
        key = key_of(said)
        kept = restore(said.file, said.output, now(), key=key, present=key)
    words = f"Restored {said.output} from {said.file}."
    write(sys.stdout, words if kept is None else f"{words} What was there is in {kept}.")
