"""Read rows slice by slice on the window's thread, so that it stays quick."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal


class Slice(Protocol):
    """A part of some rows, read in one go."""

    @property
    def facts(self) -> Sequence[object]:
        """The rows."""

    @property
    def last(self) -> bool:
        """Whether nothing comes after it."""


class SliceReader(QObject):
    """Reads one slice at once, and each further one when the window has nothing else to do."""

    read = Signal(object)
    """All rows, as a tuple."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slices: Iterator[Slice] = iter(())
        self._facts: list[object] = []
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether there is more to read."""
        return self._next.isActive()

    def start(self, slices: Iterator[Slice]) -> None:
        """Read these slices; what was being read is let go."""
        self._slices, self._facts = slices, []
        self._next.start()
        self._step()

    def _step(self) -> None:
        part = next(self._slices, None)
        if part is not None:
            self._facts += part.facts
        if part is None or part.last:
            self._next.stop()
            self.read.emit(tuple(self._facts))
