"""A file is brought to a newer version wholly or not at all, and loses no row on the way."""

import re
from contextlib import closing

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from sqlcipher3 import dbapi2

from mentordesk.domain.errors import FileError
from mentordesk.models import Action, Goal, Member, Milestone, Person, Relationship
from mentordesk.store import migrating, schema
from mentordesk.store import store as opened
from mentordesk.store.engine import new_engine
from mentordesk.store.migrating import migrate, shipped_steps
from mentordesk.store.raw import kept_classes
from mentordesk.store.schema import SCHEMA_VERSION, create_schema
from mentordesk.store.schema_check import describe

NEXT = SCHEMA_VERSION + 1


def connect(path, key):
    connection = dbapi2.connect(str(path), isolation_level=None)
    if key is not None:
        connection.set_key(key.pragma())
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


# The models and the steps say the same


def facts(raw):
    """Return all that SQLite knows of the schema, apart from how the statements are written."""
    found = {"version": raw.execute("PRAGMA user_version").fetchone()[0]}
    names = "SELECT name FROM sqlite_schema WHERE type = 'table'"
    for (table,) in raw.execute(names).fetchall():
        for pragma in ("table_xinfo", "foreign_key_list"):
            rows = raw.execute(f"SELECT * FROM pragma_{pragma}('{table}')").fetchall()
            # Neither the order of columns nor the number of a foreign key means anything.
            found[pragma, table] = sorted((row[1:] for row in rows), key=repr)
        for _, index, unique, origin, partial in raw.execute(f"PRAGMA index_list('{table}')"):
            columns = raw.execute(f"SELECT seqno, name, desc FROM pragma_index_xinfo('{index}')")
            # SQLite numbers the indexes that it makes by itself.
            name = (table, origin) if index.startswith("sqlite_") else index
            found["index", name] = (table, unique, origin, partial, columns.fetchall())
    for name, text in raw.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"):
        found["checks", name] = sorted(
            re.findall(r"\bWHERE .*|\bCHECK .*|COLLATE \w+", plain(text))
        )
    return found


def plain(text):
    return re.sub(r"\s+", " ", text.replace('"', ""))


@pytest.fixture
def made_new():
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as raw:
        with new_engine(raw).begin() as connection:
            create_schema(connection)
        yield raw


@pytest.fixture
def migrated():
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as raw:
        migrate(raw, shipped_steps(SCHEMA_VERSION))
        yield raw


def test_all_steps_from_nothing_make_the_schema_of_a_new_file(made_new, migrated):
    assert describe(migrated) == describe(made_new)
    assert facts(migrated) == facts(made_new)


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE person ADD COLUMN shoe_size INTEGER",
        "DROP INDEX ix_goal_status",
        "DROP INDEX ix_goal_status; CREATE INDEX ix_goal_status ON goal (status DESC)",
        "DROP INDEX ix_goal_status; CREATE INDEX ix_goal_status ON goal (status, due)",
        "DROP INDEX ix_goal_status; CREATE INDEX ix_goal_status ON goal (status) WHERE due > 1",
        "DROP INDEX ix_goal_status; CREATE UNIQUE INDEX ix_goal_status ON goal (status)",
        "DROP INDEX ix_milestone_done; CREATE INDEX ix_milestone_done ON milestone (done)",
        "DROP TABLE exit",
        "PRAGMA user_version=9",
        (
            "ALTER TABLE meta DROP COLUMN value; ALTER TABLE meta ADD COLUMN value VARCHAR "
            "NOT NULL DEFAULT ''"
        ),
        "ALTER TABLE note ADD COLUMN other BLOB REFERENCES goal (id)",
        "DROP TABLE contact; CREATE TABLE contact (id BLOB)",
    ],
)
def test_the_control_a_difference_is_found(made_new, migrated, statement):
    migrated.executescript(statement)
    assert facts(migrated) != facts(made_new)


def test_there_is_a_step_to_each_version_and_no_more():
    assert list(shipped_steps(SCHEMA_VERSION)) == list(range(1, SCHEMA_VERSION + 1))
    with pytest.raises(ModuleNotFoundError):
        shipped_steps(SCHEMA_VERSION + 1)


# A step to a next version, on a file with rows


def add_column(operations: Operations) -> None:
    """Rebuild a table that others point to, as a real step would."""
    with operations.batch_alter_table("person", recreate="always") as batch:
        batch.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))


def half_way(operations: Operations) -> None:
    add_column(operations)
    raise ValueError("a bug in a step")


def losing_rows(operations: Operations) -> None:
    operations.execute("DELETE FROM milestone WHERE title = 'Outline'")


def losing_a_table(operations: Operations) -> None:
    operations.execute("DROP TABLE action")


def breaking_links(operations: Operations) -> None:
    operations.execute("UPDATE goal SET owner_id = x'00000000000000000000000000000000'")


def wrong_sql(operations: Operations) -> None:
    operations.execute("UPDATE goal SET title = ''")
    operations.execute("UPDATE no_such_table SET a = 1")


@pytest.fixture
def full_file(store, desk_file):
    """A closed file with a goal, its parts, a relationship and one change taken back."""
    with store.changing("Add goal") as session:
        me = Person(name="Maya", is_me=True)
        other = Person(name="Amara")
        session.add_all([me, other])
        session.flush()
        session.add(Relationship(role="mentee", members=[Member(person_id=other.id)]))
        goal = Goal(title="Paper", owner_id=me.id)
        goal.milestones = [Milestone(title="Outline"), Milestone(title="Send")]
        goal.actions = [Action(title="Write", owner_id=me.id)]
        session.add(goal)
    for title in ("Book", "Thesis"):
        with store.changing("Edit goal") as session:
            session.query(Goal).one().title = title
    store.undo()
    store.close()
    return desk_file


