"""Add somebody, and change what is known of a person."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from mentordesk.domain.enums import RelationshipKind, Role, Stage
from mentordesk.domain.people import (
    PersonChoice,
    PersonDraft,
    RelationshipDraft,
    check_person,
    check_relationship,
    match_names,
    read_names,
)
from mentordesk.ui.context import Context, Place
from mentordesk.ui.pages.people.fields import (
    PERSON_MORE,
    PERSON_REST,
    Values,
    add_evaluates,
    add_members,
    add_origin,
    add_person_fields,
    add_purpose,
    add_rhythm,
    add_role,
    add_stage,
    beside_members,
    person_draft,
    relationship_draft,
)
from mentordesk.ui.pages.people.opening import opened
from mentordesk.ui.preferences import RHYTHM
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.form_check import FormCheck
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

NEW, GROUP = "new", "group"
"""Answers to "Who" beside the people who are known."""


class NewPersonForm(Form):
    """Who it is, what I am to them, and more on demand; rows that don't apply are hidden."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.today())
        self.known = context.people()
        who: list[tuple[object, str]] = [(NEW, tr("Somebody new")), (GROUP, tr("A group"))]
        who += [(person.id, person.name) for person in self.known]
        self.add_choice("who", tr("Who"), who)
        add_person_fields(self, "name")
        add_members(self)
        add_role(self, tr("I am their"))
        self.more()
        usual = context.preferences.value(RHYTHM) or None
        add_rhythm(self, usual)
        self.add_date("started_on", tr("Since"))
        add_stage(self)
        add_origin(self)
        add_purpose(self)
        add_evaluates(self)
        add_person_fields(self, *PERSON_MORE)
        self.load({"stage": Stage.ACTIVE, "role": Role.MENTEE, "rhythm_days": usual})
        self.edited.connect(self.show_what_applies)
        self.show_what_applies()

    @override
    def focus_first(self) -> None:
        self.row("name").field.focus.setFocus(Qt.FocusReason.TabFocusReason)

    def show_what_applies(self) -> None:
        """Show the rows that fit the answer to "Who"."""
        who = self.values()["who"]
        for key in ("name", *PERSON_MORE):
            self.set_row_visible(key, visible=who == NEW)
        for key in ("title", "members"):
            self.set_row_visible(key, visible=who == GROUP)


def new_person(context: Context, parent: QWidget, role: Role = Role.MENTEE) -> FormDialog:
    """Open the form for somebody new, a group, or another relationship with somebody known."""
    form = NewPersonForm(context)
    form.load({"role": role})
    FormCheck(form, partial(_new_problems, form.known))
    keep = partial(_add, context, form.known)
    return opened(FormDialog(tr("New person"), form, tr("Add"), keep, parent=parent))


def edit_person(context: Context, person: UUID, parent: QWidget) -> FormDialog:
    """Open the form of a person; mine says so."""
    row = context.desk.people.person(person)
    form = Form(context.today())
    rest: tuple[str, ...] = PERSON_MORE
    if row.is_me:
        rest = ("email", "organisation", "time_zone")
    add_person_fields(form, "name", *rest[:2], *PERSON_REST, *rest[2:])
    form.load(asdict(row.draft))
    FormCheck(form, partial(_person_problems, row.draft))
    title = tr("About me") if row.is_me else tr("Edit person")
    keep = partial(_edit, context, person, row.draft)
    return opened(FormDialog(title, form, tr("Save"), keep, parent=parent))


def look_for(context: Context, parent: QWidget) -> FormDialog:
    """Ask in one line who is looked for."""
    form = Form()
    form.add_text(
        "title", tr("Somebody who can help with"), placeholder=tr("Public speaking"), optional=False
    )
    FormCheck(form, _search_problems)
    keep = partial(_look, context)
    title = tr("I am looking for…")
    return opened(FormDialog(title, form, tr("Add"), keep, parent=parent))


