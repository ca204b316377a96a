"""What is said of one goal in full: its facts, its written changes, its checkpoints."""

from collections.abc import Sequence
from datetime import date

from mentordesk.domain.changes import ColumnChange, WrittenChange
from mentordesk.domain.dates_said import due_phrase, short_date
from mentordesk.domain.enums import GoalStatus, Horizon, Visibility
from mentordesk.domain.goals import (
    ActionRow,
    CheckpointRow,
    GoalDetail,
    GoalNode,
    MilestoneRow,
    Moved,
    SharedWith,
)
from mentordesk.domain.progress_said import in_sentence
from mentordesk.domain.text import first_name
from mentordesk.ui.labels import label
from mentordesk.ui.words import plural, tr

_NAMED = 2
_NAMES_LENGTH = 30
"""Letters of names that a chip beside a title has room for."""


def facts(goal: GoalDetail, today: date) -> list[tuple[str, str]]:
    """Return the facts of a goal, each with what it is called; what is unsaid is left out."""
    draft, node = goal.draft, goal.node
    horizon = [label(draft.horizon), draft.track]
    if draft.priority is not None:
        horizon.append(tr("priority {number}", number=draft.priority))
    found = [
        (tr("Whose"), _whose(node)),
        (tr("Why"), draft.reason),
        (tr("Proof"), draft.measure),
        (tr("Horizon"), " · ".join(part for part in horizon if part)),
        (tr("Dates"), _dates(draft.start, draft.due, today)),
        (tr("Milestones"), _milestones(goal)),
    ]
    return [(name, words) for name, words in found if words]


def shared_said(node: GoalNode) -> str:
    """Return who sees a goal: "shared with Amara Okafor", "Only I see this"."""
    if node.visibility is Visibility.PASSABLE:
        return label(node.visibility).lower()
    if not node.shared_with:
        return label(node.visibility)
    return tr("shared with {names}", names=_names(node.shared_with))


def milestone_said(milestone: MilestoneRow, moved: Moved | None, today: date) -> str:
    """Return how a milestone stands: "planned for 12 Dec · moved twice, first 15 Oct"."""
    if milestone.done is not None:
        return tr("reached {day}", day=short_date(milestone.done, today, tr))
    parts = [
        tr("no date yet")
        if milestone.due is None
        else tr("planned for {day}", day=short_date(milestone.due, today, tr))
    ]
    if moved is not None:
        times = _moved_said(moved.times)
        if moved.first_due is not None:
            first = short_date(moved.first_due, today, tr)
            times = tr("{moved}, first {day}", moved=times, day=first)
        parts.append(times)
    return " · ".join(parts)


def action_said(action: ActionRow, today: date) -> str:
    """Return how an action stands: whose it is if not mine, and when it is due."""
    parts = [] if action.is_mine else [action.owner_name]
    if action.done is not None:
        parts.append(tr("done {day}", day=short_date(action.done, today, tr)))
    elif action.dropped is not None:
        parts.append(tr("let go {day}", day=short_date(action.dropped, today, tr)))
        parts.append(action.dropped_why)
    elif action.due is not None:
        parts.append(due_phrase(action.due, today, tr))
    return " · ".join(part for part in parts if part)


def action_note(action: ActionRow, today: date) -> str:
    """Return what a line with a day leaves open: whose it is, that it is over, why it ended."""
    parts = [] if action.is_mine else [action.owner_name]
    if action.dropped is not None:
        parts += [tr("let go"), action.dropped_why]
    elif action.is_open and action.due is not None and action.due < today:
        parts.append(due_phrase(action.due, today, tr))
    return " · ".join(part for part in parts if part)


def checkpoint_said(checkpoint: CheckpointRow) -> str:
    """Return a checkpoint with who says it: "Amara: “The second figure carries it.”"."""
    if checkpoint.is_mine:
        return tr("“{line}”", line=checkpoint.line)
    name = first_name(checkpoint.person_name)
    return tr("{name}: “{line}”", name=name, line=checkpoint.line)


def change_said(change: WrittenChange, goal: GoalDetail, today: date) -> str:
    """Return what one change did: "Pilot data: 20 Nov → 12 Dec"."""
    if change.deleted:
        return tr("Milestone removed: “{title}”", title=in_sentence(change.title))
    titles = {milestone.id: milestone.title for milestone in goal.node.milestones}
    titles |= {gone.item: gone.title for gone in goal.changes if gone.deleted}
    milestone = titles.get(change.item, "")
    return "; ".join(_column_said(column, milestone, today) for column in change.columns)


def _column_said(column: ColumnChange, milestone: str, today: date) -> str:
    name = in_sentence(milestone) if milestone else _field(column.name)
    before, after = (_value(column.name, v, today) for v in (column.before, column.after))
    if not before:
        return tr("{name}: {after}", name=name, after=after)
    return tr("{name}: {before} → {after}", name=name, before=before, after=after or tr("none"))


def _field(name: str) -> str:
    fields = {
        "title": "Title",
        "reason": "Why",
        "measure": "Proof",
        "horizon": "Horizon",
        "track": "Track",
        "priority": "Priority",
        "start": "Start",
        "due": "Planned for",
        "status": "Status",
    }
    return tr(fields[name])


def _value(column: str, value: object, today: date) -> str:
    if isinstance(value, date):
        return short_date(value, today, tr)
    if value is None or value == "":
        return tr("no date") if column in {"due", "start"} else ""
    if column == "horizon":
        return label(Horizon(str(value)))
    if column == "status":
        return label(GoalStatus(str(value)))
    return in_sentence(str(value))


def _whose(node: GoalNode) -> str:
    if node.is_mine:
        return ""
    return node.owner_name or tr("Ours together")


def _dates(start: date | None, due: date | None, today: date) -> str:
    if start is not None and due is not None:
        first, last = short_date(start, today, tr), short_date(due, today, tr)
        return tr("{first} to {last}", first=first, last=last)
    if due is not None:
        return tr("by {day}", day=short_date(due, today, tr))
    return "" if start is None else tr("since {day}", day=short_date(start, today, tr))


def _milestones(goal: GoalDetail) -> str:
    node = goal.node
    if not node.total:
        return tr("none yet")
    parts = [tr("{reached} of {count} reached", reached=node.reached, count=node.total)]
    parts += [
        tr("{count} {moved}", count=count, moved=_moved_said(times))
        for times, count in sorted(_by_times(goal).items(), reverse=True)
    ]
    return " · ".join(parts)


def _by_times(goal: GoalDetail) -> dict[int, int]:
    counted: dict[int, int] = {}
    for moved in goal.moved.values():
        counted[moved.times] = counted.get(moved.times, 0) + 1
    return counted


def _moved_said(times: int) -> str:
    if times == 2:
        return tr("moved twice")
    return plural(times, "moved once", "moved {count} times")


def _names(shared: Sequence[SharedWith]) -> str:
    names = [_short(one.name) for one in shared]
    if len(names) <= _NAMED and sum(map(len, names)) <= _NAMES_LENGTH:
        return tr(" and ").join(names)
    return tr("{name} and {count} more", name=names[0], count=len(names) - 1)


def _short(name: str) -> str:
    return name if len(name) <= _NAMES_LENGTH else name[: _NAMES_LENGTH - 1].rstrip() + "…"
