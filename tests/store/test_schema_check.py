import random
from contextlib import closing

import pytest

from mentordesk.store.opening import connect
from mentordesk.store.schema_check import check_all, check_schema, describe, quick_check


@pytest.fixture
def connection(small_file, key):
    with closing(connect(small_file, key, schema_version=1)) as connection:
        yield connection


def test_a_described_schema_is_the_shipped_one(connection, shipped):
    assert describe(connection) == shipped


def test_a_file_fits_its_own_description(connection):
    check_schema(connection, describe(connection))


def test_a_renamed_column_order_and_text_do_not_count(connection, shipped):
    connection.execute("DROP TABLE goal")
    connection.execute(
        'create table "goal" (rev integer NOT NULL, "title" text not null CHECK (title <> 7), '
        "id blob not null primary key)"
    )
    check_schema(connection, shipped)


def test_nothing_is_found_in_a_sound_file(connection):
    assert check_all(connection, schema_version=1) == []


@pytest.mark.parametrize("table", ["goal", "milestone", "search"])
def test_nothing_is_found_in_a_sound_table(connection, table):
    assert quick_check(connection, table) == []


def test_a_table_name_is_a_name(connection):
    with pytest.raises(ValueError, match="name"):
        quick_check(connection, "goal); DROP TABLE goal; --")


def test_a_link_to_a_missing_row_is_found_and_counted(connection):
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("INSERT INTO milestone (goal) VALUES (x'01'), (x'02')")
    assert check_all(connection, schema_version=1) == [
        "Damage: 2 rows of “milestone” point to rows of “goal” that are not there."
    ]


def test_an_older_version_is_told(connection):
    [finding] = check_all(connection, schema_version=3)
    assert finding == "The file has version 1; opening it in a window brings it to 3."


def test_a_newer_version_and_a_foreign_number_are_told(connection):
    connection.execute("PRAGMA user_version=8")
    connection.execute("PRAGMA application_id=8")
    assert len(check_all(connection, schema_version=3)) == 2


def test_a_row_that_its_index_does_not_know_is_found(altered, key):
    path = altered(
        "INSERT INTO milestone (goal) SELECT id FROM goal",
        "DROP INDEX milestone_goal",
        "CREATE INDEX milestone_goal ON milestone (goal) WHERE id < 7",
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX milestone_goal ON milestone (goal)' "
        "WHERE name = 'milestone_goal'",
    )
    with closing(connect(path, key, schema_version=1)) as connection:
        findings = check_all(connection, schema_version=1)
    assert any("milestone_goal" in finding for finding in findings)


def test_a_page_that_was_overwritten_is_found(small_file, key):
    with small_file.open("r+b") as file:
        file.seek(-4096, 2)
        file.write(random.Random(6).randbytes(4096))
    with closing(connect(small_file, key, read_only=True, schema_version=1)) as connection:
        findings = check_all(connection, schema_version=1)
    assert findings
    assert all(finding.endswith(".") for finding in findings)


def test_findings_are_not_endless(connection):
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute("CREATE TABLE many (x CHECK (x > 100))")
    connection.executemany("INSERT INTO many VALUES (?)", [(number,) for number in range(60)])
    findings = check_all(connection, schema_version=1)
    assert len(findings) <= 21
