"""What can be done anywhere in the shell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.backup_steps import BackupSteps
from mentordesk.ui.context import Place
from mentordesk.ui.key_steps import KeySteps
from mentordesk.ui.preferences import TEXT_SIZE, TEXT_SIZES, THEME, Preferences
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
    move_file: Callable[[], object]
    show_folder: Callable[[], object]
    open_at_start: Callable[[], object]
    is_at_start: Callable[[], bool]
    """Whether the open file is the one that is opened at start."""

    may_move: Callable[[], bool]
    """Whether the open file is the person's own, and can be changed."""

    backups: BackupSteps
    keys: KeySteps
    open_recent: Callable[[], object]
    has_recent: Callable[[], bool]


def shell_commands(shell: DeskShell, files: FileSteps) -> Sequence[Command]:
    """Return the window's own commands for the action table."""
    preferences = shell.context.preferences
    view = [*_view(preferences), *curtain_commands(shell)]
    return [*_file(shell, files), *_edit(shell), *_go(shell), *view]


def _file(shell: DeskShell, files: FileSteps) -> list[Command]:
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
            id="file.recent",
            label=tr("Open a re&cent file…"),
            run=files.open_recent,
            menu=Menu.FILE,
            enabled=files.has_recent,
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
            id="preferences.open",
            label=tr("&Preferences"),
            run=partial(shell.go, Place("preferences")),
            icon="settings",
            keys=("Ctrl+,",),
            menu=Menu.FILE,
            everywhere=True,
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
            label=tr("&Search or type a command"),
            run=shell.search.open,
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


def _view(preferences: Preferences) -> list[Command]:
    themes = [
        ("theme.system", tr("As the &system"), "contrast", ThemeChoice.SYSTEM),
        ("theme.light", tr("&Light"), "sun", ThemeChoice.LIGHT),
        ("theme.dark", tr("&Dark"), "moon", ThemeChoice.DARK),
        ("theme.contrast", tr("&High contrast"), "eye", ThemeChoice.CONTRAST),
    ]
    chosen = [
        Command(
            id=name,
            label=words,
            run=partial(preferences.choose, THEME, choice),
            icon=icon,
            menu=Menu.VIEW,
            checked=_Chosen(preferences, choice).is_chosen,
        )
        for name, words, icon, choice in themes
    ]
    sizes = [
        ("text.larger", tr("La&rger text"), ("Ctrl++", "Ctrl+="), _Step(preferences, 1)),
        ("text.smaller", tr("S&maller text"), ("Ctrl+-",), _Step(preferences, -1)),
        ("text.usual", tr("&Usual size of text"), ("Ctrl+0",), _Step(preferences, 0)),
    ]
    return [
        *chosen,
        *(
            Command(
                id=name,
                label=words,
                run=step.take,
                keys=keys,
                menu=Menu.VIEW,
                enabled=step.leads_on,
                everywhere=True,
            )
            for name, words, keys, step in sizes
        ),
    ]


class _Chosen:
    """Whether one theme is the chosen one."""

    def __init__(self, preferences: Preferences, choice: ThemeChoice) -> None:
        self._preferences, self._choice = preferences, choice

    def is_chosen(self) -> bool:
        """Return whether it is."""
        return self._preferences.value(THEME) is self._choice


class _Step:
    """One step to larger or smaller text, or back to the usual size."""

    def __init__(self, preferences: Preferences, by: int) -> None:
        self._preferences, self._by = preferences, by

    def take(self) -> None:
        """Take it."""
        if self._by:
            self._preferences.step_text_size(self._by)
        else:
            self._preferences.choose(TEXT_SIZE, TEXT_SIZE.default)

    def leads_on(self) -> bool:
        """Return whether text is not that large or small already."""
        size = self._preferences.value(TEXT_SIZE)
        ends = {1: TEXT_SIZES[-1], -1: TEXT_SIZES[0], 0: TEXT_SIZE.default}
        return size != ends[self._by]
