"""What can be done with the relationship that is shown."""

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from mentordesk.domain.enums import ItemKind, Stage
from mentordesk.domain.people import RelationshipHeader
from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Context
from mentordesk.ui.pages.relationship.overview import Overview
from mentordesk.ui.pages.relationship.steps import RelationshipSteps
from mentordesk.ui.words import tr


class Shown(Protocol):
    """The page as its commands see it."""

    context: Context
    head: RelationshipHeader | None
    steps: RelationshipSteps
    overview: Overview

    def isVisible(self) -> bool:  # noqa: N802 (Qt's name)
        """Return whether it is seen."""
        ...


class RelationshipCommands:
    """Runs commands on whatever relationship the page shows at that moment."""

    def __init__(self, page: Shown, *, read_only: bool) -> None:
        self._page = page
        self._read_only = read_only

    def changeable(self) -> bool:
        """Return whether there is a relationship on the screen that can be changed."""
        return self._shown() and not self._read_only

    def live(self) -> bool:
        """Return whether it lies outside the archive and can be changed."""
        return self.changeable() and self._stage() is not Stage.CLOSED

    def archived(self) -> bool:
        """Return whether it lies in the archive and can be taken out."""
        return self.changeable() and self._stage() is Stage.CLOSED

    def with_somebody(self) -> bool:
        """Return whether it is live, with somebody, and can be changed."""
        return self.live() and self._people() > 0

    def shown(self) -> bool:
        """Return whether there is a relationship on the screen."""
        return self._shown()

    def with_meetings(self) -> bool:
        """Return whether there may be meetings to export."""
        return self._shown() and self._people() > 0

    def with_one(self) -> bool:
        """Return whether it is with one person, who can be changed."""
        return self.changeable() and self._people() == 1

    def search(self) -> bool:
        """Return whether somebody is still looked for."""
        return self.live() and not self._people()

    def edit_person(self) -> None:
        """Edit the person it is with."""
        head = self._page.head
        if head is not None and head.people:
            self._page.steps.edit_person(head.people[0].id)

    def talked(self) -> None:
        """Log a contact."""
        self._with(self._page.steps.talked)

    def plan_meeting(self) -> None:
        """Plan a meeting."""
        self._with(self._page.steps.plan_meeting)

    def edit(self) -> None:
        """Edit the relationship."""
        self._with(self._page.steps.edit_relationship)

    def give_time(self) -> None:
        """Give it time."""
        self._with(self._page.steps.give_time)

    def found(self) -> None:
        """Note who was found."""
        self._with(self._page.steps.found)

    def archive(self) -> None:
        """Put it into the archive."""
        self._with(self._page.steps.archive)

    def erase(self) -> None:
        """Ask to erase it for good."""
        if (head := self._page.head) is not None:
            self._page.context.erase_wanted.emit(ItemKind.RELATIONSHIP, head.id, head.name)

    def erase_person(self) -> None:
        """Ask to erase the person it is with, everywhere."""
        if (head := self._page.head) is not None and head.people:
            person = head.people[0]
            self._page.context.erase_wanted.emit(ItemKind.PERSON, person.id, person.name)

    def reopen(self) -> None:
        """Take it out of the archive."""
        self._with(self._page.steps.reopen)

    def calendar(self) -> None:
        """Export its meetings."""
        self._with(self._page.steps.export_calendar)

    def can_be_alone(self) -> bool:
        """Return whether it can be shown alone: with somebody, and not yet."""
        return self.with_meetings() and self._page.context.curtain.only is None

    def show_only(self) -> None:
        """Show nobody else."""
        self._with(self._page.context.curtain.show_only)

    def print_page(self) -> None:
        """Print its page, or save it."""
        self._with(self._page.steps.print_page)

    def promise(self) -> None:
        """Note what was promised."""
        self._page.overview.add_promise()

    def _with(self, step: Callable[[UUID], object]) -> None:
        if self._page.head is not None:
            step(self._page.head.id)

    def _shown(self) -> bool:
        return self._page.isVisible() and self._page.head is not None

    def _people(self) -> int:
        return 0 if self._page.head is None else len(self._page.head.people)

    def _stage(self) -> Stage | None:
        return None if self._page.head is None else self._page.head.draft.stage


def relationship_commands(page: Shown, *, read_only: bool) -> Sequence[Command]:
    """Return the page's commands for the action table."""
    does = RelationshipCommands(page, read_only=read_only)

    def command(
        name: str,
        words: str,
        run: Callable[[], object],
        enabled: Callable[[], bool],
        icon: str = "",
        *keys: str,
    ) -> Command:
        return Command(
            id=name, label=words, run=run, enabled=enabled, icon=icon, keys=keys, menu=Menu.ITEM
        )

    found, promise = tr("I have &found somebody…"), tr("Add a &promise…")
    erase, erase_person = tr("Erase for goo&d…"), tr("Erase the person for good…")
    calendar = tr("E&xport meetings to a calendar…")
    return [
        command("relationship.talked", tr("We &talked…"), does.talked, does.with_somebody, "phone"),
        command(
            "relationship.plan",
            tr("Plan a &meeting…"),
            does.plan_meeting,
            does.with_somebody,
            "meetings",
        ),
        command("relationship.promise", promise, does.promise, does.with_somebody, "action"),
        command("relationship.found", found, does.found, does.search, "person"),
        command("person.edit", tr("&Edit person…"), does.edit_person, does.with_one, "person"),
        command(
            "relationship.edit", tr("Edit &relationship…"), does.edit, does.changeable, "edit", "F2"
        ),
        command(
            "relationship.give_time", tr("&Give this time…"), does.give_time, does.live, "clock"
        ),
        command(
            "relationship.calendar", calendar, does.calendar, does.with_meetings, "calendar-add"
        ),
        command(
            "relationship.only",
            tr("Show &only this person"),
            does.show_only,
            does.can_be_alone,
            "eye",
        ),
        command("relationship.print", tr("Pr&int or save…"), does.print_page, does.shown, "print"),
        command(
            "relationship.archive", tr("Put into the &archive…"), does.archive, does.live, "archive"
        ),
        command("relationship.erase", erase, does.erase, does.changeable, "trash"),
        command("person.erase", erase_person, does.erase_person, does.with_one, "trash"),
        command(
            "relationship.reopen",
            tr("Take &out of the archive"),
            does.reopen,
            does.archived,
            "archive",
        ),
    ]
