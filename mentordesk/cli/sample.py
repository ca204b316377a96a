"""The command that makes a new file with an example in it."""

import argparse
import sys

from mentordesk.cli.frame import Commands, add_command, today_of
from mentordesk.cli.output import write
from mentordesk.domain.enums import ItemKind

_NAMES = {
    ItemKind.PERSON: "people",
    ItemKind.RELATIONSHIP: "relationships",
    ItemKind.GOAL: "goals",
    ItemKind.MILESTONE: "milestones",
    ItemKind.MEETING: "meetings",
    ItemKind.ACTION: "actions",
}


def add_sample(commands: Commands) -> None:
    """Add ``sample``."""
    sample = add_command(commands, "sample", "make a new file with an example in it", _sample)
    sample.add_argument("--role", choices=["mentee", "mentor", "both"], default="both")
    sample.add_argument(
        "--scale", choices=["small", "heavy"], default="small", help="heavy: ten years, 200 people"
    )
    sample.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the same number, the same example"
    )


def _sample(said: argparse.Namespace) -> None:
    from mentordesk.services.desk import new_key
    from mentordesk.services.sample import build_sample

    key = None if said.passphrase_file is None else new_key(said.passphrase_file)
    counts = build_sample(
        said.file,
        today=today_of(said),
        seed=said.seed,
        role=said.role,
        scale=said.scale,
        key=key,
    )
    held = ", ".join(f"{counts[kind]} {many}" for kind, many in _NAMES.items())
    write(sys.stdout, f"Made an example in {said.file}: {held}.")
