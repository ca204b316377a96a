"""Meetings: plan them, move them, say what became of them, and list them."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import PLANNED, ItemKind, MeetingStatus
from mentordesk.domain.errors import DraftError
from mentordesk.domain.meetings import (
    MeetingDetail,
    MeetingDraft,
    MeetingFilter,
    MeetingLine,
    calendar_uid,
    check_actual,
    check_meeting,
    is_moved,
)
from mentordesk.domain.text import one_line
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import Action, Meeting, Note, Person, Relationship, Share
from mentordesk.services import meeting_lists, meeting_rows
from mentordesk.services.base import Service, fetch

_EVERYTHING = MeetingFilter()


class Meetings(Service):
    """Use cases about meetings."""

    def upcoming(
        self, now: datetime, limit: int = 5, *, relationship: UUID | None = None
    ) -> list[MeetingLine]:
        """Return planned meetings that are not over, the soonest first, in two statements."""
        with self._store.reading() as session:
            return meeting_lists.upcoming(session, now, limit, relationship)

    def unrecorded(self, now: datetime, limit: int, relationship: UUID) -> list[MeetingLine]:
        """Return meetings that are over and of which nobody said what became, newest first."""
        with self._store.reading() as session:
            return meeting_lists.unrecorded(session, now, limit, relationship)

    def page(
        self,
        since: datetime,
        wanted: MeetingFilter = _EVERYTHING,
        *,
        offset: int = 0,
        limit: int = 100,
    ) -> list[MeetingLine]:
        """Return a page of meetings: those from a moment on, soonest first; then those before it.

        Those before come with the newest first. At most five statements.

        Args:
            since: the moment that parts the two, such as the beginning of today.
            wanted: which meetings at all.
            offset: how many rows came on earlier pages.
            limit: how many rows a page has at most.
        """
        with self._store.reading() as session:
            return meeting_lists.page(session, since, wanted, offset, limit)

    def count(self, wanted: MeetingFilter = _EVERYTHING) -> int:
        """Return how many meetings a list would show in all."""
        with self._store.reading() as session:
            return meeting_lists.count(session, meeting_lists.conditions(session, wanted))

    def period(
        self, first: date, last: date, wanted: MeetingFilter = _EVERYTHING
    ) -> list[MeetingLine]:
        """Return the meetings of some days, both included, as the wall counts them there."""
        with self._store.reading() as session:
            return meeting_lists.period(session, first, last, wanted)

    def meeting(self, meeting: UUID) -> MeetingDetail:
        """Return one meeting in full."""
        with self._store.reading() as session:
            return meeting_rows.detail(session, meeting)

    def plan(self, draft: MeetingDraft) -> UUID:
        """Plan or propose a meeting."""
        start = _checked(draft)
        meeting = uuid4()
        with self._store.changing("Plan meeting") as session:
            relationship = _existing(session, draft)
            row = Meeting(
                id=meeting,
                relationship_id=relationship,
                start_local=start.local,
                zone=start.zone,
                start_utc=start.utc,
                uid=calendar_uid(meeting),
                status=draft.status,
            )
            _copy(draft, start, row)
            session.add(row)
            session.add(
                Share(item_kind=ItemKind.MEETING, item_id=meeting, relationship_id=relationship)
            )
        return meeting

    def edit(
        self,
        meeting: UUID,
        draft: MeetingDraft,
        *,
        moved_by: UUID | None = None,
        reason: str = "",
    ) -> UUID:
        """Change a meeting; another time of a planned one counts as moved.

        Args:
            meeting: which one.
            draft: all its fields; the relationship stays the same.
            moved_by: who asked for another time; me unless it says otherwise.
            reason: why it moves, in the person's words.
        """
        start = _checked(draft)
        with self._store.reading() as session:
            row = fetch(session, Meeting, meeting)
            moved = is_moved(meeting_rows.start_of(row), start, row.status)
        label = "Move meeting" if moved else "Edit meeting"
        with self._store.changing(label, reason=one_line(reason)) as session:
            row = fetch(session, Meeting, meeting)
            if row.relationship_id != _existing(session, draft):
                raise DraftError({"relationship": "A meeting stays with whom it was planned."})
            if moved:
                row.moved += 1
                row.moved_by_id = self._person(session, moved_by)
            if row.status in PLANNED:
                row.status = draft.status
            _copy(draft, start, row)
        return meeting

    def move(
        self, meeting: UUID, start: WallTime, *, moved_by: UUID | None = None, reason: str = ""
    ) -> UUID:
        """Give a meeting another time and leave everything else as it is."""
        draft = replace(
            self.meeting(meeting).draft,
            day=start.local.date(),
            time=start.local.time(),
            zone=start.zone,
            fold=start.fold,
        )
        return self.edit(meeting, draft, moved_by=moved_by, reason=reason)

    def confirm(self, meeting: UUID) -> UUID:
        """Note that both sides have agreed on the time."""
        return self._set(meeting, "Confirm meeting", MeetingStatus.CONFIRMED)

    def propose(self, meeting: UUID) -> UUID:
        """Note that the time still waits for a yes."""
        return self._set(meeting, "Propose meeting", MeetingStatus.PROPOSED)

    def hold(self, meeting: UUID, minutes: int | None = None) -> UUID:
        """Note that a meeting took place, and how many minutes it really took.

        Raises:
            DraftError: its day is still to come, or it can't have taken that long.
        """
        if problems := check_actual(minutes):
            raise DraftError(problems)
        return self._set(meeting, "Mark meeting as held", MeetingStatus.HELD, minutes=minutes)

    def miss(self, meeting: UUID, reason: str = "") -> UUID:
        """Note that a meeting did not take place.

        Raises:
            DraftError: its day is still to come.
        """
        label = "Note that a meeting did not take place"
        return self._set(meeting, label, MeetingStatus.MISSED, reason=reason)

    def cancel(self, meeting: UUID, by: UUID | None = None, reason: str = "") -> UUID:
        """Cancel a meeting; by me unless it says otherwise."""
        return self._set(
            meeting, "Cancel meeting", MeetingStatus.CANCELLED, by=by or self.me, reason=reason
        )

    def reopen(self, meeting: UUID) -> UUID:
        """Take back what became of a meeting: it is planned again."""
        return self._set(meeting, "Reopen meeting", MeetingStatus.CONFIRMED)

    def delete(self, meeting: UUID) -> UUID:
        """Delete a meeting with its agenda and notes; what was promised in it stays."""
        with self._store.changing("Delete meeting") as session:
            row = fetch(session, Meeting, meeting)
            for action in session.scalars(select(Action).where(Action.meeting_id == meeting)):
                action.meeting_id = None
            items = [item.id for item in row.agenda]
            notes = [note.id for note in row.notes]
            for note in session.scalars(select(Note).where(Note.agenda_item_id.in_(items))):
                notes.append(note.id)
                session.delete(note)
            _unshare(session, [meeting, *items, *notes])
            session.flush()  # notes go before the items that they belong to
            session.delete(row)
        return meeting

    def _set(
        self,
        meeting: UUID,
        label: str,
        status: MeetingStatus,
        *,
        minutes: int | None = None,
        by: UUID | None = None,
        reason: str = "",
    ) -> UUID:
        with self._store.changing(label, reason=one_line(reason)) as session:
            row = fetch(session, Meeting, meeting)
            if status in {MeetingStatus.HELD, MeetingStatus.MISSED}:
                _check_not_ahead(row, self._store.clock())
            row.status = status
            row.actual_minutes = minutes
            row.cancelled_by_id = None if by is None else self._person(session, by)
        return meeting

    def _person(self, session: Session, person: UUID | None) -> UUID:
        return self.me if person is None else fetch(session, Person, person).id


def _checked(draft: MeetingDraft) -> WallTime:
    problems = check_meeting(draft)
    if problems or draft.start is None:
        raise DraftError(problems)
    return draft.start


def _existing(session: Session, draft: MeetingDraft) -> UUID:
    """Return whom a checked draft is about; they and who looks after the date must be there."""
    if draft.relationship is None:
        raise DraftError(check_meeting(draft))
    if draft.scheduler is not None:
        fetch(session, Person, draft.scheduler)
    return fetch(session, Relationship, draft.relationship).id


def _copy(draft: MeetingDraft, start: WallTime, row: Meeting) -> None:
    row.start_local, row.zone, row.fold = start.local, start.zone, start.fold
    row.start_utc = start.utc
    if draft.minutes is not None:
        row.minutes = draft.minutes
    row.form = draft.form
    row.place, row.title = one_line(draft.place), one_line(draft.title)
    row.link = draft.link.strip()
    row.scheduler_id = draft.scheduler


def _check_not_ahead(row: Meeting, now: datetime) -> None:
    start = meeting_rows.start_of(row)
    if start.local.date() > now.astimezone(start.aware.tzinfo).date():
        raise DraftError(
            {"status": "This meeting is still ahead. Move it to the day on which it took place."}
        )


def _unshare(session: Session, items: Collection[UUID]) -> None:
    for share in session.scalars(select(Share).where(Share.item_id.in_(items))):
        session.delete(share)
