"""The head of a goal in full: its title, where it stands, who sees it, its menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from mentordesk.domain.enums import GoalStatus, Visibility
from mentordesk.domain.goals import GoalNode
from mentordesk.ui.labels import label
from mentordesk.ui.pages.plan.detail_said import shared_said
from mentordesk.ui.widgets.buttons import IconButton
from mentordesk.ui.widgets.cards import Chip
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import SectionLabel
from mentordesk.ui.words import tr

_GAP = 8
_TOP = Qt.AlignmentFlag.AlignTop


class GoalHead(QWidget):
    """Chips stand beside the title, and below it where both have no room in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionLabel(wrap=True)
        self.title.setContentsMargins(0, 4, 0, 4)
        self.menu = IconButton("more", tr("More for this goal"), bordered=True, size=16)
        self._chips = Flow()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self._chips, 0, 1, _TOP)
        self._grid.addWidget(self.menu, 0, 2, _TOP)

    def show_goal(self, goal: GoalNode) -> None:
        """Show another goal."""
        self.title.setText(goal.title)
        self._chips.hide()
        self._grid.removeWidget(self._chips)
        self._chips.deleteLater()
        self._chips = Flow(_chips(goal), gap=_GAP)
        self._place()
        self._chips.show()

    def _place(self) -> None:
        """Put the chips where there is room for them."""
        self._grid.removeWidget(self._chips)
        letters = self.title.fontMetrics().horizontalAdvance(self.title.text())
        wanted = letters + self._chips.sizeHint().width() + self.menu.sizeHint().width()
        if wanted + 2 * _GAP <= self.width():
            self._chips.setContentsMargins(0, 3, 0, 0)
            self._grid.addWidget(self._chips, 0, 1, _TOP)
        else:
            self._chips.setContentsMargins(0, 0, 0, 0)
            self._grid.addWidget(self._chips, 1, 0, 1, 3)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()


def _chips(goal: GoalNode) -> Sequence[Chip]:
    chips = []
    if goal.status is not GoalStatus.ACTIVE:
        achieved = goal.status is GoalStatus.ACHIEVED
        chips.append(Chip(label(goal.status), "good" if achieved else "outline"))
    private = goal.visibility is Visibility.PRIVATE
    tone, icon = ("outline", "lock") if private else ("soft", None)
    seen = Chip(shared_said(goal), tone, icon=icon)
    seen.setToolTip("\n".join(shared.name for shared in goal.shared_with))
    return [*chips, seen]
