"""The head of a relationship's page in words."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.domain.enums import Origin, Phase, RelationshipKind, Role, Stage
from mentordesk.ui.pages.relationship.header_said import facts, for_when, what_next

TODAY = date(2026, 11, 24)


@pytest.fixture
def head(desk, amara):
    return desk.relationships.header(amara)


def with_draft(head, **fields):
    return replace(head, draft=replace(head.draft, **fields))


def test_the_facts_are_one_line(desk, amara, make):
    make.log(desk, amara, date(2026, 11, 15))
    assert facts(desk.relationships.header(amara), TODAY) == (
        "Mentor, chosen · Building since March 2025 · about monthly, last talked 9 days ago"
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"origin": Origin.ASSIGNED}, "Mentor, assigned · Building since March 2025"),
        ({"role": Role.MENTOR, "stage": Stage.PAUSED}, "Mentee, chosen · Paused"),
        ({"stage": Stage.CLOSED}, "Mentor, chosen"),
        ({"kind": RelationshipKind.GROUP}, "Group, 1 person · Building since March 2025"),
    ],
)
def test_the_facts_follow_the_relationship(head, fields, words):
    assert facts(with_draft(head, rhythm_days=None, **fields), TODAY) == words


def test_a_phase_without_a_beginning_is_named_alone(head):
    bare = with_draft(head, phase=Phase.INITIATION, rhythm_days=None)
    assert facts(replace(bare, phase_since=None), TODAY) == "Mentor, chosen · Starting"


def test_time_that_was_given_is_said_until_it_is_over(head):
    quiet = replace(with_draft(head, rhythm_days=None), quiet_until=date(2027, 1, 12))
    assert facts(quiet, TODAY).endswith(" · given time until 12 Jan 2027")
    assert "given time" not in facts(quiet, date(2027, 1, 12))


def test_a_search_says_what_is_looked_for(head):
    search = with_draft(replace(head, people=()), stage=Stage.PROSPECT)
    assert facts(search, TODAY) == "Looking for a mentor"
    asked = with_draft(search, stage=Stage.APPROACHED)
    assert facts(asked, TODAY) == "Looking for a mentor · Asked"


def test_what_comes_next_is_the_meeting(desk, clock, amara, head, make):
    make.plan(desk, amara, date(2026, 11, 26))
    (ahead,) = desk.meetings.upcoming(clock(), 1, relationship=amara)
    said = what_next(head, ahead, TODAY)
    assert (said.words, said.step) == ("Thu 26 Nov, 15:00", "Prepare")
    assert said.exact == "Thu 26 Nov 2026, 15:00, Europe/Berlin"


def test_without_a_meeting_the_step_is_to_plan_one(head):
    assert what_next(head, None, TODAY).step == "Plan a meeting"


def test_from_the_archive_the_step_leads_out(head):
    archived = replace(with_draft(head, stage=Stage.CLOSED), archived_on=date(2026, 11, 1))
    said = what_next(archived, None, TODAY)
    assert (said.words, said.step) == ("In the archive since 1 Nov", "Take out of the archive")


def test_a_search_ends_with_somebody(head):
    assert what_next(replace(head, people=()), None, TODAY).step == "I have found somebody…"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (24, "For today"),
        (25, "For tomorrow"),
        (26, "For Thursday"),
        (30, "For Monday"),
    ],
)
def test_the_next_meeting_is_near_by_its_weekday(day, words):
    assert for_when(date(2026, 11, day), TODAY) == words


def test_a_week_ahead_the_date_is_said():
    assert for_when(date(2026, 12, 1), TODAY) == "For 1 Dec"
