"""Where one has been: back and forward."""

from mentordesk.ui.context import Place

_LONGEST = 100


class History:
    """The places of this window in the order they were visited."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """The present place."""
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether ``back`` was used since the last visit."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Go somewhere new; what lay forward is forgotten."""
        if place == self.here:
            return
        self._places = [*self._places[: self._at + 1], place][-_LONGEST:]
        self._at = len(self._places) - 1

    def take_over(self, other: "History") -> None:
        """Go on where another history stands."""
        self._places, self._at = list(other._places), other._at

    def back(self) -> Place | None:
        """Return the place before this one and stand there."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self.here

    def forward(self) -> Place | None:
        """Return the place that ``back`` came from and stand there."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self.here
