"""The page of preferences: each choice has its effect at once."""

import pytest
from PySide6.QtCore import Qt

from mentordesk.ui.pages.preferences.page import PlaceSteps, PreferencesPage
from mentordesk.ui.preferences import RHYTHM, TEXT_SIZE, THEME, ZONE
from mentordesk.ui.theme import ThemeChoice


@pytest.fixture
def asked():
    return []


@pytest.fixture
def page(context, qtbot, asked):
    steps = PlaceSteps(
        move=lambda: asked.append("move"),
        show_folder=lambda: asked.append("show"),
        open_at_start=lambda: asked.append("start"),
        is_at_start=lambda: False,
        may_move=lambda: True,
    )
    page = PreferencesPage(context, steps)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def choose(page, preference, row):
    combo = page.field(preference).combo
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def test_a_choice_is_taken_at_once(page, context):
    choose(page, THEME, 2)
    assert context.preferences.value(THEME) is ThemeChoice.DARK


def test_the_list_shows_what_was_chosen_elsewhere(page, context):
    context.preferences.choose(TEXT_SIZE, 150)
    assert page.field(TEXT_SIZE).value() == 150


def test_a_part_of_a_zones_name_is_not_taken_and_said(page, context):
    line = page.zone.focus.lineEdit()
    line.setText("Atlantis")
    line.editingFinished.emit()
    assert context.preferences.value(ZONE) == ""
    assert "no zone" in page.zone.hint.text()


def test_a_zone_that_is_typed_is_taken(page, context):
    line = page.zone.focus.lineEdit()
    line.setText("asia/tokyo")
    line.editingFinished.emit()
    assert context.zone_name == "Asia/Tokyo"
    assert "19:00" in page.zone.hint.text()


def test_reset_offers_the_way_back(page, context, qtbot):
    choose(page, RHYTHM, 2)
    qtbot.mouseClick(page.reset_button, Qt.MouseButton.LeftButton)
    assert context.preferences.value(RHYTHM) == RHYTHM.default
    assert page.reset_button.text() == "Take back the reset"
    qtbot.mouseClick(page.reset_button, Qt.MouseButton.LeftButton)
    assert context.preferences.value(RHYTHM) != RHYTHM.default


def test_with_nothing_chosen_there_is_nothing_to_reset(page):
    assert not page.reset_button.isEnabled()


def test_the_keyboard_is_where_something_was_changed_last(page, context):
    context.preferences.choose(TEXT_SIZE, 125)
    assert page.first_focus() is page.field(TEXT_SIZE).combo


def test_the_place_of_the_file_is_said_in_full(page, context):
    words = " ".join(label.text() for label in page.findChildren(type(page.zone.hint)))
    assert str(context.desk.path) in words.replace("\u200b", "")
