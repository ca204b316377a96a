"""The one table of actions: it feeds menus, context menus, buttons and shortcuts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.ui.theme import Theme


class Menu(StrEnum):
    """Where an action stands in the program's menu."""

    FILE = "file"
    EDIT = "edit"
    NEW = "new"
    GO = "go"
    ITEM = "item"
    VIEW = "view"
    HELP = "help"
    NONE = ""


def _always() -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Command:
    """One thing a person can do, declared once.

    Attributes:
        id: topic and verb, such as ``goal.add``.
        label: what menus say, with a mnemonic: ``New &goal…``.
        run: does it.
        enabled: whether it can be done now.
        everywhere: its shortcut works in the whole window, not only inside its page.
        keys: shortcuts, such as ``("Ctrl+G",)``; the first is shown.
    """

    id: str
    label: str
    run: Callable[[], object]
    icon: str = ""
    keys: tuple[str, ...] = ()
    menu: Menu = Menu.NONE
    enabled: Callable[[], bool] = _always
    checked: Callable[[], bool] | None = None
    everywhere: bool = False


class ActionTable(QObject):
    """Every action of the window by its command's id."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        theme.changed.connect(self._dress)

    def declare(self, commands: Iterable[Command], owner: QWidget) -> None:
        """Take in commands; shortcuts work inside their owner, or in its whole window.

        They go when their owner goes. A view of another item of the same kind declares them anew.
        """
        declared: dict[str, QAction] = {}
        for command in commands:
            action = QAction(command.label, owner)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            anywhere = Qt.ShortcutContext.WindowShortcut
            action.setShortcutContext(anywhere if command.everywhere else inside)
            action.setCheckable(command.checked is not None)
            action.triggered.connect(_Runner(command, action).run)
            owner.addAction(action)
            self._commands[command.id] = command
            declared[command.id] = self._actions[command.id] = action
        owner.destroyed.connect(partial(self._forget, declared))
        self._dress()

    def action(self, command_id: str) -> QAction:
        """Return an action, for a button or a menu."""
        return self._actions[command_id]

    def commands(self) -> list[Command]:
        """Return every command in the order of its declaration."""
        return list(self._commands.values())

    def available(self) -> list[Command]:
        """Return the commands that can be done now from what is seen."""
        return [
            command
            for command in self._commands.values()
            if _is_seen(self._actions[command.id]) and command.enabled()
        ]

    def in_menu(self, menu: Menu) -> list[QAction]:
        """Return the actions of one of the program's menus."""
        return [self._actions[c.id] for c in self._commands.values() if c.menu is menu]

    def refresh(self) -> None:
        """Ask every command anew whether it can be done; before a menu is shown."""
        for command in self._commands.values():
            action = self._actions[command.id]
            action.setEnabled(command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())

    def release(self) -> None:
        """Let every shortcut through again; whether it can be done is asked when it is pressed."""
        for action in self._actions.values():
            action.setEnabled(True)

    def menu(self, parent: QWidget, *ids: str) -> QMenu:
        """Return a context menu of some commands; an empty id is a separator."""
        self.refresh()
        menu = QMenu(parent)
        menu.aboutToHide.connect(self.release, Qt.ConnectionType.QueuedConnection)
        for command_id in ids:
            if command_id:
                menu.addAction(self._actions[command_id])
            else:
                menu.addSeparator()
        return menu

    def _forget(self, gone: dict[str, QAction], _owner: object = None) -> None:
        for command_id, action in gone.items():
            if self._actions.get(command_id) is action:
                del self._actions[command_id], self._commands[command_id]

    def _dress(self) -> None:
        for command in self._commands.values():
            if command.icon:
                self._actions[command.id].setIcon(self._theme.icon(command.icon))


def _is_seen(action: QAction) -> bool:
    owner = action.parent()
    return isinstance(owner, QWidget) and owner.isVisible()


class _Runner(QObject):
    """Runs a command for an action, if it can be done at that moment."""

    def __init__(self, command: Command, action: QAction) -> None:
        super().__init__(action)
        self._command = command

    def run(self) -> None:
        """Do it, unless it can't be done just now."""
        if self._command.enabled():
            self._command.run()
