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


@posix_only
def test_device_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ics"
    os.mkfifo(pipe)
    with pytest.raises(FileError, match="no file"):
        write_file(pipe, [b"one"])
    assert stat.S_ISFIFO(pipe.stat().st_mode)
