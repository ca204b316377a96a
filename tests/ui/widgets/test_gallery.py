import importlib.util
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from mentordesk.ui.theme import ThemeChoice


def load_sheets():
    """Load the neighbouring file; tests are no package."""
    place = Path(__file__).with_name("gallery_sheets.py")
    spec = importlib.util.spec_from_file_location("gallery_sheets", place)
    module = importlib.util.module_from_spec(spec)
    sys.modules["gallery_sheets"] = module
    spec.loader.exec_module(module)
    return module


SHEETS = load_sheets()


@pytest.mark.parametrize("name", sorted(SHEETS.SHEETS))
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_every_widget_paints_in_every_theme(qapp, qtbot, theme, tmp_path, name, choice, direction):
    theme.apply(qapp, choice)
    sheet = SHEETS.SHEETS[name]()
    qtbot.addWidget(sheet)
    sheet.setProperty("look", "ground")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    sheet.setLayoutDirection(direction)
    sheet.resize(SHEETS.SIZE)
    sheet.show()
    picture = sheet.grab().toImage()
    assert picture.save(str(tmp_path / f"{name}-{choice.value}.png"))
    assert picture.pixelColor(2, 2) == QColor(theme.tokens.ground)
    colours = {picture.pixelColor(x, y).name() for x in range(0, 900, 7) for y in range(0, 700, 7)}
    assert len(colours) >= 3
