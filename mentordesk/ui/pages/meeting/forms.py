"""The forms about meetings: plan or edit one, move one, say how long it took, cancel it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from typing_extensions import override

from mentordesk.domain.dates_said import said_minutes
from mentordesk.domain.enums import MeetingForm, MeetingStatus
from mentordesk.domain.meetings import LONGEST, MeetingDraft, Side
from mentordesk.domain.text import first_name
from mentordesk.ui.labels import label
from mentordesk.ui.pages.meeting.time_form import TimeForm, Wall
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

LENGTHS = (15, 30, 45, 60, 90, 120, 180)
"""Minutes to choose from."""

_AT_A_DISTANCE = frozenset({MeetingForm.VIDEO, MeetingForm.MESSAGES})


class PlanForm(TimeForm):
    """Everything about a meeting; who it is with can be chosen only for a new one."""

    def __init__(
        self,
        wall: Wall,
        draft: MeetingDraft,
        sides_of: Callable[[UUID], Sequence[Side]],
        people: Sequence[tuple[UUID, str]] = (),
        *,
        first: str = "",
    ) -> None:
        super().__init__(wall, draft)
        self._first = first
        self._sides_of = sides_of
        self._followed: UUID | None = None
        if people:
            self.add_choice("relationship", tr("With"), people)
        self.add_time_rows()
        self.add_choice("minutes", tr("Length"), _lengths(draft.minutes))
        self.add_choice("form", tr("How you meet"), [(form, label(form)) for form in MeetingForm])
        self.put_beside("minutes", "form")
        self.add_text("link", tr("Link"), placeholder="https://")
        self.add_text("place", tr("Place"))
        self.add_text("title", tr("What it is about"))
        abroad = draft.zone != wall.zone
        if abroad:
            self.add_zone_rows()
        if draft.status is MeetingStatus.PROPOSED or people:
            self.add_choice("status", tr("Is it agreed?"), _agreed())
        if not abroad:
            self.more()
            self.add_zone_rows()
        self.load({name: getattr(draft, name) for name in self.values()})
        self.edited.connect(self._fit)
        self._fit()

    @override
    def focus_first(self) -> None:
        if self._first:
            self.row(self._first).field.focus.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().focus_first()

    def _fit(self) -> None:
        """Ask for a link at a distance, else for a place; say the time where the person is."""
        values = self.values()
        at_distance = values["form"] in _AT_A_DISTANCE
        self.set_row_visible("link", visible=at_distance or bool(values["link"]))
        self.set_row_visible("place", visible=not at_distance or bool(values["place"]))
        relationship = self.draft().relationship
        if relationship is not None and relationship != self._followed:
            self._followed = relationship
            self.set_sides(self._sides_of(relationship))


class MoveForm(TimeForm):
    """Another time for a meeting, who asked for it, and one line on why."""

    def __init__(self, wall: Wall, draft: MeetingDraft, sides: Sequence[Side]) -> None:
        super().__init__(wall, draft, sides)
        self.add_time_rows()
        if draft.zone != wall.zone:
            self.add_zone_rows()
        self.add_choice("by", tr("Who asked for it"), whose(sides))
        self.add_text("reason", tr("Why"), placeholder=tr("One line, or nothing"))
        if draft.zone == wall.zone:
            self.more()
            self.add_zone_rows()
        self.load({name: getattr(draft, name) for name in self.values() if hasattr(draft, name)})
        self.say_at_once()


def held_form(minutes: int) -> Form:
    """Return the form that asks how long a meeting took."""
    form = Form()
    form.add_number(
        "minutes",
        tr("How long it took"),
        tr("Shorter than planned counts just as well."),
        minimum=1,
        maximum=LONGEST,
        suffix=tr(" min"),
    )
    form.load({"minutes": minutes})
    return form


def cancel_form(sides: Sequence[Side]) -> Form:
    """Return the form that asks who cancels a meeting, and why."""
    form = Form()
    form.add_choice("by", tr("Who cancels"), whose(sides))
    form.add_text("reason", tr("Why"), placeholder=tr("One line, or nothing"))
    return form


def whose(sides: Sequence[Side]) -> list[tuple[UUID, str]]:
    """Return those who take part as a choice, me first."""
    return [(side.id, tr("Me") if side.is_me else first_name(side.name)) for side in sides]


def _lengths(planned: int | None) -> list[tuple[int, str]]:
    choices = sorted({*LENGTHS, *({planned} if planned else ())})
    return [(minutes, said_minutes(minutes, tr)) for minutes in choices]


def _agreed() -> list[tuple[MeetingStatus, str]]:
    return [
        (MeetingStatus.CONFIRMED, tr("Yes, both of us agreed")),
        (MeetingStatus.PROPOSED, tr("Not yet, it is a proposal")),
    ]
