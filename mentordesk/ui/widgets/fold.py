"""Rows that wait under a word such as More."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.ui.widgets.buttons import LinkButton


class Fold(QWidget):
    """Rows that are shown on demand."""

    def __init__(self, label: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self._button = LinkButton(label, icon="chevron-right", flush=True)
        self._button.setCheckable(True)
        self._button.toggled.connect(self._show)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.body.addStretch()
        layout.addWidget(self._inside)
        self._inside.hide()

    def open(self) -> None:
        """Show what is inside."""
        self._button.setChecked(True)

    def _show(self, shown: bool) -> None:  # noqa: FBT001
        self._inside.setVisible(shown)
        self._button.set_icon("chevron-down" if shown else "chevron-right")
