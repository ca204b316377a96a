"""Change a relationship, and give it time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.domain.enums import RelationshipKind, Stage
from mentordesk.domain.people import (
    PersonChoice,
    PersonDraft,
    RelationshipDraft,
    RelationshipHeader,
    check_quiet_until,
    check_relationship,
    match_names,
    read_names,
)
from mentordesk.ui.context import Context
from mentordesk.ui.pages.people.fields import (
    Values,
    add_evaluates,
    add_kind,
    add_members,
    add_origin,
    add_phase,
    add_purpose,
    add_rhythm,
    add_role,
    add_scope,
    add_stage,
    beside_members,
    relationship_draft,
    relationship_values,
)
from mentordesk.ui.pages.people.opening import opened
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.form_check import FormCheck
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr


class RelationshipForm(Form):
    """All fields of a relationship; those of a group are shown for a group."""

    def __init__(self, context: Context, head: RelationshipHeader) -> None:
        super().__init__(context.today())
        self.head = head
        draft = head.draft
        members = [PersonChoice(id=person.id, name=person.name) for person in head.people]
        present = {person.id for person in members}
        others = [one for one in context.people() if one.id not in present]
        self.known: Sequence[PersonChoice] = (*members, *others)
        if head.people:
            add_role(self, tr("I am their"))
            add_kind(self)
            add_members(self)
            add_phase(self)
            add_rhythm(self, draft.rhythm_days)
        else:
            self.add_text("title", tr("Somebody who can help with"), optional=False)
        if draft.stage is not Stage.CLOSED:
            add_stage(self)
        add_purpose(self)
        self.more()
        self.add_date("started_on", tr("Since"))
        self.add_date("planned_end", tr("Planned end"))
        add_origin(self)
        add_scope(self)
        add_evaluates(self)
        names = "\n".join(person.name for person in head.people)
        self.load({**relationship_values(draft), "members": names})
        self.edited.connect(self.show_what_applies)
        self.show_what_applies()

    @property
    def is_group(self) -> bool:
        """Whether the kind that is chosen is a group."""
        return self.values().get("kind") is RelationshipKind.GROUP

    def show_what_applies(self) -> None:
        """Show the rows of a group for a group alone."""
        if self.head.people:
            for key in ("title", "members"):
                self.set_row_visible(key, visible=self.is_group)

    def draft(self) -> tuple[RelationshipDraft, list[PersonDraft]]:
        """Return what the form says, and the new people that it names."""
        values = self.values()
        draft = relationship_draft(values, self.head.draft)
        if not self.head.people:
            return draft, []
        if not self.is_group:
            return replace(draft, title=""), []
        people, names = match_names(read_names(str(values["members"])), self.known)
        return replace(draft, people=people), [PersonDraft(name=name) for name in names]


def edit_relationship(context: Context, relationship: UUID, parent: QWidget) -> FormDialog:
    """Open the form of a relationship."""
    form = RelationshipForm(context, context.desk.relationships.header(relationship))
    FormCheck(form, partial(_problems, form))
    keep = partial(_edit, context, form)
    return opened(FormDialog(tr("Edit relationship"), form, tr("Save"), keep, parent=parent))


def give_time(context: Context, relationship: UUID, parent: QWidget) -> FormDialog:
    """Ask until when there shall be no word on a relationship."""
    head = context.desk.relationships.header(relationship)
    form = Form(context.today())
    form.add_date("day", tr("Until"), tr("Left empty, Today speaks up again from now on."))
    form.load({"day": head.quiet_until})
    FormCheck(form, partial(_quiet_problems, context.today()))
    explanation = tr(
        "Today will say nothing about {name} before this day. Meetings and promises stay.",
        name=head.name,
    )
    keep = partial(_give_time, context, relationship)
    return opened(
        FormDialog(
            tr("Give this time"), form, tr("Save"), keep, explanation=explanation, parent=parent
        )
    )


def _edit(context: Context, form: RelationshipForm, _values: Values) -> dict[str, str]:
    draft, new = form.draft()
    if draft == form.head.draft and not new:
        return {}
    edit = partial(context.desk.relationships.edit, form.head.id, draft, context.today(), new)
    return _beside_rows(form, context.problems(edit, tr("Changes saved.")))


def _beside_rows(form: RelationshipForm, problems: dict[str, str]) -> dict[str, str]:
    if form.is_group:
        return beside_members(problems)
    return {"kind" if key == "people" else key: words for key, words in problems.items()}


def _problems(form: RelationshipForm, _values: Values) -> dict[str, str]:
    """Return what can be said before it is saved; new people count once they are kept."""
    draft, new = form.draft()
    problems = check_relationship(draft)
    if new and not draft.people:
        problems.pop("title", None)
    return _beside_rows(form, problems)


def _quiet_problems(today: date, values: Values) -> dict[str, str]:
    day = values["day"]
    return check_quiet_until(day if isinstance(day, date) else None, today)


def _give_time(context: Context, relationship: UUID, values: dict[str, object]) -> dict[str, str]:
    day = values["day"]
    set_quiet = partial(
        context.desk.relationships.set_quiet_until,
        relationship,
        day if isinstance(day, date) else None,
        context.today(),
    )
    return context.problems(set_quiet, tr("Time given.") if day else tr("Back to the usual."))
