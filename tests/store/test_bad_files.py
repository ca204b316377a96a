"""A file that is no sound MentorDesk file is refused in words, and not a byte of it changes."""

import os
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from mentordesk.domain.errors import FileError, KnownError, NewerFileError, WrongKeyError
from mentordesk.store.key import Key
from mentordesk.store.opening import connect
from mentordesk.store.schema_check import check_schema

LONGEST = 2.0
"""Seconds that a bad file may take."""


def open_fully(path, key, shipped, *, read_only):
    """Open as the store does: the file, then its schema."""
    connection = connect(path, key, read_only=read_only, schema_version=1)
    with closing(connection):
        check_schema(connection, shipped)


@pytest.fixture
def refusal(shipped):
    """Return the errors of opening a file both ways, having checked that nothing changed."""

    def refuse(path, key):
        before = path.read_bytes()
        names = sorted(path.parent.iterdir())
        started = time.monotonic()
        errors = []
        for read_only in (False, True):
            with pytest.raises(KnownError) as caught:
                open_fully(path, key, shipped, read_only=read_only)
            errors.append(caught.value)
        assert time.monotonic() - started < 2 * LONGEST
        assert path.read_bytes() == before
        assert sorted(path.parent.iterdir()) == names
        assert str(errors[0]) == str(errors[1])
        assert str(errors[0]).endswith((".", "…"))
        return errors[0]

    return refuse


def test_the_control_a_sound_file_is_not_refused(small_file, key, shipped):
    open_fully(small_file, key, shipped, read_only=False)
    open_fully(small_file, key, shipped, read_only=True)


# What is no database


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"x", "no MentorDesk file"),
        (b"Dear diary, this is text.\n" * 1000, "no MentorDesk file"),
        (b"\0" * 8192, "no MentorDesk file"),
        (b"%PDF-1.7\n" + b"obj " * 5000, "no MentorDesk file"),
        ("ü\u202e🙂".encode() * 3000, "no MentorDesk file"),
        (random.Random(1).randbytes(100), "no MentorDesk file"),
        (random.Random(2).randbytes(8192 + 7), "no MentorDesk file"),
        (b"SQLite format 3\0", "end of this file is missing"),
        (b"SQLite format 3\0" + b"\0" * 8176, "belongs to another program"),
        (b"SQLite format 3\0" + random.Random(3).randbytes(8176), "belongs to another program"),
    ],
    ids=lambda value: f"{value[:12]!r}" if isinstance(value, bytes) else None,
)
def test_content_that_is_no_desk(tmp_path, key, refusal, content, sentence):
    path = tmp_path / "bad.mentordesk"
    path.write_bytes(content)
    assert sentence in str(refusal(path, key))


def test_random_pages_look_encrypted(tmp_path, key, refusal):
    path = tmp_path / "bad.mentordesk"
    path.write_bytes(random.Random(4).randbytes(8192))
    error = refusal(path, key)
    assert isinstance(error, WrongKeyError)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_missing_file(tmp_path, key, read_only):
    with pytest.raises(FileError, match="no file at this place"):
        connect(tmp_path / "none.mentordesk", key, read_only=read_only, schema_version=1)
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path, key):
    with pytest.raises(FileError, match="This is a folder"):
        connect(tmp_path, key, schema_version=1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_does_not_make_the_program_wait(tmp_path, key):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="a pipe between programs"):
        connect(tmp_path / "pipe", key, schema_version=1)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_not_read(key, tmp_path):
    (tmp_path / "link").symlink_to("/dev/zero")
    with pytest.raises(FileError, match="This is a device"):
        connect(tmp_path / "link", key, schema_version=1)


@pytest.mark.parametrize("target", ["nowhere", "link"])
def test_a_link_to_nothing_or_to_itself(tmp_path, key, target):
    (tmp_path / "link").symlink_to(tmp_path / target)
    with pytest.raises(FileError, match="not there any more"):
        connect(tmp_path / "link", key, schema_version=1)


