"""What can be done on the board, and how one gets there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from mentordesk.domain.board import BoardColumn
from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Context, Place
from mentordesk.ui.words import tr

MENU = ("board.open", "board.talked", "board.plan", "", "board.only", "", "board.choose")


@dataclass(frozen=True)
class BoardSteps:
    """What the board can set off with one mentee."""

    talked: Callable[[UUID], object]
    plan_meeting: Callable[[UUID], object]


class _Chosen:
    """Whose cell is chosen at that moment."""

    def __init__(self, context: Context, column: Callable[[], BoardColumn | None]) -> None:
        self._context, self._column = context, column

    def run(self, step: Callable[[UUID], object]) -> None:
        """Do a step with them."""
        if (column := self._column()) is not None:
            step(column.id)

    def there(self) -> bool:
        """Return whether somebody is chosen."""
        return self._column() is not None

    def changeable(self) -> bool:
        """Return whether somebody is chosen, and the file may be changed."""
        return self.there() and not self._context.desk.read_only


def board_commands(
    context: Context,
    column: Callable[[], BoardColumn | None],
    steps: BoardSteps,
    open_person: Callable[[UUID], object],
    choose: Callable[[], object],
) -> Sequence[Command]:
    """Return the page's commands for the action table."""
    chosen = _Chosen(context, column)
    only = context.curtain.show_only

    def one(
        verb: str,
        words: str,
        step: Callable[[UUID], object],
        enabled: Callable[[], bool],
        icon: str,
    ) -> Command:
        run = partial(chosen.run, step)
        return Command(id=f"board.{verb}", label=words, run=run, enabled=enabled, icon=icon)

    return [
        one("open", tr("&Open"), open_person, chosen.there, "person"),
        one("talked", tr("We &talked…"), steps.talked, chosen.changeable, "coffee"),
        one("plan", tr("Plan a &meeting…"), steps.plan_meeting, chosen.changeable, "meetings"),
        one("only", tr("Show only this &person"), only, chosen.there, "eye"),
        Command(
            id="board.choose",
            label=tr("&Choose and order…"),
            run=choose,
            icon="columns",
            menu=Menu.ITEM,
            enabled=lambda: not context.desk.read_only,
        ),
    ]


def go_to_board(context: Context) -> Sequence[Command]:
    """Return the command that shows the mentees side by side, once there is one."""
    return [
        Command(
            id="go.board",
            label=tr("Mentees side by &side"),
            run=partial(context.go, Place("board")),
            icon="columns",
            keys=("Ctrl+4",),
            menu=Menu.GO,
            enabled=context.desk.board.has_mentees,
            everywhere=True,
        )
    ]
