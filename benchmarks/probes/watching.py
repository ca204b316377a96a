"""Watch the real program from inside: its first painting, its first page, its ticks, its memory."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject, QTimer
from typing_extensions import override

from mentordesk import main as entry

if TYPE_CHECKING:
    from mentordesk.app.start import Starter
    from mentordesk.ui.shell.desk_shell import DeskShell

_LOOK_EVERY = 2
"""Milliseconds between two looks whether the desk is there, where it is opened step by step."""


def pss() -> int:
    """Return the process's share of memory in kibibytes (proportional set size)."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise RuntimeError("this system tells no proportional set size")


def answer(**found: object) -> None:
    """Print what was found and end at once."""
    print(json.dumps(found), flush=True)
    os._exit(0)


def run_program(
    path: str,
    *,
    key: bytes | None = None,
    on_window: Callable[["Starter"], object] | None = None,
    on_page: Callable[["DeskShell"], object] | None = None,
) -> None:
    """Run the program as a person would.

    Args:
        path: the file to open.
        key: the raw key of an encrypted one, as if it had been typed.
        on_window: told of the first painting, before anything heavy is imported.
        on_page: told of the first painting of the first page with its data.
    """
    from mentordesk.app import start

    shown, begin = start.Starter.show, start.Starter._begin

    def show(starter: "Starter") -> None:
        if on_window is not None:
            starter.window.painted.connect(lambda: on_window(starter))
        shown(starter)

    def begun(starter: "Starter", module: object) -> None:
        if key is not None:
            _open_with(key)
        begin(starter, module)
        if on_page is not None:
            _wait_for_page(starter, on_page)

    def report(
        _starter: "Starter", kind: type[BaseException], error: object, _trace: object
    ) -> None:
        sys.stderr.write(f"{kind.__name__}: {error}\n")
        os._exit(1)

    patch.object(start.Starter, "report", report).start()
    patch.object(start.Starter, "show", show).start()
    patch.object(start.Starter, "_begin", begun).start()
    entry.main([path])


def _open_with(raw: bytes) -> None:
    """Hand over the key without the page that asks for the passphrase."""
    from mentordesk.services.desk import Desk
    from mentordesk.store.key import Key
    from mentordesk.store.store import Clock

    opened = Desk.open

    def with_key(path: Path, clock: Clock, **how: Any) -> Desk:  # noqa: ANN401 (passed on)
        return opened(path, clock, **(how | {"key": Key(raw)}))

    patch.object(Desk, "open", with_key).start()


def _wait_for_page(starter: "Starter", told: Callable[["DeskShell"], object]) -> None:
    shell = starter._program.shell if starter._program is not None else None
    if shell is None or shell.page is None:
        QTimer.singleShot(_LOOK_EVERY, lambda: _wait_for_page(starter, told))
        return
    watch = _Painted(shell.page, lambda: told(shell))
    shell.page.installEventFilter(watch)
    shell.page.update()


class _Painted(QObject):
    """Hears once that a widget was painted."""

    def __init__(self, watched: QObject, told: Callable[[], object]) -> None:
        super().__init__(watched)
        self._told: Callable[[], object] | None = told

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._told is not None:
            told, self._told = self._told, None
            QTimer.singleShot(0, told)
        return False


class Ticks(QObject):
    """A tick of 10 ms that notes how long it had to wait at most.

    On the wall, and in the time of this process alone, which other programs do not lengthen.
    """

    def __init__(self) -> None:
        super().__init__()
        self._last = self._now()
        self._longest = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def take(self) -> tuple[float, float]:
        """Return the longest gaps since the last time this was asked, in milliseconds."""
        self._tick()
        longest, self._longest = self._longest, (0.0, 0.0)
        return longest[0] * 1000, longest[1] * 1000

    def _tick(self) -> None:
        now = self._now()
        gaps = (at - before for at, before in zip(now, self._last, strict=True))
        wall, cpu = (max(pair) for pair in zip(gaps, self._longest, strict=True))
        self._longest, self._last = (wall, cpu), now

    def _now(self) -> tuple[float, float]:
        return perf_counter(), process_time()
