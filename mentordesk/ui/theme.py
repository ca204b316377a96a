"""The theme: one choice turned into palette, style sheet, fonts and icons."""

from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from mentordesk.ui.theme_fonts import FontRole, body_font, font, scaled
from mentordesk.ui.theme_icons import IconCache, render_icon
from mentordesk.ui.theme_memory import style_icons
from mentordesk.ui.theme_palette import make_palette
from mentordesk.ui.theme_sheet import style_sheet
from mentordesk.ui.theme_tokens import ThemeChoice, Tokens, load_tokens

__all__ = [
    "FontRole",
    "Theme",
    "ThemeChoice",
    "Tokens",
    "current_theme",
    "font",
    "load_tokens",
    "scaled",
]


class Theme(QObject):
    """The look of the running program. Like its palette, it belongs to the application object."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = ThemeChoice.LIGHT
        self._system_font: QFont | None = None
        self._text_size = 100
        self._take(load_tokens(ThemeChoice.LIGHT))

    @property
    def tokens(self) -> Tokens:
        """The colours in use now."""
        return self._tokens

    @property
    def choice(self) -> ThemeChoice:
        """What was asked for; ``SYSTEM`` follows the desktop."""
        return self._choice

    def apply(self, app: QApplication, choice: ThemeChoice) -> None:
        """Dress the whole application and follow the system from now on if that was chosen."""
        if self._system_font is None:
            self._system_font = QFont(app.font())
            app.setStyle(QStyleFactory.create("Fusion"))
            app.setFont(body_font(self._system_font, self._text_size))
            hints = app.styleHints()
            hints.colorSchemeChanged.connect(self._follow_system)
            hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self.setParent(app)
        self._choice = choice
        self._dress(app)

    def set_text_size(self, app: QApplication, percent: int) -> None:
        """Make all text larger or smaller than the system's, now and from now on."""
        if percent == self._text_size:
            return
        self._text_size = percent
        if self._system_font is not None:
            app.setFont(body_font(self._system_font, percent))
            self._dress(app)

    def icon(self, name: str, role: str = "ink") -> QIcon:
        """Return an icon in the colour of a token; disabled it is drawn in quiet."""
        return self._icons.icon(name, role)

    def pixmap(self, name: str, role: str = "ink", size: int = 20, ratio: float = 1.0) -> QPixmap:
        """Draw an icon for a label or a painter."""
        return render_icon(name, self._tokens.colour(role), size, ratio)

    def font(self, role: FontRole | str) -> QFont:
        """Return the font of a role."""
        return font(role)

    def _take(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._icons = IconCache(tokens)

    def _dress(self, app: QApplication) -> None:
        choice = _system_choice() if self._choice is ThemeChoice.SYSTEM else self._choice
        self._take(load_tokens(choice))
        app.setPalette(make_palette(self._tokens))
        app.setStyleSheet(style_sheet(self._tokens, style_icons(self._tokens).path, scaled))
        self.changed.emit()

    def _follow_system(self) -> None:
        app = QApplication.instance()
        if self._choice is ThemeChoice.SYSTEM and isinstance(app, QApplication):
            self._dress(app)


def _system_choice() -> ThemeChoice:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return ThemeChoice.CONTRAST
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return ThemeChoice.DARK if dark else ThemeChoice.LIGHT


def current_theme() -> Theme:
    """Return the application's theme, for widgets that draw themselves."""
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("a theme needs an application")
    found = cast("Theme | None", app.findChild(Theme))
    return found if found is not None else Theme(app)
