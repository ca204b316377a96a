"""Goals on paper: by horizon, each with its reason, proof, milestones, actions and words."""

from collections.abc import Sequence
from datetime import date

from mentordesk.domain.changes import ColumnChange
from mentordesk.domain.dates_said import full_date
from mentordesk.domain.enums import OPEN_GOALS, GoalStatus, Horizon
from mentordesk.domain.reports import (
    ActionPart,
    ChangePart,
    CheckpointPart,
    GoalPart,
    MilestonePart,
    Part,
)
from mentordesk.reports.sheet import Block, Row, Section, Words

_FIELDS = {
    "title": "Title",
    "reason": "Why",
    "measure": "Proof",
    "horizon": "Horizon",
    "start": "Start",
    "due": "Planned for",
    "status": "Status",
}


def goal_sections(parts: Sequence[Part], today: date, words: Words) -> list[Section]:
    """Return a section for each horizon with open goals, and one for all others."""
    goals = [part for part in parts if isinstance(part, GoalPart)]
    found = []
    for horizon in Horizon:
        here = [g for g in goals if g.horizon is horizon and g.status in OPEN_GOALS]
        found.append((words.label(horizon), here))
    closed = [goal for goal in goals if goal.status not in OPEN_GOALS]
    found.append((words.tr("Closed or put aside"), closed))
    return [
        Section(title=title, blocks=tuple(b for g in here for b in _goal(g, parts, today, words)))
        for title, here in found
        if here
    ]


def action_row(part: ActionPart, words: Words) -> Row:
    """Return an action as a line: whose it is, and how it stands."""
    tr = words.tr
    if part.done is not None:
        mark, side = "☑", tr("done {day}", day=full_date(part.done, tr))
    elif part.dropped is not None:
        mark, side = "–", tr("let go {day}", day=full_date(part.dropped, tr))
    else:
        mark = "☐"
        side = tr("due {day}", day=full_date(part.due, tr)) if part.due else ""
    detail = joined(part.owner_name, part.dropped_why)
    return Row(title=part.title, mark=mark, side=side, detail=detail)


def joined(*parts: str) -> str:
    """Return what is not empty with dots between."""
    return " · ".join(part for part in parts if part)


def _goal(goal: GoalPart, parts: Sequence[Part], today: date, words: Words) -> list[Block]:
    tr = words.tr
    steps = [p for p in parts if isinstance(p, MilestonePart) and p.goal == goal.id]
    actions = [p for p in parts if isinstance(p, ActionPart) and p.goal == goal.id]
    said = [p for p in parts if isinstance(p, CheckpointPart) and p.goal == goal.id]
    changes = [p for p in parts if isinstance(p, ChangePart) and p.goal == goal.id]
    terms = [(tr("Why"), goal.reason), (tr("Proof"), goal.measure)]
    lists = [
        (tr("Milestones"), [_milestone(step, today, words) for step in steps]),
        (tr("Actions"), [action_row(action, words) for action in actions]),
        (tr("How it goes"), [_word(one, words) for one in said]),
        (tr("Written changes"), [_change(one, words) for one in changes]),
    ]
    head = Block(
        title=goal.title,
        facts=_facts(goal, steps, today, words),
        terms=tuple((name, text) for name, text in terms if text),
    )
    return [head, *(Block(caption=name, rows=tuple(rows)) for name, rows in lists if rows)]


def _facts(goal: GoalPart, steps: Sequence[MilestonePart], today: date, words: Words) -> str:
    tr = words.tr
    reached = sum(step.done is not None and step.done <= today for step in steps)
    dates = tr("by {day}", day=full_date(goal.due, tr)) if goal.due else ""
    if goal.closed_on is not None:
        dates = full_date(goal.closed_on, tr)
    state = "" if goal.status is GoalStatus.ACTIVE else words.label(goal.status)
    count = tr("{reached} of {count} milestones reached", reached=reached, count=len(steps))
    return joined(goal.owner_name, state, dates, count if steps else "")


def _milestone(step: MilestonePart, today: date, words: Words) -> Row:
    tr = words.tr
    reached = step.done is not None and step.done <= today
    if reached and step.done is not None:
        side = tr("reached {day}", day=full_date(step.done, tr))
    else:
        side = full_date(step.due, tr) if step.due else tr("no date yet")
    detail = ""
    if step.first_due is not None and step.first_due != step.due:
        detail = tr("first planned for {day}", day=full_date(step.first_due, tr))
    return Row(title=step.title, mark="◆" if reached else "◇", side=side, detail=detail)


def _word(one: CheckpointPart, words: Words) -> Row:
    return Row(title=one.line, side=full_date(one.day, words.tr), detail=one.person_name)


def _change(one: ChangePart, words: Words) -> Row:
    said = "; ".join(_column(column, one.milestone, words) for column in one.columns)
    return Row(title=said, side=full_date(one.day, words.tr), detail=one.reason)


def _column(column: ColumnChange, milestone: str, words: Words) -> str:
    tr = words.tr
    field = tr(_FIELDS[column.name])
    name = tr("{milestone}, {field}", milestone=milestone, field=field) if milestone else field
    before, after = (_value(column.name, v, words) for v in (column.before, column.after))
    if not before:
        return tr("{name}: {after}", name=name, after=after)
    return tr("{name}: {before} → {after}", name=name, before=before, after=after or tr("none"))


def _value(column: str, value: object, words: Words) -> str:
    if isinstance(value, date):
        return full_date(value, words.tr)
    if value is None or value == "":
        return ""
    if column == "horizon":
        return words.label(Horizon(str(value)))
    if column == "status":
        return words.label(GoalStatus(str(value)))
    return " ".join(str(value).split())
