"""The day that a week begins on, for every calendar of the program.

Like the palette it belongs to the application object, so that no widget needs to be handed it.
"""

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from mentordesk.ui.preferences import WeekStart

_PROPERTY = "week_start"
_DAYS = {
    WeekStart.MONDAY: Qt.DayOfWeek.Monday,
    WeekStart.SUNDAY: Qt.DayOfWeek.Sunday,
    WeekStart.SATURDAY: Qt.DayOfWeek.Saturday,
}


def begin_weeks_on(start: WeekStart) -> None:
    """Let every calendar that is opened from now on begin its weeks on this day."""
    if (application := QCoreApplication.instance()) is not None:
        application.setProperty(_PROPERTY, start.value)


def first_day_of_week() -> Qt.DayOfWeek:
    """Return the day that a week begins on: as it was chosen, else as the computer says."""
    application = QCoreApplication.instance()
    chosen = application.property(_PROPERTY) if application is not None else None
    start = WeekStart(chosen) if chosen in set(WeekStart) else WeekStart.SYSTEM
    return _DAYS.get(start, QLocale.system().firstDayOfWeek())
