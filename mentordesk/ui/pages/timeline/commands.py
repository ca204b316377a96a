"""The commands of a timeline, for its keys, its context menu and the program's."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from mentordesk.ui.actions import Command
from mentordesk.ui.words import tr

if TYPE_CHECKING:
    from mentordesk.ui.pages.timeline.view import TimelineView

MENU = (
    "open",
    "",
    "date",
    "day_later",
    "day_earlier",
    "week_later",
    "week_earlier",
    "",
    "zoom_in",
    "zoom_out",
    "fit",
    "today",
    "",
    "export",
)
"""What the context menu offers, by the last part of the commands' names."""


def timeline_commands(view: "TimelineView", prefix: str) -> Sequence[Command]:
    """Return what can be done with one timeline; the names begin with its prefix."""
    canvas = view.canvas
    moves = [
        ("day_later", tr("A day &later"), 1),
        ("day_earlier", tr("A day &earlier"), -1),
        ("week_later", tr("A &week later"), 7),
        ("week_earlier", tr("A wee&k earlier"), -7),
    ]
    looks = [
        ("zoom_in", tr("Zoom &in"), canvas.zoom_in, ("+", "="), "plus"),
        ("zoom_out", tr("Zoom &out"), canvas.zoom_out, ("-",), "minus"),
        ("fit", tr("Show &everything"), canvas.fit_all, ("0",), ""),
        ("today", tr("Go to &today"), canvas.go_to_today, ("T",), "today"),
    ]
    return [
        Command(
            id=f"{prefix}.open",
            label=tr("&Open the goal"),
            run=canvas.open_goal,
            icon="goal",
            keys=("Return", "Enter"),
            enabled=view.has_choice,
        ),
        Command(
            id=f"{prefix}.date",
            label=tr("&Move to another date…"),
            run=view.ask_date,
            icon="timeline",
            keys=("Ctrl+D",),
            enabled=view.can_date,
        ),
        *(
            Command(
                id=f"{prefix}.{name}",
                label=words,
                run=partial(canvas.step, days),
                enabled=canvas.can_move,
            )
            for name, words, days in moves
        ),
        *(
            Command(id=f"{prefix}.{name}", label=words, run=run, keys=keys, icon=icon)
            for name, words, run, keys, icon in looks
        ),
    ]


def export_command(view: "TimelineView", prefix: str) -> Command:
    """Return the command that takes the timeline out, from anywhere in its view."""
    return Command(
        id=f"{prefix}.export",
        label=tr("E&xport the timeline…"),
        run=view.export,
        icon="export",
        keys=("Ctrl+Shift+E",),
        enabled=view.can_export,
    )
