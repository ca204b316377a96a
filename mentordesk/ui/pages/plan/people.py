"""Whose goals a plan shows, who can own what is in it, and with whom it can be shared."""

from collections.abc import Sequence
from uuid import UUID

from mentordesk.domain.enums import Role
from mentordesk.domain.goals import OWN_PLAN, GoalNode, PlanScope, SharedWith
from mentordesk.domain.people import RelationshipHeader, Section
from mentordesk.ui.context import Context
from mentordesk.ui.pages.plan.goal_form import GoalPeople
from mentordesk.ui.words import tr

_NOT_YET = frozenset({Section.LOOKING, Section.ARCHIVE})


class PlanPeople:
    """The people of a plan's scope, read anew each time they are asked for."""

    def __init__(self, context: Context, scope: PlanScope = OWN_PLAN) -> None:
        self._context = context
        self.scope = scope

    @property
    def me(self) -> UUID:
        """The person whose file this is."""
        return self._context.desk.goals.me

    def for_goal(self, shared: Sequence[SharedWith] = ()) -> GoalPeople:
        """Return who may own a goal and with whom it may be shared, or already is."""
        header = self._header()
        if header is None:
            rail = self._context.relationships()
            offered = {one.id: one.name for one in rail if one.section not in _NOT_YET}
            offered |= {one.id: one.name for one in shared}
            return GoalPeople(self.me, shares=list(offered.items()))
        return GoalPeople(
            self.me,
            header.id,
            owners=[(person.id, person.name) for person in header.people],
            shares=[(header.id, header.name)],
        )

    def mine_first(self) -> bool:
        """Return whether a new goal here is most likely mine: not on a mentee's page."""
        header = self._header()
        return header is None or header.draft.role is not Role.MENTOR

    def action_owners(self) -> list[tuple[UUID, str]]:
        """Return who can promise an action here: me first, then the other side."""
        header = self._header()
        if header is not None:
            others = [(person.id, person.name) for person in header.people]
        else:
            others = [(one.id, one.name) for one in self._context.people()]
        return [(self.me, tr("Me")), *others]

    def promised_to(self, owner: UUID | None, goal: GoalNode | None) -> UUID | None:
        """Return the relationship that an action belongs to: this one, or that of its owner."""
        if self.scope.relationship is not None:
            return self.scope.relationship
        if goal is None or owner in (None, self.me):
            return None
        for shared in goal.shared_with:
            header = self._context.desk.relationships.header(shared.id)
            if owner in {person.id for person in header.people}:
                return shared.id
        return None

    def _header(self) -> RelationshipHeader | None:
        there = self.scope.relationship
        return None if there is None else self._context.desk.relationships.header(there)