def found(context: Context, relationship: UUID, parent: QWidget) -> FormDialog:
    """Ask who was found for a search."""
    form = Form()
    who: list[tuple[object, str]] = [(NEW, tr("Somebody new"))]
    who += [(person.id, person.name) for person in context.people()]
    form.add_choice("who", tr("Who"), who)
    add_person_fields(form, "name", "email")
    form.edited.connect(partial(_show_new, form))
    explanation = tr("What you looked for stays as what it is for.")
    FormCheck(form, _found_problems)
    keep = partial(_found, context, relationship)
    title = tr("I have found somebody")
    return opened(FormDialog(title, form, tr("Save"), keep, explanation=explanation, parent=parent))


def _show_new(form: Form) -> None:
    new = form.values()["who"] == NEW
    for key in ("name", "email"):
        form.set_row_visible(key, visible=new)


def new_relationship(
    values: Values, known: Sequence[PersonChoice]
) -> tuple[RelationshipDraft, list[PersonDraft]]:
    """Return the relationship that the form for a new one means, and whom to add with it."""
    who = values["who"]
    draft = relationship_draft(values, RelationshipDraft(role=Role.MENTEE))
    if who == GROUP:
        people, names = match_names(read_names(str(values["members"])), known)
        group = replace(draft, kind=RelationshipKind.GROUP, people=people)
        return group, [PersonDraft(name=name) for name in names]
    peers = draft.role is Role.PEER
    kind = RelationshipKind.PEER if peers else RelationshipKind.ONE_TO_ONE
    draft = replace(draft, kind=kind, title="")
    if isinstance(who, UUID):
        return replace(draft, people=(who,)), []
    return draft, [person_draft(values)]


def _new_problems(known: Sequence[PersonChoice], values: Values) -> dict[str, str]:
    draft, new = new_relationship(values, known)
    problems = check_relationship(draft)
    if draft.kind is RelationshipKind.GROUP:
        return beside_members(problems)
    problems.pop("title", None)  # said of somebody who has no name yet: the name says it
    return {**problems, **(check_person(new[0]) if new else {})}


def _person_problems(base: PersonDraft, values: Values) -> dict[str, str]:
    return check_person(person_draft(values, base))


def _search(values: Values) -> RelationshipDraft:
    return RelationshipDraft(role=Role.MENTEE, title=str(values["title"]), stage=Stage.PROSPECT)


def _search_problems(values: Values) -> dict[str, str]:
    return check_relationship(_search(values))


def _found_problems(values: Values) -> dict[str, str]:
    return check_person(person_draft(values)) if values["who"] == NEW else {}


def _add(context: Context, known: Sequence[PersonChoice], values: Values) -> dict[str, str]:
    draft, new = new_relationship(values, known)
    made: list[UUID] = []

    def add() -> None:
        made.append(context.desk.relationships.add(draft, new))

    problems = context.problems(add)
    if made:
        name = context.desk.relationships.header(made[0]).name
        context.notify(tr("{name} is on your desk.", name=name))
        context.go(Place("relationship", made[0]))
    return beside_members(problems) if values["who"] == GROUP else problems


def _edit(context: Context, person: UUID, base: PersonDraft, values: Values) -> dict[str, str]:
    draft = person_draft(values, base)
    if draft == base:
        return {}
    return context.problems(partial(context.desk.people.edit, person, draft), tr("Changes saved."))


def _look(context: Context, values: Values) -> dict[str, str]:
    search = _search(values)
    made: list[UUID] = []

    def add() -> None:
        made.append(context.desk.relationships.add(search))

    problems = context.problems(add, tr("Added to what you are looking for."))
    if made:
        context.go(Place("relationship", made[0]))
    return problems


def _found(context: Context, relationship: UUID, values: Values) -> dict[str, str]:
    who = values["who"]
    chosen = who if isinstance(who, UUID) else person_draft(values)
    note = partial(context.desk.relationships.found, relationship, chosen)
    return context.problems(note, tr("Found: you are trying it out."))
