"""Tell the longest wait of a 10 ms tick at the start, and on opening each page the first time."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from benchmarks.probes.watching import Ticks, answer, run_program

if TYPE_CHECKING:
    from mentordesk.app.start import Starter
    from mentordesk.ui.shell.desk_shell import DeskShell

QUIET = 900
"""Milliseconds after which a page is done with what it does behind its first painting."""


class Tour:
    """Goes from page to page, and waits on each until it is quiet."""

    def __init__(self) -> None:
        self._ticks: Ticks | None = None
        self._found: dict[str, tuple[float, float]] = {}
        self._name = "start"

    def watch(self, _starter: "Starter") -> None:
        """Begin to tick: the window is painted."""
        self._ticks = Ticks()

    def begin(self, shell: "DeskShell") -> None:
        """Look at Today, then at all other pages."""
        from mentordesk.ui.context import Place

        self._shell = shell
        desk = shell.context.desk
        relationship = desk.relationships.rail()[0].id
        meeting = desk.meetings.upcoming(shell.context.now(), 1)[0].id
        places = [
            Place("plan", view="list"),
            Place("plan", view="timeline"),
            Place("plan", view="progress"),
            Place("meetings"),
            Place("meeting", meeting),
            Place("relationship", relationship),
            Place("relationship", relationship, "goals"),
            Place("relationship", relationship, "meetings"),
        ]
        seen = {place.page for place in places} | {"today"}
        self._places = [*places, *(Place(name) for name in shell._makers if name not in seen)]
        QTimer.singleShot(QUIET, self.step)

    def step(self) -> None:
        """Note the gap of what was opened last and open the next, or end."""
        if self._ticks is not None:
            self._found[self._name] = self._ticks.take()
        if not self._places:
            answer(**self._found)
        place = self._places.pop(0)
        self._name = f"{place.page} {place.view}".strip()
        self._shell.go(place)
        QTimer.singleShot(QUIET, self.step)


tour = Tour()
run_program(sys.argv[1], on_window=tour.watch, on_page=tour.begin)
