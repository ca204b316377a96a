"""The colours and the type that a chart is drawn with."""

import json
from dataclasses import dataclass, fields

from mentordesk.resource import resource

BODY_POINTS = 9.75
"""13 pixels at 96 dots per inch, the size of body text in the window."""

FAMILIES = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
"""Fonts to look for, the best first; the last one always comes with matplotlib."""


@dataclass(frozen=True)
class Palette:
    """Colours by purpose, as ``#RRGGBB``, and the text's fonts and size in points."""

    ground: str
    surface: str
    ink: str
    quiet: str
    hairline: str
    edge: str
    accent: str
    accent_soft: str
    attention: str
    good: str
    dark: bool = False
    contrast: bool = False
    font_family: tuple[str, ...] = FAMILIES
    text_size: float = BODY_POINTS

    @classmethod
    def from_theme(
        cls,
        name: str,
        *,
        font_family: tuple[str, ...] = FAMILIES,
        text_size: float = BODY_POINTS,
    ) -> "Palette":
        """Read the colours of a theme: ``light``, ``dark`` or ``contrast``.

        Raises:
            FileNotFoundError: there is no such theme.
        """
        tokens = json.loads(resource(f"themes/{name}.json").read_text(encoding="utf-8"))
        known = {field.name for field in fields(cls)} - {"font_family", "text_size"}
        colours = {key: value for key, value in tokens.items() if key in known}
        return cls(**colours, font_family=font_family, text_size=text_size)

    @property
    def line(self) -> str:
        """Colour of what counts most: the accent, which high contrast keeps for focus."""
        return self.ink if self.contrast else self.accent


PRINT = Palette(
    ground="#FFFFFF",
    surface="#FFFFFF",
    ink="#1F2428",
    quiet="#5A626B",
    hairline="#DDD8CE",
    edge="#8C8A84",
    accent="#1C6B66",
    accent_soft="#E3EFED",
    attention="#8A5200",
    good="#2F6B3A",
)
"""For files and paper: dark on white whatever the window's theme."""
