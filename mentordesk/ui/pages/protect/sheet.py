"""The recovery sheet: the key of the file on paper."""

from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from mentordesk.domain.dates_said import full_date
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from mentordesk.ui.widgets.calm_column import CalmColumn
from mentordesk.ui.widgets.cards import Card
from mentordesk.ui.widgets.dialogs import message_dialog
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel, SectionLabel
from mentordesk.ui.words import tr

_IN_A_LINE = 7
_MARGIN_MM = 22.0
_DOTS_PER_INCH = 1200


class SheetView(QWidget):
    """The letters, and the ways to put them on paper."""

    def __init__(self, letters: str, file_name: str, today: date) -> None:
        super().__init__()
        self._letters, self._file_name, self._today = letters, file_name, today
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        card = Card(padding=16)
        self.letters = BodyLabel("\n".join(_lines(letters)), wrap=True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setStyleHint(QFont.StyleHint.Monospace)
        fixed.setPointSizeF(self.letters.font().pointSizeF() * 1.15)
        self.letters.setFont(fixed)
        self.letters.setAccessibleName(tr("Letters of the recovery sheet"))
        self.letters.setAccessibleDescription(letters)
        card.body.addWidget(self.letters)
        layout.addWidget(card)
        layout.addWidget(
            QuietLabel(
                tr(
                    "These letters open your file without the passphrase. Keep the sheet where "
                    "you keep your papers, away from this computer. A new passphrase makes a new "
                    "sheet, and this one then opens nothing but older backups."
                ),
                wrap=True,
            )
        )
        self.print_button = PlainButton(tr("Print…"))
        self.print_button.clicked.connect(self._print)
        self.save_button = PlainButton(tr("Save as PDF…"))
        self.save_button.clicked.connect(self._save)
        layout.addWidget(Flow([self.print_button, self.save_button]))

    def document(self) -> QTextDocument:
        """Return the sheet as a page."""
        document = QTextDocument(self)
        document.setHtml(sheet_html(self._letters, self._file_name, self._today))
        return document

    def write_pdf(self, path: Path) -> None:
        """Write the sheet as a PDF that names nothing in what it says of itself."""
        writer = QPdfWriter(str(path))
        writer.setTitle(tr("Recovery sheet"))
        writer.setCreator("MentorDesk")
        writer.setResolution(_DOTS_PER_INCH)
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        self.document().print_(writer)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(tr("Recovery sheet"))
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.document().print_(printer)

    def _save(self) -> None:
        start = str(Path.home() / tr("recovery sheet.pdf"))
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save as PDF"), start, tr("PDF (*.pdf)"))
        if not chosen:
            return
        path = Path(chosen).with_suffix(".pdf")
        self.write_pdf(path)
        if not path.is_file() or not path.stat().st_size:
            message_dialog(self, tr("The sheet can't be written there. Choose another folder."))


class SheetPage(CalmColumn):
    """The sheet on the first run; printing it can wait."""

    finished = Signal()

    def __init__(self, letters: str, file_name: str, today: date) -> None:
        super().__init__(
            tr("Your recovery sheet"),
            tr("For the day when the passphrase does not come to mind. It can be printed later."),
        )
        self.view = SheetView(letters, file_name, today)
        self.body.addWidget(self.view)
        self.button = PrimaryButton(tr("Continue"))
        self.button.clicked.connect(self.finished)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def focus_first(self) -> None:
        """Put the keyboard on the first way to keep the sheet."""
        self.view.print_button.setFocus()


class SheetDialog(QDialog):
    """The sheet over an open desk."""

    def __init__(
        self, letters: str, file_name: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recovery sheet"))
        self.setMinimumWidth(scaled(520))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(SectionLabel(tr("Recovery sheet")))
        self.view = SheetView(letters, file_name, today)
        layout.addWidget(self.view)
        close = LinkButton(tr("Close"))
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)


def sheet_html(letters: str, file_name: str, today: date) -> str:
    """Return the sheet as it is printed."""
    lines = "".join(
        f"<p style='font-family:monospace; font-size:15pt; margin:10px 0'>{escape(line)}</p>"
        for line in _lines(letters)
    )
    told = (
        tr("Recovery sheet of MentorDesk"),
        tr("For the file {file}, {day}.", file=file_name, day=full_date(today)),
        tr(
            "To open the file without its passphrase, choose “Use the recovery sheet” and type "
            "these letters. Zero and O, one and I are read as the same."
        ),
        tr(
            "Whoever has this sheet and the file can read everything in it. "
            "A new passphrase makes a new sheet; then destroy this one."
        ),
    )
    title, which, how, care = (escape(words) for words in told)
    return (
        f"<h2>{title}</h2><p>{which}</p><p>{how}</p>"
        f"<div style='margin:24px 0'>{lines}</div><p>{care}</p>"
    )


def _lines(letters: str) -> list[str]:
    groups = letters.split()
    return [
        "  ".join(groups[start : start + _IN_A_LINE]) for start in range(0, len(groups), _IN_A_LINE)
    ]
