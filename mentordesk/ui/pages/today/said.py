"""What Today says of each row: the fact in one line, its ground in a second."""

from datetime import date

from mentordesk.domain.dates_said import ago, days_said, due_phrase, say_date, short_date
from mentordesk.domain.today import Month, Need, NextMeeting, Signal, Waiting
from mentordesk.ui.labels import label, rhythm
from mentordesk.ui.words import plural, tr


def greeting(hour: int) -> str:
    """Return how one greets at an hour of the wall clock."""
    if hour < 5:
        return tr("Good night")
    if hour < 12:
        return tr("Good morning")
    return tr("Good afternoon") if hour < 18 else tr("Good evening")


def meeting_when(meeting: NextMeeting, today: date) -> tuple[str, str]:
    """Return the day, and the time with the length."""
    start = meeting.start.local
    time = tr("{time}, {minutes} min", time=f"{start:%H:%M}", minutes=meeting.minutes)
    return say_date(start.date(), today, tr), time


def meeting_what(meeting: NextMeeting) -> str:
    """Return the form, and how far the preparation is."""
    parts = [label(meeting.form)]
    if meeting.title:
        parts.append(meeting.title)
    parts.append(
        plural(meeting.agenda, "{count} agenda item", "{count} agenda items")
        if meeting.agenda
        else tr("no agenda yet")
    )
    return " · ".join(parts)


def signal_title(signal: Signal, today: date) -> str:
    """Return the fact."""
    day = signal.day
    if signal.need is Need.SILENCE:
        if day is None:
            return tr("{name}: no contact yet", name=signal.name)
        return tr("{name}: last talked {ago}", name=signal.name, ago=ago(day, today, tr))
    if signal.need is Need.RECORD and day is not None:
        when = say_date(day, today, tr)
        return tr("{name}, {day}: did it take place?", name=signal.name, day=when)
    if signal.need is Need.MOVED:
        times = tr("moved twice") if signal.count == 2 else tr("moved {n} times", n=signal.count)
        return tr("“{title}” {moved}", title=signal.title, moved=times)
    return signal.title


def signal_ground(signal: Signal, today: date) -> str:
    """Return what the fact rests on."""
    if signal.need is Need.SILENCE:
        wish = rhythm(signal.rhythm_days).lower()
        return tr("You wish for {rhythm} · no next meeting", rhythm=wish)
    if signal.need is Need.RECORD:
        return signal.title or tr("One click keeps the record true")
    if signal.need is Need.ACTION:
        return _promise(signal, today)
    parts = [signal.goal]
    if signal.need is Need.MOVED and signal.day is not None:
        now = tr("now {day}", day=short_date(signal.day, today, tr))
        parts.append(f"{now}{_first(signal, today)}")
    elif signal.day is not None:
        parts.append(due_phrase(signal.day, today, tr))
    return " · ".join(part for part in parts if part)


def _first(signal: Signal, today: date) -> str:
    if signal.first_day is None or signal.first_day == signal.day:
        return ""
    return tr(", first planned for {day}", day=short_date(signal.first_day, today, tr))


def _promise(signal: Signal, today: date) -> str:
    parts = [signal.name]
    if signal.first_day is not None:
        parts.append(tr("Promised on {day}", day=short_date(signal.first_day, today, tr)))
    if signal.day is not None:
        parts.append(due_phrase(signal.day, today, tr))
    return " · ".join(part for part in parts if part)


def waiting_ground(waiting: Waiting, today: date) -> str:
    """Return who promised, and how long ago or by when."""
    if waiting.due is not None and waiting.due <= today:
        return f"{waiting.name} · {due_phrase(waiting.due, today, tr)}"
    return f"{waiting.name} · {days_said(waiting.days, tr)}"


def month_said(month: Month) -> str:
    """Return this month in one quiet sentence; empty where nothing happened yet."""
    parts = []
    if month.meetings_planned:
        parts.append(
            tr(
                "{held} of {planned} meetings took place",
                held=month.meetings_held,
                planned=month.meetings_planned,
            )
        )
    if month.actions_done:
        parts.append(plural(month.actions_done, "{count} action done", "{count} actions done"))
    if month.milestones_reached:
        reached = month.milestones_reached
        parts.append(plural(reached, "{count} milestone reached", "{count} milestones reached"))
    return tr("This month: {facts}", facts=" · ".join(parts)) if parts else ""
