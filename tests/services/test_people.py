"""People: me, and everybody else."""

from dataclasses import asdict
from uuid import uuid4

import pytest

from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk

FULL = PersonDraft(
    name="Dr Amara Okafor",
    pronouns="she/her",
    email="amara@example.org",
    phone="+49 30 1234",
    organisation="Institute of Memory",
    job="Professor",
    time_zone="Europe/Berlin",
    expertise="Imaging\nGrants",
    how_we_met="At a poster",
    time_limits="No calls on Fridays",
    remember="Likes tea",
)


def test_who_begins_is_the_owner_of_the_file(tmp_path, clock, desk_key):
    desk = Desk.create(tmp_path / "new.mentordesk", clock, key=desk_key)
    assert desk.me is None
    me = desk.people.begin(PersonDraft(name="Maya"))
    assert (desk.me, desk.people.person(me).is_me) == (me, True)
    desk.close()


def test_the_owner_is_found_when_the_file_is_opened_again(desk, me):
    assert desk.people.find_me() == me


def test_who_begins_again_stays_the_same_person(desk, me):
    assert desk.people.begin(PersonDraft(name="Maya L.")) == me
    assert desk.people.person(me).name == "Maya L."


def test_a_person_is_kept_in_full(desk):
    row = desk.people.person(desk.people.add(FULL))
    assert (row.draft, row.initials, row.is_me) == (FULL, "AO", False)


def test_an_edit_is_one_undo_step(desk):
    person = desk.people.add(FULL)
    desk.people.edit(person, PersonDraft(name="Amara"))
    assert desk.people.person(person).draft == PersonDraft(name="Amara")
    desk.undo()
    assert desk.people.person(person).draft == FULL


def test_an_added_person_goes_with_undo_and_comes_with_redo(desk):
    person = desk.people.add(FULL)
    desk.undo()
    with pytest.raises(NotFoundError):
        desk.people.person(person)
    desk.redo()
    assert desk.people.person(person).draft == FULL


def test_choices_are_everybody_but_me_by_name(desk):
    for name in ("Wei", "ada", "Lena"):
        desk.people.add(PersonDraft(name=name))
    assert [one.name for one in desk.people.choices()] == ["ada", "Lena", "Wei"]


@pytest.mark.parametrize(
    "text", ["🌱 Noor", "محمد علي", "a" * 300, "e\u0301", "Ada\u202eevil", "a\x00b", "a\nb"]
)
def test_any_name_comes_back_on_one_line(desk, text):
    name = desk.people.person(desk.people.add(PersonDraft(name=text))).name
    assert name.splitlines() == [name]
    assert "\x00" not in name


REFUSED = {"name", "email", "time_zone"}
"""Fields that are refused as a whole where they hold what is no name, address or zone."""


@pytest.mark.parametrize("field", [name for name in asdict(FULL) if name not in REFUSED])
def test_control_characters_are_left_out_of_every_field(desk, field):
    person = desk.people.add(PersonDraft(name="Ada", **{field: "a\x00\x1bb"}))
    assert getattr(desk.people.person(person).draft, field) == "ab"


def test_a_draft_that_can_not_be_kept_changes_nothing(desk):
    before = desk.undo_step()
    with pytest.raises(DraftError) as refused:
        desk.people.add(PersonDraft(name="", email="nowhere", time_zone="Mars/Base"))
    assert set(refused.value.problems) == {"name", "email", "time_zone"}
    assert desk.undo_step() == before
    assert desk.people.choices() == []


def test_nobody_is_edited_who_is_not_there(desk):
    with pytest.raises(NotFoundError):
        desk.people.edit(uuid4(), FULL)


@pytest.mark.parametrize("count", [10, 1000])
def test_choices_take_one_statement(desk, statements, count):
    with desk.store.changing("Many") as session:
        from mentordesk.models import Person

        session.add_all(Person(name=f"Person {n}") for n in range(count))
    with statements(desk.store) as sent:
        assert len(desk.people.choices()) == count
    assert len(sent) == 1
