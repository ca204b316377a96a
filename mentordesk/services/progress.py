"""Milestones as facts for the charts."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select

from mentordesk.domain.enums import GoalStatus, ItemKind
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.progress import MilestoneFact
from mentordesk.domain.release import narrower
from mentordesk.models import Goal, Milestone, Share
from mentordesk.services.base import Service
from mentordesk.services.changes import first_values
from mentordesk.services.goals import in_scope
from mentordesk.services.naming import relationship_names

_LEFT_OUT = (GoalStatus.DRAFT, GoalStatus.LET_GO, GoalStatus.REPLACED)
"""Goals that nobody measures any more, or not yet."""


class Progress(Service):
    """Use cases of the progress charts."""

    def facts(self, scope: PlanScope | None) -> list[MilestoneFact]:
        """Return the milestones of a plan, or of everybody's goals where there is no scope."""
        with self._store.reading() as session:
            wanted = (
                select(Milestone, Goal)
                .join(Goal, Goal.id == Milestone.goal_id)
                .where(Goal.status.not_in(_LEFT_OUT))
                .order_by(Goal.position, Milestone.position)
            )
            if scope is not None:
                wanted = wanted.where(in_scope(scope, self.me))
            rows = list(session.execute(wanted))
            first = first_values(session, Milestone.due, [milestone.id for milestone, _ in rows])
            names = relationship_names(session)
            shares: dict[UUID, set[UUID]] = defaultdict(set)
            for goal, relationship in session.execute(
                select(Share.item_id, Share.relationship_id).where(Share.item_kind == ItemKind.GOAL)
            ):
                shares[goal].add(relationship)
            return [
                MilestoneFact(
                    id=milestone.id,
                    title=milestone.title,
                    goal_id=goal.id,
                    goal_title=goal.title,
                    relationship_names=tuple(
                        sorted(names[there].name for there in shares[goal.id] if there in names)
                    ),
                    first_due=first.get(milestone.id) or milestone.due,
                    due=milestone.due,
                    done=milestone.done,
                    visibility=narrower(milestone.visibility, goal.visibility),
                    shared_with=frozenset(shares[goal.id]),
                )
                for milestone, goal in rows
            ]
