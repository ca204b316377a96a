"""A new file takes nothing's place and is for its owner only."""

import os
import stat
import sys

import pytest

from mentordesk.domain.errors import FileError, ReadOnlyError
from mentordesk.store.opening import connect, connect_new


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode")
def test_a_new_file_is_for_its_owner_only_whatever_the_umask(tmp_path, key):
    mask = os.umask(0)
    try:
        connection = connect_new(tmp_path / "sub" / "new.mentordesk", key, make_folder=True)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE goal (id)")
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "sub").iterdir()}
        connection.execute("COMMIT")
        connection.close()
    finally:
        os.umask(mask)
    assert modes == {"new.mentordesk": 0o600, "new.mentordesk-journal": 0o600}
    assert stat.S_IMODE((tmp_path / "sub").stat().st_mode) == 0o700


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_a_new_file_never_takes_the_place_of_something(tmp_path, key, kind):
    path = tmp_path / "taken.mentordesk"
    {
        "file": lambda: path.write_bytes(b"precious"),
        "folder": path.mkdir,
        "link": lambda: path.symlink_to("nowhere"),
    }[kind]()
    with pytest.raises(FileError, match="already a file or folder"):
        connect_new(path, key)
    assert path.is_symlink() or path.is_dir() or path.read_bytes() == b"precious"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("none/new.mentordesk", "folder for this file does not exist"),
        ("file/new.mentordesk", "folder for this file does not exist"),
        ("x" * 300, "can't take this file name"),
        ("zero\0byte", "can't take this file name"),
    ],
)
def test_a_place_that_takes_no_file_is_told_in_words(tmp_path, key, place, sentence):
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match=sentence):
        connect_new(tmp_path / place, key)
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_read_only_folder_takes_no_new_file(read_only_folder, as_nobody, key):
    as_nobody(read_only_folder)
    with pytest.raises(ReadOnlyError):
        connect_new(read_only_folder / "new.mentordesk", key)


def test_a_file_whose_making_was_cut_short_is_told_so(tmp_path, key):
    path = tmp_path / "new.mentordesk"
    connect_new(path, key).close()
    with pytest.raises(FileError, match="never finished"):
        connect(path, key, schema_version=1)


def test_indexes_are_made_in_one_order_the_partial_ones_last(store):
    rows = store.raw.execute(
        "SELECT tbl_name, sql LIKE '% WHERE %', name FROM sqlite_schema "
        "WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    for table in {row[0] for row in rows}:
        made = [row[1:] for row in rows if row[0] == table]
        assert made == sorted(made)
