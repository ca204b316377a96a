"""Files that leave the desk: whole or not at all."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentordesk.domain.errors import FileError
from mentordesk.services.files import write_file

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and devices")


def test_pieces_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    assert write_file(path, [b"one", b"two"]) == 6
    assert path.read_bytes() == b"onetwo"


@posix_only
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    path.touch(mode=0o644)
    write_file(path, [b"one"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_failure_leaves_what_was_there(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    path = tmp_path / "out.ics"
    path.write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt):
        write_file(path, broken())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.ics", tmp_path / "link.ics"
    target.write_bytes(b"before")
    link.symlink_to(target)
    write_file(link, [b"after"])
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "There is a folder with this name"),
        ("none/out.ics", "The folder for this file is not there"),
        ("file/out.ics", "The folder for this file is not there"),
        ("x" * 300 + ".ics", "can't take this file name"),
    ],
)
def test_impossible_places(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match=sentence):
        write_file(tmp_path / name, [b"one"])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_each_piece_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    write_file(tmp_path / "out.ics", [b"a", b"b", b"c"], told.append)
    assert told == [1, 2, 3]


def test_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(FileError, match="no room left"):
            write_file(tmp_path / "out.ics", [b"x" * 4000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


@posix_only
def test_device_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ics"
    os.mkfifo(pipe)
    with pytest.raises(FileError, match="no file"):
        write_file(pipe, [b"one"])
    assert stat.S_ISFIFO(pipe.stat().st_mode)
