"""The form of a goal: only a title is needed, the rest waits under More."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast
from uuid import UUID

from mentordesk.domain.enums import Horizon
from mentordesk.domain.goals import PRIORITIES, GoalDraft, check_goal, check_reason
from mentordesk.ui.labels import label
from mentordesk.ui.widgets.form_check import FormCheck
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

WHY_HINT = "One line, so that it is understood later. It may be empty."


@dataclass(frozen=True)
class GoalPeople:
    """Whose a goal can be, and with whom it can be shared.

    Attributes:
        relationship: set where the plan is that of a relationship; None in my own plan.
        owners: people on its other side.
        shares: relationships to share with, and what they are called.
    """

    me: UUID
    relationship: UUID | None = None
    owners: Sequence[tuple[UUID, str]] = ()
    shares: Sequence[tuple[UUID, str]] = ()


class GoalForm(Form):
    """Fields of a goal, and the draft they come to."""

    def __init__(
        self, today: date, people: GoalPeople, goal: GoalDraft | None, *, mine: bool = True
    ) -> None:
        super().__init__(today)
        self._people = people
        self._base = goal or self._new(mine=mine)
        self.add_text("title", tr("Goal"), tr("A few words are enough."), optional=False)
        if people.relationship is not None:
            self.add_choice("whose", tr("Whose goal is it?"), self._owners())
        if goal is not None:
            self.add_text("why", tr("Why the change?"), tr(WHY_HINT))
        self.more()
        self._add_more()
        self.load(self._values())
        self.edited.connect(self._show_fitting)
        self._show_fitting()
        FormCheck(self, self.problems)

    def draft(self) -> GoalDraft:
        """Return what the fields say."""
        values = self.values()
        draft = replace(
            self._base,
            title=str(values["title"]),
            reason=str(values["reason"]),
            measure=str(values["measure"]),
            track=str(values["track"]),
            horizon=cast("Horizon", values["horizon"]),
            priority=cast("int | None", values["priority"]),
            start=cast("date | None", values["start"]),
            due=cast("date | None", values["due"]),
            shared_with=self._shared(values),
        )
        return self._owned(draft, values)

    def problems(self, _values: Mapping[str, object]) -> dict[str, str]:
        """Return what the fields must say instead."""
        long = check_reason(self.why())
        return check_goal(self.draft()) | ({"why": long["reason"]} if long else {})

    def why(self) -> str:
        """Return the reason given for a change."""
        return str(self.values().get("why", ""))

    def _add_more(self) -> None:
        self.add_lines("reason", tr("Why"), placeholder=tr("Why does it matter?"), lines=2)
        self.add_lines(
            "measure",
            tr("Proof"),
            placeholder=tr("What will show that it is reached? A paper, a course, a letter …"),
            lines=2,
        )
        self.add_choice("horizon", tr("Horizon"), [(one, label(one)) for one in Horizon])
        self.add_date("due", tr("Planned for"))
        self.add_date("start", tr("Start"))
        self.add_text("track", tr("Track"), placeholder=tr("Research, teaching, leading …"))
        priorities: list[tuple[object, str]] = [(None, tr("None"))]
        priorities += [(one, str(one)) for one in PRIORITIES]
        self.add_choice("priority", tr("Priority"), priorities, tr("1 comes first."))
        for relationship, name in self._people.shares:
            self.add_check(_share_key(relationship), tr("Shared with {name}", name=name))

    def _new(self, *, mine: bool) -> GoalDraft:
        there = self._people.relationship
        if there is None or mine or not self._people.owners:
            shared = frozenset() if there is None else frozenset({there})
            return GoalDraft(title="", owner=self._people.me, shared_with=shared)
        return GoalDraft(title="", owner=self._people.owners[0][0])

    def _owners(self) -> list[tuple[object, str]]:
        others: list[tuple[object, str]] = list(self._people.owners)
        return [(self._people.me, tr("Mine")), *others, (None, tr("Ours together"))]

    def _values(self) -> dict[str, object]:
        values: dict[str, object] = dict(vars(self._base))
        values["whose"] = self._base.owner
        for relationship in self._base.shared_with:
            values[_share_key(relationship)] = True
        return values

    def _owned(self, draft: GoalDraft, values: Mapping[str, object]) -> GoalDraft:
        there = self._people.relationship
        if there is None:
            return draft
        owner = cast("UUID | None", values["whose"])
        if owner is None:
            return replace(draft, owner=None, relationship=there)
        if owner == self._people.me:
            # Mine is seen here because it is shared, and for no other reason.
            shared = draft.shared_with | {there}
            return replace(draft, owner=owner, relationship=None, shared_with=shared)
        return replace(draft, owner=owner, relationship=None)

    def _shared(self, values: Mapping[str, object]) -> frozenset[UUID]:
        offered = {relationship for relationship, _ in self._people.shares}
        chosen = {one for one in offered if values[_share_key(one)]}
        return (self._base.shared_with - offered) | chosen

    def _show_fitting(self) -> None:
        there = self._people.relationship
        if there is not None:
            mine = self.values()["whose"] == self._people.me
            self.set_row_visible(_share_key(there), visible=not mine)


def _share_key(relationship: UUID) -> str:
    return f"share {relationship}"
