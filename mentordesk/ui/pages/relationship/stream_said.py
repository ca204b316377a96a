"""What the stream says of each row: a line, a quieter one, and at most one chip."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.changes import ColumnChange
from mentordesk.domain.dates_said import due_phrase, said_minutes, short_date
from mentordesk.domain.enums import PLANNED, GoalStatus, Horizon, ItemKind, MeetingStatus
from mentordesk.domain.stream import (
    ContactHappened,
    GoalChanged,
    MeetingHappened,
    MilestoneReached,
    PromiseKept,
    PromiseMade,
    StreamRow,
)
from mentordesk.domain.text import first_name
from mentordesk.ui.labels import label
from mentordesk.ui.words import tr


@dataclass(frozen=True)
class Said:
    """A row in words.

    Attributes:
        chip, tone: a few words in a pill, and its look; none if empty.
    """

    title: str
    detail: str = ""
    chip: str = ""
    tone: str = "outline"


def day_said(day: date, today: date) -> str:
    """Return the day of a row: ``Today``, ``14 Nov``."""
    return tr("Today") if day == today else short_date(day, today, tr)


def said(row: StreamRow, today: date) -> Said:
    """Return a row of the stream in words."""
    match row:
        case MeetingHappened():
            return _meeting(row)
        case ContactHappened():
            length = said_minutes(row.minutes, tr) if row.minutes is not None else ""
            return Said(_joined(", ", label(row.form), length), row.line)
        case PromiseMade():
            return _promise(row, today)
        case PromiseKept():
            return _kept(row, today)
        case MilestoneReached():
            return Said(tr("Milestone “{title}” reached", title=row.title), row.goal)
        case GoalChanged():
            return _change(row, today)
        case _:
            raise TypeError(f"the stream has no words for {type(row).__name__}")


def _meeting(row: MeetingHappened) -> Said:
    length = said_minutes(row.minutes, tr) if row.status is MeetingStatus.HELD else ""
    form = _joined(", ", label(row.form), length)
    topics = "; ".join(row.topics)
    title, detail = (row.title, _joined(" · ", form, topics)) if row.title else (form, topics)
    if row.status in PLANNED:
        return Said(title, detail, tr("Did it take place?"), "attention")
    if row.status is not MeetingStatus.HELD:
        return Said(title, detail, label(row.status).lower())
    return Said(title, detail, tr("notes") if row.noted else "")


def _promise(row: PromiseMade, today: date) -> Said:
    if row.is_mine:
        title = tr("You promised: {what}", what=row.title)
    else:
        title = tr("{name} promised: {what}", name=first_name(row.owner_name), what=row.title)
    detail = tr("due {when}", when=short_date(row.due, today, tr)) if row.due else ""
    if row.done is not None:
        return Said(title, detail, tr("done"), "good")
    if row.dropped is not None:
        return Said(title, detail, tr("let go"))
    if row.due is not None and row.due < today:
        return Said(title, detail, due_phrase(row.due, today, tr), "attention")
    return Said(title, detail)


def _kept(row: PromiseKept, today: date) -> Said:
    if row.is_mine:
        title = tr("You did: {what}", what=row.title)
    else:
        title = tr("{name} did: {what}", name=first_name(row.owner_name), what=row.title)
    if row.promised_on is None:
        return Said(title)
    return Said(title, tr("promised {day}", day=short_date(row.promised_on, today, tr)))


def _change(row: GoalChanged, today: date) -> Said:
    reason = tr("“{reason}”", reason=row.reason) if row.reason else ""
    if not row.fields:
        return Said(tr("New goal: {title}", title=row.title), reason)
    if len(row.fields) == 1:
        (field,) = row.fields
        title, ground = _one_field(row, field, today)
        return Said(title, _joined(" ", ground, reason))
    what = ", ".join(_FIELDS[field.name]() for field in row.fields)
    return Said(tr("{what}: {fields} changed", what=_named(row), fields=what), reason)


def _one_field(row: GoalChanged, field: ColumnChange, today: date) -> tuple[str, str]:
    before = _value(row, field.name, field.before, today)
    after = _value(row, field.name, field.after, today)
    named = _named(row)
    if field.name == "title":
        return tr("{what}: renamed", what=named), tr("Was “{title}”.", title=before)
    if field.name == "due":
        ground = tr("Was {day}.", day=before) if before else ""
        if not after:
            return tr("{what} has no date now", what=named), ground
        moved = tr("{what} moved to {day}", what=named, day=after)
        return (moved if before else tr("{what} now due {day}", what=named, day=after)), ground
    title = tr("{what}: {field} changed", what=named, field=_FIELDS[field.name]())
    if before and after:
        return title, tr("{before} → {after}", before=before, after=after)
    return title, after


def _named(row: GoalChanged) -> str:
    if row.of is ItemKind.MILESTONE:
        return tr("Milestone “{title}”", title=row.title)
    return tr("Goal “{title}”", title=row.title)


def _value(row: GoalChanged, name: str, value: object, today: date) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return short_date(value, today, tr)
    if row.of is ItemKind.GOAL and name == "status":
        return label(GoalStatus(str(value)))
    if row.of is ItemKind.GOAL and name == "horizon":
        return label(Horizon(str(value)))
    return " ".join(str(value).split())


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


_FIELDS: dict[str, Callable[[], str]] = {
    "title": lambda: tr("title"),
    "reason": lambda: tr("reason"),
    "measure": lambda: tr("measure"),
    "horizon": lambda: tr("horizon"),
    "status": lambda: tr("status"),
    "start": lambda: tr("start"),
    "due": lambda: tr("due date"),
}
