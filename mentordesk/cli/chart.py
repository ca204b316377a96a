"""The command that draws a chart."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.cli.frame import (
    Commands,
    add_command,
    find_relationship,
    keep_apart,
    open_desk,
    today_of,
)
from mentordesk.cli.output import say_what_went
from mentordesk.domain.errors import KnownError
from mentordesk.domain.progress import ChartKind

if TYPE_CHECKING:
    from mentordesk.charts.formats import ChartFormat
    from mentordesk.domain.timeline import TimelineItem


_TIMELINE = "timeline"


def add_chart(commands: Commands) -> None:
    """Add ``chart``."""
    chart = add_command(commands, "chart", "draw a chart of progress", _chart)
    chart.add_argument(
        "--kind",
        choices=[*(kind.value for kind in ChartKind), _TIMELINE],
        default=ChartKind.BURN_UP.value,
    )
    chart.add_argument("--relationship", metavar="NAME", help="only what is with this person")
    chart.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=".png, .svg or .pdf"
    )


_COUNTED = {
    ChartKind.BURN_UP: ("milestone", "milestones"),
    ChartKind.GOALS: ("milestone", "milestones"),
    ChartKind.MEETINGS: ("contact or relationship", "contacts and relationships"),
    ChartKind.ACTIONS: ("promise", "promises"),
}
"""Every kind of chart, with what its facts are called."""


def _chart(said: argparse.Namespace) -> None:
    from mentordesk.charts.formats import chart_format
    from mentordesk.domain.goals import PlanScope
    from mentordesk.domain.release import MYSELF, release
    from mentordesk.services.files import write_file

    try:
        suffix = chart_format(said.output.name)
    except KnownError:
        said.parser.error("the name after -o has to end in .png, .svg or .pdf")
    keep_apart(said)
    desk = open_desk(said)
    try:
        there = find_relationship(desk, said.relationship)
        scope = None if there is None else PlanScope(there)
        if said.kind == _TIMELINE:
            items = desk.timelines.items(scope)
        else:
            kind = ChartKind(said.kind)
            facts = desk.progress.chart_facts(kind, scope, today_of(said))
    finally:
        desk.close()
    if said.kind == _TIMELINE:
        _draw_timeline(said, items, suffix)
        return
    from mentordesk.charts.export import chart_bytes  # takes a second: after all that can fail

    going = release(facts, MYSELF)
    write_file(said.output, [chart_bytes(going, kind, suffix, today=today_of(said))])
    say_what_went(going, said.output, *_COUNTED[kind])


def _draw_timeline(
    said: argparse.Namespace, items: "Sequence[TimelineItem]", suffix: "ChartFormat"
) -> None:
    from mentordesk.charts.timeline import timeline_bytes
    from mentordesk.domain.release import MYSELF, release
    from mentordesk.services.files import write_file

    going = release(items, MYSELF)
    write_file(said.output, [timeline_bytes(going, suffix, today=today_of(said))])
    say_what_went(going, said.output, "goal or milestone", "goals and milestones")
