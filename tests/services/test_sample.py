"""The sample desk: the same again for a seed and a day, alive on every day, sound as a file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from mentordesk.domain.enums import MeetingForm, MeetingStatus, Operation, Role
from mentordesk.domain.errors import FileError
from mentordesk.domain.goals import OWN_PLAN, GoalDraft
from mentordesk.domain.people import Section
from mentordesk.domain.today import Need, TodayRows
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import (
    Base,
    Change,
    ChangeSet,
    Exit,
    Meeting,
    Meta,
    Milestone,
)
from mentordesk.services.changes import read_moves
from mentordesk.services.desk import Desk
from mentordesk.services.sample import build_sample
from mentordesk.store.history import UNDO_FLOOR
from mentordesk.store.key import Key
from mentordesk.store.raw import kept_classes
from mentordesk.store.store import Store

TODAY = date(2026, 11, 23)
HEAVY = {
    "person": 201,
    "relationship": 200,
    "goal": 2_000,
    "milestone": 10_000,
    "meeting": 25_000,
    "action": 75_000,
    "contact": 20_000,
}
Build = Callable[..., Path]


def noon(today: date = TODAY) -> datetime:
    return datetime.combine(today, time(12), tzinfo=UTC)


@contextmanager
def opened(path: Path, key: Key | None, today: date = TODAY) -> Iterator[Desk]:
    desk = Desk.open(path, lambda: noon(today), key=key)
    try:
        yield desk
    finally:
        desk.close()


def dump(path: Path, key: Key | None) -> dict[str, list[object]]:
    """Return every row of every table."""
    store = Store.open(path, noon, key=key, read_only=True)
    try:
        return {
            name: store.raw.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
            for name in Base.metadata.tables
        }
    finally:
        store.close()


@pytest.fixture
def build(tmp_path: Path, key: Key | None) -> Build:
    """Return what builds a sample under a name of its own."""

    def built(name: str = "sample", today: date = TODAY, **options) -> Path:
        path = tmp_path / f"{name}.mentordesk"
        build_sample(path, today=today, key=key, **options)
        return path

    return built


@pytest.fixture
def sample(build: Build, key: Key | None) -> Iterator[Desk]:
    with opened(build(), key) as desk:
        yield desk


def test_the_same_again(build: Build, key: Key | None) -> None:
    assert dump(build("one"), key) == dump(build("two"), key)


@pytest.mark.parametrize("other", [{"seed": 2}, {"today": TODAY + timedelta(days=1)}])
def test_another_seed_or_day_is_another_desk(
    build: Build, key: Key | None, other: dict[str, object]
) -> None:
    assert dump(build("one"), key) != dump(build("two", **other), key)


@pytest.mark.parametrize("kind", [*kept_classes().values(), ChangeSet, Change, Exit])
def test_every_table_tells_something(sample: Desk, kind: type[Base]) -> None:
    with sample.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(kind))


@pytest.mark.parametrize("role", ["mentee", "mentor", "both"])
def test_the_file_is_sound(build: Build, key: Key | None, role: str) -> None:
    with opened(build(role=role), key) as desk:
        raw = desk.store.raw
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_instants_follow_from_wall_times(sample: Desk) -> None:
    with sample.store.reading() as session:
        for meeting in session.scalars(select(Meeting)):
            start = WallTime(meeting.start_local, meeting.zone, meeting.fold)
            assert meeting.start_utc == start.utc
            assert not start.in_gap


def test_next_meetings(sample: Desk) -> None:
    found = [
        (one.name, str(one.start.local), one.minutes, one.form, one.agenda)
        for one in today_of(sample).next
    ]
    assert found == [
        ("Dr Amara Okafor", "2026-11-26 15:00:00", 60, MeetingForm.VIDEO, 3),
        ("Tomás Rivera", "2026-11-27 10:00:00", 45, MeetingForm.WALK, 3),
    ]


def test_what_needs_me(sample: Desk) -> None:
    draft, pilot, silence = today_of(sample).needs
    assert (draft.need, draft.title) == (Need.ACTION, "Send draft of chapter 2")
    assert draft.day == TODAY - timedelta(days=1)
    assert (pilot.need, pilot.title, pilot.count) == (Need.MOVED, "Pilot data", 2)
    assert (silence.need, silence.name) == (Need.SILENCE, "Wei Lin")
    assert silence.day == TODAY - timedelta(days=44)


def test_what_others_promised(sample: Desk) -> None:
    (waiting,) = today_of(sample).waiting
    assert (waiting.title, waiting.days) == ("Introduce me to J. Meyer", 12)


@pytest.mark.parametrize("ahead", [*range(8), 38, 97, 366, 2000])
def test_alive_on_any_day(build: Build, key: Key | None, ahead: int) -> None:
    today = TODAY + timedelta(days=ahead)
    with opened(build(today=today), key, today) as desk:
        rows = today_of(desk, today)
    assert {one.name for one in rows.next} == {"Dr Amara Okafor", "Tomás Rivera"}
    assert [signal.need for signal in rows.needs] == [Need.ACTION, Need.MOVED, Need.SILENCE]
    assert len(rows.waiting) == 1


def test_the_month_has_begun_even_on_its_first_day(build: Build, key: Key | None) -> None:
    first = date(2026, 12, 1)
    with opened(build(today=first), key, first) as desk:
        month = today_of(desk, first).month
    assert month.actions_done + month.milestones_reached + month.meetings_held > 0


def test_pilot_data_moved_twice_in_the_written_record(sample: Desk) -> None:
    with sample.store.reading() as session:
        pilot = session.scalars(select(Milestone).where(Milestone.title == "Pilot data")).one()
        moves = read_moves(session, Milestone.due, [pilot.id])
        assert moves.times == {pilot.id: 2}
        assert moves.first == {pilot.id: TODAY - timedelta(days=39)}


def test_the_record_ends_where_the_rows_stand(sample: Desk) -> None:
    with sample.store.reading() as session:
        changes = session.execute(
            select(Change.table_name, Change.item, Change.columns)
            .where(Change.operation == Operation.UPDATE)
            .order_by(Change.set_id, Change.position)
        ).all()
    last = {(t, item, name): pair[1] for t, item, cols in changes for name, pair in cols.items()}
    for (table, item, name), value in last.items():
        found = sample.store.raw.execute(
            f'SELECT "{name}" FROM "{table}" WHERE id = ?', (item.bytes,)
        ).fetchone()
        stored = found[0]
        assert ({"hex": stored.hex()} if isinstance(stored, bytes) else stored) == value


def test_the_record_is_told_in_order(sample: Desk) -> None:
    with sample.store.reading() as session:
        told = list(session.scalars(select(ChangeSet.at).order_by(ChangeSet.id)))
    assert told == sorted(told)
    assert told[-1] < noon()


def let_the_story_be_taken_back(desk: Desk) -> None:
    """Remove the end of undo, so that what the journal holds can be tried."""
    with desk.store.building() as connection:
        connection.execute(delete(Meta).where(Meta.key == UNDO_FLOOR))


def test_undo_ends_at_the_finished_story(sample: Desk) -> None:
    assert (sample.undo_step(), sample.redo_step(), sample.undo()) == (None, None, None)
    sample.goals.add_goal(GoalDraft(title="My own"))
    sample.undo()
    assert sample.undo_step() is None


@pytest.mark.parametrize("role", ["mentee", "mentor", "both"])
def test_the_newest_change_can_be_taken_back(build: Build, key: Key | None, role: str) -> None:
    path = build(role=role)
    with opened(path, key) as desk:
        let_the_story_be_taken_back(desk)
        before = kept_rows(desk)
        assert desk.store.undo() is not None
        assert kept_rows(desk) != before
        desk.store.redo()
        assert kept_rows(desk) == before


def test_everything_can_be_taken_back(sample: Desk) -> None:
    let_the_story_be_taken_back(sample)
    while sample.store.undo() is not None:
        pass
    with sample.store.reading() as session:
        for kind in kept_classes().values():
            assert session.scalar(select(func.count()).select_from(kind)) == 0


def test_a_mentee_has_no_mentees(build: Build, key: Key | None) -> None:
    with opened(build(role="mentee"), key) as desk:
        roles = {entry.role for entry in desk.relationships.rail()}
        assert desk.goals.plan(OWN_PLAN, TODAY)
    assert Role.MENTEE in roles
    assert Role.MENTOR not in roles


def test_a_mentor_has_neither_mentors_nor_own_goals(build: Build, key: Key | None) -> None:
    with opened(build(role="mentor"), key) as desk:
        roles = {entry.role for entry in desk.relationships.rail()}
        assert desk.goals.plan(OWN_PLAN, TODAY) == ()
    assert Role.MENTOR in roles
    assert Role.MENTEE not in roles


def test_the_rail_has_every_section(sample: Desk) -> None:
    assert {entry.section for entry in sample.relationships.rail()} == set(Section)


def test_meetings_came_to_every_end(sample: Desk) -> None:
    with sample.store.reading() as session:
        assert set(session.scalars(select(Meeting.status))) == set(MeetingStatus)
        assert session.scalar(select(func.max(Meeting.moved))) == 1


def test_the_log_of_what_went_out_can_be_read(sample: Desk) -> None:
    assert len(sample.exits.log()) >= 2


def test_a_file_in_the_way_is_left_alone(tmp_path: Path, key: Key | None) -> None:
    path = tmp_path / "taken.mentordesk"
    path.write_bytes(b"something else")
    with pytest.raises(FileError):
        build_sample(path, today=TODAY, key=key)
    assert path.read_bytes() == b"something else"


def test_a_build_that_fails_leaves_nothing(
    tmp_path: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_store: Store) -> None:
        raise FileError("The disk is full.")

    monkeypatch.setattr(Store, "building", full)
    path = tmp_path / "broken.mentordesk"
    with pytest.raises(FileError, match="full"):
        build_sample(path, today=TODAY, key=key)
    assert not path.exists()


@pytest.mark.slow
def test_the_heavy_sample_is_heavy(build: Build, key: Key | None) -> None:
    with opened(build(scale="heavy"), key) as desk:
        assert {name: counted(desk, name) for name in HEAVY} == HEAVY
        assert counted(desk, "meeting", f"start_local >= '{TODAY}'") in range(30, 500)
        assert counted(desk, "action", "done IS NULL") < 7_500
        assert counted(desk, "change", "table_name = 'milestone' AND operation = 'update'") >= 300
        assert counted(desk, "meeting", "id IN (SELECT meeting_id FROM note)") > 20_000
        words = "avg(length(text) - length(replace(text, ' ', '')) + 1)"
        found = desk.store.raw.execute(f"SELECT {words} FROM note").fetchone()
        assert 120 < found[0] < 180
        assert desk.store.raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert today_of(desk).needs


def counted(desk: Desk, table: str, condition: str = "1") -> int:
    found = desk.store.raw.execute(f'SELECT count(*) FROM "{table}" WHERE {condition}').fetchone()
    return int(found[0])


def today_of(desk: Desk, today: date = TODAY) -> TodayRows:
    return desk.today.rows(noon(today), today)


def kept_rows(desk: Desk) -> dict[str, list[object]]:
    """Return all kept rows but for the columns that only rise."""
    found: dict[str, list[object]] = {}
    for name, kind in kept_classes().items():
        columns = ", ".join(
            f'"{column.name}"'
            for column in kind.__table__.columns
            if column.name not in {"rev", "changed_at", "sequence"}
        )
        rows = desk.store.raw.execute(f'SELECT {columns} FROM "{name}" ORDER BY id')
        found[name] = rows.fetchall()
    return found
