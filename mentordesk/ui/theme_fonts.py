"""Type: few sizes, all relative to the system's own interface font."""

from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

# The body is 13 pixels at 96 dots per inch and grows with the system's font, never below.
_BODY_PIXELS = 13
_SMALLEST_BODY_POINTS = _BODY_PIXELS * 72 / 96
_FAMILY = "Inter"


class FontRole(StrEnum):
    """What a piece of text is, which decides its size and weight."""

    DISPLAY = "display"
    TITLE = "title"
    SECTION = "section"
    BODY = "body"
    MEDIUM = "medium"
    STRONG = "strong"
    SECONDARY = "secondary"
    CAPS = "caps"
    CHIP = "chip"
    NUMBER = "number"


_PIXELS = {
    FontRole.DISPLAY: 26,
    FontRole.TITLE: 22,
    FontRole.SECTION: 16,
    FontRole.SECONDARY: 12,
    FontRole.CHIP: 12,
    FontRole.CAPS: 11,
}
_WEIGHTS = {
    FontRole.DISPLAY: QFont.Weight.DemiBold,
    FontRole.TITLE: QFont.Weight.DemiBold,
    FontRole.SECTION: QFont.Weight.DemiBold,
    FontRole.STRONG: QFont.Weight.DemiBold,
    FontRole.MEDIUM: QFont.Weight.Medium,
    FontRole.CHIP: QFont.Weight.Medium,
    FontRole.CAPS: QFont.Weight.Medium,
}


def body_font(system: QFont, percent: int = 100) -> QFont:
    """Return the program's body font: Inter where installed, the system's size or a little more.

    ``percent`` is how large the person wants it, 100 being that size.
    """
    font = QFont(system)
    if _FAMILY in QFontDatabase.families():
        font.setFamilies([_FAMILY, *system.families()])
    points = system.pointSizeF()
    font.setPointSizeF(max(points, _SMALLEST_BODY_POINTS) * percent / 100)
    return font


def scaled(pixels: int) -> int:
    """Return a size in pixels, enlarged as much as the person's text is."""
    return round(pixels * max(1.0, QFontInfo(QApplication.font()).pixelSize() / _BODY_PIXELS))


def font(role: FontRole | str) -> QFont:
    """Return the font of a role, relative to the application's font."""
    role = FontRole(role)
    made = QFont(QApplication.font())
    points = made.pointSizeF() * _PIXELS.get(role, _BODY_PIXELS) / _BODY_PIXELS
    made.setPointSizeF(points)
    made.setWeight(_WEIGHTS.get(role, QFont.Weight.Normal))
    if role is FontRole.CAPS:
        made.setCapitalization(QFont.Capitalization.AllUppercase)
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
    if role is FontRole.NUMBER:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
