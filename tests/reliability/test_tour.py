"""A tour of the whole window writes no word in the clear and asks for no network; promises 7, 8."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

TOUR = Path(__file__).with_name("harness") / "tour.py"
CANARIES = ("kanarlotte", "zeisigfink")
INTERNET = re.compile(r"AF_INET6?\b")
FULL = os.environ.get("MENTORDESK_TRIALS") == "full"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux"),
]


class Toured:
    """What a tour left: the files under HOME and TMPDIR, and the sockets it asked for."""

    def __init__(
        self, folder: Path, kind: str, *options: str, before: tuple[str, ...] = ()
    ) -> None:
        self.home = folder / kind
        self.trace = folder / f"{kind}.trace"
        for name in ("home", "tmp"):
            (self.home / name).mkdir(parents=True)
        command = [sys.executable, str(TOUR), str(self.home / "home/desk.mentordesk"), kind]
        if shutil.which("strace") and not before:
            before = ("strace", "-f", "-qq", "-o", str(self.trace), "-e", "trace=socket,connect")
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        places = {"HOME": str(self.home / "home"), "TMPDIR": str(self.home / "tmp")}
        told = subprocess.run(
            [*before, *command, *options],
            env={**kept, **places},
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )
        assert told.returncode == 0, told.stderr[-2000:]
        self.pages = int(told.stdout.splitlines()[-1])

    def files(self) -> list[Path]:
        return [path for path in self.home.rglob("*") if path.is_file()]

    def holding(self, word: str) -> list[str]:
        """Return the names of the files in which a word is, in UTF-8 or UTF-16."""
        wanted = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
        contents = {path.name: path.read_bytes().lower() for path in self.files()}
        return [name for name, held in contents.items() if any(one in held for one in wanted)]

    def sockets(self) -> list[str]:
        """Return the calls that asked for the internet."""
        if not self.trace.exists():
            pytest.skip("needs strace")
        return [line for line in self.trace.read_text().splitlines() if INTERNET.search(line)]


@pytest.fixture(scope="module")
def protected(tmp_path_factory) -> Toured:
    return Toured(tmp_path_factory.mktemp("tour"), "encrypted")


@pytest.fixture(scope="module")
def control(tmp_path_factory) -> Toured:
    """A desk without a passphrase, and a program that asks for the network."""
    return Toured(tmp_path_factory.mktemp("tour"), "plain", "--socket")


@pytest.mark.parametrize("word", CANARIES)
def test_no_word_of_an_encrypted_desk_is_in_any_file(protected, word, record_property):
    record_property("found", {"pages": protected.pages, "files": len(protected.files())})
    assert protected.pages > 30
    assert protected.holding(word) == []


@pytest.mark.parametrize("word", CANARIES)
def test_the_control_a_plain_desk_shows_the_words(control, word):
    desk, *backups = sorted(control.holding(word), key=len)
    assert desk == "desk.mentordesk"
    assert all(name.endswith("-automatic.mentordesk") for name in backups)


def test_every_file_is_private(protected):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in protected.files()}
    assert modes
    assert set(modes.values()) == {0o600}


def test_the_tour_asks_for_no_network(protected):
    assert protected.sockets() == []


def test_the_control_that_asks_for_the_network_is_seen(control):
    assert control.sockets()


@pytest.mark.skipif(not FULL, reason="only in full: `make trials`")
def test_the_tour_needs_no_network(tmp_path):
    away = ("unshare", "-n")
    if not shutil.which("unshare") or subprocess.run([*away, "true"], check=False).returncode:
        pytest.skip("an empty network namespace is not permitted here")
    assert Toured(tmp_path, "encrypted", before=away).pages > 30
