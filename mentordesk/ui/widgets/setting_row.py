"""One thing that can be set: what it is at the leading side, the choice at the trailing one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.labels import QuietLabel, RoleLabel

_SIDE, _TOP = 16, 12
_CONTROL_WIDTH = 248
_BESIDE_FROM = 520
"""Width from which the choice stands beside the words and not below them."""


class SettingRow(QWidget):
    """Words, a hint below them, and what is chosen with."""

    def __init__(self, words: str, hint: str, controls: Sequence[QWidget], focus: QWidget) -> None:
        """Make the row; ``focus`` is the one of the controls that takes the keyboard first."""
        super().__init__()
        self.focus = focus
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        self._layout.setSpacing(_TOP)
        self.label = RoleLabel(words, role=FontRole.MEDIUM, wrap=True)
        self.label.setBuddy(focus)
        self.hint = QuietLabel(hint, small=True, wrap=True)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addStretch()
        told.addWidget(self.label)
        told.addWidget(self.hint)
        told.addStretch()
        self._layout.addLayout(told, 1)
        self._tray = QWidget()
        tray = QHBoxLayout(self._tray)
        tray.setContentsMargins(0, 0, 0, 0)
        tray.setSpacing(8)
        for control in controls:
            tray.addWidget(control, 1)
        self._layout.addWidget(self._tray, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_hint(hint)

    def set_hint(self, hint: str) -> None:
        """Say something else below the words."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.focus.setAccessibleDescription(hint)

    def _arrange(self) -> None:
        beside = self.width() >= scaled(_BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(way)
        self._tray.setFixedWidth(min(scaled(_CONTROL_WIDTH), max(0, self.width() - 2 * _SIDE)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._arrange()
