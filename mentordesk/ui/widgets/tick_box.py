"""A box to tick that stands without words of its own."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from mentordesk.ui.theme import scaled
from mentordesk.ui.theme_sheet import TICK_SIZE


class TickBox(QCheckBox):
    """A box whose words stand elsewhere; the room around it takes clicks too (WCAG 2.5.8)."""

    def __init__(self, name: str, *, ticked: bool = False) -> None:
        super().__init__()
        self.setProperty("look", "tick")
        self.setAccessibleName(name)
        self.setChecked(ticked)
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(scaled(TICK_SIZE), scaled(TICK_SIZE))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()
