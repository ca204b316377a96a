"""What happens when the program itself is wrong: the person is told, and nothing is lost."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtWidgets import QWidget

from mentordesk import __version__
from mentordesk.ui.widgets.dialogs import message_dialog
from mentordesk.ui.words import tr

_KEPT = 200_000
"""Bytes of the report that are kept."""


def report_crash(
    parent: QWidget | None,
    kind: type[BaseException],
    trace: TracebackType | None,
) -> None:
    """Write a report without any text of the person, and say where it is."""
    if issubclass(kind, KeyboardInterrupt):
        return
    place = _report(kind, trace)
    message_dialog(
        parent,
        tr("Something went wrong in MentorDesk itself."),
        tr(
            "What was saved is safe. Please close the window and open it again. "
            "A report without your words lies in {place}.",
            place=place,
        ),
    )


def _report(kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Append the places in our code, not the message: that could quote what somebody wrote."""
    folder = Path(platformdirs.user_log_dir("MentorDesk", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "report.txt"
    steps = "".join(f"  {s.filename}:{s.lineno} {s.name}\n" for s in traceback.extract_tb(trace))
    lines = f"MentorDesk {__version__}, Python {sys.version.split()[0]}\n{kind.__name__}\n{steps}\n"
    kept = place.read_text(encoding="utf-8")[-_KEPT:] if place.exists() else ""
    place.write_text(kept + lines, encoding="utf-8")
    sys.stderr.write(lines)
    return place
