"""The commands without a window. Exit status: 0 done, 1 failed in one line, 2 wrong use."""

import argparse
import difflib
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from mentordesk import __version__
from mentordesk.domain.enums import Detail, ItemKind
from mentordesk.domain.errors import KnownError

if TYPE_CHECKING:
    from mentordesk.domain.release import Releasable, Released
    from mentordesk.services.desk import Desk

Command = Callable[[argparse.Namespace], None]


class _Usage(Exception):  # noqa: N818 (the person's, not ours)
    """The command line itself can't be meant; the text says why."""


def run(argv: list[str]) -> int:
    """Run one command and return its exit status.

    Args:
        argv: the arguments without the program's name, the command first.
    """
    parser = build_parser()
    try:
        said = parser.parse_args(argv)
        command: Command = said.command
        command(said)
        sys.stdout.flush()
    except SystemExit as leaving:  # argparse has said what it had to say
        return leaving.code if isinstance(leaving.code, int) else 2
    except _Usage as problem:
        parser.print_usage(sys.stderr)
        sys.stderr.write(f"mentordesk: {problem}\n")
        return 2
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except BrokenPipeError:  # whoever read our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = argparse.ArgumentParser(
        prog="mentordesk",
        description="MentorDesk: one person's mentoring life in one local file.",
        epilog="mentordesk [FILE] opens the window; mentordesk --sample opens an example.",
    )
    parser.add_argument("--version", action="version", version=f"MentorDesk {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_sample(commands)
    _add_ics(commands)
    _add_chart(commands)
    check = _add(commands, "check", "look a file over for damage", _check)
    check.add_argument("file", type=Path)
    _add_shared(check)
    commands.add_parser("shots", help="draw every page of a file to pictures", add_help=False)
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    what: str,
    command: Command,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    parser.set_defaults(command=command)
    return parser


def _add_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=_day, metavar="DATE", help="work as if it were this day")
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="a file whose first line is the passphrase",
    )


def _add_sample(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    sample = _add(commands, "sample", "make a new file with an example in it", _sample)
    sample.add_argument("file", type=Path)
    sample.add_argument("--role", choices=["mentee", "mentor", "both"], default="both")
    sample.add_argument("--scale", choices=["small", "heavy"], default="small")
    sample.add_argument("--seed", type=int, default=1, metavar="N")
    _add_shared(sample)


def _add_ics(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    ics = _add(commands, "ics", "write meetings as a calendar file", _ics)
    ics.add_argument("file", type=Path)
    ics.add_argument("--relationship", metavar="NAME", help="those with this person or group")
    ics.add_argument("--from", dest="first", type=_day, metavar="DATE")
    ics.add_argument("--to", dest="last", type=_day, metavar="DATE")
    ics.add_argument("--details", type=Detail, choices=list(Detail), default=Detail.TITLE)
    ics.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.ics")
    _add_shared(ics)


def _add_chart(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    chart = _add(commands, "chart", "draw the progress of milestones", _chart)
    chart.add_argument("file", type=Path)
    chart.add_argument("--kind", choices=["burn_up", "goals"], default="burn_up")
    chart.add_argument("--relationship", metavar="NAME", help="the goals with this person")
    chart.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=".png, .svg or .pdf"
    )
    _add_shared(chart)


def _sample(said: argparse.Namespace) -> None:
    from mentordesk.services.desk import new_key
    from mentordesk.services.sample import build_sample

    key = None if said.passphrase_file is None else new_key(said.passphrase_file)
    build_sample(
        said.file,
        today=said.today or _now().astimezone().date(),
        seed=said.seed,
        role=said.role,
        scale=said.scale,
        key=key,
    )
    _say(f"Made an example in {said.file}")


def _ics(said: argparse.Namespace) -> None:
    from mentordesk.domain.calendar import CalendarScope, CalendarWish
    from mentordesk.domain.release import MYSELF
    from mentordesk.exports.calendar import ics_chunks
    from mentordesk.services.files import write_file

    if said.first and said.last and said.last < said.first:
        raise _Usage("--to lies before --from")
    desk = _open(said)
    try:
        scope = CalendarScope(
            relationship=_relationship(desk, said.relationship), first=said.first, last=said.last
        )
        going = desk.calendar.preview(scope, CalendarWish(detail=said.details), MYSELF)
    finally:
        desk.close()
    name = None if said.relationship or said.first or said.last else "MentorDesk"
    write_file(said.output, ics_chunks(going, name=name))
    _say_what_went(going, said.output)


def _chart(said: argparse.Namespace) -> None:
    from mentordesk.charts.export import chart_bytes
    from mentordesk.charts.formats import chart_format
    from mentordesk.domain.goals import PlanScope
    from mentordesk.domain.progress import ChartKind
    from mentordesk.domain.release import MYSELF, release
    from mentordesk.services.files import write_file

    kind = chart_format(said.output.name)
    desk = _open(said)
    try:
        there = _relationship(desk, said.relationship)
        facts = desk.progress.facts(None if there is None else PlanScope(there))
    finally:
        desk.close()
    going = release(facts, MYSELF)
    today = said.today or _now().astimezone().date()
    write_file(said.output, [chart_bytes(going, ChartKind(said.kind), kind, today=today)])
    _say_what_went(going, said.output)


def _check(said: argparse.Namespace) -> None:
    desk = _open(said)
    try:
        findings = desk.check()
    finally:
        desk.close()
    if findings:
        raise KnownError(" ".join(findings))
    _say(f"{said.file} is sound")


def _open(said: argparse.Namespace) -> "Desk":
    from mentordesk.services.desk import Desk

    return Desk.open_for_reading(said.file, _now, passphrase_file=said.passphrase_file)


def _relationship(desk: "Desk", name: str | None) -> UUID | None:
    """Return the relationship of this name; a part of it will do if it fits only one."""
    from mentordesk.domain.text import fold

    if name is None:
        return None
    named = {entry.id: entry.name for entry in desk.relationships.rail()}
    wanted = fold(name)
    fitting = [item for item, one in named.items() if fold(one) == wanted] or [
        item for item, one in named.items() if wanted in fold(one)
    ]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        several = ", ".join(sorted(named[item] for item in fitting)[:5])
        raise KnownError(f"Several people fit this name: {several}. Write more of it.")
    near = difflib.get_close_matches(name, list(named.values()), n=3, cutoff=0.4)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise KnownError(f"Nobody in this file is called {name!r}.{hint}")


def _say_what_went(going: "Released[Releasable]", output: Path) -> None:
    count = len(going.items)
    words = f"Wrote {count} {_entries(going, count)} to {output}"
    if going.private:
        words += f" (your own copy: {going.private} private to you)"
    _say(words)


def _entries(going: "Released[Releasable]", count: int) -> str:
    kind = "milestone" if going.goes.get(ItemKind.MILESTONE) == count else "entry"
    return {"milestone": "milestones", "entry": "entries"}[kind] if count != 1 else kind


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-11-24") from error


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 (the commands' one clock)
