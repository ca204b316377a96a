"""A silence: longer than the rhythm allows, in a season and a stage where that counts."""

from datetime import date, time, timedelta

import pytest

from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import (
    MeetingForm,
    Phase,
    Role,
    Stage,
)
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.today import Need

TODAY = date(2026, 11, 24)
"""The day of the clock, which stands at 10:00 UTC: 11:00 in Berlin."""


def ago(days):
    return TODAY - timedelta(days=days)


def know(desk, name="Wei Lin", **fields):
    draft = RelationshipDraft(**{"role": Role.MENTEE, **fields})
    return desk.relationships.add_with_person(PersonDraft(name=name), draft)


def meet(desk, relationship, day=TODAY, at=time(12), **fields):
    return desk.meetings.plan(
        MeetingDraft(relationship=relationship, day=day, time=at, zone="Europe/Berlin", **fields)
    )


def talk(desk, relationship, day):
    draft = ContactDraft(relationship=relationship, day=day, line="", form=MeetingForm.PHONE)
    desk.contacts.log(draft, TODAY)


@pytest.fixture
def rows(desk, clock):
    """Read Today as it is now."""
    return lambda: desk.today.rows(clock.now, TODAY)


@pytest.fixture
def needs(rows):
    """Return the signals of one kind."""
    return lambda need: [signal for signal in rows().needs if signal.need is need]


@pytest.fixture
def quiet(desk):
    """A relationship with a monthly rhythm, last talked 50 days ago."""
    relationship = know(desk, rhythm_days=30)
    talk(desk, relationship, ago(50))
    return relationship


def test_practice_25_a_silence_past_the_rhythm_appears(quiet, needs):
    (found,) = needs(Need.SILENCE)
    assert (found.item, found.relationship, found.name) == (quiet, quiet, "Wei Lin")
    assert (found.day, found.rhythm_days) == (ago(50), 30)


def test_practice_25_a_mentor_is_told_as_well(desk, needs):
    talk(desk, know(desk, "Tomás", role=Role.MENTOR, rhythm_days=30), ago(50))
    assert [one.name for one in needs(Need.SILENCE)] == ["Tomás"]


def test_practice_21_any_real_contact_ends_a_silence(desk, quiet, needs):
    talk(desk, quiet, ago(42))
    assert needs(Need.SILENCE) == []


def test_a_held_meeting_ends_a_silence_and_one_that_did_not_happen_does_not(desk, quiet, needs):
    desk.meetings.miss(meet(desk, quiet, ago(3)))
    desk.meetings.cancel(meet(desk, quiet, ago(2)))
    assert [one.day for one in needs(Need.SILENCE)] == [ago(50)]
    desk.meetings.hold(meet(desk, quiet, ago(20)))
    assert needs(Need.SILENCE) == []


def test_the_last_of_all_held_meetings_counts(desk, quiet, needs):
    for days in (300, 46, 200):
        desk.meetings.hold(meet(desk, quiet, ago(days)))
    assert [one.day for one in needs(Need.SILENCE)] == [ago(46)]


@pytest.mark.parametrize("at", [time(10, 30), time(12)], ids=["under way", "ahead"])
@pytest.mark.parametrize("status", ["propose", "confirm"])
def test_a_booked_meeting_is_as_good_as_a_word(desk, quiet, needs, at, status):
    getattr(desk.meetings, status)(meet(desk, quiet, at=at))
    assert needs(Need.SILENCE) == []


def test_practice_24_silence_in_a_late_season_is_no_signal(desk, needs):
    for name, phase, days in (
        ("Late", Phase.SEPARATION, 60),
        ("Long", Phase.SEPARATION, 61),
        ("Friend", Phase.REDEFINITION, 2000),
    ):
        talk(desk, know(desk, name, rhythm_days=30, phase=phase), ago(days))
    assert [one.name for one in needs(Need.SILENCE)] == ["Long"]


def test_what_was_given_time_is_quiet_until_then(desk, quiet, needs, clock):
    desk.relationships.set_quiet_until(quiet, TODAY + timedelta(days=1), TODAY)
    assert needs(Need.SILENCE) == []
    tomorrow = desk.today.rows(clock.now + timedelta(days=1), TODAY + timedelta(days=1))
    assert [one.need for one in tomorrow.needs] == [Need.SILENCE]


def test_without_a_rhythm_nobody_is_silent(desk, needs):
    talk(desk, know(desk), ago(2000))
    assert needs(Need.SILENCE) == []


@pytest.mark.parametrize("stage", [one for one in Stage if one is not Stage.CLOSED])
def test_only_what_is_alive_can_be_silent(desk, needs, stage):
    talk(desk, know(desk, rhythm_days=30, stage=stage), ago(50))
    assert bool(needs(Need.SILENCE)) is (stage in (Stage.EXPLORING, Stage.ACTIVE))


def test_the_archive_is_never_silent(desk, quiet, needs):
    desk.relationships.archive(quiet, TODAY, ())
    assert needs(Need.SILENCE) == []


@pytest.mark.parametrize(("days", "shown"), [(43, True), (42, False)])
def test_without_a_contact_the_beginning_counts(desk, needs, days, shown):
    know(desk, rhythm_days=30, started_on=ago(days))
    assert [one.day for one in needs(Need.SILENCE)] == ([None] if shown else [])
