import pytest

from mentordesk.charts.palette import PRINT, Palette

THEMES = {name: Palette.from_theme(name) for name in ("light", "dark", "contrast")}


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [*THEMES.values(), PRINT])
def test_all_text_can_be_read(palette: Palette) -> None:
    for colour in (palette.ink, palette.quiet, palette.line, palette.good):
        assert ratio(colour, palette.surface) >= 4.5


def test_the_table_of_tokens_decides() -> None:
    assert THEMES["light"].accent == "#1C6B66"
    assert THEMES["dark"].dark
    assert THEMES["contrast"].contrast


def test_high_contrast_keeps_the_accent_for_focus() -> None:
    assert THEMES["contrast"].line == THEMES["contrast"].ink
    assert THEMES["light"].line == THEMES["light"].accent


def test_paper_is_white_whatever_the_theme() -> None:
    assert PRINT.surface == PRINT.ground == "#FFFFFF"


def test_a_theme_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        Palette.from_theme("sepia")
