"""What the quick log may hold."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from mentordesk.domain.contacts import ContactDraft, check_contact

TODAY = date(2026, 11, 24)
DRAFT = ContactDraft(relationship=uuid4(), day=TODAY, line="Met in the corridor")


def problems(**changes):
    return check_contact(replace(DRAFT, **changes), TODAY)


def test_a_contact_of_today_can_be_kept():
    assert problems() == {}


def test_who_and_when_are_needed():
    assert set(problems(relationship=None, day=None)) == {"relationship", "day"}


def test_a_contact_lies_behind_us():
    assert "Plan a meeting" in problems(day=TODAY + timedelta(days=1))["day"]


@pytest.mark.parametrize("minutes", [0, 1441])
def test_a_length_is_a_minute_to_a_day(minutes):
    assert set(problems(minutes=minutes)) == {"minutes"}


def test_a_due_day_needs_something_to_be_done():
    assert problems(action_due=TODAY) == {"action": "Say what is due then."}
    assert problems(action_due=TODAY, action="Send the draft") == {}


@pytest.mark.parametrize("field", ["line", "action"])
def test_texts_that_are_too_long_are_refused(field):
    assert "301 characters" in problems(**{field: "x" * 301})[field]
