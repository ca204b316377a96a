"""What can be done with an agenda item."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from mentordesk.domain.agenda import AgendaRow
from mentordesk.ui.actions import Command
from mentordesk.ui.pages.meeting.agenda_list import AgendaList
from mentordesk.ui.words import tr

MENU = (
    "agenda.tick",
    "agenda.write",
    "",
    "agenda.up",
    "agenda.down",
    "",
    "agenda.share",
    "agenda.remove",
)


class AgendaSteps(Protocol):
    """What the commands need of the card that shows an agenda."""

    @property
    def list(self) -> AgendaList:
        """The list with the chosen item."""

    def chosen(self) -> AgendaRow | None:
        """Return the item that is chosen."""

    def tick_chosen(self) -> None:
        """Note that it was talked about, or was not after all."""

    def remove_chosen(self) -> None:
        """Take it off the agenda."""

    def share_chosen(self) -> None:
        """Show it to the other side, or keep it."""

    def is_shared(self) -> bool:
        """Whether the other side may see it."""

    def can_change(self) -> bool:
        """Whether there is one that can be changed."""


def agenda_commands(card: AgendaSteps) -> Sequence[Command]:
    """Return the commands of the agenda."""
    can = card.can_change
    return [
        Command(
            id="agenda.tick",
            label=tr("&Talked about (Space)"),
            run=card.tick_chosen,
            icon="check",
            enabled=can,
        ),
        Command(
            id="agenda.write",
            label=tr("&Edit"),
            run=card.list.write_chosen,
            icon="edit",
            keys=("F2",),
            enabled=can,
        ),
        Command(
            id="agenda.up",
            label=tr("Move &up"),
            run=partial(card.list.move_chosen, -1),
            icon="chevron-up",
            keys=("Alt+Up",),
            enabled=can,
        ),
        Command(
            id="agenda.down",
            label=tr("Move &down"),
            run=partial(card.list.move_chosen, 1),
            icon="chevron-down",
            keys=("Alt+Down",),
            enabled=can,
        ),
        Command(
            id="agenda.share",
            label=tr("&Shared with the other side"),
            run=card.share_chosen,
            keys=("Ctrl+Shift+S",),
            enabled=can,
            checked=card.is_shared,
        ),
        Command(
            id="agenda.remove",
            label=tr("&Take off the agenda"),
            run=card.remove_chosen,
            icon="trash",
            keys=("Del",),
            enabled=can,
        ),
    ]
