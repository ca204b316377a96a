"""Labels of the few kinds that pages use. All show plain text, never markup."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from mentordesk.ui.theme import FontRole, font


class RoleLabel(QLabel):
    """A plain-text label in the font of its role and the colour of its tone."""

    def __init__(
        self,
        text: str = "",
        *,
        role: FontRole = FontRole.BODY,
        tone: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setFont(font(role))
        if tone:
            self.setProperty("tone", tone)
        self._asked = self.alignment()
        self.setAlignment(self._asked)

    @override
    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Lead and trail with the layout; Qt would go by the letters of the text instead."""
        self._asked = alignment
        seen = QStyle.visualAlignment(self.layoutDirection(), alignment)
        super().setAlignment(seen | Qt.AlignmentFlag.AlignAbsolute)

    def set_tone(self, tone: str) -> None:
        """Change the colour: ``""``, ``quiet``, ``action``, ``attention`` or ``good``."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(font(self._role))
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._asked)
        super().changeEvent(event)


class TitleLabel(RoleLabel):
    """The title of a page."""

    def __init__(self, text: str = "", *, wrap: bool = False) -> None:
        super().__init__(text, role=FontRole.TITLE, wrap=wrap)


class SectionLabel(RoleLabel):
    """The heading of a section or a card."""

    def __init__(self, text: str = "", *, wrap: bool = False) -> None:
        super().__init__(text, role=FontRole.SECTION, wrap=wrap)


class BodyLabel(RoleLabel):
    """Ordinary text."""

    def __init__(self, text: str = "", *, strong: bool = False, wrap: bool = False) -> None:
        super().__init__(text, role=FontRole.STRONG if strong else FontRole.BODY, wrap=wrap)


class QuietLabel(RoleLabel):
    """Secondary text."""

    def __init__(self, text: str = "", *, small: bool = False, wrap: bool = False) -> None:
        role = FontRole.SECONDARY if small else FontRole.BODY
        super().__init__(text, role=role, tone="quiet", wrap=wrap)


class CapsLabel(RoleLabel):
    """The small label above a group, such as NEXT; its text stays in sentence case."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, role=FontRole.CAPS, tone="quiet")


class ElidedLabel(RoleLabel):
    """One line that ends in an ellipsis where there is no room; the tooltip has it all."""

    def __init__(self, text: str = "", *, role: FontRole = FontRole.BODY, tone: str = "") -> None:
        super().__init__(text, role=role, tone=tone)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._explain()

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 6, hint.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._one_line()
        if self.fontMetrics().horizontalAdvance(line) <= self.contentsRect().width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            line, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment(),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )

    def _one_line(self) -> str:
        return self.text().replace("\n", " ")

    def _explain(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._one_line()) <= self.contentsRect().width()
        self.setToolTip("" if fits else self.text())