@pytest.fixture
def raw(full_file, key):
    with closing(connect(full_file, key)) as connection:
        yield connection


def rows_of(raw):
    return {
        table: sorted(raw.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table in (*sorted(kept_classes()), "change_set", "change", "exit")
    }


def test_a_step_that_rebuilds_a_table_keeps_every_row_that_points_to_it(raw):
    before = rows_of(raw)
    migrate(raw, {NEXT: add_column})
    after = rows_of(raw)
    assert [(*row, "") for row in before.pop("person")] == after.pop("person")
    assert after == before
    assert raw.execute("PRAGMA user_version").fetchone() == (NEXT,)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_control_with_foreign_keys_on_the_rebuild_is_refused_or_loses_rows(raw):
    raw.execute("BEGIN")
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        raw.execute("DROP TABLE person")
    raw.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("step", "error", "words"),
    [
        (half_way, ValueError, "a bug in a step"),
        (losing_rows, FileError, "without losing something"),
        (losing_a_table, FileError, "without losing something"),
        (breaking_links, FileError, "without losing something"),
        (wrong_sql, sa.exc.OperationalError, "no such table"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
@pytest.mark.parametrize("good_first", [False, True], ids=["alone", "after a good step"])
def test_a_step_that_fails_leaves_the_file_as_it_was(
    raw, full_file, step, error, words, good_first
):
    before = full_file.read_bytes()
    steps = {NEXT: add_column, NEXT + 1: step} if good_first else {NEXT: step}
    with pytest.raises(error, match=words):
        migrate(raw, steps)
    assert full_file.read_bytes() == before
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert not raw.in_transaction


def test_a_step_that_was_taken_is_not_taken_again(raw):
    migrate(raw, {NEXT: add_column})
    migrate(raw, {1: half_way, NEXT: half_way})
    assert raw.execute("PRAGMA user_version").fetchone() == (NEXT,)


def test_several_steps_are_taken_in_their_order(raw):
    taken = []
    migrate(raw, {NEXT + 1: lambda _: taken.append(3), NEXT: lambda _: taken.append(2)})
    assert taken == [2, 3]
    assert raw.execute("PRAGMA user_version").fetchone() == (NEXT + 1,)


# Through the store


@pytest.fixture
def next_version(monkeypatch):
    """Let the program be one version on; return a function that sets what the step does."""

    def set_step(step):
        def steps(target):
            return (
                shipped_steps(target) if target < NEXT else shipped_steps(NEXT - 1) | {NEXT: step}
            )

        monkeypatch.setattr(migrating, "shipped_steps", steps)
        monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT)
        monkeypatch.setattr(opened, "SCHEMA_VERSION", NEXT)
        with closing(dbapi2.connect(":memory:", isolation_level=None)) as raw:
            migrate(raw, shipped_steps(NEXT - 1) | {NEXT: add_column})
            described = describe(raw)
        monkeypatch.setattr(schema, "shipped_schema", lambda: described)

    return set_step


def test_opening_an_older_file_brings_it_up_to_date_and_ends_undo(
    full_file, open_store, next_version
):
    next_version(add_column)
    store = open_store()
    assert store.raw.execute("PRAGMA user_version").fetchone() == (NEXT,)
    assert (store.undo(), store.redo()) == (None, None)
    with store.changing("Edit goal") as session:
        session.query(Goal).one().title = "After"
    assert store.undo() is not None
    assert store.undo() is None


def test_an_older_file_opened_for_reading_is_refused_and_not_touched(
    full_file, open_store, next_version
):
    next_version(add_column)
    before = full_file.read_bytes()
    with pytest.raises(FileError, match="older MentorDesk"):
        open_store(read_only=True)
    assert full_file.read_bytes() == before


def test_a_migration_that_fails_lets_go_of_the_file(full_file, open_store, next_version):
    before = full_file.read_bytes()
    next_version(losing_rows)
    for _ in range(2):
        with pytest.raises(FileError, match="without losing something"):
            open_store()
    assert full_file.read_bytes() == before
    next_version(add_column)
    assert open_store().undo() is None


def test_a_full_disk_during_a_migration_is_said(full_file, open_store, next_version):
    def fill(operations):
        operations.execute("PRAGMA max_page_count=1")
        operations.execute("UPDATE goal SET reason = hex(zeroblob(1000000))")

    before = full_file.read_bytes()
    next_version(fill)
    with pytest.raises(FileError, match="no space left"):
        open_store()
    assert full_file.read_bytes() == before


@pytest.mark.parametrize(
    "foreign",
    [
        "CREATE TRIGGER theirs AFTER UPDATE ON goal BEGIN DELETE FROM note; END",
        "CREATE VIEW theirs AS SELECT * FROM goal",
        "CREATE TABLE theirs (id)",
    ],
)
def test_an_older_file_with_something_foreign_is_refused_before_it_is_migrated(
    full_file, key, open_store, next_version, foreign
):
    with closing(connect(full_file, key)) as raw:
        raw.execute(foreign)
    before = full_file.read_bytes()
    next_version(add_column)
    with pytest.raises(FileError, match="theirs"):
        open_store()
    assert full_file.read_bytes() == before


def test_a_new_file_has_the_version_of_the_program(store):
    assert store.raw.execute("PRAGMA user_version").fetchone()[0] == schema.SCHEMA_VERSION
