"""A form with a day, a time and a zone that says at once what is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from mentordesk.domain.meetings import MeetingDraft, Side, check_meeting, note_on
from mentordesk.ui.meeting_said import other_clocks
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.widgets.zone_field import ZoneField
from mentordesk.ui.words import tr

_AT_ONCE = ("day", "time", "zone", "minutes", "place", "link", "title")
"""Fields whose problems are said while typing; that one is still empty can wait."""

_FIELDS = frozenset(field.name for field in fields(MeetingDraft))


@dataclass(frozen=True)
class Wall:
    """The wall that I look at: which day it is there, and in which zone it hangs."""

    today: date
    zone: str


class TimeForm(Form):
    """What the forms about the time of a meeting share."""

    def __init__(self, wall: Wall, known: MeetingDraft, sides: Sequence[Side] = ()) -> None:
        super().__init__(wall.today)
        self._wall = wall
        self._known = known
        self._sides = tuple(sides)
        self._note = QuietLabel(small=True, wrap=True)
        self.edited.connect(self.say_at_once)

    def draft(self) -> MeetingDraft:
        """Return what was entered, and what was known of the rest."""
        return draft_of(self._known, self.values())

    def set_sides(self, sides: Sequence[Side]) -> None:
        """Say from now on what the clock shows where these people are."""
        self._sides = tuple(sides)
        self.say_at_once()

    def say_at_once(self) -> None:
        """Show what is wrong, and what the clock shows on the other side."""
        draft, values = self.draft(), self.values()
        problems = check_meeting(draft) if not self.unreadable() else {}
        for key in _AT_ONCE:
            if key in values:
                missing = values[key] is None or values[key] == ""
                self.row(key).show_problem("" if missing else problems.get(key, ""))
        start = draft.start
        if "fold" in values:
            self.set_row_visible("fold", visible=start is not None and start.is_twice)
        self._note.setText(self._said(draft))
        self._note.setVisible(bool(self._note.text()))

    def add_time_rows(self) -> None:
        """Add the day and the time, side by side, and below them what to know of that time."""
        self.add_date("day", tr("Day"), optional=False)
        self.add_time("time", tr("Time"), optional=False)
        self.put_beside("day", "time")
        self._target.insertWidget(self._target.count() - 1, self._note)

    def add_zone_rows(self) -> None:
        """Add the zone, and which of two equal times is meant when clocks go back."""
        self._add("zone", tr("Time zone"), ZoneField(), "")
        which = [(0, tr("The first")), (1, tr("The second, after clocks went back"))]
        self.add_choice("fold", tr("This time happens twice"), which)

    def _said(self, draft: MeetingDraft) -> str:
        start = draft.start
        if start is None or start.in_gap:
            return ""
        parts = []
        if draft.zone != self._wall.zone:
            here = start.in_zone(self._wall.zone).local
            parts.append(tr("{time} here", time=f"{here:%H:%M}"))
        parts.append(other_clocks(start, self._sides, draft.zone))
        clocks = ", ".join(part for part in parts if part)
        return " ".join(part for part in (clocks and f"{clocks}.", note_on(draft)) if part)


def draft_of(known: MeetingDraft, values: Mapping[str, object]) -> MeetingDraft:
    """Return a draft with what a form says in the place of what was known."""
    said: dict[str, Any] = {name: value for name, value in values.items() if name in _FIELDS}
    return replace(known, **said)
