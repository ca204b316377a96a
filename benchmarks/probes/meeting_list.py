"""Show all meetings: in the program's own list, or in a filled table widget."""

import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from benchmarks.probes.watching import answer, pss, run_program

if TYPE_CHECKING:
    from mentordesk.ui.shell.desk_shell import DeskShell


def show_list(shell: "DeskShell") -> None:
    """Show the meetings in the program, and tell what that took."""
    from mentordesk.ui.context import Place

    shell.go(Place("archive"))
    QApplication.processEvents()
    memory, begun = pss(), process_time()
    shell.go(Place("meetings"))
    QApplication.processEvents()
    answer(cpu=(process_time() - begun) * 1000, memory=pss() - memory)


def show_table(path: Path) -> None:
    """Fill a table widget as the books say it, and tell what that took."""
    from benchmarks.stores import open_desk

    application = QApplication(sys.argv)
    rows = (
        open_desk(path)
        .store.raw.execute(
            "SELECT start_local, title, place, form, status FROM meeting ORDER BY start_utc DESC"
        )
        .fetchall()
    )
    memory, begun = pss(), process_time()
    table = QTableWidget(len(rows), 5)
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            table.setItem(place, column, QTableWidgetItem(words))
    table.resize(1280, 820)
    table.show()
    application.processEvents()
    answer(cpu=(process_time() - begun) * 1000, memory=pss() - memory)


if __name__ == "__main__":
    _, kind, file = sys.argv
    if kind == "ours":
        run_program(file, on_page=show_list)
    else:
        show_table(Path(file))
