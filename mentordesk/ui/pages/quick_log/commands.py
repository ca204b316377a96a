"""The command of the quick log."""

from collections.abc import Callable, Sequence

from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Context
from mentordesk.ui.words import tr


def quick_log_commands(context: Context, ask: Callable[[], object]) -> Sequence[Command]:
    """Return the command that opens the quick log from anywhere."""
    return [
        Command(
            id="contact.log",
            label=tr("&We talked…"),
            run=ask,
            icon="coffee",
            keys=("Ctrl+L",),
            menu=Menu.NEW,
            enabled=lambda: not context.desk.read_only,
            everywhere=True,
        )
    ]
