"""A text of the help: no pictures, no HTML, no way out."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from mentordesk.ui.help_topics import help_text, help_title, linked_topic
from mentordesk.ui.theme import FontRole, font, scaled
from mentordesk.ui.words import tr

_LINE_HEIGHT = 140.0
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_HEADINGS = {1: FontRole.TITLE, 2: FontRole.SECTION}


class HelpReader(QTextBrowser):
    """Shows a topic; a link leads to another topic."""

    topic_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "plain")
        self.setAccessibleName(tr("Help"))
        self.setTabChangesFocus(False)  # Tab goes from link to link, and then on
        self.anchorClicked.connect(self._follow)

    def show_topic(self, topic: str) -> None:
        """Show a topic from its beginning."""
        self.topic = topic
        self.setAccessibleName(tr("Help: {topic}", topic=help_title(topic)))
        self._write()

    def _write(self) -> None:
        document = self.document()
        document.setDefaultFont(font(FontRole.BODY))
        document.setMarkdown(help_text(self.topic), _FEATURES)
        block = document.begin()
        while block.isValid():
            self._dress(QTextCursor(block), block.blockFormat().headingLevel())
            block = block.next()
        self._colour_links()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self, cursor: QTextCursor, level: int) -> None:
        shape = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        shape.setLineHeight(_LINE_HEIGHT, height.value)
        if level in _HEADINGS:
            shape.setTopMargin(scaled(0 if level == 1 else 20))
            shape.setBottomMargin(scaled(8))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = cursor.charFormat()
            made = font(_HEADINGS[level])
            letters.setFont(made)
            letters.clearProperty(letters.Property.FontSizeAdjustment.value)
            cursor.setCharFormat(letters)
        else:
            room = scaled(8 if cursor.currentList() is None else 3)
            shape.setTopMargin(room)
            shape.setBottomMargin(room)
        cursor.mergeBlockFormat(shape)

    def _colour_links(self) -> None:
        """Give links and strong words the theme's colour and weight."""
        link = self.palette().color(QPalette.ColorRole.Link)
        block = self.document().begin()
        while block.isValid():
            for fragment in _fragments(block):
                letters = fragment.charFormat()
                if letters.isAnchor():
                    letters.setForeground(link)
                    letters.setFontUnderline(True)
                elif (
                    letters.fontWeight() >= QFont.Weight.Bold
                    and not block.blockFormat().headingLevel()
                ):
                    letters.setFontWeight(QFont.Weight.DemiBold)
                else:
                    continue
                cursor = QTextCursor(self.document())
                cursor.setPosition(fragment.position())
                end = fragment.position() + fragment.length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(letters)
            block = block.next()

    def _follow(self, address: QUrl) -> None:
        if (topic := linked_topic(address.toString())) is not None:
            self.topic_wanted.emit(topic)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None  # nothing is fetched, from the disk neither

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        restyled = {QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange}
        if event.type() in restyled and self.topic:
            place = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(place)


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """Return the pieces of a block that are formatted alike."""
    found = []
    at = block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found
