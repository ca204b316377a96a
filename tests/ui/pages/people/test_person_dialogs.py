"""Add somebody, look for somebody, change what is known."""

import pytest

from mentordesk.domain.enums import RelationshipKind, Role, Stage
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Place
from mentordesk.ui.pages.people.commands import people_commands
from mentordesk.ui.pages.people.person_dialogs import GROUP, NEW


def fill(dialog, **values):
    dialog.form.load(values)
    dialog.form.edited.emit()
    dialog.submit()


def test_a_name_is_enough_for_somebody_new(desk, steps, dialog, went, said):
    steps.add_person()
    fill(dialog(), name="Tomás Rivera", role=Role.MENTOR)
    (entry,) = desk.relationships.rail()
    assert (entry.name, entry.role) == ("Tomás Rivera", Role.MENTOR)
    assert went == [Place("relationship", entry.id)]
    ((words, change),) = said
    assert words == "Tomás Rivera is on your desk."
    desk.undo(only=change)
    assert desk.relationships.rail() == []


def test_the_form_begins_with_the_name(steps, dialog):
    steps.add_person()
    assert dialog().focusWidget() is dialog().form.row("name").field.focus
    assert dialog().form.values()["role"] is Role.MENTEE


def test_what_is_said_under_more_is_kept(desk, steps, dialog):
    steps.add_person(Role.MENTOR)
    fill(
        dialog(),
        name="Wei Lin",
        rhythm_days=30,
        purpose="Thesis",
        stage=Stage.EXPLORING,
        evaluates_me=True,
        email="wei@example.org",
        remember="Likes tea",
    )
    head = desk.relationships.header(desk.relationships.rail()[0].id)
    assert head.draft == RelationshipDraft(
        role=Role.MENTOR,
        people=head.draft.people,
        rhythm_days=30,
        purpose="Thesis",
        stage=Stage.EXPLORING,
        evaluates_me=True,
    )
    assert head.people[0].draft == PersonDraft(
        name="Wei Lin", email="wei@example.org", remember="Likes tea"
    )


def test_somebody_known_gets_another_relationship(desk, steps, dialog, wei):
    person = desk.relationships.header(wei).people[0].id
    steps.add_person()
    fill(dialog(), who=person, role=Role.PEER)
    assert len(desk.people.choices()) == 1
    kinds = {desk.relationships.header(e.id).draft.kind for e in desk.relationships.rail()}
    assert kinds == {RelationshipKind.ONE_TO_ONE, RelationshipKind.PEER}


def test_a_group_is_its_name_and_names(desk, steps, dialog, wei):
    steps.add_person()
    fill(dialog(), who=GROUP, title="Writers", members="wei lin\nNoor Aziz", role=Role.PEER)
    group = next(e for e in desk.relationships.rail() if e.name == "Writers")
    head = desk.relationships.header(group.id)
    assert [person.name for person in head.people] == ["Wei Lin", "Noor Aziz"]
    assert [one.name for one in desk.people.choices()] == ["Noor Aziz", "Wei Lin"]


@pytest.mark.parametrize(
    ("who", "shown"),
    [(NEW, {"name", "email"}), (GROUP, {"title", "members"})],
)
def test_only_the_rows_that_apply_are_seen(steps, dialog, who, shown):
    steps.add_person()
    form = dialog().form
    form.load({"who": who})
    form.edited.emit()
    asked = {"name", "title", "members", "email"}
    assert {key for key in asked if not form.row(key).isHidden()} == shown


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 10_000}, "name"),
        ({"name": "Wei", "email": "nowhere"}, "email"),
        ({"name": "Wei", "time_zone": "Mars/Base"}, "time_zone"),
        ({"who": GROUP, "title": "", "members": "Wei"}, "title"),
        ({"who": GROUP, "title": "Many", "members": "\n".join(map(str, range(40)))}, "members"),
        ({"who": GROUP, "title": "Long", "members": "x" * 10_000}, "members"),
    ],
)
def test_what_can_not_be_kept_is_said_beside_its_field(desk, steps, dialog, values, field):
    steps.add_person()
    fill(dialog(), **values)
    assert dialog().form.row(field).problem()
    assert dialog().isVisible()
    assert desk.relationships.rail() == []
    assert desk.people.choices() == []


