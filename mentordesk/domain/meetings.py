"""Meetings: what a form may hold, when they are, and the rows that pages show."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from mentordesk.domain.agenda import AgendaRow
from mentordesk.domain.dates_said import LONG_MONTHS
from mentordesk.domain.enums import MeetingForm, MeetingStatus, Role
from mentordesk.domain.goals import ActionRow
from mentordesk.domain.text import too_long
from mentordesk.domain.wall_time import WallTime, known_zone

SHORTEST, LONGEST = 5, 1440
"""Minutes that a meeting may be planned for: up to a whole day."""

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years whose wall times every calendar reads."""

LINK_LIMIT = 2000
"""Characters in a link; those to video rooms can be long."""

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
"""What a link may begin with: nothing that could start a program."""


@dataclass(frozen=True, kw_only=True)
class MeetingDraft:
    """What a form says about a meeting.

    Attributes:
        day, time, zone: the wall time at which it starts; zone is an IANA name.
        fold: 1 where the second of two equal times is meant, when clocks go back.
        minutes: planned length.
        status: proposed or confirmed; what became of it later is not for a form to say.
        scheduler: who looks after the date.
    """

    relationship: UUID | None
    day: date | None
    time: time | None
    zone: str
    fold: int = 0
    minutes: int | None = 60
    form: MeetingForm = MeetingForm.VIDEO
    place: str = ""
    link: str = ""
    title: str = ""
    status: MeetingStatus = MeetingStatus.CONFIRMED
    scheduler: UUID | None = None

    @property
    def start(self) -> WallTime | None:
        """When it starts, or None while day, time or zone do not say."""
        if self.day is None or self.time is None or not known_zone(self.zone):
            return None
        if not FIRST_YEAR <= self.day.year <= LAST_YEAR:
            return None
        local = datetime.combine(self.day, self.time.replace(second=0, microsecond=0))
        start = WallTime(local, self.zone, self.fold)
        return start if start.is_twice else WallTime(local, self.zone)


def check_meeting(draft: MeetingDraft) -> dict[str, str]:
    """Return a sentence for each field of a meeting that can't be kept."""
    problems = {name: text for name, text in too_long(vars(draft)).items() if name != "link"}
    if draft.relationship is None:
        problems["relationship"] = "Choose who the meeting is with."
    if draft.day is None:
        problems["day"] = "A meeting needs a day."
    elif not FIRST_YEAR <= draft.day.year <= LAST_YEAR:
        problems["day"] = f"Choose a day between {FIRST_YEAR} and {LAST_YEAR}."
    if draft.time is None:
        problems["time"] = "A meeting needs a time."
    if not known_zone(draft.zone):
        problems["zone"] = "This time zone is not known. Choose one such as Europe/Berlin."
    if (start := draft.start) is not None and start.in_gap:
        problems["time"] = gap_sentence(start)
    if draft.minutes is None:
        problems["minutes"] = "Say how long it will take."
    elif not SHORTEST <= draft.minutes <= LONGEST:
        problems["minutes"] = f"Choose between {SHORTEST} minutes and 24 hours."
    if link_problem := check_link(draft.link):
        problems["link"] = link_problem
    return problems


def check_link(link: str) -> str:
    """Return a sentence if a text is no link that can be kept; an empty one can."""
    link = link.strip()
    if not link:
        return ""
    if len(link) > LINK_LIMIT:
        return f"This is {len(link):,} characters long; a link may have up to {LINK_LIMIT:,}."
    try:
        parts = urlsplit(link)
        whole = parts.scheme in LINK_SCHEMES and bool(parts.netloc or parts.scheme == "mailto")
    except ValueError:  # a bracket that never closes
        whole = False
    if not whole or any(c.isspace() for c in link):
        return "A link begins with https:// or mailto:. A room or an address goes under Place."
    return ""


def gap_sentence(start: WallTime) -> str:
    """Return why a time that clocks jump over can't be meant, and what to do."""
    after = start.local
    while WallTime(after, start.zone).in_gap:
        after += timedelta(minutes=1)
    forward = f"{after:%H:%M}"
    if after.date() != start.local.date():
        forward += f" on {_said(after.date())}"
    return (
        f"{start.local:%H:%M} does not exist on {_said(start.local.date())} in {start.zone}: "
        f"clocks go forward to {forward}. Choose {forward} or another time."
    )


def note_on(draft: MeetingDraft) -> str:
    """Return what to know of the chosen time: that it happens twice, or nothing."""
    start = draft.start
    if start is None or not start.is_twice:
        return ""
    meant = "second" if start.fold else "first"
    return (
        f"{start.local:%H:%M} happens twice on {_said(start.local.date())}, because clocks go "
        f"back. The {meant} one is meant."
    )


def is_moved(before: WallTime, after: WallTime, status: MeetingStatus) -> bool:
    """Return whether a change of time counts as moving: only while the meeting is planned."""
    planned = status in {MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED}
    return planned and before.utc != after.utc


def calendar_uid(meeting: UUID) -> str:
    """Return what calendars know a meeting by, for ever."""
    return f"{meeting}@mentordesk"


def check_actual(minutes: int | None) -> dict[str, str]:
    """Return a sentence if a meeting can't have taken that long."""
    if minutes is not None and not 1 <= minutes <= LONGEST:
        return {"minutes": "Choose between 1 minute and 24 hours."}
    return {}


@dataclass(frozen=True, kw_only=True)
class MeetingFilter:
    """Which meetings a list is to show; everything unless it says otherwise.

    Attributes:
        statuses: what became of them; empty for any.
        text: in the title, the place or the name of who it is with, without case or accents.
    """

    relationship: UUID | None = None
    statuses: frozenset[MeetingStatus] = frozenset()
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingLine:
    """A meeting as lists show it.

    Attributes:
        name, initials, role: of the relationship; my own role in it.
        minutes: planned length; ``actual_minutes`` the real one, once it is held.
        agenda: how many things are to be talked about.
        prepared: whether there is an agenda or a note.
        moved: how often it was moved.
    """

    id: UUID
    relationship: UUID
    name: str
    initials: str
    role: Role
    start: WallTime
    minutes: int
    actual_minutes: int | None
    form: MeetingForm
    place: str
    link: str
    title: str
    status: MeetingStatus
    agenda: int
    agenda_sent: bool
    prepared: bool
    moved: int

    @property
    def day(self) -> date:
        """The day on the wall where the meeting was planned."""
        return self.start.local.date()

    @property
    def end(self) -> WallTime:
        """When it is planned to end."""
        return self.start.end(self.minutes)


@dataclass(frozen=True, kw_only=True)
class Side:
    """Somebody who takes part."""

    id: UUID
    name: str
    is_me: bool
    time_zone: str


@dataclass(frozen=True, kw_only=True)
class MeetingDetail:
    """One meeting in full.

    Attributes:
        draft: its fields, to edit.
        sides: who takes part, me first.
        note: what I noted, as Markdown; ``note_shared`` where the other side may see it.
        actions: promised in this meeting, settled ones too.
        promises: everything else that is still open between us.
    """

    line: MeetingLine
    draft: MeetingDraft
    sides: tuple[Side, ...]
    moved_by: UUID | None
    cancelled_by: UUID | None
    agenda: tuple[AgendaRow, ...]
    note: str
    actions: tuple[ActionRow, ...]
    promises: tuple[ActionRow, ...]
    note_shared: bool = False


def _said(day: date) -> str:
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"
