"""Parts of every kind and words to tell them with."""

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest

from mentordesk.domain.enums import (
    AgendaKind,
    GoalStatus,
    Horizon,
    ItemKind,
    MeetingForm,
    MeetingStatus,
    Visibility,
)
from mentordesk.domain.release import MYSELF, Audience, AudienceKind, Released, release
from mentordesk.domain.reports import (
    AgendaPart,
    GoalPart,
    MeetingPart,
    MilestonePart,
    NotePart,
    Part,
)
from mentordesk.domain.wall_time import WallTime
from mentordesk.reports.sheet import Words

TODAY = date(2026, 11, 24)
THEM = UUID(int=7)
FOR_THEM = Audience(AudienceKind.RELATIONSHIP, THEM)


def _label(value: object) -> str:
    return str(value)


def _rhythm(days: int | None) -> str:
    return f"every {days} days"


@pytest.fixture
def words() -> Words:
    return Words(str.format, _label, _rhythm)


def seen(kind: ItemKind, *, shared: bool = True) -> dict:
    visibility = Visibility.SHARED if shared else Visibility.PRIVATE
    return {
        "id": uuid4(),
        "kind": kind,
        "visibility": visibility,
        "shared_with": frozenset({THEM} if shared else ()),
    }


def goal(title: str, *, shared: bool = True, **others) -> GoalPart:
    fields = {
        "reason": "",
        "measure": "",
        "horizon": Horizon.YEAR,
        "status": GoalStatus.ACTIVE,
        "start": None,
        "due": None,
        "closed_on": None,
        "owner_name": "",
    }
    return GoalPart(**seen(ItemKind.GOAL, shared=shared), title=title, **(fields | others))


def milestone(of: GoalPart, title: str, *, due: date | None = None, **others) -> MilestonePart:
    fields = {"done": None, "first_due": None, "moved": 0}
    return MilestonePart(
        **seen(ItemKind.MILESTONE), goal=of.id, title=title, due=due, **(fields | others)
    )


def meeting(title: str = "") -> MeetingPart:
    return MeetingPart(
        **seen(ItemKind.MEETING),
        start=WallTime(datetime.fromisoformat("2026-11-26T15:00"), "Europe/Berlin"),
        minutes=60,
        form=MeetingForm.VIDEO,
        place="",
        title=title,
        status=MeetingStatus.HELD,
    )


def agenda(of: MeetingPart, title: str, *, shared: bool = True) -> AgendaPart:
    return AgendaPart(
        **seen(ItemKind.AGENDA_ITEM, shared=shared),
        meeting=of.id,
        title=title,
        agenda_kind=AgendaKind.TOPIC,
        minutes=15,
        done=False,
        outcome="",
    )


def note(text: str, item: UUID | None = None) -> NotePart:
    return NotePart(**seen(ItemKind.NOTE, shared=False), agenda_item=item, text=text)


def mine(*parts: Part) -> Released[Part]:
    return release(parts, MYSELF)


def theirs(*parts: Part) -> Released[Part]:
    return release(parts, FOR_THEM)