@pytest.mark.parametrize("name", ["محمد علي", "🌱 Noor", "Ada <b>&amp; {x}", "O’Brien %s"])
def test_any_script_and_sign_is_a_name(desk, steps, dialog, said, name):
    steps.add_person()
    fill(dialog(), name=name)
    assert desk.relationships.rail()[0].name == name
    assert said[0][0] == f"{name} is on your desk."


def test_a_typed_day_that_can_not_be_read_keeps_the_form_open(desk, steps, dialog):
    steps.add_person()
    dialog().form.row("started_on").field.focus.setText("31 Feb")
    fill(dialog(), name="Wei")
    assert dialog().form.row("started_on").problem()
    assert desk.relationships.rail() == []


def test_a_person_is_edited(desk, steps, dialog, wei, said):
    person = desk.relationships.header(wei).people[0].id
    steps.edit_person(person)
    fill(dialog(), pronouns="he/him", expertise="Statistics")
    assert desk.people.person(person).draft == PersonDraft(
        name="Wei Lin", pronouns="he/him", expertise="Statistics"
    )
    assert said[0][0] == "Changes saved."


def test_saving_without_a_change_changes_nothing(desk, steps, dialog, wei, said):
    before = desk.undo_step()
    steps.edit_person(desk.relationships.header(wei).people[0].id)
    dialog().submit()
    assert (desk.undo_step(), said) == (before, [])


def test_i_am_edited_without_losing_what_is_not_asked(desk, steps, dialog, me):
    desk.people.edit(me, PersonDraft(name="Me", expertise="Imaging"))
    steps.edit_me()
    fill(dialog(), name="Maya Lindqvist")
    assert desk.people.person(me).draft == PersonDraft(name="Maya Lindqvist", expertise="Imaging")


def test_looking_needs_one_line(desk, steps, dialog, went):
    steps.look_for()
    fill(dialog(), title="")
    assert dialog().form.row("title").problem()
    fill(dialog(), title="Grant writing")
    (entry,) = desk.relationships.rail()
    assert (entry.name, entry.initials) == ("Grant writing", "?")
    assert went == [Place("relationship", entry.id)]


@pytest.fixture
def search(desk):
    return desk.relationships.add(
        RelationshipDraft(role=Role.MENTEE, title="Grants", stage=Stage.PROSPECT)
    )


def test_somebody_new_is_found(desk, steps, dialog, search):
    steps.found(search)
    fill(dialog(), name="Lena Brandt")
    assert desk.relationships.header(search).name == "Lena Brandt"


def test_somebody_known_is_found(desk, steps, dialog, search, wei):
    person = desk.relationships.header(wei).people[0].id
    steps.found(search)
    fill(dialog(), who=person)
    assert desk.relationships.header(search).people[0].id == person


def test_what_is_gone_is_said_and_no_form_opens(desk, steps, window, wei, monkeypatch, context):
    said = []
    monkeypatch.setattr(context, "explain", lambda error, _parent: said.append(str(error)))
    desk.undo()
    steps.edit_relationship(wei)
    assert said == ["This is not there any more. It may have been taken back by an undo."]
    assert window.findChildren(type(window)) == []


def test_the_commands_open_their_forms(context, window, steps, dialog):
    actions = ActionTable(context.theme, window)
    actions.declare(people_commands(steps), window)
    for command, title in (
        ("person.add", "New person"),
        ("relationship.look", "I am looking for…"),
        ("person.edit_me", "About me"),
    ):
        actions.action(command).trigger()
        assert dialog().windowTitle() == title
