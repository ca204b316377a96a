"""What can be done with a meeting from a list; another page knows how."""

from typing import Protocol
from uuid import UUID


class MeetingSteps(Protocol):
    """The steps from planning a meeting to saying what became of it."""

    def open(self, meeting: UUID) -> object:
        """Show its page."""

    def plan(self, relationship: UUID | None = None) -> object:
        """Ask for a new one, with somebody if it is known with whom."""

    def edit(self, meeting: UUID) -> object:
        """Ask for its fields."""

    def move(self, meeting: UUID) -> object:
        """Ask for another time."""

    def confirm(self, meeting: UUID) -> object:
        """Note that both sides agreed."""

    def hold(self, meeting: UUID) -> object:
        """Ask how long it took."""

    def miss(self, meeting: UUID) -> object:
        """Note that it did not take place."""

    def cancel(self, meeting: UUID) -> object:
        """Ask who cancels, and why."""

    def reopen(self, meeting: UUID) -> object:
        """Plan it again."""

    def delete(self, meeting: UUID) -> object:
        """Delete it."""