@pytest.mark.parametrize("name", ["zero\0byte", "x" * 300, "small.mentordesk/below"])
def test_a_name_that_can_be_no_file(small_file, key, name):
    with pytest.raises(FileError):
        connect(small_file.parent / name, key, schema_version=1)


def test_a_file_of_absurd_size_is_not_read(tmp_path, key):
    path = tmp_path / "huge.mentordesk"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(FileError, match="larger than any"):
        connect(path, key, schema_version=1)


# Databases of others, and of other times


def test_a_database_of_another_program(tmp_path, key, refusal):
    path = tmp_path / "photos.mentordesk"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photo (id)")
        connection.execute("PRAGMA application_id=7")
    assert "belongs to another program" in str(refusal(path, key))


def test_a_database_of_another_program_keeps_its_write_ahead_log(tmp_path, key, refusal):
    path = tmp_path / "photos.mentordesk"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE photo (id)")
        assert "belongs to another program" in str(refusal(path, key))


def test_an_encrypted_database_of_another_program(altered, key, refusal):
    path = altered("PRAGMA application_id=7")
    assert "belongs to another program" in str(refusal(path, key))


def test_a_newer_version(altered, key, refusal):
    error = refusal(altered("PRAGMA user_version=12"), key)
    assert isinstance(error, NewerFileError)
    assert "version 12" in str(error)
    assert "up to 1" in str(error)


@pytest.mark.parametrize("version", [0, -5])
def test_a_version_that_never_was(altered, key, refusal, version):
    assert "never finished" in str(refusal(altered(f"PRAGMA user_version={version}"), key))


# Keys


def test_a_wrong_key_or_a_key_too_many(small_file, key, refusal):
    error = refusal(small_file, Key(b"w" * 32))
    if key is None:
        assert "is not encrypted" in str(error)
        assert not isinstance(error, WrongKeyError)
    else:
        assert isinstance(error, WrongKeyError)
        assert "does not open this file" in str(error)


@pytest.mark.parametrize("key", [Key(bytes(range(32)))], ids=["encrypted"])
def test_a_missing_key(small_file, key, refusal):
    error = refusal(small_file, None)
    assert isinstance(error, WrongKeyError)
    assert str(error) == "This file is encrypted. Open it with its passphrase."


# Foreign things inside

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


def test_statistics_and_counters_of_sqlite_are_no_foreign_tables(altered, key, shipped):
    path = altered("ANALYZE")
    open_fully(path, key, shipped, read_only=True)


# Damage


@pytest.mark.parametrize(
    "kept", [1, 15, 16, 99, 100, 511, 4095, 4096, 4097, 8192, 12288, -4096, -1]
)
def test_a_file_that_was_cut_off(small_file, key, refusal, kept):
    content = small_file.read_bytes()
    small_file.write_bytes(content[:kept])
    told = str(refusal(small_file, key))
    assert "restore" in told


@pytest.mark.parametrize("first", range(0, 100, 10))
def test_a_flipped_bit_in_the_header_never_ends_in_a_traceback(small_file, key, shipped, first):
    content = small_file.read_bytes()
    refused = 0
    for bit in range(first * 8, (first + 10) * 8):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        small_file.write_bytes(flipped)
        for read_only in (True, False):
            try:
                open_fully(small_file, key, shipped, read_only=read_only)
            except KnownError:
                refused += 1
                assert small_file.read_bytes() == flipped
    assert refused == 160 or key is None
    assert refused > 0 or first not in {0, 10, 60}


def test_flipped_bits_anywhere_never_end_in_a_traceback(small_file, key, shipped):
    content = small_file.read_bytes()
    dice = random.Random(5)
    for _ in range(100):
        flipped = bytearray(content)
        for _ in range(dice.choice((1, 1, 20))):
            flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        small_file.write_bytes(flipped)
        try:
            open_fully(small_file, key, shipped, read_only=False)
        except KnownError:
            assert small_file.read_bytes() == flipped
