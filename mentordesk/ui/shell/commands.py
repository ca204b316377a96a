"""What can be done anywhere in the shell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Place
from mentordesk.ui.shell.curtain_steps import curtain_commands
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.shell.undo import UndoSteps
from mentordesk.ui.theme import ThemeChoice
from mentordesk.ui.words import tr


@dataclass(frozen=True)
class FileSteps:
    """What the program does with files; handed in by its composition root."""

    open_file: Callable[[], object]
    new_file: Callable[[], object]
    show_sample: Callable[[], object]
    close_window: Callable[[], object]
    choose_theme: Callable[[ThemeChoice], object]
    theme: Callable[[], ThemeChoice]


def shell_commands(shell: DeskShell, files: FileSteps) -> Sequence[Command]:
    """Return the window's own commands for the action table."""
    view = [*_view(files), *curtain_commands(shell)]
    return [*_file(files), *_edit(shell), *_go(shell), *view]


def _file(files: FileSteps) -> list[Command]:
    return [
        Command(
            id="file.open",
            label=tr("&Open a file…"),
            run=files.open_file,
            icon="file",
            keys=("Ctrl+O",),
            menu=Menu.FILE,
            everywhere=True,
        ),
        Command(
            id="file.new", label=tr("&New file…"), run=files.new_file, icon="plus", menu=Menu.FILE
        ),
        Command(
            id="file.sample",
            label=tr("Show me an &example"),
            run=files.show_sample,
            icon="eye",
            menu=Menu.FILE,
        ),
        Command(
            id="file.close",
            label=tr("&Close window"),
            run=files.close_window,
            icon="close",
            keys=("Ctrl+Q",),
            menu=Menu.FILE,
            everywhere=True,
        ),
    ]


def _edit(shell: DeskShell) -> list[Command]:
    steps = UndoSteps(shell)
    return [
        Command(
            id="edit.undo",
            label=tr("&Undo"),
            run=steps.undo,
            icon="undo",
            keys=("Ctrl+Z",),
            menu=Menu.EDIT,
            enabled=steps.can_undo,
            everywhere=True,
        ),
        Command(
            id="edit.redo",
            label=tr("&Redo"),
            run=steps.redo,
            icon="redo",
            keys=("Ctrl+Shift+Z", "Ctrl+Y"),
            menu=Menu.EDIT,
            enabled=steps.can_redo,
            everywhere=True,
        ),
        Command(
            id="search.focus",
            label=tr("&Search"),
            run=partial(shell.search.setFocus),
            icon="search",
            keys=("Ctrl+K", "Ctrl+F"),
            menu=Menu.EDIT,
            everywhere=True,
        ),
    ]


def _go(shell: DeskShell) -> list[Command]:
    history = shell.history
    places = [
        ("go.today", tr("&Today"), "today", Place("today"), "Ctrl+1"),
        ("go.plan", tr("My &plan"), "plan", Place("plan"), "Ctrl+2"),
        ("go.meetings", tr("&Meetings"), "meetings", Place("meetings"), "Ctrl+3"),
    ]
    commands = [
        Command(
            id=name,
            label=words,
            run=partial(shell.go, place),
            icon=icon,
            keys=(key,),
            menu=Menu.GO,
            everywhere=True,
        )
        for name, words, icon, place, key in places
    ]
    return [
        *commands,
        Command(
            id="go.back",
            label=tr("&Back"),
            run=shell.back,
            icon="chevron-left",
            keys=("Alt+Left",),
            menu=Menu.GO,
            enabled=lambda: history.can_go_back,
            everywhere=True,
        ),
        Command(
            id="go.forward",
            label=tr("&Forward"),
            run=shell.forward,
            icon="chevron-right",
            keys=("Alt+Right",),
            menu=Menu.GO,
            enabled=lambda: history.can_go_forward,
            everywhere=True,
        ),
        Command(
            id="go.menu",
            label=tr("Open this m&enu"),
            run=shell.top_bar.show_main_menu,
            keys=("F10",),
            menu=Menu.GO,
            everywhere=True,
        ),
    ]


def _view(files: FileSteps) -> list[Command]:
    themes = [
        ("theme.system", tr("As the &system"), "contrast", ThemeChoice.SYSTEM),
        ("theme.light", tr("&Light"), "sun", ThemeChoice.LIGHT),
        ("theme.dark", tr("&Dark"), "moon", ThemeChoice.DARK),
        ("theme.contrast", tr("&High contrast"), "eye", ThemeChoice.CONTRAST),
    ]
    return [
        Command(
            id=name,
            label=words,
            run=partial(files.choose_theme, choice),
            icon=icon,
            menu=Menu.VIEW,
            checked=_Chosen(files, choice).is_chosen,
        )
        for name, words, icon, choice in themes
    ]


class _Chosen:
    """Whether one theme is the chosen one."""

    def __init__(self, files: FileSteps, choice: ThemeChoice) -> None:
        self._files, self._choice = files, choice

    def is_chosen(self) -> bool:
        """Return whether it is."""
        return self._files.theme() is self._choice
