"""Words of a timeline, each laid out once: text is what takes longest to draw."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QStaticText

from mentordesk.ui.theme import FontRole, font

_MOST = 6_000
"""Texts kept; beyond it all are let go, and those in sight come back at once."""


class Texts:
    """Laid out words by font role, in one line each."""

    def __init__(self) -> None:
        self._metrics: dict[FontRole, QFontMetricsF] = {}
        self._known: dict[Hashable, tuple[QStaticText, float]] = {}

    def clear(self) -> None:
        """Forget everything, such as when the letters have become larger."""
        self._metrics.clear()
        self._known.clear()

    def metrics(self, role: FontRole) -> QFontMetricsF:
        """Return how wide and high letters of a role are."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(font(role))
        return self._metrics[role]

    def text(self, words: str, role: FontRole, most: float = 0) -> tuple[QStaticText, float]:
        """Return laid out words and their width, elided where they would be wider than ``most``."""
        key = (words, role, round(most))
        if key not in self._known:
            if len(self._known) > _MOST:
                self._known.clear()
            self._known[key] = self._lay_out(words, role, most)
        return self._known[key]

    def _lay_out(self, words: str, role: FontRole, most: float) -> tuple[QStaticText, float]:
        metrics = self.metrics(role)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most) if most else words
        text = QStaticText(shown)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(font=font(role))
        return text, metrics.horizontalAdvance(shown)
