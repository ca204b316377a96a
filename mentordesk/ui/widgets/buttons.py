"""Buttons: one primary, plain ones, links, icons. Enter elsewhere in a dialog presses none."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from mentordesk.ui.theme import FontRole, current_theme, font, scaled

_TITLE_PADDING = 4
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _SeenWords(QLabel):
    """The words that stand on a button, for those to whom its contents are read.

    A name that adds whose row it is ("Done: send the draft") would else be all that is known of
    the button, and nobody could tell by ear which words are seen. The button itself paints them.
    """

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""


class _TextButton(QPushButton):
    """What all buttons with words share."""

    look = ""
    icon_role = "ink"

    def __init__(
        self,
        text: str,
        *,
        name: str = "",
        icon: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._seen: _SeenWords | None = None
        self.setAutoDefault(False)
        self.setProperty("look", self.look)
        self.setFont(font(FontRole.MEDIUM))
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.setIconSize(QSize(scaled(16), scaled(16)))
        self._draw_icon()

    def set_icon(self, icon_name: str) -> None:
        """Show an icon before the words."""
        self._icon_name = icon_name
        self._draw_icon()

    def _draw_icon(self) -> None:
        if self._icon_name:
            self.setIcon(current_theme().icon(self._icon_name, self.icon_role))

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if name and name != self.text() and self._seen is None:
            self._seen = _SeenWords(self)
            self._seen.show()
        self._place_seen()

    def _shown(self) -> str:
        """Return the words as there is room for them."""
        return self.text()

    def _place_seen(self) -> None:
        if self._seen is not None:
            self._seen.setText(self._shown())
            self._seen.setGeometry(self.rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_seen()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button that has the focus, not some other default.
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RESTYLED:
            self._draw_icon()
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(font(FontRole.MEDIUM))
        super().changeEvent(event)


class PrimaryButton(_TextButton):
    """The one action a page or dialog is about."""

    look = "primary"
    icon_role = "on_action"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            # The accent ring would vanish on the accent: a line inside sets it off.
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_theme().tokens.on_action), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.75, 2.75, -2.75, -2.75), 4, 4)


class PlainButton(_TextButton):
    """An ordinary action, with a border."""

    look = "plain"


class LinkButton(_TextButton):
    """A lesser action, as accent words."""

    look = "link"
    icon_role = "action"

    def __init__(
        self,
        text: str,
        *,
        name: str = "",
        icon: str = "",
        hint: str = "",
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, name=name, icon=icon, hint=hint, parent=parent)
        # Flush with the text above and below, where it stands alone.
        self.setProperty("flush", flush)


class TitleButton(_TextButton):
    """A title that opens what it names; looks like text until it is hovered or focused."""

    look = "title"

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().sizeHint().height())

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.text = self._shown()

    @override
    def _shown(self) -> str:
        room = self.width() - 2 * _TITLE_PADDING
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.sizeHint().width() <= self.width()
        self.setToolTip("" if fits else self.text())


class IconButton(QToolButton):
    """A button that is only an icon; its name is spoken and shown on hover."""

    def __init__(
        self,
        icon_name: str,
        accessible_name: str,
        *,
        role: str = "ink",
        bordered: bool = False,
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._role = role
        self.setAccessibleName(accessible_name)
        self.setToolTip(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(scaled(size), scaled(size)))
        if bordered:
            self.setProperty("look", "bordered")
        self._draw_icon()

    def hang(self, menu: QMenu) -> None:
        """Open a menu when it is pressed."""
        # Only here: a button that opens at once and has no menu offers nothing to a screen reader.
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(menu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return self.iconSize() + QSize(12, 12)

    def set_icon(self, icon_name: str, role: str = "ink") -> None:
        """Show another icon."""
        self._icon_name, self._role = icon_name, role
        self._draw_icon()

    def _draw_icon(self) -> None:
        self.setIcon(current_theme().icon(self._icon_name, self._role))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RESTYLED:
            self._draw_icon()
        super().changeEvent(event)
