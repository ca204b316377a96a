"""Goals, their milestones and checkpoints, and the actions people promise."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mentordesk.domain.enums import GoalStatus, Horizon
from mentordesk.models.base import Kept, Shareable


class Milestone(Kept, Shareable, kw_only=True, eq=False):
    """A dated step towards a goal."""

    __tablename__ = "milestone"
    __table_args__ = (
        Index("ix_milestone_open_due", "due", sqlite_where=text("done IS NULL")),
        Index("ix_milestone_done", "done", sqlite_where=text("done IS NOT NULL")),
    )

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True, default=None)
    title: Mapped[str]
    due: Mapped[date | None] = mapped_column(default=None)
    done: Mapped[date | None] = mapped_column(default=None)
    weight: Mapped[int] = mapped_column(default=1)
    position: Mapped[int] = mapped_column(default=0)


class Checkpoint(Kept, Shareable, kw_only=True, eq=False):
    """A dated word on how a goal goes, by either side."""

    __tablename__ = "checkpoint"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True, default=None)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    day: Mapped[date]
    line: Mapped[str]


class Action(Kept, Shareable, kw_only=True, eq=False):
    """Something one person promised to do.

    Attributes:
        owner_id: who does it: me, or somebody on the other side.
        promised_on: the day it was promised.
        dropped: the day it was let go, with a reason in ``dropped_why``.
    """

    __tablename__ = "action"
    __table_args__ = (
        Index(
            "ix_action_open",
            "owner_id",
            "due",
            sqlite_where=text("done IS NULL AND dropped IS NULL"),
        ),
        Index("ix_action_done", "owner_id", "done", sqlite_where=text("done IS NOT NULL")),
        Index("ix_action_goal_changed", "goal_id", "changed_at"),
    )

    owner_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str]
    relationship_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("relationship.id"), index=True, default=None
    )
    meeting_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting.id"), index=True, default=None
    )
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"), index=True, default=None)
    milestone_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("milestone.id"), index=True, default=None
    )
    promised_on: Mapped[date | None] = mapped_column(default=None)
    due: Mapped[date | None] = mapped_column(default=None)
    done: Mapped[date | None] = mapped_column(default=None)
    dropped: Mapped[date | None] = mapped_column(default=None)
    dropped_why: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Goal(Kept, Shareable, kw_only=True, eq=False):
    """What somebody wants to have reached.

    Attributes:
        owner_id: whose goal it is: mine, or a mentee's; None where it belongs to the relationship.
        relationship_id: the relationship whose own goal it is.
        measure: the artefact that proves it reached.
    """

    __tablename__ = "goal"
    __table_args__ = (Index("ix_goal_status", "status"),)

    title: Mapped[str]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True, default=None)
    relationship_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("relationship.id"), index=True, default=None
    )
    reason: Mapped[str] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")
    horizon: Mapped[Horizon] = mapped_column(default=Horizon.YEAR)
    track: Mapped[str] = mapped_column(default="")
    priority: Mapped[int | None] = mapped_column(default=None)
    status: Mapped[GoalStatus] = mapped_column(default=GoalStatus.ACTIVE)
    start: Mapped[date | None] = mapped_column(default=None)
    due: Mapped[date | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)

    milestones: Mapped[list[Milestone]] = relationship(
        cascade="all, delete-orphan", order_by=Milestone.position, default_factory=list
    )
    checkpoints: Mapped[list[Checkpoint]] = relationship(
        cascade="all, delete-orphan", order_by=Checkpoint.day, default_factory=list
    )
    actions: Mapped[list[Action]] = relationship(
        cascade="all, delete-orphan", order_by=Action.position, default_factory=list
    )
