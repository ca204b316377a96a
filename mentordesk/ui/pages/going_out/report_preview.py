"""The first pages of a report as they will look, drawn beside the window."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.context import Context
from mentordesk.ui.pages.going_out.report_job import Report
from mentordesk.ui.tasks import Progress
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.words import plural, tr

MOST = 8
"""Pages that are shown; the others are counted."""

_DOTS, _LEAST, _GAP = 80, 45, 12
_EDGE = "#8C8A84"
_WIDEST = 8.5  # inches of Letter


class ReportPreview(QScrollArea):
    """Shows pages one below the other, and says how many more there are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: Report | None = None
        self._task: Progress | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(120)
        self._soon.timeout.connect(self._draw_again)
        self.pages: list[QLabel] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Preview of the pages"))
        self.setProperty("look", "page")
        self.setMinimumSize(390, 240)
        ground = QWidget()
        ground.setProperty("look", "page")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.more = QuietLabel(small=True)
        self._column.addWidget(self.more)
        self.setWidget(ground)

    def show_report(self, report: Report) -> None:
        """Draw the pages of another report; what is still being drawn is dropped."""
        self._wanted = report
        if self._task is not None:
            self._task.cancel()
        room = (self.viewport().width() - 2) / _WIDEST
        dots = max(_LEAST, min(_DOTS, room)) * self.devicePixelRatioF()
        self._task = self._context.tasks.run(
            partial(_draw, report, dots), partial(self._show, report), _raise, owner=self
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted is not None and event.oldSize().width() != event.size().width():
            self._soon.start()

    def _draw_again(self) -> None:
        if self._wanted is not None:
            self.show_report(self._wanted)

    def _show(self, report: Report, drawn: object) -> None:
        if report is not self._wanted or not isinstance(drawn, tuple):
            return
        pictures, count = drawn
        for label in self.pages:
            self._column.removeWidget(label)
            label.deleteLater()
        self.pages = [self._page(number, image) for number, image in enumerate(pictures)]
        more = count - len(pictures)
        self.more.setText(plural(more, "and 1 more page", "and {count} more pages") if more else "")
        self.more.setVisible(more > 0)

    def _page(self, number: int, image: QImage) -> QLabel:
        picture = QPixmap.fromImage(image)
        painter = QPainter(picture)
        painter.setPen(QColor(_EDGE))
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        label = QLabel()
        label.setPixmap(picture)
        label.setAccessibleName(tr("Page {number}", number=number + 1))
        self._column.insertWidget(number, label)
        return label


def _draw(report: Report, dots: float, progress: Progress) -> tuple[list[QImage], int]:
    progress.step(0, 1)
    pages = report.pages()
    pictures = []
    for number in range(min(pages.count, MOST)):
        progress.step(number, pages.count)
        pictures.append(pages.picture(number, dots))
    return pictures, pages.count


def _raise(error: Exception) -> None:
    raise error
