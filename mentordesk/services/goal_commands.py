"""Change goals: what they say, where they stand, with whom they are shared."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import OPEN_GOALS, GoalStatus, ItemKind, Visibility
from mentordesk.domain.errors import DraftError
from mentordesk.domain.goals import (
    GoalDraft,
    check_dates,
    check_goal,
    check_reason,
    goal_visibility,
)
from mentordesk.domain.release import narrower
from mentordesk.domain.text import many_lines, one_line
from mentordesk.models import Action, Checkpoint, Goal, Note, Person, Relationship, Share
from mentordesk.services.base import STEP, Service, fetch
from mentordesk.services.ordering import move_beside

COPIED = ("title", "reason", "measure", "horizon", "track", "priority", "start", "due")
"""Fields that a draft and a goal have in common, as they are."""

_LABELS = {
    GoalStatus.DRAFT: "Make goal a draft",
    GoalStatus.ACTIVE: "Take up goal",
    GoalStatus.PARKED: "Park goal",
    GoalStatus.ACHIEVED: "Mark goal achieved",
    GoalStatus.REPLACED: "Mark goal replaced",
    GoalStatus.LET_GO: "Let goal go",
}


class GoalCommands(Service):
    """Commands on goals themselves; each is one undo step and returns the goal's id."""

    def draft_goal(self, line: str) -> UUID:
        """Keep the answer to "What would you like help with?" as a draft goal of mine."""
        return self.add_goal(GoalDraft(title=line, status=GoalStatus.DRAFT))

    def add_goal(self, draft: GoalDraft) -> UUID:
        """Add a goal at the end of its plan.

        Raises:
            DraftError: a field can't be kept.
        """
        _check(draft)
        with self._store.changing("Add goal") as session:
            last = session.scalar(select(func.coalesce(func.max(Goal.position), 0))) or 0
            goal = Goal(title="", status=draft.status, position=last + STEP)
            self._fill(session, goal, draft)
            session.add(goal)
            session.flush()
            _share(session, goal, draft.shared_with)
        return goal.id

    def edit_goal(self, goal: UUID, draft: GoalDraft, reason: str = "") -> UUID:
        """Change what a goal says; its status stays, for that has a day (``set_status``).

        Raises:
            DraftError: a field can't be kept.
        """
        _check(draft, reason)
        with self._store.changing("Edit goal", reason=one_line(reason)) as session:
            row = fetch(session, Goal, goal)
            self._fill(session, row, draft)
            _share(session, row, draft.shared_with)
        return goal

    def move_goal_dates(
        self,
        goal: UUID,
        start: date | None,
        due: date | None,
        reason: str = "",
        *,
        typing: object = None,
    ) -> UUID:
        """Give a goal other dates, and say why.

        Moves with the same ``typing`` that follow each other are one undo step.

        Raises:
            DraftError: it would end before it starts.
        """
        if problems := check_dates(start, due) | check_reason(reason):
            raise DraftError(problems)
        why = one_line(reason)
        with self._store.changing("Move goal", reason=why, typing=typing) as session:
            row = fetch(session, Goal, goal)
            row.start, row.due = start, due
        return goal

    def set_status(self, goal: UUID, status: GoalStatus, today: date, reason: str = "") -> UUID:
        """Achieve, park, let go or take up a goal; today is the day it was closed."""
        if problems := check_reason(reason):
            raise DraftError(problems)
        with self._store.changing(_LABELS[status], reason=one_line(reason)) as session:
            row = fetch(session, Goal, goal)
            row.status = status
            row.closed_on = None if status in OPEN_GOALS else today
        return goal

    def move_goal(
        self, goal: UUID, *, after: UUID | None = None, before: UUID | None = None
    ) -> UUID:
        """Put a goal directly after another one, or before it; it takes over its horizon.

        Raises:
            NotFoundError: the other one is not there any more.
        """
        with self._store.changing("Move goal in the plan") as session:
            row = fetch(session, Goal, goal)
            # One order of all goals: those shared with somebody stand in several plans.
            siblings = session.execute(
                select(Goal.id, Goal.position).order_by(Goal.position, Goal.id)
            ).all()
            move_beside(session, Goal, siblings, goal, after=after, before=before)
            if beside := after or before:
                row.horizon = fetch(session, Goal, beside).horizon
        return goal

    def share_goal(self, goal: UUID, relationship: UUID) -> UUID:
        """Share a goal with one more relationship."""
        with self._store.changing("Share goal") as session:
            row = fetch(session, Goal, goal)
            _share(session, row, {*_shared_with(session, goal), relationship})
        return goal

    def unshare_goal(self, goal: UUID, relationship: UUID) -> UUID:
        """Share a goal with one relationship less."""
        with self._store.changing("Stop sharing goal") as session:
            row = fetch(session, Goal, goal)
            _share(session, row, _shared_with(session, goal).keys() - {relationship})
        return goal

    def delete_goal(self, goal: UUID) -> UUID:
        """Delete a goal with its milestones, checkpoints, notes and actions.

        Actions that were promised in a meeting stay with the meeting.
        """
        with self._store.changing("Delete goal") as session:
            row = fetch(session, Goal, goal)
            for action in session.scalars(select(Action).where(Action.goal_id == goal)):
                if action.meeting_id is None:
                    session.delete(action)
                else:
                    action.goal_id = action.milestone_id = None
            for note in session.scalars(select(Note).where(Note.goal_id == goal)):
                session.delete(note)
            for share in _shared_with(session, goal).values():
                session.delete(share)
            session.flush()
            session.delete(row)
        return goal

    def _fill(self, session: Session, row: Goal, draft: GoalDraft) -> None:
        for name in COPIED:
            setattr(row, name, getattr(draft, name))
        row.title, row.track = one_line(draft.title), one_line(draft.track)
        row.reason, row.measure = many_lines(draft.reason), many_lines(draft.measure)
        mine = draft.owner is None and draft.relationship is None
        row.owner_id = self.me if mine else draft.owner
        row.relationship_id = draft.relationship
        row.visibility = goal_visibility(draft)
        if row.owner_id is not None:
            fetch(session, Person, row.owner_id)
        if row.relationship_id is not None:
            fetch(session, Relationship, row.relationship_id)


def _check(draft: GoalDraft, reason: str = "") -> None:
    if problems := check_goal(draft) | check_reason(reason):
        raise DraftError(problems)


def _shared_with(session: Session, goal: UUID) -> dict[UUID, Share]:
    wanted = select(Share).where(Share.item_kind == ItemKind.GOAL, Share.item_id == goal)
    return {share.relationship_id: share for share in session.scalars(wanted)}


def _share(session: Session, goal: Goal, wanted: Collection[UUID]) -> None:
    """Share a goal with exactly these relationships; what hangs on it is never wider."""
    present = _shared_with(session, goal.id)
    for relationship in sorted(set(wanted) - present.keys()):
        fetch(session, Relationship, relationship)
        session.add(Share(item_kind=ItemKind.GOAL, item_id=goal.id, relationship_id=relationship))
    for relationship, share in present.items():
        if relationship not in wanted:
            session.delete(share)
    if goal.visibility is not Visibility.PASSABLE:
        goal.visibility = Visibility.SHARED if wanted else Visibility.PRIVATE
    # Milestones are what a goal says; actions and checkpoints are each shown by a choice.
    for milestone in goal.milestones:
        milestone.visibility = goal.visibility
    parts: list[Action | Checkpoint] = [*goal.actions, *goal.checkpoints]
    for part in parts:
        part.visibility = narrower(part.visibility, goal.visibility)
