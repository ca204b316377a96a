"""The commands without a window. Exit status: 0 done, 1 failed in one line, 2 wrong use."""

import argparse
import io
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO, TypeAlias
from uuid import UUID

from typing_extensions import override

from mentordesk import __version__
from mentordesk.domain.enums import Detail, ItemKind
from mentordesk.domain.errors import KnownError, WrongKeyError
from mentordesk.domain.text import one_line

if TYPE_CHECKING:
    from mentordesk.domain.release import Releasable, Released
    from mentordesk.services.desk import Desk

Command = Callable[[argparse.Namespace], None]
Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"

_NAMES = {
    ItemKind.PERSON: "people",
    ItemKind.RELATIONSHIP: "relationships",
    ItemKind.GOAL: "goals",
    ItemKind.MILESTONE: "milestones",
    ItemKind.MEETING: "meetings",
    ItemKind.ACTION: "actions",
}


def run(argv: list[str]) -> int:
    """Run one command and return its exit status.

    Args:
        argv: the arguments without the program's name, the command first.
    """
    parser = build_parser()
    try:
        said = parser.parse_args(argv)
        if "command" not in said:
            parser.error("shots is a command of its own: mentordesk shots --help")
        command: Command = said.command
        command(said)
    except SystemExit as leaving:  # argparse has said what it had to say
        return leaving.code if isinstance(leaving.code, int) else 2
    except KnownError as error:
        _write(sys.stderr, str(error))
        return 1
    finally:
        _end_output()
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in two lines: how it goes, and a sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        self.exit(2, f"{usage}\n{self.prog}: {one_line(message)}\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = _Parser(
        prog="mentordesk",
        description="MentorDesk: one person's mentoring life in one local file.",
        epilog="mentordesk [FILE] opens the window; mentordesk --sample opens an example.",
    )
    parser.add_argument("--version", action="version", version=f"MentorDesk {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_sample(commands)
    _add_ics(commands)
    _add_chart(commands)
    _add(commands, "check", "look a file over for damage", _check)
    commands.add_parser("shots", help="draw every page of a file to pictures")
    return parser


def _add(commands: Commands, name: str, what: str, command: Command) -> "_Parser":
    parser = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    parser.set_defaults(command=command, parser=parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="a MentorDesk file")
    parser.add_argument(
        "--today", type=_day, metavar="DATE", help="work as if it were this day: YYYY-MM-DD"
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="a file whose first line is the passphrase",
    )
    return parser


def _add_sample(commands: Commands) -> None:
    sample = _add(commands, "sample", "make a new file with an example in it", _sample)
    sample.add_argument("--role", choices=["mentee", "mentor", "both"], default="both")
    sample.add_argument(
        "--scale", choices=["small", "heavy"], default="small", help="heavy: ten years, 200 people"
    )
    sample.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the same number, the same example"
    )


def _add_ics(commands: Commands) -> None:
    ics = _add(commands, "ics", "write meetings as a calendar file", _ics)
    ics.add_argument("--relationship", metavar="NAME", help="only those with this person or group")
    ics.add_argument("--from", dest="first", type=_day, metavar="DATE", help="the first day")
    ics.add_argument("--to", dest="last", type=_day, metavar="DATE", help="the last day")
    ics.add_argument(
        "--details",
        choices=[detail.value for detail in Detail],
        default=Detail.TITLE.value,
        help="full: with the agenda; title: with whom (as it is unless you say); discreet: neither",
    )
    ics.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.ics")


def _add_chart(commands: Commands) -> None:
    chart = _add(commands, "chart", "draw the progress of milestones", _chart)
    chart.add_argument("--kind", choices=["burn_up", "goals"], default="burn_up")
    chart.add_argument("--relationship", metavar="NAME", help="only the goals with this person")
    chart.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=".png, .svg or .pdf"
    )


def _sample(said: argparse.Namespace) -> None:
    from mentordesk.services.desk import new_key
    from mentordesk.services.sample import build_sample

    key = None if said.passphrase_file is None else new_key(said.passphrase_file)
    counts = build_sample(
        said.file,
        today=said.today or _now().astimezone().date(),
        seed=said.seed,
        role=said.role,
        scale=said.scale,
        key=key,
    )
    held = ", ".join(f"{counts[kind]} {many}" for kind, many in _NAMES.items())
    _write(sys.stdout, f"Made an example in {said.file}: {held}.")


