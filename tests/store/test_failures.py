import errno
import sys

import pytest
import sqlalchemy
from sqlcipher3 import dbapi2

from mentordesk.domain.errors import DraftError, FileError, LockedError, ReadOnlyError
from mentordesk.store.failures import explain
from mentordesk.store.opening import connect

WRITE_BEYOND_THE_LIMIT = """
import resource, sys
from pathlib import Path
from mentordesk.store.failures import explain
from mentordesk.store.key import Key
from mentordesk.store.opening import connect
path = Path(sys.argv[1])
connection = connect(path, Key(bytes(range(32))) if sys.argv[2] else None, schema_version=1)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, path.stat().st_size))
try:
    connection.execute("INSERT INTO goal VALUES (x'ff', hex(zeroblob(200000)), 1)")
except Exception as error:
    print(type(explain(error)).__name__, explain(error))
"""


@pytest.fixture
def connection(small_file, key):
    connection = connect(small_file, key, schema_version=1)
    yield connection
    connection.close()


def failure(connection, statement, *values):
    with pytest.raises((dbapi2.Error, MemoryError)) as caught:
        connection.execute(statement, values).fetchall()
    return explain(caught.value)


def test_a_full_disk(connection):
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    found = failure(connection, "INSERT INTO goal VALUES (?, zeroblob(100000), 1)", b"new")
    assert "no space left" in str(found)


def test_a_text_that_is_too_long(connection):
    assert "too large" in str(failure(connection, "SELECT zeroblob(2000000000)"))


def test_a_file_that_is_busy(connection, small_file, key):
    other = connect(small_file, key, schema_version=1)
    other.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA busy_timeout=0")
    found = failure(connection, "DELETE FROM goal")
    assert isinstance(found, LockedError)
    other.close()


def test_a_connection_that_only_reads(connection):
    connection.execute("PRAGMA query_only=ON")
    assert isinstance(failure(connection, "DELETE FROM goal"), ReadOnlyError)


def test_a_page_that_was_overwritten(connection, small_file):
    with small_file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (small_file.stat().st_size - 4096))
    found = failure(connection, "SELECT * FROM goal")
    assert "damaged" in str(found)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_write_beyond_the_systems_limit(small_file, key, run_python):
    told = run_python(WRITE_BEYOND_THE_LIMIT, str(small_file), "key" if key else "")
    assert told.startswith("FileError ")
    assert "not saved" in told
    again = connect(small_file, key, schema_version=1)
    assert again.execute("SELECT count(*) FROM goal").fetchone() == (60,)
    again.close()


@pytest.mark.parametrize("statement", ["SELECT FROM", "SELECT * FROM nowhere", "COMMIT"])
def test_a_bug_of_ours_is_not_explained_away(connection, statement):
    assert failure(connection, statement) is None


def test_a_broken_rule_of_the_schema_is_a_bug_of_ours(connection):
    assert failure(connection, "INSERT INTO goal VALUES (NULL, NULL, 1)") is None


def test_sqlalchemys_wrapping_is_taken_off(connection):
    engine = sqlalchemy.create_engine(
        "sqlite://", creator=lambda: connection, module=dbapi2, hide_parameters=True
    )
    connection.execute("PRAGMA query_only=ON")
    with engine.connect() as wrapped, pytest.raises(sqlalchemy.exc.DBAPIError) as caught:
        wrapped.execute(sqlalchemy.text("DELETE FROM goal"))
    assert isinstance(explain(caught.value), ReadOnlyError)
    engine.dispose()


@pytest.mark.parametrize(
    ("number", "kind", "word"),
    [
        (errno.ENOSPC, FileError, "no space"),
        (errno.EIO, FileError, "disk"),
        (errno.EROFS, ReadOnlyError, "can't be changed"),
        (errno.EACCES, ReadOnlyError, "permissions"),
        (errno.ENOENT, FileError, "no file"),
    ],
)
def test_what_the_system_says(number, kind, word):
    found = explain(OSError(number, "as the system says it", "/home/ada/secret"))
    assert type(found) is kind
    assert word in str(found)
    assert "secret" not in str(found)


def test_a_known_error_stays_itself():
    error = DraftError({"title": "A goal needs a title."})
    assert explain(error) is error


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), OSError("no number")])
def test_other_errors_are_not_known(error):
    assert explain(error) is None
