import re

import pytest
from PySide6.QtCore import QFile, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from mentordesk.resource import resource
from mentordesk.ui.theme import FontRole, Theme, ThemeChoice, current_theme, font, load_tokens
from mentordesk.ui.theme_icons import tinted_svg
from mentordesk.ui.theme_memory import style_icons

NAMED = [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST]
ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))


def luminance(colour: str) -> float:
    def channel(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return sum(
        weight * channel(colour[place : place + 2])
        for weight, place in ((0.2126, 1), (0.7152, 3), (0.0722, 5))
    )


def ratio(first: str, second: str) -> float:
    """Contrast by WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("choice", NAMED)
@pytest.mark.parametrize("ground", ["ground", "rail", "surface"])
@pytest.mark.parametrize("text", ["ink", "quiet", "action", "attention", "good"])
def test_text_reaches_the_contrast_of_wcag(choice, ground, text):
    tokens = load_tokens(choice)
    assert ratio(tokens.colour(text), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("choice", NAMED)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_action", "action"),
        ("on_accent", "accent"),
        ("ink", "accent_soft"),
        ("action", "accent_soft"),
        ("attention", "attention_soft"),
    ],
)
def test_text_on_a_tint_reaches_it_too(choice, text, ground):
    tokens = load_tokens(choice)
    assert ratio(tokens.colour(text), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("choice", NAMED)
def test_field_borders_and_focus_can_be_seen(choice):
    tokens = load_tokens(choice)
    assert ratio(tokens.edge, tokens.surface) >= 3
    assert ratio(tokens.accent, tokens.surface) >= 3


def test_the_system_theme_has_no_tokens_of_its_own():
    with pytest.raises(ValueError, match="stands for"):
        load_tokens(ThemeChoice.SYSTEM)


def test_apply_says_that_the_look_changed(qapp, qtbot, theme):
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, ThemeChoice.DARK)
    assert theme.tokens.dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.tokens.ground.lower()


def test_the_system_choice_ends_at_a_named_theme(qapp, theme):
    theme.apply(qapp, ThemeChoice.SYSTEM)
    assert theme.choice is ThemeChoice.SYSTEM
    assert theme.tokens in [load_tokens(choice) for choice in NAMED]


def test_the_theme_belongs_to_the_application(qapp, theme):
    assert current_theme() is theme
    assert isinstance(qapp.findChild(Theme), Theme)


def test_every_palette_role_is_set(qapp, theme):
    palette = qapp.palette()
    for role in QPalette.ColorRole:
        if role not in {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}:
            assert palette.isBrushSet(QPalette.ColorGroup.Active, role), role


def test_every_widget_that_takes_focus_shows_it(qtbot, theme):
    for widget in (QLineEdit(), QPushButton("Go")):
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        widget.clearFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(widget.hasFocus)
        assert widget.grab().toImage() != before


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_one_family(name):
    svg = resource(f"icons/{name}.svg").read_text()
    assert 'viewBox="0 0 20 20"' in svg
    assert "currentColor" in svg
    assert not re.search(r"#[0-9A-Fa-f]{3,6}", svg)


@pytest.mark.parametrize("name", ICONS)
def test_icons_draw_something(theme, name):
    image = theme.pixmap(name, "ink", 20, 2.0).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(40) for y in range(40))


def test_an_icon_is_quiet_when_disabled(theme):
    image = theme.icon("milestone-done").pixmap(20, QIcon.Mode.Disabled).toImage()
    assert image.pixelColor(10, 10).name() == theme.tokens.quiet.lower()


def test_tinting_leaves_no_placeholder():
    assert b"currentColor" not in tinted_svg("contrast", "#123456")


@pytest.mark.parametrize("choice", NAMED)
def test_the_style_sheet_finds_its_pictures(qapp, theme, choice):
    theme.apply(qapp, choice)
    paths = re.findall(r"url\((.+?)\)", qapp.styleSheet())
    assert paths
    assert all(QFile(path).exists() for path in paths)


def test_pictures_from_memory_read_back(qapp, theme):
    file = QFile(f"{style_icons(theme.tokens).path}/check.svg")
    assert file.open(QFile.OpenModeFlag.ReadOnly)
    assert bytes(file.readAll().data()) == tinted_svg("check", theme.tokens.on_action)


def test_type_grows_with_the_system(qapp, theme):
    before = font(FontRole.TITLE).pointSizeF()
    body = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(body.pointSizeF() * 2)
    qapp.setFont(larger)
    try:
        assert font(FontRole.TITLE).pointSizeF() == pytest.approx(before * 2)
    finally:
        qapp.setFont(body)


def test_caps_leave_the_words_alone(qtbot, theme):
    label = QLabel("Needs you")
    qtbot.addWidget(label)
    label.setFont(font(FontRole.CAPS))
    assert label.text() == "Needs you"