def _ics(said: argparse.Namespace) -> None:
    from mentordesk.domain.calendar import CalendarScope, CalendarWish
    from mentordesk.domain.release import MYSELF
    from mentordesk.exports.calendar import ics_chunks
    from mentordesk.services.files import write_file

    if said.output.suffix.casefold() != ".ics":
        said.parser.error("the name after -o has to end in .ics")
    if said.first and said.last and said.last < said.first:
        said.parser.error("--to lies before --from")
    _keep_apart(said)
    desk = _open(said)
    try:
        scope = CalendarScope(
            relationship=_relationship(desk, said.relationship), first=said.first, last=said.last
        )
        wish = CalendarWish(detail=Detail(said.details))
        going = desk.calendar.preview(scope, wish, MYSELF)
    finally:
        desk.close()
    name = "MentorDesk" if scope == CalendarScope() else None
    write_file(said.output, ics_chunks(going, name=name))
    _say_what_went(going, said.output, "entry", "entries")


def _chart(said: argparse.Namespace) -> None:
    from mentordesk.charts.formats import chart_format
    from mentordesk.domain.goals import PlanScope
    from mentordesk.domain.progress import ChartKind
    from mentordesk.domain.release import MYSELF, release
    from mentordesk.services.files import write_file

    try:
        kind = chart_format(said.output.name)
    except KnownError:
        said.parser.error("the name after -o has to end in .png, .svg or .pdf")
    _keep_apart(said)
    desk = _open(said)
    try:
        there = _relationship(desk, said.relationship)
        facts = desk.progress.facts(None if there is None else PlanScope(there))
    finally:
        desk.close()
    from mentordesk.charts.export import chart_bytes  # takes a second: after all that can fail

    going = release(facts, MYSELF)
    today = said.today or _now().astimezone().date()
    write_file(said.output, [chart_bytes(going, ChartKind(said.kind), kind, today=today)])
    _say_what_went(going, said.output, "milestone", "milestones")


def _check(said: argparse.Namespace) -> None:
    desk = _open(said)
    try:
        findings = desk.check()
    finally:
        desk.close()
    damaged = "This file is damaged. Leave it as it is and restore the newest backup."
    for finding in findings:
        if finding != damaged:
            _write(sys.stdout, finding)
    if findings:
        raise KnownError(damaged)
    _write(sys.stdout, f"{said.file} is sound.")


def _open(said: argparse.Namespace) -> "Desk":
    from mentordesk.services.desk import Desk

    try:
        return Desk.open_for_reading(said.file, _now, passphrase_file=said.passphrase_file)
    except WrongKeyError as error:
        if said.passphrase_file is not None:
            raise
        raise KnownError(f"{error} It is read from the file after --passphrase-file.") from error


def _keep_apart(said: argparse.Namespace) -> None:
    """See to it that no output takes the place of what it is made from."""
    places = (said.file, said.passphrase_file)
    if any(place and os.path.realpath(place) == os.path.realpath(said.output) for place in places):
        said.parser.error("the name after -o is that of a file that is read")


def _relationship(desk: "Desk", name: str | None) -> UUID | None:
    """Return the relationship of this name; a part of it will do if it fits only one."""
    from mentordesk.domain.name_match import match_name

    if name is None:
        return None
    match = match_name(name, {entry.id: entry.name for entry in desk.relationships.rail()})
    if match.found is not None:
        return match.found
    if match.several:
        raise KnownError(f"Several fit this name: {', '.join(match.hints)}. Write more of it.")
    hint = f" Did you mean {' or '.join(match.hints)}?" if match.hints else ""
    raise KnownError(f"Nobody in this file is called “{one_line(name)}”.{hint}")


def _say_what_went(going: "Released[Releasable]", output: Path, one: str, many: str) -> None:
    count = len(going.items)
    words = f"Wrote {count} {one if count == 1 else many} to {output}."
    if going.private:
        are = "is" if going.private == 1 else "are"
        words += f" Your own copy: {going.private} of {count} {many} {are} private to you."
    _write(sys.stdout, words)


def _write(stream: TextIO | None, words: str) -> None:
    """Write one line, if anybody listens: what was done is done."""
    if stream is None:  # closed before we began
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # a file's name may be no text
    try:
        stream.write(f"{one_line(words)}\n")
        stream.flush()
    except OSError:
        _silence(stream)


def _end_output() -> None:
    """Write out what argparse has printed, and leave nothing for the end of the process to fail."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except AttributeError:  # closed before we began
            continue
        except OSError:
            _silence(stream)


def _silence(stream: TextIO) -> None:
    """Lead a stream that nobody reads any more into nothing."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2026-11-24") from error
    from mentordesk.domain.meetings import FIRST_YEAR, LAST_YEAR

    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"choose a day from {FIRST_YEAR} to {LAST_YEAR}")
    return day


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 (the commands' one clock)
