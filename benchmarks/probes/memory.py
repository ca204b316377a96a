"""Tell the memory of the program at Today, and after its first chart."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from benchmarks.probes.watching import answer, pss, run_program

if TYPE_CHECKING:
    from mentordesk.ui.shell.desk_shell import DeskShell

QUIET = 1500


def at_today(shell: "DeskShell") -> None:
    """Note what is there when Today is quiet, and go on to a chart."""
    QTimer.singleShot(QUIET, lambda: to_chart(shell))


def to_chart(shell: "DeskShell") -> None:
    """Open the first chart."""
    from mentordesk.ui.context import Place

    today = pss()
    shell.go(Place("plan", view="progress"))
    QTimer.singleShot(2 * QUIET, lambda: answer(today=today, chart=pss()))


run_program(sys.argv[1], on_page=at_today)
