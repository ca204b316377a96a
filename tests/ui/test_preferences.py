"""The table of preferences: defaults, what is kept, what is passed over."""

import pytest
from PySide6.QtCore import QSettings

from mentordesk.ui.preferences import (
    ALL,
    FILE,
    RHYTHM,
    TEXT_SIZE,
    THEME,
    WEEK_START,
    ZONE,
    Preferences,
    WeekStart,
)
from mentordesk.ui.theme import ThemeChoice
from mentordesk.ui.week import begin_weeks_on, first_day_of_week

OTHER = {
    "theme": ThemeChoice.DARK,
    "text_size": 150,
    "week_start": WeekStart.SATURDAY,
    "time_zone": "Asia/Tokyo",
    "rhythm_days": 14,
    "calendar_detail": "discreet",
    "file": "/somewhere/else.mentordesk",
    "lock_after_minutes": 30,
    "recent_protected": "no",
}


@pytest.fixture
def place(tmp_path):
    return str(tmp_path / "window.ini")


def opened(place):
    return Preferences(QSettings(place, QSettings.Format.IniFormat))


@pytest.mark.parametrize("preference", ALL, ids=lambda one: one.key)
def test_every_preference_is_remembered_over_a_restart(place, preference):
    wanted = type(preference.default)(OTHER[preference.key])
    opened(place).choose(preference, wanted)
    assert opened(place).value(preference) == wanted


@pytest.mark.parametrize("preference", ALL, ids=lambda one: one.key)
def test_every_preference_begins_with_its_default(place, preference):
    assert opened(place).value(preference) == preference.default


@pytest.mark.parametrize(
    ("key", "stored"),
    [
        ("rhythm_days", "-4"),
        ("text_size", "huge"),
        ("text_size", "101"),
        ("theme", "purple"),
        ("time_zone", "Nowhere/At_all"),
    ],
)
def test_a_value_that_is_none_of_ours_is_passed_over(place, key, stored):
    kept = QSettings(place, QSettings.Format.IniFormat)
    kept.setValue(key, stored)
    preferences = Preferences(kept)
    (preference,) = (one for one in ALL if one.key == key)
    assert preferences.value(preference) == preference.default


def test_each_change_is_told_once(qtbot):
    preferences = Preferences()
    told = []
    preferences.changed.connect(told.append)
    preferences.choose(THEME, ThemeChoice.DARK)
    preferences.choose(THEME, ThemeChoice.DARK)
    assert told == ["theme"]


def test_a_reset_can_be_taken_back_and_leaves_the_file_where_it_is():
    preferences = Preferences()
    preferences.choose(ZONE, "Asia/Tokyo")
    preferences.choose(FILE, "/x.mentordesk")
    preferences.reset()
    assert (preferences.value(ZONE), preferences.value(FILE)) == ("", "/x.mentordesk")
    preferences.take_back_reset()
    assert preferences.value(ZONE) == "Asia/Tokyo"


def test_text_grows_and_shrinks_in_steps_to_an_end():
    preferences = Preferences()
    preferences.step_text_size(1)
    assert preferences.value(TEXT_SIZE) == 110
    for _ in range(20):
        preferences.step_text_size(-1)
    assert preferences.value(TEXT_SIZE) == 80


def test_a_rhythm_that_cannot_be_is_not_taken():
    preferences = Preferences()
    preferences.choose(RHYTHM, -3)
    assert preferences.value(RHYTHM) == RHYTHM.default


@pytest.mark.parametrize("start", [WeekStart.MONDAY, WeekStart.SATURDAY, WeekStart.SUNDAY])
def test_weeks_begin_on_the_chosen_day(qapp, start):
    begin_weeks_on(start)
    assert first_day_of_week().name.lower() == start.value
    begin_weeks_on(WEEK_START.default)
