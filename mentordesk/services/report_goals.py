"""Goals with all that hangs on them as parts of a report, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from mentordesk.domain.changes import WrittenChange
from mentordesk.domain.enums import ItemKind, Operation, Visibility
from mentordesk.domain.release import narrower
from mentordesk.domain.reports import (
    ActionPart,
    ChangePart,
    CheckpointPart,
    GoalPart,
    MilestonePart,
    Part,
)
from mentordesk.domain.stream import WRITTEN
from mentordesk.domain.wall_time import zone
from mentordesk.models import Action, Change, Checkpoint, Goal, Milestone, Person, Share
from mentordesk.services.changes import written_changes
from mentordesk.services.goal_nodes import plan_place
from mentordesk.services.report_actions import action_parts

AnyRow: TypeAlias = Row[*tuple[Any, ...]]

_OWNER = Person.name.label("owner_name")


@dataclass(frozen=True)
class Record:
    """What the journal tells of goals and milestones to one audience.

    Attributes:
        since: the change set from which on each goal could be seen; none tells of all.
        written: the changes of each goal or milestone, oldest first.
    """

    since: dict[UUID, int] = field(default_factory=dict)
    written: dict[UUID, list[WrittenChange]] = field(default_factory=dict)

    def seen(self, goal: UUID, change: WrittenChange) -> bool:
        """Return whether a change was made when the goal could be seen already."""
        return change.change_set > self.since.get(goal, 0)

    def dates(self, goal: UUID, milestone: UUID) -> list[date | None]:
        """Return the due dates that a milestone had before each of its moves that was seen."""
        return [
            column.before
            for change in self.written.get(milestone, ())
            for column in change.columns
            if column.name == "due" and self.seen(goal, change)
            if isinstance(column.before, date) and column.after is not None
        ]


def goal_parts(
    session: Session,
    wanted: ColumnElement[bool],
    me: UUID,
    *,
    viewer: UUID | None,
    changes: bool,
    zone_name: str,
) -> list[Part]:
    """Return the goals that a condition on ``Goal`` holds for, in the order of a plan.

    Each is followed by what hangs on it. What the journal tells is held back as private where it
    is older than the day on which its goal was shown to the viewer.

    Args:
        session: a reading session.
        wanted: which goals.
        me: the person whose file this is.
        viewer: the relationship that is going to see it; None where it is for me.
        changes: with the written changes.
        zone_name: the zone whose wall tells on which day something was changed.
    """
    goals = session.execute(
        select(Goal, _OWNER).outerjoin(Person, Person.id == Goal.owner_id).where(wanted)
    ).all()
    shares = _shares(session, wanted)
    rows: dict[UUID, tuple[Goal, str | None]] = {goal.id: (goal, owner) for goal, owner in goals}
    milestones = _milestones(session, wanted)
    record = _record(session, wanted, rows.keys(), milestones, viewer)
    hanging: defaultdict[UUID, list[Part]] = defaultdict(list)
    for goal_id, steps in milestones.items():
        goal = rows[goal_id][0]
        hanging[goal_id] += [_milestone(step, goal, shares, record) for step in steps]
    on_goals = Action.goal_id.in_(select(Goal.id).where(wanted))
    promised = action_parts(session, on_goals, Action.position, Action.id)
    told: list[ActionPart | CheckpointPart] = [*promised, *_words(session, wanted, rows, shares)]
    for part in told:
        if part.goal is not None:
            hanging[part.goal].append(part)
    parts: list[Part] = []
    for goal, owner in sorted(goals, key=_place):
        parts += [_goal(goal, owner, me, shares), *hanging[goal.id]]
        if changes:
            steps = milestones.get(goal.id, [])
            parts += _changes(goal, steps, shares, record, zone_name)
    return parts


def _place(row: AnyRow) -> tuple[object, ...]:
    return plan_place(row[0])


def _goal(row: Goal, owner: str | None, me: UUID, shares: dict[UUID, frozenset[UUID]]) -> GoalPart:
    return GoalPart(
        id=row.id,
        kind=ItemKind.GOAL,
        visibility=row.visibility,
        shared_with=shares.get(row.id, frozenset()),
        title=row.title,
        reason=row.reason,
        measure=row.measure,
        horizon=row.horizon,
        status=row.status,
        start=row.start,
        due=row.due,
        closed_on=row.closed_on,
        owner_name="" if row.owner_id == me else owner or "",
    )


def _milestones(session: Session, wanted: ColumnElement[bool]) -> dict[UUID, list[Milestone]]:
    rows = session.scalars(
        select(Milestone)
        .join(Goal, Goal.id == Milestone.goal_id)
        .where(wanted)
        .order_by(Milestone.position, Milestone.id)
    )
    found: defaultdict[UUID, list[Milestone]] = defaultdict(list)
    for row in rows:
        found[row.goal_id].append(row)
    return found


def _milestone(
    row: Milestone, goal: Goal, shares: dict[UUID, frozenset[UUID]], record: Record
) -> MilestonePart:
    before = record.dates(goal.id, row.id)
    return MilestonePart(
        id=row.id,
        kind=ItemKind.MILESTONE,
        visibility=narrower(row.visibility, goal.visibility),
        shared_with=shares.get(goal.id, frozenset()),
        goal=goal.id,
        title=row.title,
        due=row.due,
        done=row.done,
        first_due=before[0] if before else None,
        moved=len(before),
    )


def _words(
    session: Session,
    wanted: ColumnElement[bool],
    goals: dict[UUID, tuple[Goal, str | None]],
    shares: dict[UUID, frozenset[UUID]],
) -> list[CheckpointPart]:
    rows = session.execute(
        select(Checkpoint, _OWNER)
        .join(Person, Person.id == Checkpoint.person_id)
        .join(Goal, Goal.id == Checkpoint.goal_id)
        .where(wanted)
        .order_by(Checkpoint.day.desc(), Checkpoint.changed_at.desc(), Checkpoint.id)
    )
    return [
        CheckpointPart(
            id=row.id,
            kind=ItemKind.CHECKPOINT,
            visibility=narrower(row.visibility, goals[row.goal_id][0].visibility),
            shared_with=shares.get(row.goal_id, frozenset()),
            goal=row.goal_id,
            day=row.day,
            line=row.line,
            person_name=owner,
        )
        for row, owner in rows
    ]


def _changes(
    goal: Goal,
    steps: Sequence[Milestone],
    shares: dict[UUID, frozenset[UUID]],
    record: Record,
    zone_name: str,
) -> list[ChangePart]:
    """Return the written changes of a goal and its milestones, the newest first."""
    kept = [(goal.id, "", goal.visibility, WRITTEN[ItemKind.GOAL])]
    kept += [
        (one.id, one.title, narrower(one.visibility, goal.visibility), WRITTEN[ItemKind.MILESTONE])
        for one in steps
    ]
    found: list[tuple[int, ChangePart]] = []
    for item, title, visibility, told in kept:
        for change in record.written.get(item, ()):
            columns = tuple(column for column in change.columns if column.name in told)
            if not columns:
                continue
            part = ChangePart(
                id=item,
                kind=ItemKind.CHANGE,
                visibility=visibility if record.seen(goal.id, change) else Visibility.PRIVATE,
                shared_with=shares.get(goal.id, frozenset()),
                goal=goal.id,
                milestone=title,
                day=change.at.astimezone(zone(zone_name)).date(),
                columns=columns,
                reason=change.reason,
            )
            found.append((change.change_set, part))
    found.sort(key=lambda one: one[0], reverse=True)
    return [part for _, part in found]


def _record(
    session: Session,
    wanted: ColumnElement[bool],
    goals: Iterable[UUID],
    milestones: dict[UUID, list[Milestone]],
    viewer: UUID | None,
) -> Record:
    """Return what the journal tells, and from when on each goal could be seen by the viewer."""
    steps = {step.id: goal for goal, some in milestones.items() for step in some}
    written: defaultdict[UUID, list[WrittenChange]] = defaultdict(list)
    for change in reversed(written_changes(session, [*goals, *steps])):
        written[change.item].append(change)
    if viewer is None:
        return Record(written=written)
    since = _shown_since(session, wanted, viewer)
    for item, changes in written.items():
        goal = steps.get(item, item)
        opened = [change.change_set for change in changes if _opens(change)]
        since[goal] = max([since.get(goal, 0), *opened])
    return Record(since, written)


def _opens(change: WrittenChange) -> bool:
    """Return whether a change let others see what only I saw before."""
    return any(
        column.name == "visibility" and column.before == Visibility.PRIVATE
        for column in change.columns
    )


def _shown_since(session: Session, wanted: ColumnElement[bool], viewer: UUID) -> dict[UUID, int]:
    """Return the change set in which each goal was last shared with the viewer."""
    rows = session.execute(
        select(Share.item_id, func.max(Change.set_id))
        .join(Change, Change.item == Share.id)
        .join(Goal, Goal.id == Share.item_id)
        .where(Share.item_kind == ItemKind.GOAL, Share.relationship_id == viewer, wanted)
        .where(Change.operation == Operation.INSERT)
        .group_by(Share.item_id)
    )
    return {row.item_id: row[1] for row in rows}


def _shares(session: Session, wanted: ColumnElement[bool]) -> dict[UUID, frozenset[UUID]]:
    rows = session.execute(
        select(Share.item_id, Share.relationship_id)
        .join(Goal, Goal.id == Share.item_id)
        .where(Share.item_kind == ItemKind.GOAL, wanted)
    )
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for goal, relationship in rows:
        found[goal].add(relationship)
    return {goal: frozenset(shared) for goal, shared in found.items()}
