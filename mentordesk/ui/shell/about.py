"""About MentorDesk: versions, licences, where things lie."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mentordesk import __version__
from mentordesk.services.about import LICENCE, libraries, versions
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel, SectionLabel
from mentordesk.ui.widgets.marks import IconLabel
from mentordesk.ui.words import tr

_SIZE = QSize(620, 620)
_MARGIN = 24


class AboutDialog(QDialog):
    """Says what the program is and what it is made of; the details can be copied."""

    def __init__(self, data: Path, file: Path, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            data: the folder where a person's file lies unless they choose another.
            file: the open file.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About MentorDesk"))
        self._facts = facts(data, file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(16)
        layout.addLayout(_head())
        self.details = QuietLabel("\n".join(f"{name}: {value}" for name, value in self._facts))
        self.details.setWordWrap(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._scrolled(), 1)
        layout.addLayout(self._buttons())
        self.close_button.setFocus()

    def _scrolled(self) -> QScrollArea:
        """Return facts and libraries on one ground; the arrow keys scroll it."""
        ground = QWidget()
        ground.setProperty("look", "page")
        body = QVBoxLayout(ground)
        body.setContentsMargins(0, 0, 8, 0)
        body.setSpacing(16)
        body.addWidget(self.details)
        body.addWidget(BodyLabel(tr("Made with"), strong=True))
        body.addLayout(_library_grid())
        body.addStretch()
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setAccessibleName(tr("Versions and licences"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        return area

    def copy_details(self) -> None:
        """Put the details on the clipboard: no name, no word of the file, no path in a home."""
        QGuiApplication.clipboard().setText(copied(self._facts))
        self.copy_button.setText(tr("Copied"))

    def _buttons(self) -> QHBoxLayout:
        self.copy_button = PlainButton(tr("Copy details"))
        self.copy_button.clicked.connect(self.copy_details)
        self.close_button = PrimaryButton(tr("Close"))
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        return buttons

    @override
    def sizeHint(self) -> QSize:
        room = self.screen().availableGeometry().size() - QSize(32, 64)
        return QSize(scaled(_SIZE.width()), scaled(_SIZE.height())).boundedTo(room)


def facts(data: Path, file: Path) -> list[tuple[str, str]]:
    """Return what there is to say of this installation."""
    return [
        *versions(),
        ("Qt", qVersion()),
        (tr("Platform"), QGuiApplication.platformName()),
        (tr("Usual place of files"), str(data)),
        (tr("This file"), str(file)),
    ]


def copied(told: Sequence[tuple[str, str]]) -> str:
    """Return the facts for somebody else: a path may hold names, so none is told."""
    lines = []
    for name, value in told:
        is_path = "/" in value or "\\" in value
        shown = tr("(a path, left out)") if is_path else value
        lines.append(f"{name}: {shown}")
    return "\n".join(lines)


def _head() -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(SectionLabel(tr("MentorDesk {version}", version=__version__)))
    words.addWidget(
        QuietLabel(
            tr(
                "One person's mentoring life in one local file. Licence: {licence}. "
                "No account, no server, no network.",
                licence=LICENCE,
            ),
            wrap=True,
        )
    )
    head = QHBoxLayout()
    head.setSpacing(16)
    head.addWidget(IconLabel("logo", role="action", size=40), 0, Qt.AlignmentFlag.AlignTop)
    head.addLayout(words, 1)
    return head


def _library_grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(2, 1)
    for place, library in enumerate(libraries()):
        for column, words in enumerate((library.name, library.version, library.licence)):
            label = BodyLabel(words) if not column else QuietLabel(words, wrap=column == 2)
            grid.addWidget(label, place, column, Qt.AlignmentFlag.AlignTop)
    return grid
