"""The scrolling ground that a page stands on."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_MARGIN = 32
_EDGE = 24


def show_focused(area: QScrollArea, widget: QWidget) -> None:
    """Scroll to what has the focus: into the middle, so that one sees what comes next."""
    ground, room = area.widget(), area.viewport().height()
    if ground is None or not ground.isAncestorOf(widget):
        return
    bar = area.verticalScrollBar()
    top = widget.mapTo(ground, QPoint(0, 0)).y()
    bottom = top + widget.height()
    if top - _EDGE >= bar.value() and bottom + _EDGE <= bar.value() + room:
        return
    if widget.height() > room // 2:
        area.ensureWidgetVisible(widget, 0, _EDGE)
        return
    bar.setValue((top + bottom - room) // 2)


class CalmScroll(QScrollArea):
    """Scrolls up and down only, without a frame, and follows the keyboard."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Keys reach the area through whatever has focus inside it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if content is not None:
            content.setProperty("look", "page")
            self.setWidget(content)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            show_focused(self, now)


class PageScroll(CalmScroll):
    """Page content in one column of sensible width."""

    def __init__(self, *, max_width: int = 1200, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
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

    @property
    def body(self) -> QVBoxLayout:
        """The column that the page's content goes into."""
        return self._body
