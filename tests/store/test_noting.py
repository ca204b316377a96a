"""Notes beside the journal: derived values may be written again, kept rows may not."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select

from mentordesk.domain.enums import Role
from mentordesk.domain.errors import ReadOnlyError
from mentordesk.models import Meeting, Person, Relationship


@pytest.fixture
def meeting(store):
    with store.changing("Plan meeting") as session:
        relationship = Relationship(role=Role.PEER)
        session.add(relationship)
        session.flush()
        row = Meeting(
            relationship_id=relationship.id,
            start_local=datetime(2026, 12, 1, 10),  # noqa: DTZ001 (a wall clock)
            zone="Europe/Berlin",
            start_utc=datetime(2026, 12, 1, 9, tzinfo=UTC),
            uid="x",
        )
        session.add(row)
        session.flush()
        return row.id


def test_a_derived_value_is_written_without_a_trace(store, meeting, dump, messages):
    before = dump(store)
    with store.noting() as session:
        session.get_one(Meeting, meeting).start_utc = datetime(2026, 12, 1, 8, tzinfo=UTC)
    before["meeting"][meeting.bytes]["start_utc"] = "2026-12-01T08:00:00Z"
    assert dump(store) == before
    assert messages == []


@pytest.mark.parametrize(
    "change",
    [
        lambda _session, row: setattr(row, "title", "x"),
        lambda _session, row: (
            setattr(row, "title", "x"),
            setattr(row, "start_utc", datetime(2026, 12, 1, 8, tzinfo=UTC)),
        ),
        lambda session, row: session.delete(row),
        lambda session, _row: session.add(Person(name="x")),
        lambda session, _row: session.execute(delete(Meeting)),
    ],
    ids=["update", "update with a derived value", "delete", "insert", "bulk"],
)
def test_kept_rows_are_refused(store, meeting, dump, change):
    before = dump(store)
    with pytest.raises(TypeError), store.noting() as session:
        change(session, session.scalars(select(Meeting)).one())
    assert dump(store) == before


def test_a_file_that_is_only_read_takes_no_notes(open_store):
    with pytest.raises(ReadOnlyError), open_store(read_only=True).noting():
        pass
