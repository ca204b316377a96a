"""The lines that a goal in full is made of."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from mentordesk.domain.dates_said import exact_date, short_date
from mentordesk.ui.theme import scaled
from mentordesk.ui.theme_sheet import TICK_SIZE
from mentordesk.ui.widgets.buttons import IconButton
from mentordesk.ui.widgets.labels import BodyLabel, CapsLabel, QuietLabel
from mentordesk.ui.widgets.tick_box import TickBox
from mentordesk.ui.words import tr

_DROP = 6
NAME_WIDTH = 104
"""Room for what a line is called, so that all lines begin at one edge."""

Verbs = Sequence[tuple[str, Callable[[], object]]]
"""What can be done with a line, for its menu."""


class FactLine(QWidget):
    """What something is called, and what it is; each as high as its words."""

    def __init__(self, name: str, words: str, reason: str = "") -> None:
        super().__init__()
        grid = line_grid(self)
        self.name = QuietLabel(name)
        grid.addWidget(self.name, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.words = BodyLabel(words, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(self.words, 0, 1)
        if reason:
            grid.addWidget(QuietLabel(reason, wrap=True), 1, 1)


class DayLine(QWidget):
    """A day, what was said or promised, and a menu of what can be done with it."""

    def __init__(
        self,
        day: date | None,
        words: QWidget,
        today: date,
        *,
        verbs: Verbs = (),
        about: str = "",
        second: str = "",
    ) -> None:
        super().__init__()
        grid = line_grid(self)
        name = QuietLabel("" if day is None else said_day(day, today))
        # The button of a menu is higher than a line of words: both begin at its middle.
        drop = _DROP if verbs else 0
        name.setContentsMargins(0, drop, 0, 0)
        words.setContentsMargins(0, drop - 2 * isinstance(words, Choice), 0, 0)
        indent = scaled(TICK_SIZE) + 4 if isinstance(words, Choice) else 0
        if day is not None:
            name.setToolTip(exact_date(day, tr))
        grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, 0, 1)
        if isinstance(words, QLabel):
            words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        if second:
            below = QuietLabel(second, wrap=True)
            below.setContentsMargins(indent, 0, 0, 0)
            grid.addWidget(below, 1, 1)
        if verbs:
            grid.addWidget(more_button(verbs, about), 0, 2, Qt.AlignmentFlag.AlignTop)


class Section(QWidget):
    """A small caption and the lines below it; hidden while there are none to show."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.caption = CapsLabel(caption)
        layout.addWidget(self.caption)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        layout.addLayout(self._lines)

    def set_lines(self, lines: Sequence[QWidget]) -> None:
        """Show these lines instead."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(line)
            # Shown at once, so that the keyboard can stay where it was.
            line.show()
        self.caption.setVisible(bool(lines) and bool(self.caption.text()))
        self.setVisible(bool(lines))


class Choice(QWidget):
    """A box to tick with its words beside it, which wrap where they are long."""

    def __init__(
        self,
        words: str,
        *,
        ticked: bool,
        tick: Callable[[bool], object],
        key: str = "",
        can_tick: bool = True,
    ) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.box = TickBox(tr("Done: {title}", title=words), ticked=ticked)
        self.box.setObjectName(key)
        self._on_tick = tick
        self.box.clicked.connect(self._tick)
        self.box.setEnabled(can_tick)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        label = QuietLabel(words, wrap=True) if ticked else BodyLabel(words, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 2, 0, 0)
        layout.addWidget(label, 1)

    def _tick(self, ticked: bool) -> None:  # noqa: FBT001 (a signal's slot)
        self._on_tick(ticked)


def said_day(day: date, today: date) -> str:
    """Return a day at the start of a line: "Today", "2 Oct"."""
    return tr("Today") if day == today else short_date(day, today, tr)


def more_button(verbs: Verbs, about: str) -> IconButton:
    """Return a button with a menu of what can be done."""
    button = IconButton("more", tr("More: {what}", what=about), role="quiet", size=16)
    menu = QMenu(button)
    for words, run in verbs:
        menu.addAction(words).triggered.connect(run)
    button.hang(menu)
    return button


def line_grid(owner: QWidget) -> QGridLayout:
    """Return the layout of a line: its name, its words, its menu."""
    grid = QGridLayout(owner)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    grid.setColumnMinimumWidth(0, scaled(NAME_WIDTH))
    grid.setColumnStretch(1, 1)
    return grid
