"""Relationships: begun, changed, looked for, given time."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import Phase, RelationshipKind, Role, Stage
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.people import PersonDraft, RelationshipDraft, Section
from mentordesk.models import Member, Person, Relationship

TODAY = date(2026, 11, 24)
MENTEE = RelationshipDraft(role=Role.MENTEE)


@pytest.fixture
def okafor(desk):
    return desk.relationships.add_with_person(PersonDraft(name="Dr Amara Okafor"), MENTEE)


def test_a_person_and_the_relationship_are_one_step(desk, okafor):
    head = desk.relationships.header(okafor)
    assert (head.name, head.initials, head.section) == ("Dr Amara Okafor", "AO", Section.MENTORS)
    desk.undo()
    assert desk.relationships.rail() == []
    assert desk.people.choices() == []


def test_every_field_comes_back(desk):
    person = desk.people.add(PersonDraft(name="Ada"))
    draft = RelationshipDraft(
        role=Role.MENTOR,
        people=(person,),
        stage=Stage.PAUSED,
        phase=Phase.CULTIVATION,
        rhythm_days=30,
        purpose="First paper\nand after",
        evaluates_me=True,
        started_on=date(2025, 3, 1),
        planned_end=date(2027, 3, 1),
    )
    head = desk.relationships.header(desk.relationships.add(draft))
    assert (head.draft, head.phase_since) == (draft, date(2025, 3, 1))


def test_the_same_person_is_mentee_here_and_peer_there(desk, okafor):
    amara = desk.relationships.header(okafor).people[0].id
    desk.relationships.add(RelationshipDraft(role=Role.MENTOR, people=(amara,)))
    desk.relationships.add(RelationshipDraft(role=Role.PEER, people=(amara,)))
    rail = desk.relationships.rail()
    assert [entry.section for entry in rail] == [
        Section.MENTORS,
        Section.MENTEES,
        Section.PEERS,
    ]
    assert {entry.name for entry in rail} == {"Dr Amara Okafor"}
    assert len(desk.people.choices()) == 1


def test_the_rail_is_by_section_and_then_by_name(desk):
    for name, role in (("zoe", Role.MENTOR), ("Ben", Role.PEER), ("Ada", Role.MENTOR)):
        desk.relationships.add_with_person(PersonDraft(name=name), RelationshipDraft(role=role))
    desk.relationships.add(
        RelationshipDraft(role=Role.MENTEE, title="Grants", stage=Stage.PROSPECT)
    )
    assert [(e.section, e.name) for e in desk.relationships.rail()] == [
        (Section.MENTEES, "Ada"),
        (Section.MENTEES, "zoe"),
        (Section.PEERS, "Ben"),
        (Section.LOOKING, "Grants"),
    ]


def test_a_group_takes_known_and_new_people_in_one_step(desk, okafor):
    amara = desk.relationships.header(okafor).people[0].id
    draft = RelationshipDraft(
        role=Role.PEER, kind=RelationshipKind.GROUP, title="Writers", people=(amara,)
    )
    group = desk.relationships.add(draft, [PersonDraft(name="Wei"), PersonDraft(name="Sara")])
    head = desk.relationships.header(group)
    assert (head.name, [person.name for person in head.people]) == (
        "Writers",
        ["Dr Amara Okafor", "Wei", "Sara"],
    )
    desk.undo()
    assert [person.name for person in desk.people.choices()] == ["Dr Amara Okafor"]


def test_members_come_and_go_with_an_edit_and_come_back_with_undo(desk, okafor):
    head = desk.relationships.header(okafor)
    group = replace(head.draft, kind=RelationshipKind.GROUP, title="Writers", people=())
    desk.relationships.edit(okafor, group, TODAY, [PersonDraft(name="Wei")])
    assert [person.name for person in desk.relationships.header(okafor).people] == ["Wei"]
    desk.undo()
    assert desk.relationships.header(okafor) == head


def test_a_person_named_twice_is_one_member(desk, okafor):
    amara = desk.relationships.header(okafor).people[0].id
    draft = RelationshipDraft(
        role=Role.PEER, kind=RelationshipKind.GROUP, title="Writers", people=(amara, amara)
    )
    group = desk.relationships.add(draft)
    assert len(desk.relationships.header(group).people) == 1


def test_one_to_one_refuses_a_second_new_person(desk):
    two = [PersonDraft(name="Wei"), PersonDraft(name="Sara")]
    with pytest.raises(DraftError) as refused:
        desk.relationships.add(MENTEE, two)
    assert list(refused.value.problems) == ["people"]
    assert desk.people.choices() == []


def test_looking_for_somebody_needs_a_title_alone(desk):
    search = RelationshipDraft(role=Role.MENTEE, title=" Grant  writing ", stage=Stage.PROSPECT)
    (entry,) = (desk.relationships.add(search) and desk.relationships.rail(),)[0]
    assert (entry.name, entry.initials, entry.section) == ("Grant writing", "?", Section.LOOKING)


def test_who_was_found_takes_the_place_of_the_search(desk):
    search = desk.relationships.add(replace(MENTEE, title="Grant writing", stage=Stage.PROSPECT))
    desk.relationships.found(search, PersonDraft(name="Lena Brandt"))
    head = desk.relationships.header(search)
    assert (head.name, head.section) == ("Lena Brandt", Section.MENTORS)
    assert (head.draft.purpose, head.draft.stage) == ("Grant writing", Stage.EXPLORING)
    desk.undo()
    assert desk.relationships.header(search).name == "Grant writing"


def test_somebody_known_can_be_found(desk, okafor):
    amara = desk.relationships.header(okafor).people[0].id
    search = desk.relationships.add(replace(MENTEE, title="Grants", stage=Stage.PROSPECT))
    desk.relationships.found(search, amara)
    assert desk.relationships.header(search).people[0].id == amara


def test_who_was_found_needs_a_name(desk):
    search = desk.relationships.add(replace(MENTEE, title="Grants", stage=Stage.PROSPECT))
    with pytest.raises(DraftError):
        desk.relationships.found(search, PersonDraft(name=" "))
    assert desk.relationships.header(search).people == ()


def test_a_new_phase_begins_on_the_day_it_is_noted(desk, okafor):
    draft = desk.relationships.header(okafor).draft
    desk.relationships.edit(okafor, replace(draft, phase=Phase.CULTIVATION), TODAY)
    assert desk.relationships.header(okafor).phase_since == TODAY
    desk.relationships.edit(
        okafor, replace(draft, phase=Phase.CULTIVATION, rhythm_days=14), date(2026, 12, 24)
    )
    assert desk.relationships.header(okafor).phase_since == TODAY


def test_the_first_phase_moves_with_a_corrected_start(desk):
    draft = replace(MENTEE, started_on=date(2025, 5, 1))
    item = desk.relationships.add_with_person(PersonDraft(name="Ada"), draft)
    kept = desk.relationships.header(item).draft
    desk.relationships.edit(item, replace(kept, started_on=date(2025, 3, 1)), TODAY)
    assert desk.relationships.header(item).phase_since == date(2025, 3, 1)


def test_the_last_contact_is_of_any_kind(desk, okafor):
    for day in (date(2026, 11, 1), date(2026, 11, 15), date(2026, 10, 1)):
        desk.contacts.log(ContactDraft(relationship=okafor, day=day), TODAY)
    assert desk.relationships.header(okafor).last_contact == date(2026, 11, 15)


def test_time_is_given_and_taken_back(desk, okafor):
    desk.relationships.set_quiet_until(okafor, date(2027, 1, 12), TODAY)
    assert desk.relationships.header(okafor).quiet_until == date(2027, 1, 12)
    desk.undo()
    assert desk.relationships.header(okafor).quiet_until is None


def test_no_time_is_given_until_a_day_that_is_over(desk, okafor):
    with pytest.raises(DraftError):
        desk.relationships.set_quiet_until(okafor, TODAY, TODAY)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"planned_end": date(2020, 1, 1), "started_on": TODAY}, "planned_end"),
        ({"rhythm_days": -5}, "rhythm_days"),
        ({"title": "x" * 10_000}, "title"),
    ],
)
def test_an_edit_that_can_not_be_kept_changes_nothing(desk, okafor, change, field):
    before = desk.relationships.header(okafor)
    with pytest.raises(DraftError) as refused:
        desk.relationships.edit(okafor, replace(before.draft, **change), TODAY)
    assert list(refused.value.problems) == [field]
    assert desk.relationships.header(okafor) == before


def test_nothing_is_added_with_people_who_are_not_there(desk):
    with pytest.raises(NotFoundError):
        desk.relationships.add(replace(MENTEE, people=(uuid4(),)))
    assert desk.relationships.rail() == []


def test_what_is_not_there_is_said_to_be_so(desk):
    for ask in (desk.relationships.header, desk.relationships.archive_preview):
        with pytest.raises(NotFoundError):
            ask(uuid4())


@pytest.mark.parametrize("count", [10, 1000])
def test_the_rail_takes_one_statement_however_many_there_are(desk, statements, count):
    fill(desk, count)
    with statements(desk.store) as sent:
        assert len(desk.relationships.rail()) == count
    assert len(sent) == 1


@pytest.mark.parametrize("count", [10, 1000])
def test_a_header_takes_five_statements_however_many_there_are(desk, statements, count):
    item = fill(desk, count)
    with statements(desk.store) as sent:
        desk.relationships.header(item)
    assert len(sent) == 5


def fill(desk, count):
    with desk.store.changing("Many") as session:
        people = [Person(name=f"Person {n}") for n in range(count)]
        session.add_all(people)
        session.flush()
        rows = [
            Relationship(role=Role.MENTOR, members=[Member(person_id=person.id)])
            for person in people
        ]
        session.add_all(rows)
        session.flush()
        return rows[0].id
