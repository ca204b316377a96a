"""Let the whole application look and count as a person prefers."""

from PySide6.QtWidgets import QApplication

from mentordesk.ui.preferences import TEXT_SIZE, THEME, WEEK_START, Preferences
from mentordesk.ui.theme import Theme
from mentordesk.ui.week import begin_weeks_on


def wear(application: QApplication, theme: Theme, preferences: Preferences) -> None:
    """Take theme, size of text and start of the week from the preferences."""
    begin_weeks_on(preferences.value(WEEK_START))
    theme.set_text_size(application, preferences.value(TEXT_SIZE))
    theme.apply(application, preferences.value(THEME))
