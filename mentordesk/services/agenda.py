"""The agenda of a meeting: what there is to talk about, in what order, for how long."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.agenda import AgendaDraft, check_agenda
from mentordesk.domain.errors import DraftError
from mentordesk.domain.ranks import ranks_after_insert
from mentordesk.domain.text import one_line
from mentordesk.models import AgendaItem, Meeting, Note, Person, Share
from mentordesk.services.base import STEP, Service, fetch


class Agenda(Service):
    """Use cases about agenda items."""

    def add(self, meeting: UUID, draft: AgendaDraft) -> UUID:
        """Put something at the end of a meeting's agenda."""
        _check(draft)
        with self._store.changing("Add to the agenda") as session:
            row = fetch(session, Meeting, meeting)
            last = row.agenda[-1].position if row.agenda else 0
            item = AgendaItem(title="", position=last + STEP)
            _copy(session, draft, item)
            row.agenda.append(item)
            session.flush()
            return item.id

    def edit(self, item: UUID, draft: AgendaDraft) -> UUID:
        """Change what is said about an item."""
        _check(draft)
        with self._store.changing("Edit agenda") as session:
            _copy(session, draft, fetch(session, AgendaItem, item))
        return item

    def set_minutes(self, item: UUID, minutes: int | None) -> UUID:
        """Give an item a time box in minutes, or none."""
        with self._store.changing("Edit agenda") as session:
            row = fetch(session, AgendaItem, item)
            _check(AgendaDraft(title=row.title, minutes=minutes))
            row.minutes = minutes
        return item

    def set_done(self, item: UUID, *, done: bool) -> UUID:
        """Note that an item was talked about, or was not after all."""
        label = "Tick agenda item" if done else "Untick agenda item"
        with self._store.changing(label) as session:
            fetch(session, AgendaItem, item).done = done
        return item

    def move(self, item: UUID, place: int) -> UUID:
        """Move an item so that this many others come before it."""
        with self._store.changing("Reorder agenda") as session:
            row = fetch(session, AgendaItem, item)
            items = list(
                session.scalars(
                    select(AgendaItem)
                    .where(AgendaItem.meeting_id == row.meeting_id)
                    .order_by(AgendaItem.position, AgendaItem.id)
                )
            )
            place = max(0, min(place, len(items) - 1))
            if items[place].id == item:
                return item
            others = [other for other in items if other.id != item]
            ranks = [other.position for other in others]
            row.position, made_room = ranks_after_insert(ranks, place, STEP)
            for index, rank in made_room.items():
                others[index].position = rank
        return item

    def remove(self, item: UUID) -> UUID:
        """Take an item off the agenda, with what was noted on it."""
        with self._store.changing("Remove from the agenda") as session:
            row = fetch(session, AgendaItem, item)
            gone = [item]
            for note in session.scalars(select(Note).where(Note.agenda_item_id == item)):
                gone.append(note.id)
                session.delete(note)
            for share in session.scalars(select(Share).where(Share.item_id.in_(gone))):
                session.delete(share)
            session.flush()  # notes go before the item that they belong to
            session.delete(row)
        return item


def _check(draft: AgendaDraft) -> None:
    if problems := check_agenda(draft):
        raise DraftError(problems)


def _copy(session: Session, draft: AgendaDraft, row: AgendaItem) -> None:
    if draft.proposed_by is not None:
        fetch(session, Person, draft.proposed_by)
    row.title, row.outcome = one_line(draft.title), one_line(draft.outcome)
    row.kind, row.minutes, row.proposed_by_id = draft.kind, draft.minutes, draft.proposed_by
