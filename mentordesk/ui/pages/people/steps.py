"""Everything that opens a form about people, for menus and pages to call."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.domain.enums import Role
from mentordesk.domain.errors import KnownError
from mentordesk.ui.context import Context
from mentordesk.ui.pages.people import archive_dialog, person_dialogs, relationship_dialogs
from mentordesk.ui.pages.people.archive_dialog import SaveCancelled
from mentordesk.ui.words import tr


class PeopleSteps:
    """Opens the forms over a window; each change ends with a notice that offers Undo."""

    def __init__(self, context: Context, parent: QWidget, save_cancelled: SaveCancelled) -> None:
        self._context = context
        self._parent = parent
        self._save_cancelled = save_cancelled

    def can_change(self) -> bool:
        """Return whether the file can be written."""
        return not self._context.desk.read_only

    def add_person(self, role: Role = Role.MENTEE) -> None:
        """Add somebody; ``role`` is my own part, to begin with."""
        self._open(partial(person_dialogs.new_person, self._context, self._parent, role))

    def look_for(self) -> None:
        """Note who is looked for."""
        self._open(partial(person_dialogs.look_for, self._context, self._parent))

    def edit_me(self) -> None:
        """Change what the desk knows of me."""
        if (me := self._context.desk.me) is not None:
            self.edit_person(me)

    def edit_person(self, person: UUID) -> None:
        """Change what is known of a person."""
        self._open(partial(person_dialogs.edit_person, self._context, person, self._parent))

    def found(self, relationship: UUID) -> None:
        """Note who was found for a search."""
        self._open(partial(person_dialogs.found, self._context, relationship, self._parent))

    def edit_relationship(self, relationship: UUID) -> None:
        """Change a relationship."""
        form = relationship_dialogs.edit_relationship
        self._open(partial(form, self._context, relationship, self._parent))

    def give_time(self, relationship: UUID) -> None:
        """Give a relationship time."""
        form = relationship_dialogs.give_time
        self._open(partial(form, self._context, relationship, self._parent))

    def archive(self, relationship: UUID) -> None:
        """Put a relationship into the archive."""
        form = archive_dialog.archive
        save = self._save_cancelled
        self._open(partial(form, self._context, relationship, save, self._parent))

    def reopen(self, relationship: UUID) -> None:
        """Take a relationship out of the archive."""
        out = partial(self._context.desk.relationships.reopen, relationship)
        self._context.perform(out, tr("Taken out of the archive."))

    def _open(self, form: Callable[[], object]) -> None:
        self._context.save_open_editors()
        try:
            form()
        except KnownError as error:
            self._context.explain(error, self._parent)
