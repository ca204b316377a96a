"""Change milestones and checkpoints."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.errors import DraftError
from mentordesk.domain.goals import (
    CheckpointDraft,
    MilestoneDraft,
    check_checkpoint,
    check_milestone,
    check_reason,
)
from mentordesk.domain.text import one_line
from mentordesk.models import Action, Checkpoint, Goal, Milestone, Person
from mentordesk.services.base import STEP, Service, fetch
from mentordesk.services.ordering import move_beside


class MilestoneCommands(Service):
    """Commands on milestones and checkpoints; each is one undo step and returns the id."""

    def add_milestone(self, goal: UUID, draft: MilestoneDraft) -> UUID:
        """Add a milestone at the end of its goal; it is seen by whoever sees the goal.

        Raises:
            DraftError: a field can't be kept.
        """
        _check_milestone(draft)
        with self._store.changing("Add milestone") as session:
            parent = fetch(session, Goal, goal)
            milestone = Milestone(
                goal_id=goal,
                title=one_line(draft.title),
                due=draft.due,
                visibility=parent.visibility,
                position=_last(session, goal) + STEP,
            )
            session.add(milestone)
        return milestone.id

    def edit_milestone(self, milestone: UUID, draft: MilestoneDraft, reason: str = "") -> UUID:
        """Change what a milestone says.

        Raises:
            DraftError: a field can't be kept.
        """
        _check_milestone(draft, reason)
        with self._store.changing("Edit milestone", reason=one_line(reason)) as session:
            row = fetch(session, Milestone, milestone)
            row.title, row.due = one_line(draft.title), draft.due
        return milestone

    def move_milestone(
        self, milestone: UUID, due: date | None, reason: str = "", *, typing: object = None
    ) -> UUID:
        """Give a milestone another date, and say why.

        Moves with the same ``typing`` that follow each other are one undo step.
        """
        if problems := check_reason(reason):
            raise DraftError(problems)
        why = one_line(reason)
        with self._store.changing("Move milestone", reason=why, typing=typing) as session:
            fetch(session, Milestone, milestone).due = due
        return milestone

    def set_milestone_done(self, milestone: UUID, day: date | None) -> UUID:
        """Mark a milestone as reached on a day, or as open again."""
        label = "Open milestone again" if day is None else "Reach milestone"
        with self._store.changing(label) as session:
            fetch(session, Milestone, milestone).done = day
        return milestone

    def reorder_milestone(
        self, milestone: UUID, *, after: UUID | None = None, before: UUID | None = None
    ) -> UUID:
        """Put a milestone directly after another one of its goal, or before it.

        Raises:
            NotFoundError: the other one is not there any more.
        """
        with self._store.changing("Move milestone in the goal") as session:
            row = fetch(session, Milestone, milestone)
            siblings = session.execute(
                select(Milestone.id, Milestone.position)
                .where(Milestone.goal_id == row.goal_id)
                .order_by(Milestone.position, Milestone.id)
            ).all()
            move_beside(session, Milestone, siblings, milestone, after=after, before=before)
        return milestone

    def delete_milestone(self, milestone: UUID) -> UUID:
        """Delete a milestone; its actions stay with the goal."""
        with self._store.changing("Delete milestone") as session:
            row = fetch(session, Milestone, milestone)
            for action in session.scalars(select(Action).where(Action.milestone_id == milestone)):
                action.milestone_id = None
            session.flush()
            session.delete(row)
        return milestone

    def add_checkpoint(self, goal: UUID, draft: CheckpointDraft) -> UUID:
        """Add a dated word on how a goal goes, private to me.

        Raises:
            DraftError: a field can't be kept.
        """
        _check_checkpoint(draft)
        with self._store.changing("Add checkpoint") as session:
            fetch(session, Goal, goal)
            checkpoint = Checkpoint(
                goal_id=goal,
                person_id=self._speaker(session, draft),
                day=draft.day,
                line=one_line(draft.line),
            )
            session.add(checkpoint)
        return checkpoint.id

    def edit_checkpoint(self, checkpoint: UUID, draft: CheckpointDraft) -> UUID:
        """Change a checkpoint.

        Raises:
            DraftError: a field can't be kept.
        """
        _check_checkpoint(draft)
        with self._store.changing("Edit checkpoint") as session:
            row = fetch(session, Checkpoint, checkpoint)
            row.person_id = self._speaker(session, draft)
            row.day, row.line = draft.day, one_line(draft.line)
        return checkpoint

    def delete_checkpoint(self, checkpoint: UUID) -> UUID:
        """Delete a checkpoint."""
        with self._store.changing("Delete checkpoint") as session:
            session.delete(fetch(session, Checkpoint, checkpoint))
        return checkpoint

    def _speaker(self, session: Session, draft: CheckpointDraft) -> UUID:
        return self.me if draft.person is None else fetch(session, Person, draft.person).id


def _last(session: Session, goal: UUID) -> int:
    wanted = select(func.coalesce(func.max(Milestone.position), 0))
    return session.scalar(wanted.where(Milestone.goal_id == goal)) or 0


def _check_milestone(draft: MilestoneDraft, reason: str = "") -> None:
    if problems := check_milestone(draft) | check_reason(reason):
        raise DraftError(problems)


def _check_checkpoint(draft: CheckpointDraft) -> None:
    if problems := check_checkpoint(draft):
        raise DraftError(problems)
