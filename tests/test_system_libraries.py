"""The script that sees to Qt's system libraries, on a Debian made of three small stand-ins."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "system_libraries.sh"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell script")


class Debian:
    """A folder of commands that answer as Debian's would."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.asked = folder / "asked"
        for tool in ("sh", "sed", "dirname", "mktemp", "tail", "rm"):
            found = shutil.which(tool)
            assert found
            (folder / tool).symlink_to(found)

    def has(self, command: str, script: str) -> None:
        file = self._folder / command
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def set_up(self) -> str:
        result = subprocess.run(
            ["sh", str(SCRIPT)],
            env={**os.environ, "PATH": str(self._folder)},
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        return result.stdout


@pytest.fixture
def debian(tmp_path: Path) -> Debian:
    machine = Debian(tmp_path)
    machine.has("apt-get", f'echo "$*" >>{machine.asked}')
    machine.has("id", "echo 0")
    machine.has("dpkg-query", "exit 1")
    return machine


def test_nothing_happens_where_all_is_there(debian: Debian) -> None:
    debian.has("dpkg-query", "echo installed")
    assert debian.set_up() == ""
    assert not debian.asked.exists()


def test_names_of_newer_releases_count(debian: Debian) -> None:
    debian.has("dpkg-query", 'case "$*" in *glib*t64) ;; *glib*) exit 1 ;; esac; echo installed')
    assert debian.set_up() == ""


def test_a_package_that_was_removed_is_missing(debian: Debian) -> None:
    debian.has("dpkg-query", "echo config-files")
    assert "libegl1" in debian.set_up()


def test_root_installs_after_an_update(debian: Debian) -> None:
    debian.set_up()
    update, install, *_ = debian.asked.read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert "libegl1" in install
    assert "libxkbcommon-x11-0" in install


def test_anyone_else_is_given_the_line_to_type(debian: Debian) -> None:
    debian.has("id", "echo 1000")
    assert "    sudo apt-get install libegl1 libgl1" in debian.set_up()
    assert not debian.asked.exists()


def test_set_up_goes_on_when_nothing_can_be_installed(debian: Debian) -> None:
    debian.has("apt-get", "echo 'E: no route'; exit 100")
    said = debian.set_up()
    assert "E: no route" in said
    assert "apt-get update && apt-get install libegl1" in said


def test_other_systems_are_left_alone(tmp_path: Path) -> None:
    assert Debian(tmp_path).set_up() == ""
