"""Draw every page to pictures, without a display: for the documents, and to look at."""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.app.compose import build_shell
from mentordesk.app.start import real_clock
from mentordesk.domain.backups import BackupReason
from mentordesk.domain.errors import KnownError
from mentordesk.domain.people import Section
from mentordesk.services.desk import SUFFIX, Desk, key_from
from mentordesk.services.sample import build_sample
from mentordesk.ui.backup_steps import BackupSteps
from mentordesk.ui.context import Context, Place
from mentordesk.ui.key_steps import KeySteps
from mentordesk.ui.pages.welcome.page import WelcomePage
from mentordesk.ui.shell.commands import FileSteps
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.shell.main_window import MainWindow
from mentordesk.ui.theme import Theme, ThemeChoice

DRAWN_AT = time(9, 12)
"""The time of day in pictures: a Monday morning's."""

_ROUNDS = 5
"""Times that events are let through before a page is drawn: what it reads, lays out, draws."""


@dataclass(frozen=True)
class Shot:
    """One picture: its file's name, and the place it shows."""

    name: str
    place: Place


def run(argv: list[str]) -> int:
    """Run ``mentordesk shots`` and return its exit status."""
    said = _parser().parse_args(argv[1:])
    try:
        said.output.mkdir(parents=True, exist_ok=True)
        drawn = draw_file(said)
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"The pictures can't be written there: {error.strerror}.\n")
        return 1
    sys.stdout.write(f"Drew {drawn} pictures into {said.output}\n")
    return 0


def draw_file(said: argparse.Namespace) -> int:
    """Draw every page of a file, which is only read; return how many pictures.

    Pages are drawn from a copy that is thrown away: of a file that can't be changed they would
    show no button that changes anything.
    """
    application = QApplication.instance() or QApplication(["mentordesk"])
    theme = _dressed(application, ThemeChoice(said.theme))
    clock = _clock_on(said.today)
    key = None if said.passphrase_file is None else key_from(said.file, said.passphrase_file)
    Desk.open(said.file, clock, key=key, read_only=True).close()
    with TemporaryDirectory(prefix="mentordesk-") as hidden:
        copy = Path(shutil.copyfile(said.file, Path(hidden) / said.file.name))
        desk = Desk.open(copy, clock, key=key)
        try:
            return _draw_desk(desk, theme, clock, said.output, said.size)
        finally:
            desk.close()


def draw_sample_page(folder: Path) -> Path:
    """Draw the sample's first page into a folder and return the picture's path."""
    application = QApplication.instance() or QApplication(["mentordesk"])
    theme = _dressed(application, ThemeChoice.LIGHT)
    with TemporaryDirectory(prefix="mentordesk-") as hidden:
        path = Path(hidden) / f"sample{SUFFIX}"
        today = real_clock().date()
        build_sample(path, today=today)
        desk = Desk.open(path, real_clock)
        shell = _shell(desk, theme, _clock_on(today), QSize(1280, 800))
        picture = _draw(shell, Shot("mentordesk-sample", Place("today")), folder)
        desk.close()
    return picture


def _draw_desk(
    desk: Desk, theme: Theme, clock: Callable[[], datetime], folder: Path, size: QSize
) -> int:
    window = MainWindow(_nothing)
    window.show_content(WelcomePage())
    _grab(window, size, folder / "welcome.png")
    shell = _shell(desk, theme, clock, size)
    shots = list(_shots(desk, clock))
    for shot in shots:
        _draw(shell, shot, folder)
    return len(shots) + 1


def _shots(desk: Desk, clock: Callable[[], datetime]) -> Iterator[Shot]:
    yield Shot("today", Place("today"))
    yield Shot("plan", Place("plan", view="list"))
    yield Shot("timeline", Place("plan", view="timeline"))
    yield Shot("progress", Place("plan", view="progress"))
    yield Shot("meetings", Place("meetings"))
    entries = desk.relationships.rail()
    for section, name in ((Section.MENTORS, "mentor"), (Section.MENTEES, "mentee")):
        there = next((entry.id for entry in entries if entry.section is section), None)
        if there is not None:
            for view in ("overview", "goals", "meetings"):
                yield Shot(f"{name}-{view}", Place("relationship", there, view))
    if desk.board.has_mentees():
        yield Shot("board", Place("board"))
    for meeting in desk.meetings.upcoming(clock(), 1):
        yield Shot("meeting", Place("meeting", meeting.id))
    if any(entry.section is Section.ARCHIVE for entry in entries):
        yield Shot("archive", Place("archive"))
    yield Shot("sent", Place("sent"))
    desk.backups.make(BackupReason.AUTOMATIC)
    desk.backups.make(BackupReason.ASKED)
    yield Shot("backups", Place("backups"))
    yield Shot("preferences", Place("preferences"))
    yield Shot("help", Place("help", view="plan"))


def _shell(desk: Desk, theme: Theme, clock: Callable[[], datetime], size: QSize) -> DeskShell:
    context = Context(desk, theme, clock, desk.people.my_zone())
    shell = build_shell(context, _no_files(), label=desk.path.stem)
    context.setParent(shell)
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    shell.resize(size)
    shell.show()
    return shell


def _draw(shell: DeskShell, shot: Shot, folder: Path) -> Path:
    shell.go(shot.place)
    shell.rail.view.clearFocus()
    if shell.page is not None:
        shell.page.setFocus()
    shell.context.tasks.wait()
    path = folder / f"{shot.name}.png"
    _grab(shell, shell.size(), path)
    return path


def _grab(widget: QWidget, size: QSize, path: Path) -> None:
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.resize(size)
    widget.show()
    for _ in range(_ROUNDS):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    if not widget.grab().save(str(path)):
        raise OSError(0, "no picture could be written", str(path))


def _dressed(application: object, choice: ThemeChoice) -> Theme:
    theme = Theme()
    if isinstance(application, QApplication):
        theme.apply(application, choice)
    return theme


def _clock_on(day: date | None) -> Callable[[], datetime]:
    if day is None:
        return real_clock
    moment = datetime.combine(day, DRAWN_AT, UTC)
    return lambda: moment


def _nothing(*_: object) -> None:
    """Do nothing: pictures open and close no file."""


def _no() -> bool:
    return False


def _yes() -> bool:
    return True


def _no_files() -> FileSteps:
    return FileSteps(
        open_file=_nothing,
        new_file=_nothing,
        show_sample=_nothing,
        close_window=_nothing,
        move_file=_nothing,
        show_folder=_nothing,
        open_at_start=_nothing,
        is_at_start=_yes,
        may_move=_yes,
        backups=BackupSteps(_nothing, _nothing, _nothing, _nothing, _no, _yes, _nothing),
        keys=KeySteps(_nothing, _nothing, _yes),
        open_recent=_nothing,
        has_recent=_yes,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mentordesk shots", description="Draw every page of a file to PNG pictures."
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--theme",
        choices=[t.value for t in ThemeChoice if t is not ThemeChoice.SYSTEM],
        default="light",
    )
    parser.add_argument("--size", type=_size, default=QSize(1440, 860), metavar="WxH")
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE")
    return parser


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    size = QSize(int(width), int(height))
    if not (320 <= size.width() <= 8000 and 240 <= size.height() <= 8000):
        raise argparse.ArgumentTypeError("a size is such as 1440x860, from 320x240 to 8000x8000")
    return size
