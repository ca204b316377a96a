"""Notes to meetings and agenda items, saved while they are typed."""

from uuid import UUID

from sqlalchemy import ColumnElement, select

from mentordesk.domain.errors import DraftError
from mentordesk.domain.text import TEXT_LIMIT, many_lines
from mentordesk.models import AgendaItem, Meeting, Note
from mentordesk.services.base import Service, fetch


class Notes(Service):
    """Use cases about notes: one to each meeting or agenda item, and only I see it."""

    def save_note(
        self, meeting: UUID, text: str, typing: object = None, *, initiator: object = None
    ) -> UUID:
        """Keep the note to a meeting, as Markdown.

        Args:
            meeting: what it belongs to.
            text: all of it.
            typing: names an editor; what it saves until ``finish`` is one step to undo.
            initiator: who asked, so that an editor can skip its own echo.

        Raises:
            DraftError: the note is too long.
        """
        fresh = Note(meeting_id=meeting)
        return self._save(Note.meeting_id == meeting, fresh, text, typing, initiator)

    def save_item_note(
        self, item: UUID, text: str, typing: object = None, *, initiator: object = None
    ) -> UUID:
        """Keep the note to an agenda item, as ``save_note`` does."""
        fresh = Note(agenda_item_id=item)
        return self._save(Note.agenda_item_id == item, fresh, text, typing, initiator)

    def finish(self) -> None:
        """End what is being typed: what comes next is a new step to undo."""
        self._store.stop_typing()

    def _save(
        self,
        belongs: ColumnElement[bool],
        fresh: Note,
        text: str,
        typing: object,
        initiator: object,
    ) -> UUID:
        if len(text) > TEXT_LIMIT:
            raise DraftError(
                {"text": f"This note has {len(text):,} characters; up to {TEXT_LIMIT:,} fit."}
            )
        cleaned = many_lines(text)
        with self._store.changing("Edit notes", typing=typing, initiator=initiator) as session:
            found = session.scalar(select(Note).where(belongs).limit(1))
            if found is not None:
                found.text = cleaned
                return found.id
            if fresh.meeting_id is not None:
                fetch(session, Meeting, fresh.meeting_id)
            if fresh.agenda_item_id is not None:
                fetch(session, AgendaItem, fresh.agenda_item_id)
            if cleaned:
                fresh.text = cleaned
                session.add(fresh)
        return fresh.id
