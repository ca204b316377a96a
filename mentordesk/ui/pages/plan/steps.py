"""What can be done on a plan: every verb once, for keys, menus and buttons alike."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from mentordesk.domain.enums import GoalStatus, ItemKind
from mentordesk.domain.goals import (
    ActionDraft,
    ActionRow,
    CheckpointDraft,
    CheckpointRow,
    GoalNode,
    MilestoneDraft,
    MilestoneRow,
    PlanScope,
)
from mentordesk.ui.context import Context
from mentordesk.ui.pages.plan.dialogs import PlanDialogs
from mentordesk.ui.pages.plan.inline_add import Entry
from mentordesk.ui.pages.plan.people import PlanPeople
from mentordesk.ui.pages.plan.tree_items import Key, Kind
from mentordesk.ui.pages.plan.tree_view import PlanTree
from mentordesk.ui.words import tr

_Shift = Callable[..., object]


class PlanSteps:
    """Acts on the current line of a tree, or on the line it is given."""

    def __init__(
        self, context: Context, tree: PlanTree, dialogs: PlanDialogs, people: PlanPeople
    ) -> None:
        self._context, self._tree = context, tree
        self._dialogs, self.people = dialogs, people
        self._goals = context.desk.goals
        tree.plan.done_wanted.connect(self.set_done)
        tree.plan.move_wanted.connect(self.move_beside)
        tree.edit_wanted.connect(self.edit)

    def can_change(self) -> bool:
        """Return whether the file may be changed."""
        return not self._context.desk.read_only

    @property
    def scope(self) -> PlanScope:
        """Whose goals are shown."""
        return self.people.scope

    def row(self) -> GoalNode | MilestoneRow | ActionRow | None:
        """Return the current line, if it is more than a head."""
        item = self._tree.current_item()
        row = None if item is None else item.row
        return row if isinstance(row, GoalNode | MilestoneRow | ActionRow) else None

    def goal(self) -> GoalNode | None:
        """Return the goal that the current line is or hangs on."""
        goal = self._tree.current_goal()
        item = None
        if goal is not None:
            item = self._tree.plan.item(self._tree.plan.index_of((Kind.GOAL, goal)))
        row = None if item is None else item.row
        return row if isinstance(row, GoalNode) else None

    def erase(self) -> None:
        """Ask to erase the chosen goal for good, with what hangs on it."""
        if (goal := self.goal()) is not None:
            self._context.erase_wanted.emit(ItemKind.GOAL, goal.id, goal.title)

    def add_goal(self) -> None:
        """Ask for a new goal and show it."""
        people = self.people.for_goal()
        self._dialogs.new_goal(people, self._show_goal, mine=self.people.mine_first())

    def edit(self) -> None:
        """Ask what the current line shall say."""
        row = self.row()
        if isinstance(row, GoalNode):
            self.edit_goal()
        elif isinstance(row, MilestoneRow):
            self._dialogs.edit_milestone(row)
        elif isinstance(row, ActionRow):
            self.edit_action(row)

    def edit_goal(self) -> None:
        """Ask what the current goal shall say."""
        if (goal := self.goal()) is not None:
            detail = self._goals.goal(goal.id, self._context.today())
            self._dialogs.edit_goal(self.people.for_goal(detail.node.shared_with), detail)

    def edit_action(self, action: ActionRow) -> None:
        """Ask what an action shall say."""
        self._dialogs.edit_action(action, self.people.action_owners())

    def edit_checkpoint(self, checkpoint: CheckpointRow) -> None:
        """Ask what a checkpoint shall say."""
        self._dialogs.edit_checkpoint(checkpoint)

    def delete(self) -> None:
        """Delete the current line and what hangs on it; the notice offers the way back."""
        row = self.row()
        if isinstance(row, GoalNode):
            self._perform(partial(self._goals.delete_goal, row.id), tr("Goal deleted."))
        elif isinstance(row, MilestoneRow):
            delete = partial(self._goals.delete_milestone, row.id)
            self._perform(delete, tr("Milestone deleted."))
        elif isinstance(row, ActionRow):
            self.delete_action(row)

    def delete_action(self, action: ActionRow) -> None:
        """Delete an action."""
        self._perform(partial(self._goals.delete_action, action.id), tr("Action deleted."))

    def delete_checkpoint(self, checkpoint: CheckpointRow) -> None:
        """Delete a checkpoint."""
        delete = partial(self._goals.delete_checkpoint, checkpoint.id)
        self._perform(delete, tr("Checkpoint deleted."))

    def turn_done(self) -> None:
        """Mark the current milestone or action as done, or as open again."""
        key = self._tree.plan.key(self._tree.currentIndex())
        if key is not None:
            self.set_done(key, not self.row_is_done())

    def row_is_done(self) -> bool:
        """Return whether the current milestone is reached or action settled."""
        row = self.row()
        return isinstance(row, MilestoneRow | ActionRow) and not (
            row.done is None if isinstance(row, MilestoneRow) else row.is_open
        )

    def set_done(self, key: Key, done: bool) -> None:  # noqa: FBT001 (a signal's slot)
        """Mark a milestone or an action as done today, or as open again."""
        kind, item = key
        if not isinstance(item, UUID):
            return
        day = self._context.today() if done else None
        if kind is Kind.MILESTONE:
            said = tr("Milestone reached.") if done else tr("Milestone is open again.")
            self._perform(partial(self._goals.set_milestone_done, item, day), said)
        elif kind is Kind.ACTION:
            said = tr("Action done.") if done else tr("Action is open again.")
            self._perform(partial(self._goals.set_action_done, item, day), said)

    def move_date(self) -> None:
        """Ask for another date of the current milestone."""
        if isinstance(row := self.row(), MilestoneRow):
            self._dialogs.move_milestone(row)

    def drop(self) -> None:
        """Ask why the current action is let go."""
        if isinstance(row := self.row(), ActionRow):
            self.drop_action(row)

    def drop_action(self, action: ActionRow) -> None:
        """Ask why an action is let go."""
        self._dialogs.drop_action(action)

    def achieve(self) -> None:
        """Mark the current goal as achieved today."""
        self._set_status(GoalStatus.ACHIEVED, tr("Goal achieved."))

    def take_up(self) -> None:
        """Take up the current goal, which was a draft or closed."""
        self._set_status(GoalStatus.ACTIVE, tr("Goal is under way."))

    def close(self, status: GoalStatus) -> None:
        """Ask why the current goal is parked or let go."""
        if (goal := self.goal()) is not None:
            self._dialogs.close_goal(goal.id, goal.title, status)

    def _set_status(self, status: GoalStatus, said: str) -> None:
        if (goal := self.goal()) is not None:
            today = self._context.today()
            self._perform(partial(self._goals.set_status, goal.id, status, today), said)

    def can_shift(self, step: int) -> bool:
        """Return whether the current line can move up (-1) or down (1) among its siblings."""
        return self._beside(step) is not None

    def shift(self, step: int) -> None:
        """Move the current line up (-1) or down (1) among its siblings."""
        key, beside = self._tree.plan.key(self._tree.currentIndex()), self._beside(step)
        if key is not None and beside is not None:
            self.move_beside(key, beside, step > 0)

    def move_beside(self, key: Key, beside: Key, after: bool) -> None:  # noqa: FBT001
        """Put a line before or after one of its siblings."""
        move: Mapping[Kind, _Shift] = {
            Kind.GOAL: self._goals.move_goal,
            Kind.MILESTONE: self._goals.reorder_milestone,
            Kind.ACTION: self._goals.reorder_action,
        }
        where = {"after" if after else "before": beside[1]}
        self._perform(partial(move[key[0]], key[1], **where), tr("Order changed."))

    def _beside(self, step: int) -> Key | None:
        index = self._tree.currentIndex()
        row, siblings = self.row(), self._tree.plan.siblings(index)
        if row is None or (isinstance(row, GoalNode) and not row.is_open):
            return None
        key = self._tree.plan.key(index)
        place = siblings.index(key) + step if key in siblings else -1
        return siblings[place] if 0 <= place < len(siblings) else None

    def add_milestone(self, entry: Entry) -> Mapping[str, str]:
        """Add a milestone to the current goal; return what is wrong with it."""
        draft = MilestoneDraft(title=entry.words, due=entry.day)
        return self._add(
            lambda goal: self._goals.add_milestone(goal, draft), tr("Milestone added.")
        )

    def add_action(self, entry: Entry) -> Mapping[str, str]:
        """Add an action to the current goal, or to the current milestone of it."""
        row, goal = self.row(), self.goal()
        draft = ActionDraft(
            title=entry.words,
            owner=entry.owner,
            due=entry.day,
            relationship=self.people.promised_to(entry.owner, goal),
            goal=None if goal is None else goal.id,
            milestone=row.id if isinstance(row, MilestoneRow) else None,
        )
        today = self._context.today()
        return self._add(lambda _goal: self._goals.add_action(draft, today), tr("Action added."))

    def add_checkpoint(self, entry: Entry) -> Mapping[str, str]:
        """Add a checkpoint of today to the current goal."""
        draft = CheckpointDraft(line=entry.words, day=self._context.today(), person=entry.owner)
        return self._add(
            lambda goal: self._goals.add_checkpoint(goal, draft), tr("Checkpoint added.")
        )

    def _add(self, command: Callable[[UUID], object], said: str) -> Mapping[str, str]:
        goal = self._tree.current_goal()
        return {} if goal is None else self._context.problems(partial(command, goal), said)

    def _perform(self, command: Callable[[], object], said: str) -> None:
        self._context.perform(command, said)

    def _show_goal(self, goal: UUID) -> None:
        self._tree.choose((Kind.GOAL, goal))
