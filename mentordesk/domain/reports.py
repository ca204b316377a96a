"""What a report holds before the gate: parts of a plan, a relationship's page or a meeting."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentordesk.domain.changes import ColumnChange
from mentordesk.domain.enums import (
    AgendaKind,
    GoalStatus,
    Horizon,
    ItemKind,
    MeetingForm,
    MeetingStatus,
    Phase,
    Role,
    Stage,
    Visibility,
)
from mentordesk.domain.wall_time import WallTime


class ReportKind(StrEnum):
    """What can be printed or saved as pages."""

    PLAN = "plan"
    RELATIONSHIP = "relationship"
    MEETING = "meeting"


@dataclass(frozen=True, kw_only=True)
class ReportWish:
    """Which report is wanted.

    Attributes:
        item: the relationship whose goals or page, or the meeting; None for all goals of mine.
        changes: with the written changes of the goals.
    """

    kind: ReportKind
    item: UUID | None = None
    changes: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportHead:
    """Who a report is about, as both sides know it anyway: what stands above the parts.

    Attributes:
        me: my own name.
        name: the relationship's; empty where it is about me alone.
        group: whether the name is a group's.
    """

    kind: ReportKind
    me: str
    name: str = ""
    group: bool = False


@dataclass(frozen=True, kw_only=True)
class Part:
    """Something in a report, as the gate sees it.

    Attributes:
        visibility: never wider than that of what it belongs to.
    """

    id: UUID
    kind: ItemKind
    visibility: Visibility
    shared_with: frozenset[UUID]


@dataclass(frozen=True, kw_only=True)
class BondPart(Part):
    """What binds two sides: the head of a relationship's page."""

    role: Role
    stage: Stage
    phase: Phase
    phase_since: date | None
    rhythm_days: int | None
    started_on: date | None
    planned_end: date | None
    purpose: str


@dataclass(frozen=True, kw_only=True)
class GoalPart(Part):
    """A goal; ``owner_name`` is empty where it is mine or the relationship's own."""

    title: str
    reason: str
    measure: str
    horizon: Horizon
    status: GoalStatus
    start: date | None
    due: date | None
    closed_on: date | None
    owner_name: str


@dataclass(frozen=True, kw_only=True)
class MilestonePart(Part):
    """A milestone; ``first_due`` and ``moved`` tell of what its audience could see at the time."""

    goal: UUID
    title: str
    due: date | None
    done: date | None
    first_due: date | None
    moved: int


@dataclass(frozen=True, kw_only=True)
class ActionPart(Part):
    """Something promised; ``dropped_why`` says why it was let go."""

    goal: UUID | None
    meeting: UUID | None
    title: str
    owner_name: str
    is_mine: bool
    due: date | None
    done: date | None
    dropped: date | None
    dropped_why: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done is None and self.dropped is None


@dataclass(frozen=True, kw_only=True)
class CheckpointPart(Part):
    """A dated word on how a goal goes."""

    goal: UUID
    day: date
    line: str
    person_name: str


@dataclass(frozen=True, kw_only=True)
class ChangePart(Part):
    """A written change of a goal or, where ``milestone`` says of which, of a milestone."""

    goal: UUID
    milestone: str
    day: date
    columns: tuple[ColumnChange, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class MeetingPart(Part):
    """A meeting; ``minutes`` is its real length where somebody said it, else the planned one."""

    start: WallTime
    minutes: int
    form: MeetingForm
    place: str
    title: str
    status: MeetingStatus

    @property
    def day(self) -> date:
        """The day on the wall where it was planned."""
        return self.start.local.date()


@dataclass(frozen=True, kw_only=True)
class AgendaPart(Part):
    """One thing on the agenda of a meeting."""

    meeting: UUID
    title: str
    agenda_kind: AgendaKind
    minutes: int | None
    done: bool
    outcome: str


@dataclass(frozen=True, kw_only=True)
class NotePart(Part):
    """Markdown on a meeting, or on one thing on its agenda."""

    agenda_item: UUID | None
    text: str


@dataclass(frozen=True, kw_only=True)
class ContactPart(Part):
    """A contact outside planned meetings."""

    day: date
    form: MeetingForm
    minutes: int | None
    line: str
