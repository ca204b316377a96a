"""Our SVG icons, tinted by role."""

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mentordesk.resource import resource
from mentordesk.ui.theme_tokens import Tokens

_SIZES = (16, 20, 24, 40)


@functools.cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def tinted_svg(name: str, colour: str) -> bytes:
    """Return the SVG of an icon with its lines in ``colour``."""
    return _source(name).replace("currentColor", colour).encode()


def render_icon(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon ``size`` logical pixels wide for a screen of that device pixel ratio."""
    return _render(QSvgRenderer(QByteArray(tinted_svg(name, colour))), size, ratio)


def _render(drawing: QSvgRenderer, size: int, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class IconCache:
    """Icons of one table of tokens, each drawn once."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._icons: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, role: str) -> QIcon:
        """Return the icon ``name`` in the colour of the token ``role``."""
        key = (name, role)
        if key not in self._icons:
            self._icons[key] = self._draw(name, self._tokens.colour(role))
        return self._icons[key]

    def _draw(self, name: str, colour: str) -> QIcon:
        icon = QIcon()
        ratios = {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
        modes = ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, self._tokens.quiet))
        for mode, tint in modes:
            drawing = QSvgRenderer(QByteArray(tinted_svg(name, tint)))  # read once for all sizes
            for size in _SIZES:
                for ratio in sorted(ratios):
                    icon.addPixmap(_render(drawing, size, ratio), mode)
        return icon
