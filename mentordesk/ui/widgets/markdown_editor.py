"""Notes: writing Markdown as plain text, and showing it without reaching for anything outside."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from mentordesk.ui.theme import FontRole, font
from mentordesk.ui.widgets.dialogs import ask
from mentordesk.ui.widgets.markdown_highlighter import MarkdownHighlighter
from mentordesk.ui.words import tr

_LINE_HEIGHT = 140  # per cent
_PAUSE_MILLISECONDS = 2000
_OPENABLE = frozenset({"https", "mailto"})
_FEATURES = QTextDocument.MarkdownFeature(
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub.value
    | QTextDocument.MarkdownFeature.MarkdownNoHTML.value
)


class NoteEditor(QTextEdit):
    """Edits Markdown as plain text; says what was written within two seconds."""

    text_edited = Signal(str)

    def __init__(
        self, name: str, *, placeholder: str = "", frame: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if not frame:
            self.setProperty("look", "plain")
        self._highlighter = MarkdownHighlighter(self.document())
        self._loading = False
        self._pending = QTimer(self)
        self._pending.setSingleShot(True)
        self._pending.setTimerType(Qt.TimerType.PreciseTimer)
        self._pending.setInterval(_PAUSE_MILLISECONDS)
        self._pending.timeout.connect(self._say)
        self.textChanged.connect(self._note_change)
        self._space_lines()

    def load(self, markdown: str) -> None:
        """Show a stored text; this is no edit and cannot be undone."""
        self._pending.stop()
        self._loading = True
        self.setPlainText(markdown)
        self._space_lines()
        self._loading = False

    def markdown(self) -> str:
        """Return the text as written."""
        return self.toPlainText()

    def flush(self) -> None:
        """Say a change that is still waiting now, for example before the page is left."""
        if self._pending.isActive():
            self._pending.stop()
            self._say()

    def _note_change(self) -> None:
        # Not put off by further typing: at most two seconds of it may ever be lost.
        if not self._loading and not self._pending.isActive():
            self._pending.start()

    def _say(self) -> None:
        self.text_edited.emit(self.markdown())

    def _space_lines(self) -> None:
        document = self.document()
        document.setUndoRedoEnabled(False)
        _space_lines(document)
        document.setUndoRedoEnabled(True)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return _blank_image()


class NoteView(QTextBrowser):
    """Shows Markdown; loads nothing, and asks before it opens a link."""

    def __init__(
        self,
        markdown: str = "",
        *,
        name: str = "",
        open_link: Callable[[QUrl], object] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_link = open_link
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setProperty("look", "plain")
        self.setAccessibleName(name)
        self.anchorClicked.connect(self.offer_link)
        self.show_markdown(markdown)

    def show_markdown(self, markdown: str) -> None:
        """Show a text; HTML in it stays text."""
        document = self.document()
        document.setMarkdown(markdown, _FEATURES)
        _space_lines(document)
        _calm_fragments(document)

    def offer_link(self, url: QUrl) -> None:
        """Ask whether to open an https or mailto link; others are never opened."""
        if url.scheme() in _OPENABLE:
            ask(
                self,
                tr("Open this link outside MentorDesk?"),
                url.toDisplayString(),
                tr("Open link"),
                partial(self._open_link, url),
            )

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        # Returning nothing would let Qt read the file itself; a real picture stops it.
        return _blank_image()


def _space_lines(document: QTextDocument) -> None:
    spaced = QTextBlockFormat()
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    spaced.setLineHeight(_LINE_HEIGHT, kind.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spaced)


def _calm_fragments(document: QTextDocument) -> None:
    """Give headings the size of a section, not of a poster, and underline links."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        for start, length, written in _fragments(block):
            if level:
                written.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                heading = font(FontRole.SECTION if level == 1 else FontRole.STRONG)
                written.setFontPointSize(heading.pointSizeF())
                written.setFontWeight(heading.weight())
            written.setFontUnderline(written.isAnchor())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(written)
        block = block.next()


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return position, length and format of a block's fragments, before any is changed."""
    found = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        place += 1
    return found


def _blank_image() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(QColor(Qt.GlobalColor.transparent))
    return image
