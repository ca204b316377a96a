"""Change actions: what somebody on either side promised to do."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from mentordesk.domain.errors import DraftError
from mentordesk.domain.goals import ActionDraft, check_action, check_reason
from mentordesk.domain.text import one_line
from mentordesk.models import Action, Goal, Meeting, Milestone, Person, Relationship
from mentordesk.services.base import STEP, Service, fetch
from mentordesk.services.ordering import move_beside


class ActionCommands(Service):
    """Commands on actions; each is one undo step and returns the action's id."""

    def add_action(self, draft: ActionDraft, today: date) -> UUID:
        """Add an action that is promised today.

        Raises:
            DraftError: a field can't be kept.
        """
        with self._store.changing("Add action") as session:
            return new_action(session, draft, self.me, today).id

    def edit_action(self, action: UUID, draft: ActionDraft) -> UUID:
        """Change an action; the day it was promised stays.

        Raises:
            DraftError: a field can't be kept.
        """
        with self._store.changing("Edit action") as session:
            _fill(session, fetch(session, Action, action), draft, self.me)
        return action

    def move_action(self, action: UUID, due: date | None) -> UUID:
        """Give an action another due date, or none."""
        with self._store.changing("Move action") as session:
            fetch(session, Action, action).due = due
        return action

    def set_action_done(self, action: UUID, day: date | None) -> UUID:
        """Mark an action as done on a day, or as open again."""
        if day is None:
            return self.reopen_action(action)
        with self._store.changing("Do action") as session:
            row = fetch(session, Action, action)
            row.done, row.dropped, row.dropped_why = day, None, ""
        return action

    def drop_action(self, action: UUID, reason: str, today: date) -> UUID:
        """Let an action go, and say why.

        Raises:
            DraftError: the reason is too long.
        """
        if problems := check_reason(reason):
            raise DraftError(problems)
        with self._store.changing("Drop action") as session:
            row = fetch(session, Action, action)
            row.done, row.dropped, row.dropped_why = None, today, one_line(reason)
        return action

    def reopen_action(self, action: UUID) -> UUID:
        """Take up an action again that was done or dropped."""
        with self._store.changing("Open action again") as session:
            row = fetch(session, Action, action)
            row.done, row.dropped, row.dropped_why = None, None, ""
        return action

    def reorder_action(
        self, action: UUID, *, after: UUID | None = None, before: UUID | None = None
    ) -> UUID:
        """Put an action directly after another one of its goal or meeting, or before it.

        Raises:
            NotFoundError: the other one is not there any more.
        """
        with self._store.changing("Move action in its list") as session:
            row = fetch(session, Action, action)
            siblings = session.execute(
                select(Action.id, Action.position)
                .where(_beside(row))
                .order_by(Action.position, Action.id)
            ).all()
            move_beside(session, Action, siblings, action, after=after, before=before)
        return action

    def delete_action(self, action: UUID) -> UUID:
        """Delete an action."""
        with self._store.changing("Delete action") as session:
            session.delete(fetch(session, Action, action))
        return action


def new_action(session: Session, draft: ActionDraft, me: UUID, today: date) -> Action:
    """Add an action inside a change that is already under way, for other services.

    Raises:
        DraftError: a field can't be kept.
    """
    row = Action(owner_id=me, title="", promised_on=today)
    _fill(session, row, draft, me)
    row.position = _last(session, row) + STEP
    session.add(row)
    return row


def _fill(session: Session, row: Action, draft: ActionDraft, me: UUID) -> None:
    if problems := check_action(draft):
        raise DraftError(problems)
    row.title, row.due = one_line(draft.title), draft.due
    row.owner_id = me if draft.owner is None else fetch(session, Person, draft.owner).id
    for kind, item in (
        (Relationship, draft.relationship),
        (Meeting, draft.meeting),
        (Goal, draft.goal),
    ):
        if item is not None:
            fetch(session, kind, item)
    row.relationship_id, row.meeting_id = draft.relationship, draft.meeting
    row.goal_id, row.milestone_id = draft.goal, draft.milestone
    if draft.milestone is not None:
        row.goal_id = fetch(session, Milestone, draft.milestone).goal_id


def _last(session: Session, row: Action) -> int:
    wanted = select(func.coalesce(func.max(Action.position), 0)).where(_beside(row))
    return session.scalar(wanted) or 0


def _beside(row: Action) -> ColumnElement[bool]:
    """Return the condition for the siblings of an action: in its goal, else in its meeting."""
    if row.goal_id is not None:
        return Action.goal_id == row.goal_id
    return Action.meeting_id == row.meeting_id
