"""The quick log, and when people last had contact."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import MeetingForm, Role
from mentordesk.domain.errors import DraftError, NotFoundError
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.contacts import Contacts
from mentordesk.services.meetings import Meetings

TODAY = date(2026, 11, 24)


@pytest.fixture
def contacts(desk):
    return Contacts(desk.store)


@pytest.fixture
def mentee(desk):
    return desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.MENTOR)
    )


@pytest.fixture
def draft(mentee):
    return ContactDraft(
        relationship=mentee, day=TODAY, form=MeetingForm.COFFEE, line="Conference", minutes=20
    )


@pytest.fixture
def promises(desk, mentee):
    """What is open with the mentee."""

    def read():
        rows = desk.relationships.archive_preview(mentee).promises
        return [(row.title, row.is_mine, row.due) for row in rows]

    return read


def test_a_contact_is_kept(contacts, mentee, draft):
    logged = contacts.log(draft, TODAY)
    (row,) = contacts.of_relationship(mentee)
    assert (row.id, row.name, row.day, row.form) == (logged, "Wei Lin", TODAY, MeetingForm.COFFEE)
    assert (row.line, row.minutes) == ("Conference", 20)


def test_a_contact_and_its_promise_are_one_step(contacts, desk, mentee, draft, promises):
    contacts.log(replace(draft, action="Send the paper", action_due=TODAY), TODAY)
    assert promises() == [("Send the paper", True, TODAY)]
    desk.undo()
    assert promises() == []
    assert contacts.of_relationship(mentee) == []


def test_a_promise_may_be_theirs(contacts, desk, mentee, draft, promises):
    wei = desk.relationships.header(mentee).people[0].id
    contacts.log(replace(draft, action="Send the paper", action_owner=wei), TODAY)
    assert promises() == [("Send the paper", False, None)]


def test_a_contact_to_come_is_refused(contacts, mentee, draft):
    with pytest.raises(DraftError):
        contacts.log(replace(draft, day=TODAY + timedelta(days=1)), TODAY)
    assert contacts.of_relationship(mentee) == []


def test_a_contact_needs_somebody_who_is_there(contacts, draft):
    with pytest.raises(NotFoundError):
        contacts.log(replace(draft, relationship=uuid4()), TODAY)


def test_a_contact_is_edited_and_deleted(contacts, desk, mentee, draft):
    logged = contacts.log(draft, TODAY)
    contacts.edit(logged, replace(draft, line="At lunch", form=MeetingForm.LUNCH), TODAY)
    (row,) = contacts.of_relationship(mentee)
    assert (row.line, row.form) == ("At lunch", MeetingForm.LUNCH)
    contacts.delete(logged)
    assert contacts.of_relationship(mentee) == []
    desk.undo()
    assert contacts.of_relationship(mentee) == [row]


def test_contacts_come_newest_first_and_in_pages(contacts, mentee, draft):
    for days in (3, 1, 2):
        contacts.log(replace(draft, day=TODAY - timedelta(days=days)), TODAY)
    days = [(TODAY - row.day).days for row in contacts.of_relationship(mentee)]
    assert days == [1, 2, 3]
    (second,) = contacts.of_relationship(mentee, offset=1, limit=1)
    assert second.day == TODAY - timedelta(days=2)


def test_the_last_contact_is_a_held_meeting_or_any_other(contacts, desk, mentee, draft):
    meetings = Meetings(desk.store)
    assert contacts.last_contacts() == {}
    contacts.log(replace(draft, day=TODAY - timedelta(days=9)), TODAY)
    assert contacts.last_contacts() == {mentee: TODAY - timedelta(days=9)}
    held = meetings.plan(
        MeetingDraft(relationship=mentee, day=TODAY - timedelta(days=2), time=time(9), zone="UTC")
    )
    assert contacts.last_contacts() == {mentee: TODAY - timedelta(days=9)}
    meetings.hold(held)
    assert contacts.last_contacts() == {mentee: TODAY - timedelta(days=2)}


def test_the_last_contacts_take_two_statements(contacts, store, desk, draft, statements):
    taken = []
    for count in (3, 40):
        for _ in range(count):
            other = desk.relationships.add_with_person(
                PersonDraft(name="Somebody"), RelationshipDraft(role=Role.PEER)
            )
            contacts.log(replace(draft, relationship=other), TODAY)
        with statements(store) as seen:
            contacts.last_contacts()
        taken.append(len(seen))
    assert taken == [2, 2]
