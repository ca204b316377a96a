"""The command that writes meetings as a calendar file."""

import argparse
from pathlib import Path

from mentordesk.cli.frame import (
    Commands,
    add_command,
    day_of,
    find_relationship,
    keep_apart,
    open_desk,
)
from mentordesk.cli.output import say_what_went
from mentordesk.domain.enums import Detail


def add_ics(commands: Commands) -> None:
    """Add ``ics``."""
    ics = add_command(commands, "ics", "write meetings as a calendar file", _ics)
    ics.add_argument("--relationship", metavar="NAME", help="only those with this person or group")
    ics.add_argument("--from", dest="first", type=day_of, metavar="DATE", help="the first day")
    ics.add_argument("--to", dest="last", type=day_of, metavar="DATE", help="the last day")
    ics.add_argument(
        "--details",
        choices=[detail.value for detail in Detail],
        default=Detail.TITLE.value,
        help="full: with the agenda; title: with whom (as it is unless you say); discreet: neither",
    )
    ics.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.ics")


def _ics(said: argparse.Namespace) -> None:
    from mentordesk.domain.calendar import CalendarScope, CalendarWish
    from mentordesk.domain.release import MYSELF
    from mentordesk.exports.calendar import ics_chunks
    from mentordesk.services.files import write_file

    if said.output.suffix.casefold() != ".ics":
        said.parser.error("the name after -o has to end in .ics")
    if said.first and said.last and said.last < said.first:
        said.parser.error("--to lies before --from")
    keep_apart(said)
    desk = open_desk(said)
    try:
        scope = CalendarScope(
            relationship=find_relationship(desk, said.relationship),
            first=said.first,
            last=said.last,
        )
        wish = CalendarWish(detail=Detail(said.details))
        going = desk.calendar.preview(scope, wish, MYSELF)
    finally:
        desk.close()
    name = "MentorDesk" if scope == CalendarScope() else None
    write_file(said.output, ics_chunks(going, name=name))
    say_what_went(going, said.output, "entry", "entries")
