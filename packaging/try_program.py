"""Try a built MentorDesk away from the checkout: every main job, in an empty home folder.

``python packaging/try_program.py FOLDER`` runs the program in FOLDER and says what it did.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TODAY = ("--today", "2026-11-24")
LONGEST = 300  # seconds for one command


class Trial:
    """The program with a home folder of its own, and what was found."""

    def __init__(self, program: Path, home: Path) -> None:
        self._program = program
        self.home = home
        self.failures = 0

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the program with next to no environment."""
        environment = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        return subprocess.run(
            [str(self._program), *arguments],
            capture_output=True,
            check=False,
            text=True,
            cwd=self.home,
            env=environment,
            timeout=LONGEST,
        )

    def expect(self, what: str, *arguments: str, status: int = 0, shown: str = "") -> None:
        """Run once and say whether status and output are as they should be."""
        done = self.run(*arguments)
        good = done.returncode == status and shown in done.stdout + done.stderr
        good = good and "Traceback" not in done.stderr
        print(f"{'ok    ' if good else 'FAILED'} {what}")
        if not good:
            self.failures += 1
            print(f"       status {done.returncode}\n{done.stdout}{done.stderr}")

    def expect_file(self, name: str, begins: bytes) -> None:
        """Say whether a file was written and begins as its kind does."""
        path = self.home / name
        good = path.is_file() and path.read_bytes().startswith(begins)
        print(f"{'ok    ' if good else 'FAILED'}   {name}")
        self.failures += not good


def main() -> int:
    """Try everything; the exit status is 0 only when all of it went well."""
    folder = Path(sys.argv[1]).resolve()
    program = folder / ("mentordesk.exe" if sys.platform == "win32" else "mentordesk")
    with _home() as home:
        trial = Trial(program, home)
        _try_all(trial)
    print(f"{trial.failures} of the trials failed." if trial.failures else "All trials went well.")
    return 1 if trial.failures else 0


def _try_all(trial: Trial) -> None:
    trial.expect("--version", "--version", shown="MentorDesk ")
    trial.expect("sample", "sample", "s.mentordesk", *TODAY)
    trial.expect("check", "check", "s.mentordesk", *TODAY)
    trial.expect("ics", "ics", "s.mentordesk", *TODAY, "-o", "s.ics")
    trial.expect_file("s.ics", b"BEGIN:VCALENDAR\r\n")
    for name, begins in (("c.png", b"\x89PNG"), ("c.svg", b"<?xml"), ("c.pdf", b"%PDF")):
        chart = ("chart", "s.mentordesk", "--kind", "burn_up", *TODAY, "-o", name)
        trial.expect(f"chart to {name}", *chart)
        trial.expect_file(name, begins)
    for name, begins in (("r.pdf", b"%PDF"), ("r.html", b"<!"), ("r.md", b"#")):
        report = ("report", "s.mentordesk", "--kind", "plan", *TODAY, "-o", name)
        trial.expect(f"report to {name}", *report)
        trial.expect_file(name, begins)
    trial.expect("backup", "backup", "s.mentordesk", "-o", "b.mentordesk")
    trial.expect("restore", "restore", "b.mentordesk", "-o", "again.mentordesk")
    trial.expect("check of the restored", "check", "again.mentordesk", *TODAY)
    trial.expect("shots", "shots", "s.mentordesk", *TODAY, "-o", "shots")
    pictures = sorted(trial.home.glob("shots/*.png"))
    print(f"       {len(pictures)} pictures")
    trial.failures += not pictures
    trial.expect("a missing file", "check", "nothing.mentordesk", status=1)
    trial.expect("wrong use", "ics", status=2)
    if sys.platform.startswith("linux"):
        trial.expect("no display", shown="no display")


@contextmanager
def _home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="mentordesk-trial-") as folder:
        yield Path(folder)


if __name__ == "__main__":
    sys.exit(main())
