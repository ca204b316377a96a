"""The calm column in which one thing at a time is asked, outside any desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.cards import IconLabel
from mentordesk.ui.widgets.labels import RoleLabel

_WIDTH = 824


class CalmColumn(QScrollArea):
    """One column in the middle of the window: the program's name, a sentence, what follows."""

    def __init__(self, heading: str, explanation: str) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setProperty("look", "page")
        across = QHBoxLayout(ground)
        across.setContentsMargins(32, 32, 32, 32)
        column = QWidget()
        column.setMaximumWidth(scaled(_WIDTH))
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        self._column = QVBoxLayout(column)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._column.addLayout(_brand())
        self._column.addSpacing(24)
        title = RoleLabel(heading, role=FontRole.DISPLAY, wrap=True)
        self._column.addWidget(title)
        self._column.addSpacing(12)
        self._column.addWidget(RoleLabel(explanation, tone="quiet", wrap=True))
        self._column.addSpacing(28)
        self.body = QVBoxLayout()
        self.body.setSpacing(24)
        self._column.addLayout(self.body)
        self._column.addStretch(2)
        self.setWidget(ground)


def _brand() -> QHBoxLayout:
    brand = QHBoxLayout()
    brand.setSpacing(8)
    brand.addWidget(IconLabel("logo", role="action"))
    name = RoleLabel("MentorDesk", role=FontRole.MEDIUM)
    name.setContentsMargins(0, 0, 16, 0)
    brand.addWidget(name)
    brand.addStretch()
    return brand
