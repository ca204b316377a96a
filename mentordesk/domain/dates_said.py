"""Say dates and lengths of time as people say them, in words fixed here and not by the C locale.

Every function takes ``tr``, called as ``tr(template, **values)``; a template that counts always
names its number ``count``, so that a translator can choose the plural. Left out, English comes.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

Translate: TypeAlias = Callable[..., str]
"""What turns a template and its values into words: ``tr("in {count} days", count=3)``."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Monday first, as ``date.weekday`` counts."""

DAYS_COUNTED = 99
"""Up to here distances are said in days; look.md says "61 days ago", never "2 months ago"."""

MONTHS_COUNTED = 23
"""Up to here longer distances are said in whole months, then in whole years."""

DUE_COUNTED = 14
"""A due date further ahead than this many days is said as a date."""


def month(day: date, tr: Translate = str.format) -> str:
    """Return the short name of a day's month: "Nov"."""
    return tr(MONTHS[day.month - 1])


def weekday(day: date, tr: Translate = str.format) -> str:
    """Return the short name of a day of the week: "Thu"."""
    return tr(WEEKDAYS[day.weekday()])


def full_date(day: date, tr: Translate = str.format) -> str:
    """Return a date with its year: "26 Nov 2026"."""
    return tr("{day} {month} {year}", day=day.day, month=month(day, tr), year=day.year)


def exact_date(day: date, tr: Translate = str.format) -> str:
    """Return a date that leaves nothing open, for hovering: "Thu 26 Nov 2026"."""
    return tr("{weekday} {date}", weekday=weekday(day, tr), date=full_date(day, tr))


def short_date(day: date, today: date, tr: Translate = str.format) -> str:
    """Return "26 Nov", with the year when it is another one than today's: "26 Nov 2027"."""
    if day.year != today.year:
        return full_date(day, tr)
    return tr("{day} {month}", day=day.day, month=month(day, tr))


def long_date(day: date, today: date, tr: Translate = str.format) -> str:
    """Return a date for a heading: "Mon 23 November", with the year when it is another one."""
    named = tr(LONG_MONTHS[day.month - 1])
    if day.year != today.year:
        template = "{weekday} {day} {month} {year}"
        return tr(template, weekday=weekday(day, tr), day=day.day, month=named, year=day.year)
    return tr("{weekday} {day} {month}", weekday=weekday(day, tr), day=day.day, month=named)


def month_and_year(day: date, tr: Translate = str.format) -> str:
    """Return the heading of a day's month: "November 2026"."""
    return tr("{month} {year}", month=tr(LONG_MONTHS[day.month - 1]), year=day.year)


def say_date(day: date, today: date, tr: Translate = str.format) -> str:
    """Return "today", "yesterday", "tomorrow", "Thu 26 Nov", or "26 Nov 2027" in another year."""
    if near := _near(day, today, tr):
        return near
    if day.year != today.year:
        return full_date(day, tr)
    return tr("{weekday} {date}", weekday=weekday(day, tr), date=short_date(day, today, tr))


def ago(day: date, today: date, tr: Translate = str.format) -> str:
    """Return how far away a day is: "9 days ago", "in 3 days", "today", "in 5 months".

    Days up to 99, then whole months up to 23, then whole years.
    """
    if near := _near(day, today, tr):
        return near
    past = day < today
    days = abs((day - today).days)
    if days <= DAYS_COUNTED:
        return tr("{count} days ago" if past else "in {count} days", count=days)
    months = _whole_months(min(day, today), max(day, today))
    if months <= MONTHS_COUNTED:
        return tr("{count} months ago" if past else "in {count} months", count=months)
    years = months // 12
    return tr("{count} years ago" if past else "in {count} years", count=years)


def days_said(count: int, tr: Translate = str.format) -> str:
    """Return a number of days: "1 day", "44 days"."""
    return tr("{count} day" if count == 1 else "{count} days", count=count)


def due_phrase(due: date, today: date, tr: Translate = str.format) -> str:
    """Return how a due date stands: "due in 3 days", "due yesterday", "2 days over".

    Further ahead than two weeks the date itself is said: "due 12 Jan 2027".
    """
    if near := _near(due, today, tr):
        return tr("due {when}", when=near)
    days = (due - today).days
    if days < 0:
        return tr("{count} days over", count=-days)
    if days <= DUE_COUNTED:
        return tr("due in {count} days", count=days)
    return tr("due {when}", when=short_date(due, today, tr))


def said_minutes(minutes: int, tr: Translate = str.format) -> str:
    """Return a length in minutes as "45 min", "1 h" or "1 h 15 min".

    Raises:
        ValueError: the length is below zero.
    """
    if minutes < 0:
        raise ValueError("a length of time can't be below zero")
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{count} min", count=rest)
    if not rest:
        return tr("{count} h", count=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest)


def _near(day: date, today: date, tr: Translate) -> str:
    match (day - today).days:
        case 0:
            return tr("today")
        case -1:
            return tr("yesterday")
        case 1:
            return tr("tomorrow")
        case _:
            return ""


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
