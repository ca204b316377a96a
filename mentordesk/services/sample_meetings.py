"""The small sample's meetings, from being planned to what became of them."""

from datetime import datetime, time
from uuid import UUID

from mentordesk.domain.enums import ItemKind, MeetingStatus, Visibility
from mentordesk.domain.meetings import calendar_uid
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import AgendaItem, Meeting, Note, Share
from mentordesk.services.sample_book import Values
from mentordesk.services.sample_story import ME, Cast, Told, read_story, tell_action

_HOME = "Europe/Berlin"
_BECAME = {
    MeetingStatus.HELD: "Mark meeting as held",
    MeetingStatus.MISSED: "Note that a meeting did not take place",
    MeetingStatus.CANCELLED: "Cancel meeting",
}


def tell_meetings(cast: Cast) -> None:
    """Add every meeting of those who take part."""
    for told in read_story("meetings"):
        if cast.knows(told):
            _tell_meeting(cast, told)


def _tell_meeting(cast: Cast, told: Told) -> None:
    meeting = cast.book.new_id()
    relationship = cast.relationships[told["relationship"]]
    step = cast.book.step("Plan meeting", cast.days.moment(told["planned"]))
    step.add(
        Meeting,
        meeting,
        relationship_id=relationship,
        uid=calendar_uid(meeting),
        scheduler_id=cast.person(told.get("scheduler")),
        **_times(cast, told, told["day"], told["time"]),
        **cast.values(Meeting, {n: v for n, v in told.items() if n != "zone"}),
    )
    step.add(Share, item_kind=ItemKind.MEETING, item_id=meeting, relationship_id=relationship)
    items = [_tell_item(cast, meeting, told["planned"], item) for item in told.get("agenda", ())]
    day = told["day"]
    for move in told.get("moves", ()):
        step = cast.book.step("Move meeting", cast.days.moment(move["on"]), move["reason"])
        moved = {"moved": 1, "moved_by_id": cast.people[move["by"]]}
        day = move["day"]
        step.change(Meeting, meeting, **_times(cast, told, day, move["time"]), **moved)
    if "became" in told:
        _tell_course(cast, meeting, items, day, told)
        _tell_end(cast, meeting, day, told)
    elif text := told.get("note"):
        step = cast.book.step("Edit notes", cast.days.moment(told["planned"]))
        step.add(Note, meeting_id=meeting, text="\n".join(text))


def _times(cast: Cast, told: Told, day: str, clock: str) -> Values:
    local = datetime.combine(cast.days.day(day), time.fromisoformat(clock))
    start = WallTime(local, told.get("zone", _HOME))
    return {"start_local": local, "zone": start.zone, "start_utc": start.utc}


def _tell_item(cast: Cast, meeting: UUID, on: str, told: Told) -> UUID:
    made = {name: value for name, value in told.items() if name not in {"done", "outcome"}}
    return cast.book.step("Add to the agenda", cast.days.moment(on)).add(
        AgendaItem,
        meeting_id=meeting,
        proposed_by_id=cast.person(told.get("by")),
        visibility=Visibility.SHARED if told.get("shared") else Visibility.PRIVATE,
        position=cast.position(meeting),
        **cast.values(AgendaItem, made),
    )


def _tell_course(cast: Cast, meeting: UUID, items: list[UUID], day: str, told: Told) -> None:
    """Add what happened in a meeting: items ticked, notes, promises."""
    for item, agenda in zip(items, told.get("agenda", ()), strict=True):
        if outcome := agenda.get("outcome"):
            step = cast.book.step("Edit agenda", cast.days.moment(day))
            step.change(AgendaItem, item, outcome=outcome)
        if agenda.get("done"):
            step = cast.book.step("Tick agenda item", cast.days.moment(day))
            step.change(AgendaItem, item, done=True)
        if text := agenda.get("note"):
            step = cast.book.step("Edit notes", cast.days.moment(day))
            step.add(Note, agenda_item_id=item, text="\n".join(text))
    if text := told.get("note"):
        step = cast.book.step("Edit notes", cast.days.moment(day))
        step.add(Note, meeting_id=meeting, text="\n".join(text))
    for action in told.get("actions", ()):
        promised = {"relationship": told["relationship"], "promised": day}
        tell_action(cast, action | promised, meeting)


def _tell_end(cast: Cast, meeting: UUID, day: str, told: Told) -> None:
    status = MeetingStatus(told["became"])
    step = cast.book.step(
        _BECAME[status], cast.days.moment(told.get("on", day)), told.get("reason", "")
    )
    became: Values = {"status": status, "actual_minutes": told.get("actual")}
    if status is MeetingStatus.CANCELLED:
        became["cancelled_by_id"] = cast.people[told.get("by", ME)]
    step.change(Meeting, meeting, **became)
