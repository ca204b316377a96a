"""What has no date yet, each with the step to give it one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.text import one_line
from mentordesk.domain.timeline import Timeline, TimelineGoal, TimelineMark
from mentordesk.ui.widgets.buttons import PlainButton
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import CapsLabel, QuietLabel
from mentordesk.ui.words import plural, tr

SHOWN = 6
"""Goals and milestones named; the others are counted, and the list of goals has them all."""

_LONGEST = 40


class Undated(QWidget):
    """Names a few goals and milestones without a date; a button gives each one."""

    def __init__(self, give: Callable[[TimelineGoal | TimelineMark], object]) -> None:
        super().__init__()
        self._give = give
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(CapsLabel(tr("No date yet")))
        self._flow: QWidget | None = None
        self.buttons: Sequence[PlainButton] = ()

    def show_undated(self, shown: Timeline, *, can_change: bool) -> None:
        """Show what has no date."""
        items: list[TimelineGoal | TimelineMark] = [*shown.undated_marks, *shown.undated_goals]
        self.setVisible(bool(items))
        if self._flow is not None:
            self._layout.removeWidget(self._flow)
            self._flow.hide()
            self._flow.deleteLater()
        self.buttons = [self._button(item, can_change=can_change) for item in items[:SHOWN]]
        widgets: list[QWidget] = list(self.buttons)
        if more := len(items) - SHOWN if len(items) > SHOWN else 0:
            widgets.append(QuietLabel(plural(more, "and 1 more", "and {count} more")))
        self._flow = Flow(widgets)
        self._layout.addWidget(self._flow)

    def _button(self, item: TimelineGoal | TimelineMark, *, can_change: bool) -> PlainButton:
        title = one_line(item.title)
        short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
        icon = "goal" if isinstance(item, TimelineGoal) else "milestone"
        name = tr("Give “{title}” a date", title=title)
        button = PlainButton(short.replace("&", "&&"), icon=icon, name=name, hint=name)
        button.setEnabled(can_change)
        button.clicked.connect(partial(self._ask, item))
        return button

    def _ask(self, item: TimelineGoal | TimelineMark, _checked: object = None) -> None:
        self._give(item)
