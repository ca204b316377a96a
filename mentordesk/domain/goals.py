"""Goals, milestones, actions and checkpoints: what forms may hold, and the rows pages show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentordesk.domain.changes import WrittenChange
from mentordesk.domain.enums import OPEN_GOALS, GoalStatus, Horizon, Visibility
from mentordesk.domain.text import one_line, too_long

WORDS_LIMIT = 2_000
"""Characters in a reason or a measure: about a page."""

PRIORITIES = (1, 2, 3)
"""From most to least; plans that ask for more levels than three are not kept up."""


@dataclass(frozen=True, kw_only=True)
class GoalDraft:
    """What a form says about a goal; only the title is needed.

    Attributes:
        reason: why it matters.
        measure: the artefact that proves it reached.
        owner: whose goal it is: mine where neither an owner nor a relationship is named.
        relationship: the relationship whose own goal it is.
        visibility: ``PASSABLE`` where it may be passed on; else ``shared_with`` decides.
        shared_with: the relationships it is shared with.
    """

    title: str
    reason: str = ""
    measure: str = ""
    horizon: Horizon = Horizon.YEAR
    track: str = ""
    priority: int | None = None
    status: GoalStatus = GoalStatus.ACTIVE
    start: date | None = None
    due: date | None = None
    owner: UUID | None = None
    relationship: UUID | None = None
    visibility: Visibility = Visibility.PRIVATE
    shared_with: frozenset[UUID] = frozenset()


def check_goal(draft: GoalDraft) -> dict[str, str]:
    """Return a sentence for each field of a goal that can't be kept."""
    problems = too_long(vars(draft), reason=WORDS_LIMIT, measure=WORDS_LIMIT)
    if not one_line(draft.title):
        problems["title"] = "A goal needs a few words to know it by."
    if draft.priority is not None and draft.priority not in PRIORITIES:
        problems["priority"] = "Choose a priority from 1 to 3, or none."
    return problems | check_dates(draft.start, draft.due)


def check_dates(start: date | None, due: date | None) -> dict[str, str]:
    """Return a sentence where a goal would end before it starts."""
    if start is not None and due is not None and due < start:
        return {"due": "The goal would end before it starts. Choose a later day."}
    return {}


def goal_visibility(draft: GoalDraft) -> Visibility:
    """Return how widely a goal may be seen: shared exactly where it is shared with somebody."""
    if draft.visibility is Visibility.PASSABLE:
        return Visibility.PASSABLE
    return Visibility.SHARED if draft.shared_with else Visibility.PRIVATE


@dataclass(frozen=True, kw_only=True)
class MilestoneDraft:
    """What a form says about a milestone."""

    title: str
    due: date | None = None


def check_milestone(draft: MilestoneDraft) -> dict[str, str]:
    """Return a sentence for each field of a milestone that can't be kept."""
    problems = too_long(vars(draft))
    if not one_line(draft.title):
        problems["title"] = "A milestone needs a few words to know it by."
    return problems


@dataclass(frozen=True, kw_only=True)
class ActionDraft:
    """What a form says about an action.

    Attributes:
        owner: who does it; me if nobody is named.
        relationship: to whom, or by whom, it was promised.
        goal, milestone: what it leads to; a milestone brings its goal along.
    """

    title: str
    owner: UUID | None = None
    due: date | None = None
    relationship: UUID | None = None
    meeting: UUID | None = None
    goal: UUID | None = None
    milestone: UUID | None = None


def check_action(draft: ActionDraft) -> dict[str, str]:
    """Return a sentence for each field of an action that can't be kept."""
    problems = too_long(vars(draft))
    if not one_line(draft.title):
        problems["title"] = "Say in a few words what is to be done."
    return problems


@dataclass(frozen=True, kw_only=True)
class CheckpointDraft:
    """What a form says about a checkpoint.

    Attributes:
        person: who says it; me if nobody is named.
    """

    line: str
    day: date
    person: UUID | None = None


def check_checkpoint(draft: CheckpointDraft) -> dict[str, str]:
    """Return a sentence for each field of a checkpoint that can't be kept."""
    problems = too_long(vars(draft))
    if not one_line(draft.line):
        problems["line"] = "Say in one line how it goes."
    return problems


def check_reason(reason: str) -> dict[str, str]:
    """Return a sentence where the reason for a change is too long; it may well be empty."""
    return too_long({"reason": reason})


@dataclass(frozen=True)
class PlanScope:
    """Whose goals a plan shows.

    Attributes:
        relationship: the goals of its other people, its own, and those of mine that are shared
            with it; None for all goals of mine.
    """

    relationship: UUID | None = None


OWN_PLAN = PlanScope()


@dataclass(frozen=True, kw_only=True)
class SharedWith:
    """A relationship that a goal is shared with."""

    id: UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class MilestoneRow:
    """A milestone."""

    id: UUID
    goal_id: UUID
    title: str
    due: date | None
    done: date | None


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A milestone whose date was changed.

    Attributes:
        first_due: the due date it was first given.
        times: how often it was changed; moves that were taken back do not count.
    """

    first_due: date | None
    times: int


@dataclass(frozen=True, kw_only=True)
class ActionRow:
    """An action, on either side."""

    id: UUID
    title: str
    owner_id: UUID
    owner_name: str
    is_mine: bool
    promised_on: date | None
    due: date | None
    done: date | None
    dropped: date | None
    dropped_why: str
    relationship_id: UUID | None
    meeting_id: UUID | None
    goal_id: UUID | None
    milestone_id: UUID | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done is None and self.dropped is None


@dataclass(frozen=True, kw_only=True)
class GoalNode:
    """A goal with what hangs on it, as a plan shows it.

    Attributes:
        owner_name: empty where the goal is a relationship's own.
        next_date: the earliest due date of an open milestone, else the goal's own.
        reached, total: milestones reached, and all of them.
        actions: the goal's own and its milestones'; ``ActionRow.milestone_id`` tells them apart.
    """

    id: UUID
    title: str
    status: GoalStatus
    horizon: Horizon
    due: date | None
    closed_on: date | None
    next_date: date | None
    reached: int
    total: int
    milestones: tuple[MilestoneRow, ...]
    actions: tuple[ActionRow, ...]
    owner_id: UUID | None
    owner_name: str
    is_mine: bool
    relationship_id: UUID | None
    visibility: Visibility
    shared_with: tuple[SharedWith, ...]

    @property
    def is_open(self) -> bool:
        """Whether somebody works on it, or soon will."""
        return self.status in OPEN_GOALS

    @property
    def fraction(self) -> float:
        """How much of it is reached, from 0 to 1; an achieved goal is, whatever its milestones."""
        if self.status is GoalStatus.ACHIEVED:
            return 1.0
        return self.reached / self.total if self.total else 0.0


@dataclass(frozen=True, kw_only=True)
class CheckpointRow:
    """A dated word on how a goal goes."""

    id: UUID
    day: date
    line: str
    person_id: UUID
    person_name: str
    is_mine: bool


@dataclass(frozen=True, kw_only=True)
class GoalDetail:
    """A goal in full.

    Attributes:
        draft: its fields, to show and to edit.
        checkpoints: the newest first.
        moved: the milestones whose dates were changed.
        changes: what was changed in the goal and its milestones, the newest first; only what
            says something else now, not the order of things.
    """

    node: GoalNode
    draft: GoalDraft
    checkpoints: tuple[CheckpointRow, ...]
    moved: Mapping[UUID, Moved]
    changes: tuple[WrittenChange, ...]
