"""What another program added to a file, or took away, is refused by its name."""

import pytest

FOREIGN = {
    "view": ("CREATE VIEW spy AS SELECT title FROM goal", "a view", "spy"),
    "trigger": (
        "CREATE TRIGGER spy AFTER INSERT ON goal BEGIN DELETE FROM goal; END",
        "a trigger",
        "spy",
    ),
    "table": ("CREATE TABLE extra (id)", "a table", "extra"),
    "index": ("CREATE INDEX extra ON goal (rev)", "an index", "extra"),
    "column": ("ALTER TABLE goal ADD COLUMN extra TEXT", "a column in “goal”", "extra"),
    "computed": (
        "ALTER TABLE goal ADD COLUMN spy TEXT AS (hex(title))",
        "a computed column",
        "spy",
    ),
    "virtual table": ("CREATE VIRTUAL TABLE spy USING rtree(id, a, b)", "a virtual table", "spy"),
    "search table": ("CREATE VIRTUAL TABLE spy USING fts5(x)", "a search table", "spy"),
    "posing": (
        'CREATE VIRTUAL TABLE "spy USING fts5(" USING fts4(a)',
        "a virtual table",
        "spy USING fts5(",
    ),
    "odd name": ('CREATE TABLE "x\ny\u202e" (id)', "a table", "xy"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_another_program_added(altered, key, refusal, kind):
    statement, what, name = FOREIGN[kind]
    told = str(refusal(altered(statement), key))
    assert f"holds {what} that is not MentorDesk's: “{name}”" in told


ALTERED = {
    "DROP TABLE milestone": "the table “milestone” is missing",
    "DROP INDEX milestone_goal": "the index “milestone_goal” is missing",
    "DROP TABLE search": "the search table “search” is missing",
    "ALTER TABLE goal DROP COLUMN rev": "the column “rev” in “goal” is missing",
}


@pytest.mark.parametrize("statement", ALTERED)
def test_what_another_program_took_away(altered, key, refusal, statement):
    assert ALTERED[statement] in str(refusal(altered(statement), key))


@pytest.mark.parametrize(
    "columns",
    [
        "id BLOB NOT NULL PRIMARY KEY, title TEXT NOT NULL, rev TEXT NOT NULL",
        "id BLOB NOT NULL PRIMARY KEY, title TEXT NOT NULL, rev INTEGER",
        "id BLOB NOT NULL, title TEXT NOT NULL, rev INTEGER NOT NULL PRIMARY KEY",
    ],
    ids=["type", "null", "key"],
)
def test_a_column_declared_in_another_way(altered, key, refusal, columns):
    path = altered("DROP TABLE goal", f"CREATE TABLE goal ({columns})")
    assert "is declared in another way" in str(refusal(path, key))


def test_a_search_table_with_other_columns(altered, key, refusal):
    path = altered("DROP TABLE search", "CREATE VIRTUAL TABLE search USING fts5(title, note)")
    assert "other columns" in str(refusal(path, key))


def test_text_in_the_schema_that_is_no_text(altered, key, refusal):
    path = altered(
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET name = CAST(x'ff41' AS TEXT) WHERE name = 'milestone_goal'",
    )
    assert "restore the newest backup" in str(refusal(path, key))


def test_a_schema_of_absurd_size(altered, key, refusal):
    path = altered("BEGIN", *(f"CREATE TABLE t{number} (id)" for number in range(1200)), "COMMIT")
    assert "restore the newest backup" in str(refusal(path, key))


def test_a_schema_that_would_take_minutes_to_read(altered, key, refusal):
    path = altered(
        "PRAGMA writable_schema=ON",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
        "INSERT INTO sqlite_schema "
        "SELECT 'table', 'u' || i, 'u' || i, 2, 'CREATE TABLE u' || i || '(a)' FROM n",
    )
    assert "restore the newest backup" in str(refusal(path, key))


def test_a_schema_with_an_absurd_statement(altered, key, refusal):
    path = altered(f"CREATE TABLE t (id /* {'x' * 5_000_000} */)")
    assert "restore the newest backup" in str(refusal(path, key))


def test_statistics_and_counters_of_sqlite_are_no_foreign_tables(altered, key, open_fully):
    path = altered("ANALYZE")
    open_fully(path, key, read_only=True)
