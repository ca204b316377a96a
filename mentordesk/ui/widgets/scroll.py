"""The scrolling ground that a page stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_MARGIN = 32
_EDGE = 24


class PageScroll(QScrollArea):
    """Page content in one column of sensible width, scrolling up and down only."""

    def __init__(self, *, max_width: int = 1200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Keys reach the area through whatever has focus inside it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        ground = QWidget()
        ground.setProperty("look", "page")
        # Side by side with a stretch, so that the height is asked for the width really given.
        outer = QHBoxLayout(ground)
        outer.setContentsMargins(_MARGIN, _EDGE, _MARGIN, _MARGIN)
        self.page = QWidget()
        self.page.setMaximumWidth(max_width)
        self._body = QVBoxLayout(self.page)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(24)
        outer.addWidget(self.page, 1)
        outer.addStretch(0)
        self.setWidget(ground)
        QApplication.instance().focusChanged.connect(self._show_focused)  # type: ignore[union-attr]

    @property
    def body(self) -> QVBoxLayout:
        """The column that the page's content goes into."""
        return self._body

    def _show_focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.page.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _EDGE)
