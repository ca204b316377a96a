"""Read dates and times as people type them: "12 dec", "fri", "+2w", "3pm"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from dateutil.relativedelta import relativedelta

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {
    "d": relativedelta(days=1),
    "w": relativedelta(weeks=1),
    "m": relativedelta(months=1),
    "y": relativedelta(years=1),
}
_NAMED_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1}
_STEP = re.compile(r"([+-])\s*(\d{1,4})\s*([dwmy])?[a-z]*")
_IN = re.compile(r"in (\d{1,4}) (day|week|month|year)s?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2})?)?")
_DAY_MONTH = re.compile(r"(?:[a-z]+ )?(\d{1,2})(?:st|nd|rd|th)?[ .]*([a-z]{3,9})[ ,.]*(\d{4})?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})[ .]*(\d{1,2})(?:st|nd|rd|th)?(?:[ ,.]+(\d{4}))?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?")


@dataclass(frozen=True)
class Unreadable:
    """A text that is no date or time, and the sentence that says so."""

    sentence: str


def parse_date(text: str, today: date) -> date | Unreadable | None:
    """Return the date meant by ``text``, None for an empty text, else what is wrong with it.

    Dates without a year mean the next such day; day comes before month in ``3.4.2026``.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    if not words:
        return None
    readers: tuple[Callable[[str, date], date | Unreadable | None], ...] = (
        _relative,
        _weekday,
        _numeric,
        _named_month,
    )
    for reader in readers:
        if (found := reader(words, today)) is not None:
            return found
    return Unreadable("This is not a date we can read. Try 12 Dec, 2026-12-12 or tomorrow.")


def parse_time(text: str) -> time | Unreadable | None:
    """Return the time of day meant by ``text``, None for an empty text, else what is wrong."""
    words = text.strip().lower()
    if not words:
        return None
    if words in {"noon", "midday"}:
        return time(12)
    found = _CLOCK.fullmatch(words)
    if found is None:
        return Unreadable("This is not a time we can read. Try 15:00 or 3 pm.")
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        return Unreadable(f"{hour} {half} does not exist. Try 15:00 or 3 pm.")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return Unreadable(f"{hour}:{minute:02d} does not exist. A day ends at 23:59.")
    return time(hour, minute)


def _relative(words: str, today: date) -> date | Unreadable | None:
    if words in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[words])
    if words.startswith("next ") and words[5:] in {"week", "month", "year"}:
        return _step(today, 1, words[5])
    if found := _STEP.fullmatch(words):
        return _step(today, int(found[1] + found[2]), found[3] or "d")
    if found := _IN.fullmatch(words):
        return _step(today, int(found[1]), found[2][0])
    return None


def _step(today: date, count: int, unit: str) -> date | Unreadable:
    try:
        return today + _UNITS[unit] * count
    except (ValueError, OverflowError):
        return Unreadable("This date is too far away.")


def _weekday(words: str, today: date) -> date | None:
    name = words.removeprefix("next ").removeprefix("on ")
    if len(name) < 2 or not name.isalpha():
        return None
    for number, weekday in enumerate(_WEEKDAYS):
        if weekday.startswith(name):
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _numeric(words: str, today: date) -> date | Unreadable | None:
    if found := _ISO.fullmatch(words):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(words):
        return _dated(int(found[1]), int(found[2]), found[3], today)
    return None


def _named_month(words: str, today: date) -> date | Unreadable | None:
    if (found := _DAY_MONTH.fullmatch(words)) and (month := _month(found[2])):
        return _dated(int(found[1]), month, found[3], today)
    if (found := _MONTH_DAY.fullmatch(words)) and (month := _month(found[1])):
        return _dated(int(found[2]), month, found[3], today)
    return None


def _month(name: str) -> int | None:
    matches = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    if name.startswith("sept") and "september".startswith(name):
        return 9
    return matches[0] if len(matches) == 1 else None


def _dated(day: int, month: int, year: str | None, today: date) -> date | Unreadable:
    if year is not None:
        return _checked(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if (month, day) == (2, 29):
        return _next_leap_day(today)
    found = _checked(today.year, month, day)
    if isinstance(found, date) and found < today:
        return _checked(today.year + 1, month, day)
    return found


def _next_leap_day(today: date) -> date | Unreadable:
    for year in range(today.year, today.year + 9):
        found = _checked(year, 2, 29)
        if isinstance(found, date) and found >= today:
            return found
    return Unreadable("This date is too far away.")


def _checked(year: int, month: int, day: int) -> date | Unreadable:
    if not 1 <= month <= 12:
        return Unreadable(f"There is no month {month}. The day comes first, as in 31.12.2026.")
    try:
        return date(year, month, day)
    except ValueError:
        name = _MONTHS[month - 1].capitalize()
        if not 1 <= year <= 9999:
            return Unreadable("This year does not exist.")
        leap = f" in {year}" if (month, day) == (2, 29) else ""
        return Unreadable(f"{day} {name} does not exist{leap}.")
