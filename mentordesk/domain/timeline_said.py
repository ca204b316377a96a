"""Say what a timeline shows: one sentence, a table, a line for each thing on it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from mentordesk.domain.dates_said import (
    Translate,
    days_said,
    exact_date,
    full_date,
    long_date,
    short_date,
)
from mentordesk.domain.progress_said import ChartTable, in_sentence
from mentordesk.domain.text import one_line
from mentordesk.domain.timeline import Part, Stand, Timeline, TimelineMark, TimelineRow

_STANDS = {
    Stand.DONE: "milestone, reached",
    Stand.OPEN: "milestone, open",
    Stand.LATE: "milestone, open since",
}


def timeline_sentence(shown: Timeline, today: date, tr: Translate = str.format) -> str:
    """Return the timeline in words: "4 goals, 8 milestones: 1 reached, 7 ahead. ..."."""
    goals = len(shown.rows) + len(shown.undated_goals)
    if not goals:
        return tr("No goals yet.")
    marks = shown.marks
    parts = [_counts(shown, goals, today, tr), _farthest(marks, tr), _next(marks, today, tr)]
    return " ".join(part for part in parts if part)


def timeline_table(shown: Timeline, today: date, tr: Translate = str.format) -> ChartTable:
    """Return a row for each goal and below it one for each milestone, as they stand in the plan."""
    headers = ("Name", "What", "From", "Date", "At first", "Moved")
    rows: list[tuple[str, ...]] = []
    undated: dict[UUID, list[TimelineMark]] = {}
    for mark in shown.undated_marks:
        undated.setdefault(mark.goal_id, []).append(mark)
    for row in shown.rows:
        goal = row.goal
        dates = (_date(row.start, tr), _date(row.end, tr), _date(goal.ghost, tr))
        rows.append((one_line(goal.title), tr("goal"), *dates, _times(goal.times)))
        marks = (*row.marks, *undated.get(goal.id, ()))
        rows += [_mark_row(mark, today, tr) for mark in marks]
    for goal in shown.undated_goals:
        rows.append((one_line(goal.title), tr("goal, no date yet"), *[""] * 4))
        rows += [_mark_row(mark, today, tr) for mark in undated.get(goal.id, ())]
    return ChartTable(tuple(tr(header) for header in headers), tuple(rows))


def mark_words(mark: TimelineMark, title: str, today: date, tr: Translate = str.format) -> str:
    """Return the short words beside a milestone: "Pilot data, 12 Dec".

    Args:
        mark: the milestone.
        title: as much of its title as there is room for.
        today: the day from which a year is said or not.
        tr: translates words.
    """
    if mark.day is None:
        return title
    return tr("{title}, {date}", title=title, date=short_date(mark.day, today, tr))


def mark_label(mark: TimelineMark, today: date, tr: Translate = str.format) -> str:
    """Return all there is to know of a milestone, its exact dates first."""
    lines = [in_sentence(mark.title)]
    if mark.due is not None:
        lines.append(tr("Planned for {date}", date=exact_date(mark.due, tr)))
    if mark.done is not None and mark.done <= today:
        lines.append(tr("Reached on {date}", date=exact_date(mark.done, tr)))
    lines += _moved(mark.ghost, mark.times, mark.why, tr)
    return "\n".join(lines)


def row_label(row: TimelineRow, part: Part, tr: Translate = str.format) -> str:
    """Return all there is to know of a goal's bar or of one of its ends."""
    goal, title = row.goal, in_sentence(row.goal.title)
    if part is Part.START:
        return "\n".join([title, tr("Starts on {date}", date=exact_date(row.start, tr))])
    if part is Part.END:
        lines = [title, tr("Ends on {date}", date=exact_date(row.end, tr))]
    else:
        start, end = exact_date(row.start, tr), exact_date(row.end, tr)
        lines = [title, tr("{start} to {end}", start=start, end=end)]
    return "\n".join([*lines, *_moved(goal.ghost, goal.times, goal.why, tr)])


def _mark_row(mark: TimelineMark, today: date, tr: Translate) -> tuple[str, ...]:
    dates = ("", _date(mark.day, tr), _date(mark.ghost, tr))
    what = tr("milestone, no date yet" if mark.day is None else _STANDS[mark.stand(today)])
    return (one_line(mark.title), what, *dates, _times(mark.times))


def _times(count: int) -> str:
    return str(count) if count else ""


def _moved(first: date | None, times: int, why: str, tr: Translate) -> list[str]:
    lines = []
    if times:
        said = tr("Moved once") if times == 1 else tr("Moved {count} times", count=times)
        if first is not None:
            said = tr("{moved}, at first {date}", moved=said, date=exact_date(first, tr))
        lines.append(said)
    if why:
        lines.append(tr("“{reason}”", reason=one_line(why)))
    return lines


def _counts(shown: Timeline, goals: int, today: date, tr: Translate) -> str:
    marks = [*shown.marks, *shown.undated_marks]
    done = sum(mark.stand(today) is Stand.DONE for mark in marks)
    late = sum(mark.stand(today) is Stand.LATE for mark in marks)
    undated = len(shown.undated_marks)
    ahead = len(marks) - done - late - undated
    named = _number(goals, "{count} goal", "{count} goals", tr)
    if not marks:
        return tr("{goals}, no milestones yet.", goals=named)
    total = _number(len(marks), "{count} milestone", "{count} milestones", tr)
    counts = [
        tr(template, count=count)
        for count, template in (
            (done, "{count} reached"),
            (late, "{count} open since before today"),
            (ahead, "{count} ahead"),
            (undated, "{count} without a date"),
        )
        if count
    ]
    said = ", ".join(counts)
    return tr("{goals}, {milestones}: {counts}.", goals=named, milestones=total, counts=said)


def _farthest(marks: list[TimelineMark], tr: Translate) -> str:
    moved = [(abs(_away(mark)), mark) for mark in marks if mark.due and mark.ghost]
    if not moved:
        return ""
    _, mark = max(moved, key=lambda pair: (pair[0], pair[1].title))
    away = _away(mark)
    template = (
        "“{title}” stands {days} after its first date."
        if away > 0
        else "“{title}” stands {days} before its first date."
    )
    return tr(template, title=in_sentence(mark.title), days=days_said(abs(away), tr))


def _away(mark: TimelineMark) -> int:
    return (mark.due - mark.ghost).days if mark.due and mark.ghost else 0


def _next(marks: list[TimelineMark], today: date, tr: Translate) -> str:
    ahead = [
        (mark.due, mark.title)
        for mark in marks
        if mark.due is not None and mark.stand(today) is Stand.OPEN
    ]
    if not ahead:
        return ""
    due, title = min(ahead)
    day = (
        long_date(due, today, tr).split(" ", 1)[1] if due.year == today.year else full_date(due, tr)
    )
    return tr("Next: {title}, {date}.", title=in_sentence(title), date=day)


def _number(count: int, one: str, many: str, tr: Callable[..., str]) -> str:
    return tr(one if count == 1 else many, count=count)


def _date(day: date | None, tr: Translate) -> str:
    return "" if day is None else full_date(day, tr)
