"""Print a plan, a relationship's page or a meeting, or save it as pages."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.exits import ExitKind
from mentordesk.domain.release import MYSELF, Audience
from mentordesk.domain.reports import ReportKind, ReportWish
from mentordesk.ui.context import Context
from mentordesk.ui.paged import DOTS, Paper, page_size
from mentordesk.ui.pages.going_out.audiences import audiences
from mentordesk.ui.pages.going_out.calendar import ScrolledColumns
from mentordesk.ui.pages.going_out.dialog import SavingDialog
from mentordesk.ui.pages.going_out.job import Job
from mentordesk.ui.pages.going_out.report_job import Report, report_job
from mentordesk.ui.pages.going_out.report_preview import ReportPreview
from mentordesk.ui.widgets.buttons import PlainButton
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

_TITLES = {
    ReportKind.PLAN: "Print or save the plan",
    ReportKind.RELATIONSHIP: "Print or save this page",
    ReportKind.MEETING: "Print or save the meeting",
}


class ReportDialog(SavingDialog):
    """Chooses for whom, shows what goes, what stays and the pages; then prints or saves them."""

    width_wanted = 960

    def __init__(
        self,
        context: Context,
        wish: ReportWish,
        *,
        about: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; ``about`` is the one relationship that it may go to, if it is one."""
        self._wish, self._suffix = wish, ".pdf"
        self._audiences = audiences(context, about)
        self._names = dict(self._audiences)
        explanation = tr("Pages to keep, print or send, black on white.")
        super().__init__(context, tr(_TITLES[wish.kind]), explanation, self._choices(), parent)
        self.setProperty("help", "reports")
        self.preview = ReportPreview(context)
        self.save_button.setText(tr("Save as PDF…"))
        self.others = self._ways()
        self._assemble()
        self.form.edited.connect(self.refresh)
        context.curtain.changed.connect(self.close)
        self.refresh()

    def refresh(self) -> None:
        """Say anew what goes and what stays, and draw the pages."""
        self.report = self._report()
        released = self.report.released
        self.summary.show_released(released, self._names[released.audience])
        self.preview.show_report(self.report)
        for button in (self.save_button, *self.others):
            button.setEnabled(bool(released.items))

    @override
    def job(self) -> Job:
        suffix, self._suffix = self._suffix, ".pdf"
        return report_job(self.report, suffix)

    def save_html(self) -> None:
        """Ask where to, and save as HTML."""
        self._save_as(".html")

    def save_markdown(self) -> None:
        """Ask where to, and save as Markdown."""
        self._save_as(".md")

    def _save_as(self, suffix: str) -> None:
        self._suffix = suffix
        self.save()
        self._suffix = ".pdf"

    def copy_text(self) -> None:
        """Put it into the clipboard as text."""
        QGuiApplication.clipboard().setText(self.report.markdown())
        self._note(ExitKind.CLIPBOARD, tr("Copied as text."))

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(page_size(self.report.paper))
        printer.setFullPage(True)
        printer.setDocName(tr("MentorDesk"))
        if QPrintDialog(printer, self).exec() != QPrintDialog.DialogCode.Accepted:
            return
        pages = self.report.pages()
        first = max(printer.fromPage(), 1) - 1
        last = min(printer.toPage() or pages.count, pages.count)
        painter = QPainter(printer)
        painter.scale(printer.logicalDpiX() / DOTS, printer.logicalDpiY() / DOTS)
        for number in range(first, last):
            if number > first:
                printer.newPage()
            pages.draw(number, painter)
        painter.end()
        self._note(ExitKind.PRINT, tr("Sent to the printer."))

    def _note(self, what: ExitKind, said: str) -> None:
        record = partial(self.context.desk.exits.record, self.report.released, what)
        self.context.perform(record)
        self.context.notify(said, undo=False)
        self.accept()

    def _report(self) -> Report:
        values = self.form.values()
        audience, paper = values["audience"], values["paper"]
        what = values.get("what", self._wish.kind)
        wish = ReportWish(
            kind=what if isinstance(what, ReportKind) else self._wish.kind,
            item=self._wish.item,
            changes=bool(values.get("changes", False)),
        )
        whom = audience if isinstance(audience, Audience) else MYSELF
        found = self.context.desk.reports.preview(wish, whom, zone_name=self.context.zone_name)
        size = paper if isinstance(paper, Paper) else Paper.A4
        return Report(found.head, found.released, self.context.today(), size)

    def _choices(self) -> Form:
        form = Form()
        if self._wish.kind is ReportKind.RELATIONSHIP:
            whole, goals = tr("The whole page"), tr("The goals alone")
            options = [(ReportKind.RELATIONSHIP, whole), (ReportKind.PLAN, goals)]
            form.add_choice("what", tr("What"), options)
        form.add_choice("audience", tr("For whom"), self._audiences)
        papers = [(Paper.A4, tr("A4")), (Paper.LETTER, tr("Letter"))]
        form.add_choice("paper", tr("Paper"), papers)
        metric = QLocale.MeasurementSystem.MetricSystem
        here = QLocale().measurementSystem() == metric
        form.load({"paper": Paper.A4 if here else Paper.LETTER})
        if self._wish.kind is not ReportKind.MEETING:
            form.add_check("changes", tr("With the written changes"))
        return form

    def _ways(self) -> list[QPushButton]:
        ways: list[tuple[str, Callable[[], object]]] = [
            (tr("Copy as text"), self.copy_text),
            (tr("Save as Markdown…"), self.save_markdown),
            (tr("Save as HTML…"), self.save_html),
            (tr("Print…"), self.print_pages),
        ]
        buttons: list[QPushButton] = []
        for words, run in ways:
            button = PlainButton(words)
            button.clicked.connect(run)
            buttons.append(button)
        return buttons

    def _assemble(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(16)
        side.addWidget(self.form)
        side.addWidget(self.summary, 1)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(ScrolledColumns(side), 2)
        both.addWidget(self.preview, 3)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addStretch(1)
        for button in self.others:
            ways.addWidget(button)
        self.middle.addLayout(both, 1)
        self.middle.addLayout(ways)

    @override
    def _set_busy(self, *, busy: bool) -> None:
        super()._set_busy(busy=busy)
        for button in self.others:
            button.setDisabled(busy)


def print_report(
    context: Context,
    wish: ReportWish,
    parent: QWidget | None = None,
    *,
    about: UUID | None = None,
) -> ReportDialog:
    """Open the dialog on what a wish names."""
    dialog = ReportDialog(context, wish, about=about, parent=parent)
    dialog.open()
    return dialog
