"""One window owns a file, and a replaced file is noticed: the matrix of both; promise 9."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mentordesk.domain.errors import KnownError, LockedError, ReplacedError
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.store.key import Key

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and links of POSIX")

KEYS = {"plain": None, "encrypted": Key(bytes(range(32)))}

OWNER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mentordesk.services.desk import Desk
from mentordesk.store.key import Key
key = Key(bytes(range(32))) if sys.argv[2] == "encrypted" else None
desk = Desk.open(Path(sys.argv[1]), lambda: datetime(2026, 11, 24, tzinfo=UTC), key=key)
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture(params=sorted(KEYS))
def kind(request) -> str:
    return request.param


@pytest.fixture
def path(tmp_path, clock, kind) -> Path:
    desk = Desk.create(tmp_path / "desk.mentordesk", clock, key=KEYS[kind])
    desk.people.begin(PersonDraft(name="Maya"))
    desk.close()
    return tmp_path / "desk.mentordesk"


@pytest.fixture
def opened(path, clock, kind):
    desk = Desk.open(path, clock, key=KEYS[kind])
    yield desk
    desk.close()


@pytest.fixture
def owner(path, kind):
    """Another process that has the file open."""
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER, path, kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    yield process
    process.kill()
    process.communicate()


def change(desk: Desk) -> None:
    desk.people.add(PersonDraft(name="Lena"))


def test_a_second_process_is_refused_and_told_why(owner, path, clock, kind):
    with pytest.raises(LockedError, match="open in another window"):
        Desk.open(path, clock, key=KEYS[kind])


def test_a_second_process_may_look_meanwhile(owner, path, clock, kind):
    desk = Desk.open(path, clock, key=KEYS[kind], read_only=True)
    assert desk.me is not None
    desk.close()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_after_its_owner_was_killed_the_file_opens_at_once(owner, path, clock, kind, how):
    os.kill(owner.pid, how)
    owner.wait()
    desk = Desk.open(path, clock, key=KEYS[kind])
    change(desk)
    desk.close()


def renamed_over(path: Path, other: Path) -> None:
    other.replace(path)


def moved_away(path: Path, other: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def moved_away_and_replaced(path: Path, other: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    other.rename(path)


def written_over(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes() + b"\0" * 4096)


def replaced_by_a_link(path: Path, other: Path) -> None:
    path.unlink()
    path.symlink_to(other)


def removed(path: Path, other: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    "harm",
    [renamed_over, moved_away, moved_away_and_replaced, written_over, replaced_by_a_link, removed],
)
def test_nothing_is_written_into_a_file_that_is_not_ours_any_more(path, opened, harm):
    """Neither into the new file nor, unseen, into the one that was moved away."""
    harm(path, Path(shutil.copy(path, path.with_name("other.mentordesk"))))
    folder = path.parent
    before = {left: left.read_bytes() for left in folder.iterdir() if left.is_file()}
    for _ in range(2):
        with pytest.raises(ReplacedError):
            change(opened)
    after = {left: left.read_bytes() for left in folder.iterdir() if left.is_file()}
    assert after == before


def test_the_control_an_untouched_file_is_written(path, opened):
    before = path.read_bytes()
    change(opened)
    assert path.read_bytes() != before


def test_a_note_of_another_computer_is_asked_about_and_no_dead_end(path, clock, kind):
    note = {"computer": "atlas", "process": 7, "since": "2026-11-20T10:00:00+00:00"}
    path.with_name(f".{path.name}.owner").write_text(json.dumps(note))
    with pytest.raises(LockedError) as caught:
        Desk.open(path, clock, key=KEYS[kind])
    assert caught.value.can_take_over
    desk = Desk.open(path, clock, key=KEYS[kind], take_over=True)
    change(desk)
    desk.close()


def test_every_refusal_is_a_sentence(owner, path, clock, kind):
    with pytest.raises(KnownError, match=r"\.$"):
        Desk.open(path, clock, key=KEYS[kind])
