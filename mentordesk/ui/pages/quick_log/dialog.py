"""Ask for a contact, from anywhere in the window."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.people import PersonRow, Section
from mentordesk.ui.context import Context
from mentordesk.ui.pages.quick_log.form import QuickLogForm
from mentordesk.ui.widgets.dialogs import FormDialog, message_dialog
from mentordesk.ui.words import tr


class QuickLog:
    """Opens the dialog "We talked" and keeps what it says."""

    def __init__(self, context: Context, window: QWidget) -> None:
        self._context = context
        self._window = window

    def ask(self, relationship: UUID | None = None) -> FormDialog | None:
        """Ask for a contact, with somebody if it is known with whom."""
        if not self._context.may_change():
            return None
        people = self._people()
        if not people:
            message_dialog(
                self._window,
                tr("There is nobody to have talked to yet."),
                tr("Add a person first: + New, then Person."),
            )
            return None
        form = QuickLogForm(self._context.today(), people, self._others, relationship)
        dialog = FormDialog(
            tr("We talked"), form, tr("Save"), partial(self._keep, form), parent=self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _keep(self, form: QuickLogForm, _values: object) -> dict[str, str]:
        log = partial(self._context.desk.contacts.log, form.draft(), self._context.today())
        return self._context.problems(log, tr("Noted that you talked."))

    def _people(self) -> list[tuple[UUID, str]]:
        entries = self._context.relationships()
        met = [e for e in entries if e.section is not Section.ARCHIVE and e.initials != "?"]
        return [(entry.id, entry.name) for entry in met]

    def _others(self, relationship: UUID) -> tuple[PersonRow, ...]:
        return self._context.desk.relationships.header(relationship).people
