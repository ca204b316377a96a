"""A new file is made beside its place: killed on the way, nothing lies where it should be."""

import sys

import pytest

from mentordesk.domain.errors import FileError
from mentordesk.store.making import make_file, put_in_place
from mentordesk.store.store import Store

STAND_STILL = """
import sys
from pathlib import Path
from mentordesk.store import making
from mentordesk.store.key import Key
def still(connection):
    print("ready", flush=True)
    sys.stdin.read()
making.create_schema = still
making.make_file(Path(sys.argv[1]), Key(bytes.fromhex(sys.argv[2])) if sys.argv[2] else None)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "desk [1].mentordesk"


@pytest.fixture
def killed(path, key, other_process):
    """Kill a process in the middle of making the file."""
    process = other_process(STAND_STILL, str(path), key.raw.hex() if key else "")
    process.kill()
    process.wait()


def test_a_kill_on_the_way_leaves_nothing_at_its_place(path, killed):
    assert not path.exists()
    assert {p.name.endswith((".part", ".part-journal")) for p in path.parent.iterdir()} == {True}


def test_the_next_try_makes_the_file_and_sweeps(path, key, clock, killed):
    Store.create(path, clock, key=key).close()
    assert sorted(p.name for p in path.parent.iterdir()) == [f".{path.name}.lock", path.name]


def test_sweeping_touches_no_other_file(path, key):
    others = [f"{path.name}.part", f".x{path.name}.1.part", f".{path.name}.lock", ".1.part"]
    for name in others:
        (path.parent / name).write_bytes(b"other")
    make_file(path, key)
    assert sorted(p.name for p in path.parent.iterdir()) == sorted([*others, path.name])


def test_a_file_that_came_meanwhile_keeps_its_place(tmp_path):
    part, path = tmp_path / "part", tmp_path / "path"
    part.write_bytes(b"new")
    path.write_bytes(b"precious")
    with pytest.raises(FileError, match="already a file or folder"):
        put_in_place(part, path)
    assert path.read_bytes() == b"precious"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can't be moved there")
@pytest.mark.parametrize("taken", [False, True])
def test_without_links_the_file_is_moved_but_over_nothing(tmp_path, monkeypatch, taken):
    def no_links(*_places):
        raise PermissionError("no links here")

    monkeypatch.setattr("os.link", no_links)
    part, path = tmp_path / "part", tmp_path / "path"
    part.write_bytes(b"new")
    if taken:
        path.write_bytes(b"precious")
        with pytest.raises(PermissionError):
            put_in_place(part, path)
    else:
        put_in_place(part, path)
    assert path.read_bytes() == (b"precious" if taken else b"new")
