"""What can be done with a meeting, from anywhere in the window."""

from collections.abc import Callable
from datetime import time
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.meetings import MeetingDetail, MeetingDraft, Side
from mentordesk.domain.people import Section
from mentordesk.ui.context import Context, Place
from mentordesk.ui.meeting_said import moment_said
from mentordesk.ui.pages.meeting.forms import MoveForm, PlanForm, cancel_form, held_form
from mentordesk.ui.pages.meeting.time_form import Wall
from mentordesk.ui.widgets.dialogs import FormDialog, Submit, message_dialog
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

_USUAL_TIME = time(10, 0)


class MeetingSteps:
    """Plans, moves and records meetings; asks in a dialog where it must."""

    def __init__(self, context: Context, window: QWidget) -> None:
        self._context = context
        self._desk = context.desk
        self._window = window

    def open(self, meeting: UUID) -> None:
        """Show a meeting's page."""
        self._context.go(Place("meeting", meeting))

    def plan(self, relationship: UUID | None = None) -> FormDialog | None:
        """Ask for a new meeting, with somebody if it is known with whom."""
        people = self._people()
        if not people:
            message_dialog(
                self._window,
                tr("There is nobody to meet yet."),
                tr("Add a person first: + New, then Person."),
            )
            return None
        known = [item for item, _ in people]
        draft = MeetingDraft(
            relationship=relationship if relationship in known else known[0],
            day=None,
            time=_USUAL_TIME,
            zone=self._context.zone_name,
        )
        first = "day" if relationship is not None else ""
        form = PlanForm(self._wall(), draft, self._sides, people, first=first)
        title, button = tr("Plan a meeting"), tr("Plan meeting")
        return self._ask(title, form, button, partial(self._plan, form))

    def edit(self, meeting: UUID) -> FormDialog | None:
        """Ask for the fields of a meeting."""
        detail = self._detail(meeting)
        if detail is None:
            return None
        form = PlanForm(self._wall(), detail.draft, self._sides)
        title = tr("Meeting with {name}", name=detail.line.name)
        return self._ask(title, form, tr("Save"), partial(self._edit, meeting, form))

    def move(self, meeting: UUID) -> FormDialog | None:
        """Ask for another time."""
        detail = self._detail(meeting)
        if detail is None:
            return None
        form = MoveForm(self._wall(), detail.draft, detail.sides)
        title = tr("Move the meeting with {name}", name=detail.line.name)
        return self._ask(title, form, tr("Move"), partial(self._move, meeting, form))

    def confirm(self, meeting: UUID) -> None:
        """Note that both sides agreed."""
        self._do(partial(self._desk.meetings.confirm, meeting), tr("Meeting confirmed."))

    def propose(self, meeting: UUID) -> None:
        """Note that the time still waits for a yes."""
        said = tr("Noted: the time is a proposal.")
        self._do(partial(self._desk.meetings.propose, meeting), said)

    def hold(self, meeting: UUID) -> FormDialog | None:
        """Ask how long a meeting took."""
        detail = self._detail(meeting)
        if detail is None:
            return None
        form = held_form(detail.line.actual_minutes or detail.line.minutes)
        title = tr("The meeting took place")
        return self._ask(title, form, tr("Save"), partial(self._hold, meeting, form))

    def miss(self, meeting: UUID) -> None:
        """Note that a meeting did not take place."""
        command = partial(self._desk.meetings.miss, meeting)
        self._do(command, tr("Noted: the meeting did not take place."))

    def cancel(self, meeting: UUID) -> FormDialog | None:
        """Ask who cancels a meeting, and why."""
        detail = self._detail(meeting)
        if detail is None:
            return None
        form = cancel_form(detail.sides)
        title = tr("Cancel the meeting with {name}", name=detail.line.name)
        submit = partial(self._cancel, meeting, form)
        return self._ask(title, form, tr("Cancel meeting"), submit, stay=tr("Keep it"))

    def reopen(self, meeting: UUID) -> None:
        """Plan a meeting again."""
        self._do(partial(self._desk.meetings.reopen, meeting), tr("The meeting is planned again."))

    def delete(self, meeting: UUID) -> None:
        """Delete a meeting; what was promised in it stays."""
        self._do(partial(self._desk.meetings.delete, meeting), tr("Meeting deleted."))

    def _plan(self, form: PlanForm, _values: object) -> dict[str, str]:
        draft = form.draft()
        command = partial(self._desk.meetings.plan, draft)
        return self._problems(form, command, tr("Planned for {when}.", when=self._when(draft)))

    def _edit(self, meeting: UUID, form: PlanForm, _values: object) -> dict[str, str]:
        command = partial(self._desk.meetings.edit, meeting, form.draft())
        return self._problems(form, command, tr("Meeting changed."))

    def _move(self, meeting: UUID, form: MoveForm, values: dict[str, object]) -> dict[str, str]:
        draft, by = form.draft(), _person(values)
        reason = str(values["reason"])
        edit = self._desk.meetings.edit
        command = partial(edit, meeting, draft, moved_by=by, reason=reason)
        return self._problems(form, command, tr("Moved to {when}.", when=self._when(draft)))

    def _hold(self, meeting: UUID, form: Form, values: dict[str, object]) -> dict[str, str]:
        minutes = values["minutes"]
        taken = minutes if isinstance(minutes, int) else None
        command = partial(self._desk.meetings.hold, meeting, taken)
        return self._problems(form, command, tr("Noted: the meeting took place."))

    def _cancel(self, meeting: UUID, form: Form, values: dict[str, object]) -> dict[str, str]:
        reason = str(values["reason"])
        command = partial(self._desk.meetings.cancel, meeting, _person(values), reason)
        return self._problems(form, command, tr("Meeting cancelled."))

    def _ask(
        self, title: str, form: Form, button: str, submit: Submit, *, stay: str = ""
    ) -> FormDialog | None:
        if not self._context.may_change():
            return None
        dialog = FormDialog(title, form, button, submit, parent=self._window)
        if stay:
            dialog.cancel_button.setText(stay)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _do(self, command: Callable[[], object], said: str) -> None:
        self._context.perform(command, said)

    def _problems(self, form: Form, command: Callable[[], object], said: str) -> dict[str, str]:
        """Run a form's command; what no field can say is said in a dialog of its own."""
        problems = self._context.problems(command, said)
        elsewhere = [text for key, text in problems.items() if key and key not in form.values()]
        if elsewhere:
            message_dialog(self._window, " ".join(elsewhere))
        return problems

    def _detail(self, meeting: UUID) -> MeetingDetail | None:
        self._context.save_open_editors()
        try:
            return self._desk.meetings.meeting(meeting)
        except NotFoundError as error:
            self._context.explain(error)
            return None

    def _people(self) -> list[tuple[UUID, str]]:
        entries = self._context.relationships()
        live = [e for e in entries if e.section is not Section.ARCHIVE and e.initials != "?"]
        return [(entry.id, entry.name) for entry in live]

    def _sides(self, relationship: UUID) -> list[Side]:
        people = self._desk.relationships.header(relationship).people
        return [
            Side(id=one.id, name=one.name, is_me=False, time_zone=one.draft.time_zone)
            for one in people
        ]

    def _when(self, draft: MeetingDraft) -> str:
        if draft.start is None:
            return ""
        return moment_said(draft.start, self._context.zone_name, self._context.today())

    def _wall(self) -> Wall:
        return Wall(self._context.today(), self._context.zone_name)


def _person(values: dict[str, object]) -> UUID | None:
    by = values["by"]
    return by if isinstance(by, UUID) else None
