"""What can be done with an entry of the rail, from its menu."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from mentordesk.ui.actions import Command
from mentordesk.ui.row_menu import ListMenu, RowMenu, Verb
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.shell.rail_lines import LINE, RailLine
from mentordesk.ui.words import tr


def rail_commands(
    shell: DeskShell,
    talked: Callable[[UUID], object],
    plan: Callable[[UUID], object],
    edit: Callable[[UUID], object],
) -> Sequence[Command]:
    """Hang a menu on the rail and return its commands for the action table.

    Each of the steps takes a relationship.
    """
    writable = not shell.context.desk.read_only

    def verb(name: str, label: str, step: Callable[[UUID], object], icon: str) -> Verb[RailLine]:
        return Verb(name, label, partial(_with_person, step), _is_person, icon)

    verbs = [
        Verb("open", tr("&Open"), partial(_open, shell), _is_place, "chevron-right"),
        verb("only", tr("Show &only this person"), shell.context.curtain.show_only, "eye"),
    ]
    if writable:
        verbs[1:1] = [
            verb("talked", tr("We &talked…"), talked, "coffee"),
            verb("plan", tr("Plan a &meeting…"), plan, "meetings"),
            verb("edit", tr("&Edit relationship…"), edit, "edit"),
        ]
    menu = RowMenu(shell, "rail", verbs)
    ListMenu(shell.rail.view, partial(_line, shell), menu)
    return menu.commands()


def _line(shell: DeskShell, row: int) -> RailLine | None:
    line = shell.rail.model.index(row).data(LINE)
    return line if isinstance(line, RailLine) and line.place is not None else None


def _open(shell: DeskShell, line: RailLine) -> None:
    if line.place is not None:
        shell.go(line.place)


def _is_place(line: RailLine) -> bool:
    return line.place is not None


def _is_person(line: RailLine) -> bool:
    return line.place is not None and line.place.page == "relationship"


def _with_person(step: Callable[[UUID], object], line: RailLine) -> None:
    if line.place is not None and line.place.item is not None:
        step(line.place.item)
