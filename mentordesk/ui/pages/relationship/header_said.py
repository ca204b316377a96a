"""What the head of a relationship's page says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.dates_said import ago, exact_date, month_and_year, say_date, short_date
from mentordesk.domain.enums import Origin, RelationshipKind, Role, Stage
from mentordesk.domain.meetings import MeetingLine
from mentordesk.domain.people import RelationshipHeader
from mentordesk.ui.labels import label, rhythm
from mentordesk.ui.words import plural, tr


@dataclass(frozen=True)
class Next:
    """What comes next in one line, in full on hovering, and the one step."""

    words: str
    exact: str
    step: str


def facts(head: RelationshipHeader, today: date) -> str:
    """Return what binds us, in one line."""
    draft = head.draft
    parts = [_kind(head)]
    if not head.people and draft.stage is Stage.PROSPECT:
        return parts[0]
    if draft.stage is Stage.ACTIVE:
        since = head.phase_since
        phase = label(draft.phase)
        if since is not None:
            phase = tr("{phase} since {month}", phase=phase, month=month_and_year(since, tr))
        parts.append(phase)
    elif draft.stage is not Stage.CLOSED:
        parts.append(label(draft.stage))
    if head.people:
        parts.append(_contact(head, today))
    if head.quiet_until is not None and head.quiet_until > today:
        day = short_date(head.quiet_until, today, tr)
        parts.append(tr("given time until {day}", day=day))
    return " · ".join(part for part in parts if part)


def what_next(
    head: RelationshipHeader, meeting: MeetingLine | None, today: date, *, can_change: bool = True
) -> Next:
    """Return what comes next with somebody, and the one step to offer; "" where there is none."""
    if head.draft.stage is Stage.CLOSED:
        words = exact = ""
        if head.archived_on is not None:
            words = tr("In the archive since {day}", day=short_date(head.archived_on, today, tr))
            exact = exact_date(head.archived_on, tr)
        return Next(words, exact, tr("Take out of the archive") if can_change else "")
    if not head.people:
        return Next("", "", tr("I have found somebody…") if can_change else "")
    if meeting is None:
        return Next("", "", tr("Plan a meeting") if can_change else "")
    time = f"{meeting.start.local:%H:%M}"
    words = tr("{day}, {time}", day=say_date(meeting.day, today, tr), time=time)
    exact = tr(
        "{day}, {time}, {zone}", day=exact_date(meeting.day, tr), time=time, zone=meeting.start.zone
    )
    return Next(words, exact, tr("Prepare") if can_change else tr("Open"))


def for_when(day: date, today: date) -> str:
    """Return the heading of what is prepared for a meeting: ``For Thursday``."""
    days = (day - today).days
    if days <= 1:
        return tr("For {day}", day=say_date(day, today, tr))
    if days < 7:
        return tr("For {day}", day=tr(_DAYS[day.weekday()]))
    return tr("For {day}", day=short_date(day, today, tr))


def _kind(head: RelationshipHeader) -> str:
    if head.draft.kind is RelationshipKind.GROUP:
        return plural(len(head.people), "Group, {count} person", "Group, {count} people")
    role = label(head.draft.role)
    if not head.people and head.draft.stage is not Stage.CLOSED:
        return _SOUGHT[head.draft.role]()
    chosen = head.draft.origin is Origin.CHOSEN
    return tr("{role}, chosen", role=role) if chosen else tr("{role}, assigned", role=role)


def _contact(head: RelationshipHeader, today: date) -> str:
    days = head.draft.rhythm_days
    wish = rhythm(days) if days is not None else ""
    wish = wish[:1].lower() + wish[1:]
    if head.last_contact is None:
        return wish
    talked = tr("last talked {ago}", ago=ago(head.last_contact, today, tr))
    return f"{wish}, {talked}" if wish else talked


_SOUGHT: dict[Role, Callable[[], str]] = {
    Role.MENTEE: lambda: tr("Looking for a mentor"),
    Role.MENTOR: lambda: tr("Looking for a mentee"),
    Role.PEER: lambda: tr("Looking for a peer"),
}

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
