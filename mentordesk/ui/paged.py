"""A report laid out on pages: the same lines on paper, in a PDF and in a preview."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from typing_extensions import override

from mentordesk.ui.words import tr

DOTS = 600
"""Dots to the inch that pages are laid out in, whatever they are drawn on."""

_INK, _QUIET, _HAIRLINE = QColor("#111111"), QColor("#555555"), QColor("#bbbbbb")
_SIDE, _TOP, _FOOT = 0.87, 0.8, 0.95  # inches of margin; the foot holds the number
_POINT = DOTS / 72
_RULE = QTextFormat.Property.UserProperty.value
_FAMILIES = ["Inter", "Segoe UI", "Noto Sans", "DejaVu Sans"]


class Paper(StrEnum):
    """The paper that a report is laid out for."""

    A4 = "a4"
    LETTER = "letter"


_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def page_size(paper: Paper) -> QPageSize:
    """Return what Qt calls a paper."""
    return QPageSize(_SIZES[paper])


@dataclass(frozen=True)
class _Strip:
    """What must not be cut, and whether it stays with the strip below it."""

    top: float
    bottom: float
    keeps: bool = False


class _Quiet(QTextDocument):
    """Loads nothing: returning no picture would let Qt read the file itself."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        return image


class Pages:
    """HTML on pages of a paper; made and used on one thread."""

    def __init__(self, html: str, paper: Paper, *, foot: str) -> None:
        """Lay the HTML out; ``foot`` stands at the bottom of each page beside its number."""
        self._foot, self._paper = foot, paper
        self.size = page_size(paper).sizePixels(DOTS)
        self._width = self.size.width() - 2 * _SIDE * DOTS
        self._height = self.size.height() - (_TOP + _FOOT) * DOTS
        self._device = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._device.setDotsPerMeterX(round(DOTS / 0.0254))
        self._device.setDotsPerMeterY(round(DOTS / 0.0254))
        self._document = _Quiet()
        self._document.setUndoRedoEnabled(False)
        self._document.documentLayout().setPaintDevice(self._device)
        self._document.setDocumentMargin(0)
        font = QFont(_FAMILIES)
        font.setPointSizeF(10)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._document.setDefaultFont(font)
        self._document.setUseDesignMetrics(True)
        self._document.setHtml(html)
        self._flatten_rules()
        self._document.setTextWidth(self._width)
        self._starts = self._broken(list(self._strips()))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._starts) - 1

    def plain_text(self) -> str:
        """Return all that the pages say."""
        return self._document.toPlainText()

    def draw(self, page: int, painter: QPainter) -> None:
        """Draw a page; the painter's unit is a dot of the layout."""
        top, bottom = self._starts[page], self._starts[page + 1]
        painter.save()
        painter.translate(_SIDE * DOTS, _TOP * DOTS - top)
        clip = QRectF(0, top, self._width, bottom - top)
        painter.setClipRect(clip)
        how = QAbstractTextDocumentLayout.PaintContext()
        how.clip = clip
        palette = QPalette(_INK, Qt.GlobalColor.white)
        palette.setColor(QPalette.ColorRole.Text, _INK)
        how.palette = palette
        self._document.documentLayout().draw(painter, how)
        painter.setPen(QPen(_HAIRLINE, 0.5 * _POINT))
        for y in self._rules():
            if top <= y < bottom:
                painter.drawLine(0, round(y), round(self._width), round(y))
        painter.restore()
        self._draw_foot(page, painter)

    def picture(self, page: int, dots: float) -> QImage:
        """Return a page as a picture, so many dots to the inch."""
        scale = dots / DOTS
        size = QSize(round(self.size.width() * scale), round(self.size.height() * scale))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(scale, scale)
        self.draw(page, painter)
        painter.end()
        return image

    def pdf(self, title: str) -> Iterator[bytes]:
        """Yield a PDF, with nothing for each page that is drawn; all it tells is its title."""
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(DOTS)
        writer.setPageSize(page_size(self._paper))
        writer.setPageMargins(QMarginsF())
        writer.setTitle(title)
        writer.setCreator("")
        painter = QPainter(writer)
        try:
            for page in range(self.count):
                if page:
                    writer.newPage()
                self.draw(page, painter)
                yield b""
        finally:
            painter.end()
        yield bytes(buffer.data().data())

    def _draw_foot(self, page: int, painter: QPainter) -> None:
        left, right = _SIDE * DOTS, self.size.width() - _SIDE * DOTS
        y = self.size.height() - 0.66 * DOTS
        painter.save()
        painter.setPen(QPen(_HAIRLINE, 0.5 * _POINT))
        painter.drawLine(round(left), round(y), round(right), round(y))
        painter.setPen(_QUIET)
        font = QFont(_FAMILIES)
        font.setPixelSize(round(8 * _POINT))
        painter.setFont(font)
        box = QRectF(left, y + 5 * _POINT, right - left, 14 * _POINT)
        number = tr("Page {page} of {count}", page=page + 1, count=self.count)
        room = box.width() - painter.fontMetrics().horizontalAdvance(number) - 12 * _POINT
        foot = painter.fontMetrics().elidedText(self._foot, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, foot)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, number)
        painter.restore()

    def _broken(self, strips: list[_Strip]) -> list[float]:
        """Return where each page begins, and the end of the last."""
        starts, first = [0.0], 0
        for number, strip in enumerate(strips):
            while strip.bottom - starts[-1] > self._height:
                cut = number
                while cut > first and strips[cut - 1].keeps:
                    cut -= 1
                if cut <= first:
                    cut = number
                if cut > first and strips[cut].top > starts[-1]:
                    starts.append(strips[cut].top)
                    first = cut
                else:  # taller than a page by itself
                    starts.append(starts[-1] + self._height)
        end = strips[-1].bottom if strips else 0.0
        return [*starts, end + _POINT * 4]

    def _strips(self) -> Iterator[_Strip]:
        place = self._document.rootFrame().begin()
        heading = False
        while not place.atEnd():
            block, frame = place.currentBlock(), place.currentFrame()
            if block.isValid():
                leads = block.blockFormat().headingLevel() > 0
                leads = leads or (heading and _is_rule(block))
                # A line of facts under a heading stays with what it speaks of.
                facts = heading and block.layout().lineCount() == 1
                yield from self._lines(block, keeps=leads or facts)
                heading = leads
            elif isinstance(frame, QTextTable):
                yield from self._rows(frame)
                heading = False
            else:
                box = self._document.documentLayout().frameBoundingRect(frame)
                yield _Strip(box.top(), box.bottom())
            place += 1

    def _rows(self, table: QTextTable) -> Iterator[_Strip]:
        """Yield the rows of a table; the first stays with the second, the last with its elder."""
        layout = self._document.documentLayout()
        for row in range(table.rows()):
            boxes = []
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                block = cell.firstCursorPosition().block()
                last = cell.lastCursorPosition().block()
                top = layout.blockBoundingRect(block).top()
                boxes.append((top, layout.blockBoundingRect(last).bottom()))
            pad = 3 * DOTS / 96
            keeps = table.rows() > 2 and row in {0, table.rows() - 2}
            yield _Strip(min(b[0] for b in boxes) - pad, max(b[1] for b in boxes) + pad, keeps)

    def _lines(self, block: QTextBlock, *, keeps: bool) -> Iterator[_Strip]:
        box = self._document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        count = layout.lineCount()
        if not count:
            yield _Strip(box.top(), box.bottom(), keeps)
        for number in range(count):
            line = layout.lineAt(number)
            top = box.top() + line.y()
            # No first or last line of a paragraph stands alone on a page.
            alone = count > 1 and number in {0, count - 2}
            yield _Strip(top, top + line.height(), keeps or alone)

    def _flatten_rules(self) -> None:
        """Make each rule a mark of little height: the hairline is drawn by ourselves."""
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block = self._document.begin()
        while block.isValid():
            form = block.blockFormat()
            if form.hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth):
                form.clearProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth)
                form.setProperty(_RULE, True)  # noqa: FBT003 (Qt takes no names)
                form.setLineHeight(2 * _POINT, fixed.value)
                QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def _rules(self) -> Iterator[float]:
        layout = self._document.documentLayout()
        block = self._document.begin()
        while block.isValid():
            if _is_rule(block):
                above = layout.blockBoundingRect(block.previous())
                yield above.bottom() + 4 * _POINT
            block = block.next()


def _is_rule(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(_RULE)
