"""The days of the sample's story, told from today, and the moments of its commands."""

import re
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = re.compile(r"([+-]\d+)d( this month)?")
_MONTHS = re.compile(r"([+-]\d+)m")
_WEEKS = re.compile(r"([+-]\d+)w (\w{3})")
_NEXT = re.compile(r"next (\w{3})")

_EVENING = time(19, tzinfo=UTC)
_THIS_MORNING = time(5, 40, tzinfo=UTC)
"""What happens today happens early: whoever opens the sample looks back on it."""


class StoryDays:
    """Turns the words of the story into days, and gives its commands moments in their order."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._told: dict[date, int] = {}

    def day(self, words: str) -> date:
        """Return the day meant.

        ``-2w fri`` is the Friday of the week before last, Monday to Sunday; ``next fri`` the
        first Friday after today; ``-20m`` the same day of the month, 20 months ago;
        ``-1d this month`` yesterday, but never before the first of this month.

        Raises:
            ValueError: the words mean no day.
        """
        if words == "today":
            return self.today
        if found := _DAYS.fullmatch(words):
            day = self.today + timedelta(days=int(found[1]))
            return max(day, self.today.replace(day=1)) if found[2] else day
        if found := _MONTHS.fullmatch(words):
            return self.today + relativedelta(months=int(found[1]))
        if found := _NEXT.fullmatch(words):
            ahead = (_WEEKDAYS.index(found[1]) - self.today.weekday() - 1) % 7 + 1
            return self.today + timedelta(days=ahead)
        if found := _WEEKS.fullmatch(words):
            monday = self.today - timedelta(days=self.today.weekday())
            return monday + timedelta(weeks=int(found[1]), days=_WEEKDAYS.index(found[2]))
        raise ValueError(f"the sample's story has no such day: {words!r}")

    def moment(self, words: str) -> datetime:
        """Return the next free minute of a day: what is told later happened later."""
        day = self.day(words)
        told = self._told[day] = self._told.get(day, -1) + 1
        start = _THIS_MORNING if day == self.today else _EVENING
        return datetime.combine(day, start) + timedelta(minutes=told)
