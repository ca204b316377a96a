"""The built wheel, installed away from the checkout, does the main jobs on its own."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-23"

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Installation:
    """MentorDesk as somebody else has it: another place, another home folder."""

    scripts: Path
    home: Path

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
        }
        return subprocess.run(
            [str(self.scripts / program), *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
            cwd=self.home,
            env=environment,
        )

    def succeed(self, program: str, *arguments: str) -> str:
        result = self.run(program, *arguments)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("mentordesk-*.whl")
    return built


@pytest.fixture(scope="module")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    place = tmp_path_factory.mktemp("elsewhere")
    home = place / "home"
    home.mkdir()
    venv.create(place / "venv", with_pip=False, symlinks=sys.platform != "win32")
    scripts = place / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    install = ["install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(scripts / "python"), *install],
        check=True,
        capture_output=True,
    )
    # What we depend on comes from the running environment: named in a path file, its folder is
    # only a place to import from, and its own path file, which leads to the checkout, is not read.
    library = sysconfig.get_path(
        "purelib", vars={"base": str(place / "venv"), "platbase": str(place / "venv")}
    )
    dependencies = sysconfig.get_path("purelib")
    Path(library, "dependencies.pth").write_text(dependencies + "\n", encoding="utf-8")
    return Installation(scripts, home)


@pytest.fixture(scope="module")
def sample(installation: Installation) -> Path:
    file = installation.home / "sample.mentordesk"
    installation.succeed("mentordesk", "sample", str(file), "--today", TODAY)
    return file


def test_wheel_holds_every_resource(wheel: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    resources = CHECKOUT / "resources"
    wanted = {
        f"mentordesk/resources/{path.relative_to(resources).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert wanted
    assert wanted <= shipped


def test_wheel_holds_the_program_and_nothing_of_the_workshop(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.split("-")[0] for top in tops} == {"mentordesk"}


def test_installation_does_not_reach_back_into_the_checkout(installation: Installation) -> None:
    where = "import mentordesk, sys; print(mentordesk.__file__, *sys.path, sep='\\n')"
    file, *paths = installation.succeed("python", "-c", where).splitlines()
    assert installation.scripts.parent in Path(file).parents
    assert CHECKOUT not in [Path(path) for path in paths]


def test_version_is_that_of_the_checkout(installation: Installation) -> None:
    assert installation.succeed("mentordesk", "--version") == "MentorDesk 0.1.0\n"


def test_module_runs_like_the_script(installation: Installation) -> None:
    assert installation.succeed("python", "-m", "mentordesk", "--version") == "MentorDesk 0.1.0\n"


def test_sample_is_sound(installation: Installation, sample: Path) -> None:
    installation.succeed("mentordesk", "check", str(sample), "--today", TODAY)


def test_sample_goes_to_a_calendar(installation: Installation, sample: Path) -> None:
    calendar = installation.home / "sample.ics"
    installation.succeed("mentordesk", "ics", str(sample), "--today", TODAY, "-o", str(calendar))
    assert b"BEGIN:VEVENT\r\n" in calendar.read_bytes()


def test_sample_is_drawn_without_a_display(installation: Installation, sample: Path) -> None:
    folder = installation.home / "shots"
    installation.succeed("mentordesk", "shots", str(sample), "--today", TODAY, "-o", str(folder))
    pictures = list(folder.glob("*.png"))
    assert pictures
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)


def test_missing_file_is_one_line_and_status_1(installation: Installation) -> None:
    result = installation.run("mentordesk", "check", "nothing.mentordesk")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1


def test_wrong_use_is_status_2(installation: Installation) -> None:
    assert installation.run("mentordesk", "ics").returncode == 2
