"""Small drawn things: avatar, chip, progress, divider, icon."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from mentordesk.ui.theme import FontRole, current_theme, font, scaled
from mentordesk.ui.widgets.labels import RoleLabel


class Divider(QFrame):
    """A hairline across, or down."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "divider")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class IconLabel(QLabel):
    """An icon that is only looked at; what it means is said in words beside it."""

    def __init__(self, icon_name: str, *, role: str = "quiet", size: int = 20) -> None:
        super().__init__()
        self._icon_name, self._role = icon_name, role
        self.setFixedSize(scaled(size), scaled(size))

    def set_icon(self, icon_name: str, role: str = "quiet") -> None:
        """Show another icon."""
        self._icon_name, self._role = icon_name, role
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        current_theme().icon(self._icon_name, self._role).paint(painter, self.rect())


class Avatar(QWidget):
    """A circle with a person's initials, 24 or 40 pixels wide."""

    def __init__(self, initials: str, size: int = 24) -> None:
        super().__init__()
        self._initials = initials
        self.setFixedSize(scaled(size), scaled(size))
        made = QFont(font(FontRole.STRONG))
        made.setPixelSize(round(scaled(size) * 0.4))
        self.setFont(made)

    def set_initials(self, initials: str) -> None:
        """Show another person's initials."""
        self._initials = initials
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.ink)) if tokens.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(tokens.action))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)


_CHIP_SIDE = 8


class Chip(QFrame):
    """A few words in a pill: soft, attention, outline or good; attention always has an icon."""

    def __init__(
        self, text: str, tone: str = "soft", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setProperty("look", "plain")
        layout = QHBoxLayout(self)
        shown_icon = icon or ("attention" if tone == "attention" else None)
        layout.setContentsMargins(_CHIP_SIDE if shown_icon else 0, 3, 0, 3)
        layout.setSpacing(0)
        if shown_icon:
            layout.addWidget(IconLabel(shown_icon, role=self._ink(), size=14))
        self._label = RoleLabel(text, role=FontRole.CHIP, tone=_LABEL_TONES.get(tone, ""))
        self._label.setContentsMargins(4 if shown_icon else _CHIP_SIDE, 0, _CHIP_SIDE, 0)
        layout.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def text(self) -> str:
        """Return the words."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Change the words."""
        self._label.setText(text)

    def _ink(self) -> str:
        return {"attention": "attention", "outline": "quiet", "good": "good"}.get(
            self._tone, "accent"
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_theme().tokens
        fill = {"attention": tokens.attention_soft, "soft": tokens.accent_soft}.get(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outlined = self._tone == "outline" or fill is None or tokens.contrast
        painter.setPen(QPen(QColor(tokens.hairline)) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)


_LABEL_TONES = {"attention": "attention", "outline": "quiet", "good": "good", "soft": "action"}


class SlimProgress(QProgressBar):
    """A bar six pixels high; its name says the fact in words, such as "3 of 5"."""

    def __init__(self, fraction: float = 0.0, name: str = "") -> None:
        super().__init__()
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_fraction(fraction, name)

    def set_fraction(self, fraction: float, name: str = "") -> None:
        """Show a part of one, from 0.0 to 1.0, and say it as ``name``."""
        self.setValue(round(1000 * min(1.0, max(0.0, fraction))))
        self.setAccessibleName(name)
        self.setToolTip(name)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.ink)) if tokens.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface if tokens.contrast else tokens.hairline))
        whole = QRectF(self.rect())
        painter.drawRoundedRect(whole, 3, 3)
        if not self.value():
            return
        done = QRectF(whole)
        done.setWidth(max(6.0, whole.width() * self.value() / self.maximum()))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            done.moveRight(whole.right())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.action))
        painter.drawRoundedRect(done, 3, 3)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
