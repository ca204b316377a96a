"""Show one thing to the other side, or keep it to myself: each by a choice of its own."""

from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.models import Action, AgendaItem, Contact, Goal, Meeting, Note
from mentordesk.services.base import Service, fetch

Showable: TypeAlias = Action | AgendaItem | Contact | Note

_LABELS = {True: "Share with the other side", False: "Keep to myself"}
_MODELS: Final[dict[ItemKind, type[Showable]]] = {
    ItemKind.ACTION: Action,
    ItemKind.AGENDA_ITEM: AgendaItem,
    ItemKind.CONTACT: Contact,
    ItemKind.NOTE: Note,
}


class Showing(Service):
    """Use cases about who sees notes, agenda items, actions and contacts.

    The other side is whoever the meeting, goal or relationship is shared with that they belong
    to. Goals are shared by ``Goals.share_goal``, with milestones in them.
    """

    def set_shown(self, kind: ItemKind, item: UUID, *, shown: bool) -> UUID:
        """Show an item to the other side, or keep it to myself with what was noted on it.

        Raises:
            DraftError: what it belongs to is kept to myself; a part is never seen more widely.
            NotFoundError: it is not there any more.
        """
        with self._store.changing(_LABELS[shown]) as session:
            _set(session, fetch(session, _MODELS[kind], item), shown=shown)
        return item

    def set_note_shown(self, meeting: UUID, *, shown: bool) -> UUID:
        """Show the note to a meeting to the other side, or keep it to myself; as ``set_shown``."""
        with self._store.changing(_LABELS[shown]) as session:
            note = session.scalar(select(Note).where(Note.meeting_id == meeting).limit(1))
            if note is None:
                raise NotFoundError("Nothing is noted here yet.")
            _set(session, note, shown=shown)
        return note.id


def _set(session: Session, row: Showable, *, shown: bool) -> None:
    if not shown:
        row.visibility = Visibility.PRIVATE
        if isinstance(row, AgendaItem):
            for note in session.scalars(select(Note).where(Note.agenda_item_id == row.id)):
                note.visibility = Visibility.PRIVATE
        return
    if any(parent.visibility is Visibility.PRIVATE for parent in _parents(session, row)):
        raise DraftError({"visibility": "What this belongs to only you see. Share that first."})
    if row.visibility is Visibility.PRIVATE:  # what may be passed on stays so
        row.visibility = Visibility.SHARED


def _parents(session: Session, row: Showable) -> list[Meeting | Goal | AgendaItem]:
    """Return what a row belongs to: it is never seen more widely than any of it."""
    wanted: list[tuple[type[Meeting | Goal | AgendaItem], UUID | None]] = []
    if not isinstance(row, Contact):
        wanted.append((Meeting, row.meeting_id))
    if isinstance(row, Action | Note):
        wanted.append((Goal, row.goal_id))
    if isinstance(row, Note):
        wanted.append((AgendaItem, row.agenda_item_id))
    return [fetch(session, kind, item) for kind, item in wanted if item is not None]
