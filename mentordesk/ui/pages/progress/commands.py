"""The commands of a progress view, for the action table."""

from collections.abc import Sequence

from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.pages.progress.view import ProgressView
from mentordesk.ui.words import tr


def progress_commands(view: ProgressView, prefix: str = "progress") -> Sequence[Command]:
    """Return what can be done with one progress view; the names begin with its prefix."""
    return [
        Command(
            id=f"{prefix}.export",
            label=tr("Export the &chart…"),
            run=view.export,
            icon="export",
            keys=("Ctrl+Shift+E",),
            menu=Menu.FILE if prefix == "progress" else Menu.NONE,
            enabled=view.can_export,
            everywhere=True,  # of two such views only the one that is seen hears the key
        )
    ]
