"""A newer tz database: instants follow the wall times, outside undo, when a file is opened."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from mentordesk.domain.enums import Role
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.models import ChangeSet, Meeting, Meta
from mentordesk.services.desk import Desk
from mentordesk.services.instants import TZ_DATABASE, tz_database

START = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.fixture
def meeting(desk):
    relationship = desk.relationships.add_with_person(
        PersonDraft(name="Ada"), RelationshipDraft(role=Role.MENTEE)
    )
    return desk.meetings.plan(
        MeetingDraft(
            relationship=relationship, day=date(2026, 12, 1), time=time(10), zone="Europe/Berlin"
        )
    )


@pytest.fixture
def reopened(desk, clock, desk_key):
    """Close the desk and open its file again."""
    opened = []

    def reopen(**how):
        for one in opened or [desk]:
            one.close()
        opened.append(Desk.open(desk.path, clock, key=desk_key, **how))
        return opened[-1]

    yield reopen
    for one in opened:
        one.close()


def computed_with(desk, version, late=timedelta()):
    """Leave the file as a program with other rules would have written it."""
    with desk.store.noting() as session:
        session.merge(Meta(key=TZ_DATABASE, value=version))
        for row in session.scalars(select(Meeting)):
            row.start_utc += late


def facts(desk, meeting):
    with desk.store.reading() as session:
        row = session.get_one(Meeting, meeting)
        version = session.get_one(Meta, TZ_DATABASE).value
        sets = session.scalar(select(func.count(ChangeSet.id)))
        return row.start_utc, row.rev, row.sequence, version, sets


def test_a_new_file_knows_its_tz_database(desk, meeting):
    assert facts(desk, meeting)[3] == tz_database()


def test_the_version_reads_like_one(desk):
    assert len(tz_database()) == 5
    assert tz_database()[:4].isdigit()


def test_other_rules_move_the_instant_and_nothing_else(desk, meeting, reopened):
    before = facts(desk, meeting)
    computed_with(desk, "1999a", timedelta(hours=1))
    assert facts(desk, meeting)[0] == START + timedelta(hours=1)
    assert facts(reopened(), meeting) == before


def test_the_journal_holds_old_instants_so_undo_ends_there(desk, meeting, reopened):
    computed_with(desk, "1999a", timedelta(hours=1))
    assert reopened().undo_step() is None


def test_undo_goes_on_where_no_instant_changed(desk, meeting, reopened):
    computed_with(desk, "1999a")
    again = reopened()
    assert facts(again, meeting)[3] == tz_database()
    assert again.undo().label == "Plan meeting"


def test_the_same_rules_write_nothing(desk, meeting, reopened):
    desk.close()
    before = desk.path.read_bytes()
    reopened().close()
    assert desk.path.read_bytes() == before


def test_reading_only_writes_nothing(desk, meeting, reopened):
    computed_with(desk, "1999a", timedelta(hours=1))
    desk.close()
    before = desk.path.read_bytes()
    assert facts(reopened(read_only=True), meeting)[0] == START + timedelta(hours=1)
    assert desk.path.read_bytes() == before
