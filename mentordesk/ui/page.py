"""What every page is: it shows a place, reloads when its rows change, and saves on leaving."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from mentordesk.domain.messages import Changed
from mentordesk.ui.actions import Command
from mentordesk.ui.context import Context, Place


class View(QWidget):
    """A part of the window that shows rows: visible, it reloads at once; hidden, when shown."""

    touched_by: ClassVar[frozenset[str]] = frozenset()
    """The tables whose changes make it reload."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        context.changed.connect(self._hear)
        context.curtain.changed.connect(self.mark_stale)

    def reload(self) -> None:
        """Read the rows again and show them; selection, scroll and focus stay."""
        raise NotImplementedError

    def mark_stale(self) -> None:
        """Reload now if it is seen, else when it is shown next."""
        self._stale = True
        if self.isVisible():
            self._reload_if_stale()

    def _hear(self, message: Changed) -> None:
        if message.initiator is not self and message.touches(*self.touched_by):
            self.mark_stale()

    def _reload_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._reload_if_stale()
        super().showEvent(event)


class Page(View):
    """One entry of the rail, or what it leads to."""

    title_changed = Signal()

    def title(self) -> str:
        """Return what the window's title says; a name only where the page is about somebody."""
        raise NotImplementedError

    def show_place(self, place: Place) -> None:
        """Turn to what a place names. The window shows the page afterwards."""

    def commands(self) -> Sequence[Command]:
        """Return what can be done here, for the action table; called once."""
        return ()

    def first_focus(self) -> QWidget | None:
        """Return what takes the keyboard when the page is opened."""
        return None
