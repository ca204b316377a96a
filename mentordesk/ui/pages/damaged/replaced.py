"""The question when another program changed the open file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import BodyLabel
from mentordesk.ui.words import tr

_MARGIN, _WIDTH = 24, 460


class ReplacedDialog(QDialog):
    """Read the file anew, go on in a copy, or decide later; Escape decides later."""

    reload_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, sentence: str, *, gone: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("MentorDesk"))
        self.setMinimumWidth(scaled(_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(12)
        layout.addWidget(BodyLabel(sentence, strong=True, wrap=True))
        words = tr("What you see here is safe in memory; nothing was written over.")
        layout.addWidget(BodyLabel(words, wrap=True))
        layout.addSpacing(8)
        self.later_button = PlainButton(tr("Decide later"))
        self.later_button.clicked.connect(self.reject)
        self.reload_button = PlainButton(tr("Reload"))
        self.reload_button.clicked.connect(self._reload)
        self.reload_button.setVisible(not gone)
        self.copy_button = PrimaryButton(tr("Save mine as a copy…"))
        self.copy_button.clicked.connect(self._copy)
        layout.addWidget(Flow([self.later_button, self.reload_button, self.copy_button]))
        self.copy_button.setFocus()

    def _reload(self) -> None:
        self.accept()
        self.reload_wanted.emit()

    def _copy(self) -> None:
        self.accept()
        self.copy_wanted.emit()
