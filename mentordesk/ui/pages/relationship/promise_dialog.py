"""Note what somebody promised."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.goals import ActionDraft, check_action
from mentordesk.domain.people import RelationshipHeader
from mentordesk.ui.context import Context
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.form_check import FormCheck
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr


def ask_for_promise(context: Context, head: RelationshipHeader, parent: QWidget) -> FormDialog:
    """Open the question what was promised, by whom, until when."""
    form = Form(context.today())
    form.add_text("title", tr("What"), optional=False)
    people: list[tuple[UUID | None, str]] = [(None, tr("Me"))]
    people += [(person.id, person.name) for person in head.people]
    form.add_choice("owner", tr("Who promised it"), people)
    form.add_date("due", tr("Due"))
    FormCheck(form, partial(_problems, head.id))
    dialog = FormDialog(
        tr("Add a promise"),
        form,
        tr("Add promise"),
        partial(_keep, context, head.id),
        parent=parent,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _draft(relationship: UUID, values: dict[str, object]) -> ActionDraft:
    owner, due = values["owner"], values["due"]
    return ActionDraft(
        title=str(values["title"]),
        owner=owner if isinstance(owner, UUID) else None,
        due=due if isinstance(due, date) else None,
        relationship=relationship,
    )


def _problems(relationship: UUID, values: dict[str, object]) -> dict[str, str]:
    return check_action(_draft(relationship, values))


def _keep(context: Context, relationship: UUID, values: dict[str, object]) -> dict[str, str]:
    draft = _draft(relationship, values)
    add = partial(context.desk.goals.add_action, draft, context.today())
    return context.problems(add, tr("Promise added."))
