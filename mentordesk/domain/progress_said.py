"""Say what a progress chart shows: its table, its one sentence, a line for each of its points."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.dates_said import Translate, full_date, short_date
from mentordesk.domain.progress import BurnUp, BurnUpDay, GoalProgress
from mentordesk.domain.text import one_line

TITLE_SHOWN = 60
"""Characters of a title inside a sentence or a cell that names several."""

NAMES_SHOWN = 3
"""Titles in one enumeration before "and 4 more"."""


@dataclass(frozen=True)
class ChartTable:
    """What a chart shows, as text in rows; the first column names the row."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def burn_up_sentence(burn: BurnUp, tr: Translate = str.format) -> str:
    """Return the burn-up in words: "5 of 12 milestones reached; 6 were planned by today. ..."."""
    if not burn.total:
        return tr("No milestones yet.")
    parts = [_reached(burn, tr), _moved(burn, tr), _next(burn, tr)]
    if burn.later:
        template = (
            "{count} more is planned after {date}."
            if burn.later == 1
            else "{count} more are planned after {date}."
        )
        parts.append(tr(template, count=burn.later, date=full_date(burn.end, tr)))
    if burn.undated:
        count = len(burn.undated)
        template = (
            "{count} has no date yet: {names}."
            if count == 1
            else "{count} have no date yet: {names}."
        )
        parts.append(tr(template, count=count, names=_names(burn.undated, tr)))
    return " ".join(part for part in parts if part)


def goals_sentence(goals: Sequence[GoalProgress], today: date, tr: Translate = str.format) -> str:
    """Return the goals in words: "3 goals, 5 of 12 milestones reached. Next: First paper, ..."."""
    if not goals:
        return tr("No milestones yet.")
    total = sum(goal.total for goal in goals)
    template = (
        "{goals}, {reached} of {count} milestone reached."
        if total == 1
        else "{goals}, {reached} of {count} milestones reached."
    )
    named = tr("{count} goal" if len(goals) == 1 else "{count} goals", count=len(goals))
    said = tr(template, goals=named, reached=sum(g.reached for g in goals), count=total)
    following = _dated(goals[0].next_title, goals[0].next_due, today, tr)
    return f"{said} {following}".rstrip()


def burn_up_table(burn: BurnUp, tr: Translate = str.format) -> ChartTable:
    """Return a row for each day on which a count changes, and for today."""
    headers = [tr("Day"), tr("Planned"), tr("Reached")]
    if burn.moved:
        headers.append(tr("As first planned"))
    return ChartTable(
        (*headers, tr("Milestones")),
        tuple(_day_row(burn, day, tr) for day in burn.days) if burn.has_lines else (),
    )


def goals_table(goals: Sequence[GoalProgress], tr: Translate = str.format) -> ChartTable:
    """Return a row for each goal, in the order of the chart."""
    headers = ("Goal", "Reached", "Milestones", "Next", "Next date")
    rows = tuple(
        (
            one_line(goal.title),
            str(goal.reached),
            str(goal.total),
            one_line(goal.next_title),
            full_date(goal.next_due, tr) if goal.next_due else "",
        )
        for goal in goals
    )
    return ChartTable(tuple(tr(header) for header in headers), rows)


def day_label(day: BurnUpDay, tr: Translate = str.format) -> str:
    """Return one day of the burn-up in words: "12 Dec 2026: 6 planned, 5 reached"."""
    counts = [tr("{count} planned", count=day.planned)]
    if day.baseline is not None:
        counts.append(tr("{count} as first planned", count=day.baseline))
    if day.reached is not None:
        counts.append(tr("{count} reached", count=day.reached))
    return tr("{date}: {counts}", date=full_date(day.day, tr), counts=", ".join(counts))


def goal_label(goal: GoalProgress, today: date, tr: Translate = str.format) -> str:
    """Return one goal in words: "First paper: 3 of 5 reached, next 12 Dec"."""
    said = tr("{reached} of {total}", reached=goal.reached, total=goal.total)
    template = "{title}: {share} reached, {next}" if goal.next_due else "{title}: {share} reached"
    title = in_sentence(goal.title)
    return tr(template, title=title, share=said, next=next_phrase(goal, today, tr))


def next_phrase(goal: GoalProgress, today: date, tr: Translate = str.format) -> str:
    """Return a goal's next date: "next 12 Dec", "planned for 3 Nov", or nothing."""
    if goal.next_due is None:
        return ""
    day = short_date(goal.next_due, today, tr)
    # "Was due" would scold; the date says by itself that it has passed.
    return tr("next {date}" if goal.next_due >= today else "planned for {date}", date=day)


def in_sentence(title: str) -> str:
    """Return a title fit to stand inside a sentence: one line, not too long, its direction kept.

    Right-to-left titles are isolated, else they would pull the number after them to their side.
    """
    said = one_line(title)
    if len(said) > TITLE_SHOWN:
        said = said[: TITLE_SHOWN - 1].rstrip() + "…"
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in said):
        return f"\u2068{said}\u2069"
    return said


def _reached(burn: BurnUp, tr: Translate) -> str:
    template = (
        "{reached} of {count} milestone reached"
        if burn.total == 1
        else "{reached} of {count} milestones reached"
    )
    reached = tr(template, reached=burn.reached, count=burn.total)
    if not any(day.planned for day in burn.days):
        return tr("{reached}.", reached=reached)
    count = burn.planned_by_today
    template = (
        "{reached}; {count} was planned by today."
        if count == 1
        else (
            "{reached}; {count} were planned by today."
            if count
            else "{reached}; none was planned yet."
        )
    )
    return tr(template, reached=reached, count=count)


def _moved(burn: BurnUp, tr: Translate) -> str:
    if not burn.moved:
        return ""
    template = (
        "{moved} of {count} dates has moved since it was first set."
        if burn.moved == 1
        else "{moved} of {count} dates have moved since they were first set."
    )
    return tr(template, moved=burn.moved, count=burn.first_dated)


def _next(burn: BurnUp, tr: Translate) -> str:
    fact = burn.following or burn.waiting
    return _dated(fact.title, fact.due, burn.today, tr) if fact else ""


def _dated(title: str, due: date | None, today: date, tr: Translate) -> str:
    if due is None:
        return ""
    passed = due < today
    template = "Still open: {title}, planned for {date}." if passed else "Next: {title}, {date}."
    return tr(template, title=in_sentence(title), date=short_date(due, today, tr))


def _day_row(burn: BurnUp, day: BurnUpDay, tr: Translate) -> tuple[str, ...]:
    said = full_date(day.day, tr)
    if day.day == burn.today:
        said = tr("{date}, today", date=said)
    counts = [str(day.planned), "" if day.reached is None else str(day.reached)]
    if burn.moved:
        counts.append(str(day.baseline or 0))
    events = []
    if day.due_titles:
        events.append(tr("planned: {names}", names=_names(day.due_titles, tr)))
    if day.done_titles:
        events.append(tr("reached: {names}", names=_names(day.done_titles, tr)))
    return (said, *counts, "; ".join(events))


def _names(titles: Sequence[str], tr: Translate) -> str:
    named = ", ".join(in_sentence(title) for title in titles[:NAMES_SHOWN])
    more = len(titles) - NAMES_SHOWN
    return named if more <= 0 else tr("{names} and {count} more", names=named, count=more)
