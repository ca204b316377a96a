"""The archive: what goes there, what is cancelled, and the way back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from mentordesk.domain.enums import MeetingStatus, Role, Stage
from mentordesk.domain.goals import ActionDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft, Section
from mentordesk.models import Meeting, Relationship

TODAY = date(2026, 11, 24)


@pytest.fixture
def tomas(desk):
    return desk.relationships.add_with_person(
        PersonDraft(name="Tomás Rivera"), RelationshipDraft(role=Role.MENTOR, rhythm_days=30)
    )


def plan(desk, relationship, day):
    draft = MeetingDraft(relationship=relationship, day=day, time=time(10), zone="Europe/Berlin")
    return desk.meetings.plan(draft)


def promise(desk, relationship, title, owner=None):
    draft = ActionDraft(title=title, relationship=relationship, owner=owner)
    return desk.goals.add_action(draft, TODAY)


def sequence(desk, meeting):
    with desk.store.reading() as session:
        return session.get_one(Meeting, meeting).sequence


def test_the_preview_tells_meetings_ahead_and_promises_of_both_sides(desk, tomas):
    plan(desk, tomas, date(2026, 11, 3))
    ahead = plan(desk, tomas, date(2026, 12, 3))
    his = desk.relationships.header(tomas).people[0].id
    promise(desk, tomas, "Send the template")
    promise(desk, tomas, "Draft chapter 2", owner=his)
    preview = desk.relationships.archive_preview(tomas)
    assert preview.meetings == (ahead,)
    assert {(p.title, p.is_mine, p.owner_name) for p in preview.promises} == {
        ("Send the template", True, "Maya Lindqvist"),
        ("Draft chapter 2", False, "Tomás Rivera"),
    }


def test_archiving_cancels_what_lies_ahead_for_every_calendar(desk, tomas, me):
    past, ahead = (plan(desk, tomas, day) for day in (date(2026, 11, 3), date(2026, 12, 3)))
    before = sequence(desk, ahead)
    assert desk.relationships.archive(tomas, TODAY, ()) == [ahead]
    cancelled = desk.meetings.meeting(ahead)
    assert (cancelled.line.status, cancelled.cancelled_by) == (MeetingStatus.CANCELLED, me)
    assert sequence(desk, ahead) == before + 1
    assert desk.meetings.meeting(past).line.status is MeetingStatus.CONFIRMED


def test_promises_are_dropped_but_those_that_are_kept(desk, tomas):
    kept, dropped = promise(desk, tomas, "keep"), promise(desk, tomas, "drop")
    desk.relationships.archive(tomas, TODAY, {kept})
    assert [p.id for p in desk.relationships.open_promises(tomas)] == [kept]
    desk.goals.reopen_action(dropped)
    assert {p.id for p in desk.relationships.open_promises(tomas)} == {kept, dropped}


def test_one_undo_brings_everything_back(desk, tomas):
    ahead = plan(desk, tomas, date(2026, 12, 3))
    promise(desk, tomas, "drop")
    head, promises = desk.relationships.header(tomas), desk.relationships.open_promises(tomas)
    desk.relationships.archive(tomas, TODAY, ())
    archived = sequence(desk, ahead)
    desk.undo()
    assert desk.relationships.header(tomas) == head
    assert desk.relationships.open_promises(tomas) == promises
    assert desk.meetings.meeting(ahead).line.status is MeetingStatus.CONFIRMED
    assert sequence(desk, ahead) > archived


def test_the_archive_silences_every_signal(desk, tomas, clock):
    promise(desk, tomas, "overdue")
    desk.relationships.archive(tomas, TODAY, ())
    rows = desk.today.rows(clock(), TODAY)
    assert (rows.needs, rows.waiting, rows.next) == ((), (), ())


def test_the_archive_is_a_section_and_a_list_with_the_newest_first(desk, tomas):
    wei = desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.PEER)
    )
    desk.relationships.archive(tomas, date(2026, 11, 1), ())
    desk.relationships.archive(wei, TODAY, ())
    assert {entry.section for entry in desk.relationships.rail()} == {Section.ARCHIVE}
    assert [(row.name, row.archived_on) for row in desk.relationships.archived()] == [
        ("Wei Lin", TODAY),
        ("Tomás Rivera", date(2026, 11, 1)),
    ]


def test_archiving_twice_changes_nothing(desk, tomas):
    desk.relationships.archive(tomas, date(2026, 11, 1), ())
    assert desk.relationships.archive(tomas, TODAY, ()) == []
    assert desk.relationships.header(tomas).archived_on == date(2026, 11, 1)


def test_what_is_taken_out_is_under_way_again(desk, tomas):
    desk.relationships.archive(tomas, TODAY, ())
    desk.relationships.reopen(tomas)
    head = desk.relationships.header(tomas)
    assert (head.section, head.archived_on) == (Section.MENTEES, None)


def test_a_search_is_taken_out_as_a_search(desk):
    search = desk.relationships.add(
        RelationshipDraft(role=Role.MENTEE, title="Grants", stage=Stage.PROSPECT)
    )
    desk.relationships.archive(search, TODAY, ())
    desk.relationships.reopen(search)
    assert desk.relationships.header(search).section is Section.LOOKING


def test_taking_out_what_is_not_archived_leaves_its_stage(desk, tomas):
    draft = desk.relationships.header(tomas).draft
    desk.relationships.edit(tomas, replace(draft, stage=Stage.PAUSED), TODAY)
    desk.relationships.reopen(tomas)
    assert desk.relationships.header(tomas).draft.stage is Stage.PAUSED


@pytest.mark.parametrize("archived", [True, False])
def test_a_form_neither_archives_nor_takes_out(desk, tomas, archived):
    if archived:
        desk.relationships.archive(tomas, TODAY, ())
    draft = desk.relationships.header(tomas).draft
    other = Stage.ACTIVE if archived else Stage.CLOSED
    desk.relationships.edit(tomas, replace(draft, stage=other), TODAY)
    assert desk.relationships.header(tomas).draft.stage is draft.stage


@pytest.mark.parametrize("count", [10, 1000])
def test_the_archive_is_read_in_two_statements(desk, statements, count):
    with desk.store.changing("Many") as session:
        for n in range(count):
            session.add(Relationship(role=Role.PEER, title=f"Group {n}", stage=Stage.CLOSED))
    with statements(desk.store) as sent:
        assert len(desk.relationships.archived()) == count
    assert len(sent) == 2


@pytest.mark.parametrize("count", [10, 1000])
def test_the_preview_is_read_in_three_statements(desk, statements, tomas, count):
    start = datetime(2027, 1, 4, 9, tzinfo=UTC)
    with desk.store.changing("Many") as session:
        for n in range(count):
            session.add(
                Meeting(
                    relationship_id=tomas,
                    start_local=start.replace(tzinfo=None),
                    zone="UTC",
                    start_utc=start,
                    uid=f"{n}@test",
                )
            )
    with statements(desk.store) as sent:
        assert len(desk.relationships.archive_preview(tomas).meetings) == count
    assert len(sent) == 3
