"""How contacts and the silences that fit are drawn, on every chart alike."""

from mentordesk.charts.key import Fill, Mark
from mentordesk.charts.palette import Palette


def contact_marks(palette: Palette) -> tuple[Mark, Mark]:
    """Return how a meeting and another contact are marked: filled and round, hollow and square."""
    return (
        Mark("o", 6.5, palette.line, palette.surface),
        Mark("D", 5.0, palette.surface, palette.ink),
    )


def band(palette: Palette) -> Fill:
    """Return how the silences that fit are filled; high contrast has an outline alone."""
    return Fill(palette.surface if palette.contrast else palette.accent_soft, palette.edge, "", ":")
