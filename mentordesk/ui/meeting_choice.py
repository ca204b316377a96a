"""One meeting that is shown or chosen, and what may be done with it now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mentordesk.domain.enums import PLANNED, MeetingStatus
from mentordesk.domain.meetings import MeetingLine


@dataclass(frozen=True)
class MeetingChoice:
    """Asks each time which meeting it is: a list's choice changes."""

    line: Callable[[], MeetingLine | None]
    now: Callable[[], datetime]
    read_only: bool

    def run(self, step: Callable[[UUID], object]) -> None:
        """Do one step with it."""
        if (line := self.line()) is not None:
            step(line.id)

    def writable(self) -> bool:
        """Whether anything can be changed at all."""
        return not self.read_only

    def there(self) -> bool:
        """Whether there is one."""
        return self.line() is not None

    def changeable(self) -> bool:
        """Whether there is one that can be changed."""
        return self.there() and not self.read_only

    def planned(self) -> bool:
        """Whether it is planned, whenever that is."""
        line = self.line()
        return self.changeable() and line is not None and line.status in PLANNED

    def proposed(self) -> bool:
        """Whether it waits for a yes."""
        line = self.line()
        return self.planned() and line is not None and line.status is MeetingStatus.PROPOSED

    def confirmed(self) -> bool:
        """Whether both sides agreed."""
        return self.planned() and not self.proposed()

    def begun(self) -> bool:
        """Whether it is planned and its day has come, where it was planned."""
        line = self.line()
        if line is None or not self.planned():
            return False
        return line.day <= self.now().astimezone(line.start.aware.tzinfo).date()

    def over(self) -> bool:
        """Whether it has been said what became of it."""
        return self.changeable() and not self.planned()
