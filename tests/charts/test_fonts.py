import pytest

from mentordesk.charts.fonts import BOLD, LONGEST, cut, drawable, installed
from mentordesk.charts.palette import FAMILIES

FONTS = installed(FAMILIES)


def test_there_is_always_a_font() -> None:
    assert "DejaVu Sans" in installed(("No Such Font",))
    assert "DejaVu Sans" in installed((), BOLD)
    assert "No Such Font" not in installed(("No Such Font",))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Pilot data", "Pilot data"),
        ("two\nlines\tand  more", "two lines and more"),
        ("$x^2$ {a} \\frac", "$x^2$ {a} \\frac"),
        ("שלום", "שלום"),
        ("مرحبا", "مرحبا"),
        ("a\u200db\ufe0f", "ab"),
        ("", "□"),
        ("\U0010fffd", "□"),
        ("\U00020000 ok", "□ ok"),
    ],
)
def test_text_is_made_drawable(text: str, drawn: str) -> None:
    assert drawable(text, ("DejaVu Sans",)) == drawn


def test_nobody_waits_for_ten_thousand_characters() -> None:
    assert len(drawable("x" * 10_000, FONTS)) == LONGEST


def test_a_cut_never_parts_a_letter_from_its_marks() -> None:
    assert cut("abe\u0301c", 3) == "ab…"
    assert cut("abc", 3) == "abc"
    assert cut("a bc", 2) == "a…"
