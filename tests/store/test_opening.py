import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlcipher3 import dbapi2

from mentordesk.domain.errors import (
    FileError,
    LockedError,
    ReadOnlyError,
    UnfinishedChangeError,
)
from mentordesk.store.failures import explain
from mentordesk.store.file_check import is_encrypted
from mentordesk.store.key import Key
from mentordesk.store.opening import application_id, connect, connect_new, uri, user_version

HOLD = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
if sys.argv[2]:
    connection.set_key(sys.argv[2])
connection.execute("BEGIN EXCLUSIVE")
print("ready", flush=True)
sys.stdin.read()
"""

SETTINGS = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "busy_timeout": 5000,
    "journal_mode": "delete",
    "synchronous": 3,
    "application_id": 0x4D44534B,
    "locking_mode": "normal",
    "hard_heap_limit": 512 * 1024**2,
}


def ask(connection, pragma):
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return row[0] if row else None


@pytest.fixture
def hot_file(small_file, key, tmp_path):
    """A copy taken in the middle of a change, with its journal, as a kill leaves it."""
    connection = connect(small_file, key, schema_version=1)
    connection.execute("PRAGMA cache_size=5")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE goal SET title = 'half ' || hex(randomblob(1500))")
    folder = tmp_path / "hot"
    folder.mkdir()
    for name in (small_file.name, f"{small_file.name}-journal"):
        shutil.copy(small_file.with_name(name), folder / name)
    connection.execute("ROLLBACK")
    connection.close()
    return folder / small_file.name


@pytest.mark.parametrize("pragma", SETTINGS)
def test_every_opening_sets_the_same(small_file, key, pragma):
    connection = connect(small_file, key, schema_version=1)
    assert ask(connection, pragma) == SETTINGS[pragma]
    connection.close()


@pytest.mark.parametrize("pragma", SETTINGS)
def test_a_new_file_is_set_as_an_opened_one(tmp_path, key, pragma):
    connection = connect_new(tmp_path / "new.mentordesk", key)
    assert ask(connection, pragma) == SETTINGS[pragma]
    connection.close()


def test_reading_only_refuses_to_write(small_file, key):
    connection = connect(small_file, key, read_only=True, schema_version=1)
    with pytest.raises(dbapi2.OperationalError) as caught:
        connection.execute("DELETE FROM goal")
    assert isinstance(explain(caught.value), ReadOnlyError)
    assert ask(connection, "query_only") == 1
    connection.close()


def test_a_change_is_there_after_opening_again(small_file, key):
    connection = connect(small_file, key, schema_version=1)
    connection.execute("DELETE FROM goal WHERE title LIKE 'Goal 1 %'")
    connection.close()
    again = connect(small_file, key, read_only=True, schema_version=1)
    assert again.execute("SELECT count(*) FROM goal").fetchone() == (59,)
    again.close()


def test_opening_changes_no_byte_and_leaves_no_other_file(small_file, key):
    before = small_file.read_bytes()
    connect(small_file, key, schema_version=1).close()
    connect(small_file, key, read_only=True, schema_version=1).close()
    assert small_file.read_bytes() == before
    assert list(small_file.parent.iterdir()) == [small_file]


def test_search_finds_letters_without_case_and_accents(small_file, key):
    connection = connect(small_file, key, schema_version=1)
    assert connection.execute("SELECT fold('CAFÉ'), fold('')").fetchone() == ("cafe", "")
    connection.close()


def test_an_older_file_opens_and_tells_its_version(small_file, key):
    connection = connect(small_file, key, schema_version=9)
    assert (user_version(connection), application_id(connection)) == (1, 0x4D44534B)
    connection.close()


def test_the_connection_may_be_used_in_another_thread(small_file, key):
    connection = connect(small_file, key, schema_version=1)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(user_version, connection).result() == 1
    connection.close()


def test_whether_a_file_is_encrypted_shows_from_outside(small_file, key):
    assert is_encrypted(small_file) == (key is not None)


def test_a_link_to_a_file_opens_the_file(small_file, key, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(small_file)
    connect(link, key, schema_version=1).close()


@pytest.mark.parametrize(
    "name",
    [
        "a b",
        "what?",
        "50%",
        "%41",
        "a#b",
        "ä",
        "日本",
        "a&mode=rwc",
        "it's",
        "a;b",
        ":memory:",
        "🙂",
    ],
)
def test_odd_names(tmp_path, key, name):
    path = tmp_path / name / f"{name}.mentordesk"
    connection = connect_new(path, key, make_folder=True)
    connection.execute("PRAGMA user_version=1")
    connection.close()
    assert path.stat().st_size > 0
    connect(path, key, read_only=True, schema_version=1).close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_text(tmp_path, key):
    path = tmp_path / os.fsdecode(b"\xff\xfe.mentordesk")
    connection = connect_new(path, key)
    connection.execute("PRAGMA user_version=1")
    connection.close()
    connect(path, key, schema_version=1).close()


def test_the_address_names_the_file_behind_a_link(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "a b")
    (tmp_path / "a b").touch()
    assert uri(tmp_path / "link", "ro") == f"{(tmp_path / 'a b').resolve().as_uri()}?mode=ro"


# Someone else, and no right to write


def test_a_file_that_another_program_is_writing_is_told_so(small_file, key, other_process):
    other_process(HOLD, str(small_file), key.pragma() if key else "")
    with pytest.raises(LockedError, match="Another program is using this file"):
        connect(small_file, key, schema_version=1)


def test_a_read_only_file_opens_for_reading_only(small_file, key, read_only_folder, as_nobody):
    path = read_only_folder / "desk.mentordesk"
    shutil.copy(small_file, path)
    as_nobody(read_only_folder)
    with pytest.raises(ReadOnlyError, match="can't be changed"):
        connect(path, key, schema_version=1)
    connection = connect(path, key, read_only=True, schema_version=1)
    assert connection.execute("SELECT count(*) FROM goal").fetchone() == (60,)
    connection.close()


def test_a_writable_file_in_a_read_only_folder_is_read_only(
    small_file, key, read_only_folder, as_nobody
):
    path = read_only_folder / "desk.mentordesk"
    shutil.copy(small_file, path)
    as_nobody(read_only_folder, mode=0o666)
    with pytest.raises(ReadOnlyError):
        connect(path, key, schema_version=1)


def test_a_file_that_may_not_be_read_is_told_so(small_file, key, read_only_folder, as_nobody):
    path = read_only_folder / "desk.mentordesk"
    shutil.copy(small_file, path)
    as_nobody(read_only_folder, mode=0)
    with pytest.raises(ReadOnlyError, match="permissions"):
        connect(path, key, read_only=True, schema_version=1)


# A change cut short


def test_half_a_change_is_taken_back_by_opening(hot_file, key):
    connection = connect(hot_file, key, schema_version=1)
    half = connection.execute("SELECT count(*) FROM goal WHERE title LIKE 'half%'").fetchone()
    assert half == (0,)
    assert ask(connection, "integrity_check") == "ok"
    connection.close()


def test_without_its_journal_the_half_change_would_be_there(hot_file, key):
    """The control of the test above: the copy really holds half a change."""
    hot_file.with_name(f"{hot_file.name}-journal").unlink()
    before = hot_file.read_bytes()
    try:
        connection = connect(hot_file, key, schema_version=1)
        damaged = ask(connection, "integrity_check") != "ok"
        connection.close()
    except FileError:
        damaged = True
    assert damaged
    assert hot_file.read_bytes() == before


def test_half_a_change_is_told_in_words_when_reading_only(hot_file, key):
    before = hot_file.read_bytes()
    with pytest.raises(UnfinishedChangeError, match="cut short"):
        connect(hot_file, key, read_only=True, schema_version=1)
    assert hot_file.read_bytes() == before


def test_half_a_change_survives_a_wrong_passphrase(hot_file, key):
    with pytest.raises(FileError):
        connect(hot_file, Key.random(), schema_version=1)
    connection = connect(hot_file, key, schema_version=1)
    assert ask(connection, "integrity_check") == "ok"
    assert connection.execute("SELECT count(*) FROM goal").fetchone() == (60,)
    connection.close()
