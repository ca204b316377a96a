"""What forms about people may hold, and where the rail lists a relationship."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from mentordesk.domain.enums import RelationshipKind, Role, Stage
from mentordesk.domain.people import (
    MOST_PEOPLE,
    PersonDraft,
    RelationshipDraft,
    Section,
    check_person,
    check_quiet_until,
    check_relationship,
    read_names,
    section,
)

TODAY = date(2026, 11, 24)
ADA = RelationshipDraft(role=Role.MENTEE, people=(uuid4(),))


@pytest.mark.parametrize(
    ("role", "stage", "where"),
    [
        (Role.MENTEE, Stage.ACTIVE, Section.MENTORS),
        (Role.MENTOR, Stage.PAUSED, Section.MENTEES),
        (Role.PEER, Stage.ACTIVE, Section.PEERS),
        (Role.MENTEE, Stage.PROSPECT, Section.LOOKING),
        (Role.MENTEE, Stage.APPROACHED, Section.LOOKING),
        (Role.MENTEE, Stage.EXPLORING, Section.MENTORS),
        (Role.MENTOR, Stage.CLOSED, Section.ARCHIVE),
    ],
)
def test_the_rail_lists_by_role_and_stage(role, stage, where):
    assert section(role, stage) is where


@pytest.mark.parametrize("name", ["Wei", "Dr Amara Okafor", "محمد علي", "🌱 Lena", "  Ada  "])
def test_a_name_is_enough(name):
    assert check_person(PersonDraft(name=name)) == {}


@pytest.mark.parametrize("name", ["", "   ", "\x00\x07", "\n\t"])
def test_a_name_of_nothing_is_asked_for_again(name):
    assert check_person(PersonDraft(name=name))["name"].startswith("A name is needed")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "ada at example"),
        ("email", "ada@example.org, lena@example.org"),
        ("time_zone", "Europe/Atlantis"),
        ("time_zone", "../etc/passwd"),
        ("organisation", "x" * 10_000),
        ("name", "x" * 10_000),
        ("remember", "x" * 200_001),
    ],
)
def test_what_can_not_be_kept_gets_a_sentence_beside_its_field(field, value):
    problems = check_person(replace(PersonDraft(name="Ada"), **{field: value}))
    assert list(problems) == [field]
    assert problems[field].endswith(".")


def test_long_fields_take_ten_thousand_characters():
    assert check_person(PersonDraft(name="Ada", expertise="x" * 10_000)) == {}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"people": ()}, "title"),
        ({"kind": RelationshipKind.GROUP}, "title"),
        ({"people": (uuid4(), uuid4())}, "people"),
        ({"rhythm_days": 0}, "rhythm_days"),
        ({"rhythm_days": 1001}, "rhythm_days"),
        ({"started_on": TODAY, "planned_end": date(2026, 11, 23)}, "planned_end"),
        ({"title": "x" * 10_000}, "title"),
    ],
)
def test_what_does_not_fit_a_relationship_is_said(change, field):
    assert list(check_relationship(replace(ADA, **change))) == [field]


def test_a_group_has_its_limit():
    crowd = tuple(uuid4() for _ in range(MOST_PEOPLE + 1))
    group = replace(ADA, kind=RelationshipKind.GROUP, title="Writers", people=crowd)
    assert "people" in check_relationship(group)
    assert check_relationship(replace(group, people=crowd[1:])) == {}


def test_one_day_may_be_start_and_end():
    assert check_relationship(replace(ADA, started_on=TODAY, planned_end=TODAY)) == {}


def test_names_come_one_a_line_or_parted_by_commas():
    typed = "Lena Brandt\n wei lin , Tomás; \n\nLENA BRANDT"
    assert read_names(typed) == ("LENA BRANDT", "wei lin", "Tomás")


def test_no_names_are_none():
    assert read_names(" ,\n; ") == ()


@pytest.mark.parametrize("day", [TODAY, date(2020, 1, 1)])
def test_time_is_given_until_a_day_to_come(day):
    assert list(check_quiet_until(day, TODAY)) == ["day"]


def test_time_given_can_be_ended():
    assert check_quiet_until(None, TODAY) == {}
    assert check_quiet_until(date(2026, 11, 25), TODAY) == {}
