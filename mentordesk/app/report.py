"""Write a report to a file, without a window and without a display."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mentordesk.app.start import real_clock
from mentordesk.domain.errors import KnownError
from mentordesk.domain.release import MYSELF, Audience, AudienceKind
from mentordesk.domain.reports import ReportKind, ReportWish
from mentordesk.domain.text import one_line
from mentordesk.services.choosing import find_meeting, find_relationship
from mentordesk.services.desk import Desk
from mentordesk.services.files import write_file
from mentordesk.ui.paged import Paper
from mentordesk.ui.pages.going_out.report_job import FORMATS, Report


def run(argv: list[str]) -> int:
    """Run ``mentordesk report`` and return its exit status."""
    parser = _parser()
    try:
        said = parser.parse_args(argv[1:])
        _check(parser, said)
    except SystemExit as leaving:  # argparse has said what it had to say
        return leaving.code if isinstance(leaving.code, int) else 2
    try:
        report = _report(said)
        _application = QApplication.instance() or QApplication(["mentordesk"])
        write_file(said.output, report.pieces(said.output.suffix.casefold()))
    except KnownError as error:
        sys.stderr.write(f"{one_line(str(error))}\n")
        return 1
    sys.stdout.write(f"{_said(report, said.output)}\n")
    return 0


def _report(said: argparse.Namespace) -> Report:
    desk = Desk.open_for_reading(said.file, real_clock, passphrase_file=said.passphrase_file)
    try:
        there = find_relationship(desk, said.relationship)
        kind, item = ReportKind(said.kind), there
        if kind is ReportKind.MEETING:
            item = find_meeting(desk, said.meeting, there)
            there = desk.relationships.of_meeting(item)
        audience = MYSELF
        if said.audience == "them":
            audience = Audience(AudienceKind.RELATIONSHIP, there)
        wish = ReportWish(kind=kind, item=item, changes=said.changes)
        found = desk.reports.preview(wish, audience, zone_name=desk.people.my_zone())
    finally:
        desk.close()
    today = said.today or real_clock().astimezone().date()
    return Report(found.head, found.released, today, Paper(said.paper))


def _check(parser: argparse.ArgumentParser, said: argparse.Namespace) -> None:
    if said.output.suffix.casefold() not in FORMATS:
        parser.error("the name after -o has to end in .pdf, .html or .md")
    if said.kind == ReportKind.MEETING and said.meeting is None:
        parser.error("say which meeting: --meeting DATE")
    if said.kind == ReportKind.RELATIONSHIP and said.relationship is None:
        parser.error("say whose page: --relationship NAME")
    if said.audience == "them" and said.kind == ReportKind.PLAN and said.relationship is None:
        parser.error("say for whom: --relationship NAME")
    read = [place for place in (said.file, said.passphrase_file) if place]
    if any(os.path.realpath(place) == os.path.realpath(said.output) for place in read):
        parser.error("the name after -o is that of a file that is read")


def _said(report: Report, output: Path) -> str:
    released = report.released
    count, stays = len(released.items), sum(released.stays.values())
    words = f"Wrote {count} {'item' if count == 1 else 'items'} to {output}."
    if released.private:
        words += f" Your own copy: {released.private} of them only you see."
    if stays:
        words += f" {stays} stayed behind."
    return one_line(words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mentordesk report",
        description="Write a plan, a relationship's page or a meeting as pages.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a MentorDesk file")
    parser.add_argument("--kind", choices=[kind.value for kind in ReportKind], required=True)
    parser.add_argument("--relationship", metavar="NAME", help="whose goals, page or meeting")
    parser.add_argument("--meeting", type=_day, metavar="DATE", help="the meeting of this day")
    parser.add_argument(
        "--for", dest="audience", choices=["me", "them"], default="me", help="who will read it"
    )
    parser.add_argument("--changes", action="store_true", help="with the written changes")
    parser.add_argument("--paper", choices=[paper.value for paper in Paper], default="a4")
    parser.add_argument("--today", type=_day, metavar="DATE", help="as if it were this day")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=".pdf, .html or .md"
    )
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2026-11-24") from error
