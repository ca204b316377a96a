"""The menu of one row: commands of the action table that are about the row it was opened for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from mentordesk.ui.actions import Command

R = TypeVar("R")


@dataclass(frozen=True)
class Verb(Generic[R]):
    """One thing that can be done with a row.

    Attributes:
        name: what its command's id ends with.
        run: does it with the row.
        fits: whether it can be done with the row now.
    """

    name: str
    label: str
    run: Callable[[R], object]
    fits: Callable[[R], bool]
    icon: str = ""


class RowMenu(QObject, Generic[R]):
    """Opens a menu for a row; its commands can be done while the menu is there, and no longer."""

    def __init__(self, host: QWidget, prefix: str, verbs: Sequence[Verb[R]]) -> None:
        """Make the menu.

        Args:
            host: the widget that the commands are declared for in the action table.
            prefix: what the ids of the commands begin with.
            verbs: what can be done, in the order of the menu.
        """
        super().__init__(host)
        self._host, self._prefix, self._verbs = host, prefix, tuple(verbs)
        self._row: R | None = None
        self.menu: QMenu | None = None

    def commands(self) -> list[Command]:
        """Return the commands for the action table."""
        return [
            Command(
                id=f"{self._prefix}.{verb.name}",
                label=verb.label,
                run=partial(self._do, verb),
                icon=verb.icon,
                enabled=partial(self._can, verb),
            )
            for verb in self._verbs
        ]

    def open(self, row: R, place: QPoint) -> None:
        """Show what can be done with a row, at a place on the screen; nothing if there is none."""
        self._row = row
        there = {action.objectName(): action for action in self._host.actions()}
        fitting = [there[f"{self._prefix}.{v.name}"] for v in self._verbs if v.fits(row)]
        if not fitting:
            return
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget)
        for action in fitting:
            action.setEnabled(True)
        menu.addActions(fitting)
        self.menu = menu
        menu.popup(place)

    def _do(self, verb: Verb[R]) -> None:
        if self._row is not None:
            verb.run(self._row)

    def _can(self, verb: Verb[R]) -> bool:
        return self._row is not None and verb.fits(self._row)

    def _forget(self) -> None:
        self._row, self.menu = None, None


class ListMenu(QObject, Generic[R]):
    """Opens the menu of a list for the row under the mouse, or for the current one by keyboard."""

    def __init__(
        self, view: QAbstractItemView, row_at: Callable[[int], R | None], menu: RowMenu[R]
    ) -> None:
        """Hang a menu on a view; ``row_at`` returns what stands in a row of it."""
        super().__init__(view)
        self._view, self._row_at, self._menu = view, row_at, menu
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show)

    def _show(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        if not index.isValid():
            return
        if (row := self._row_at(index.row())) is not None:
            self._menu.open(row, self._view.viewport().mapToGlobal(place))


class RowAsked(QObject, Generic[R]):
    """Opens a menu for a widget that stands for a row."""

    def __init__(self, widget: QWidget, row: R, menu: RowMenu[R]) -> None:
        super().__init__(widget)
        self._widget, self._row, self._menu = widget, row, menu
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(self._show)

    def _show(self, place: QPoint) -> None:
        self._menu.open(self._row, self._widget.mapToGlobal(place))
