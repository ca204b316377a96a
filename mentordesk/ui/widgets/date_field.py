"""Fields for a day and for a time of day that are typed, as people say them."""

from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.dates_text import Unreadable, parse_date, parse_time
from mentordesk.ui.theme import scaled
from mentordesk.ui.week import first_day_of_week
from mentordesk.ui.widgets.buttons import IconButton
from mentordesk.ui.words import tr

_CELL = 44


def date_text(day: date) -> str:
    """Write a day so that it reads well and can be typed back: ``12 Dec 2026``."""
    return f"{day.day} {day:%b} {day.year}"


class DateField(QWidget):
    """A line for a date in many spellings, and a calendar to choose from."""

    edited = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._popup: _CalendarPopup | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("12 Dec, fri, +2w"))
        self.line.textEdited.connect(self._say_edited)
        self.line.editingFinished.connect(self._spell_out)
        self.button = IconButton("meetings", tr("Choose from a calendar"), role="quiet")
        self.button.clicked.connect(self.open_calendar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line, 1)
        # Aligned, because the button's fixed height would otherwise cap the line's.
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.line)

    def parsed(self) -> date | Unreadable | None:
        """Return the date, None for an empty line, or what is wrong with the text."""
        return parse_date(self.line.text(), self._today)

    def value(self) -> date | None:
        """Return the date; None where the line is empty or cannot be read."""
        found = self.parsed()
        return found if isinstance(found, date) else None

    def set_value(self, day: date | None) -> None:
        """Show a date or nothing."""
        self.line.setText("" if day is None else date_text(day))

    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        popup = _CalendarPopup(self.value() or self._today, self)
        popup.chosen.connect(self._take)
        popup.open_below(self)
        self._popup = popup

    def _take(self, day: date) -> None:
        self.set_value(day)
        self.line.setFocus()
        self.edited.emit()

    def _say_edited(self) -> None:
        self.edited.emit()

    def _spell_out(self) -> None:
        day = self.value()
        if day is not None and self.line.text() != date_text(day):
            self.set_value(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = (
            event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.line.setEnabled(self.isEnabled())
        super().changeEvent(event)


class _CalendarPopup(QFrame):
    """A month to choose a day from; Escape closes it."""

    chosen = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(tr("Calendar"))
        self.calendar.setFirstDayOfWeek(first_day_of_week())
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        )
        self._calm_weekends()
        self.calendar.setMinimumSize(7 * scaled(_CELL), 6 * scaled(_CELL) + 40)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.addWidget(self.calendar)

    def _calm_weekends(self) -> None:
        """A Saturday is no warning: take Qt's red away."""
        calm = QTextCharFormat()
        calm.setForeground(self.palette().windowText())
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, calm)

    def open_below(self, field: QWidget) -> None:
        """Show the month under the field, inside the screen."""
        size: QSize = self.sizeHint()
        left = 0
        if field.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = field.width() - size.width()
        place = field.mapToGlobal(QPoint(left, field.height() + 2))
        screen = field.screen().availableGeometry()
        if place.y() + size.height() > screen.bottom():
            place = field.mapToGlobal(QPoint(left, -size.height() - 2))
        place.setX(max(screen.left(), min(place.x(), screen.right() - size.width())))
        place.setY(max(screen.top(), place.y()))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


class TimeField(QLineEdit):
    """A line for a time of day in many spellings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("15:00"))
        self.editingFinished.connect(self._spell_out)

    def parsed(self) -> time | Unreadable | None:
        """Return the time, None for an empty line, or what is wrong with the text."""
        return parse_time(self.text())

    def value(self) -> time | None:
        """Return the time; None where the line is empty or cannot be read."""
        found = self.parsed()
        return found if isinstance(found, time) else None

    def set_value(self, moment: time | None) -> None:
        """Show a time or nothing."""
        self.setText("" if moment is None else f"{moment:%H:%M}")

    def _spell_out(self) -> None:
        if (moment := self.value()) is not None:
            self.set_value(moment)
