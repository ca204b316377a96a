"""Light marking of Markdown while it is written: headings, bold, bullets, boxes, quotes."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from mentordesk.ui.theme import current_theme

_HEADING = re.compile(r"#{1,6}\s.*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*_])")
_BULLET = re.compile(r"\s*([-*+]|\d{1,9}[.)])\s(\[[ xX]\]\s)?")
_QUOTE = re.compile(r">\s?.*")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Marks one line at a time, so that long notes stay quick."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        current_theme().changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        tokens = current_theme().tokens
        strong = _format(tokens.ink, QFont.Weight.DemiBold)
        quiet = _format(tokens.quiet)
        if _HEADING.match(text):
            self.setFormat(0, len(text), strong)
            return
        if _QUOTE.match(text):
            self.setFormat(0, len(text), quiet)
        if bullet := _BULLET.match(text):
            self.setFormat(bullet.start(1), bullet.end() - bullet.start(1), _format(tokens.action))
        for found in _BOLD.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), quiet)
            self.setFormat(found.start(2), found.end(2) - found.start(2), strong)
        for found in _ITALIC.finditer(text):
            slanted = QTextCharFormat()
            slanted.setFontItalic(True)
            self.setFormat(found.start(2), found.end(2) - found.start(2), slanted)


def _format(colour: str, weight: QFont.Weight = QFont.Weight.Normal) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    made.setFontWeight(weight.value)
    return made
