"""The way in, tried as a person does it: as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and limits")

HEAVY = ("PySide6", "sqlalchemy", "matplotlib", "icalendar", "alembic", "sqlcipher3")


def run_python(
    code: str, *arguments: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **(env or {})},
    )


def loaded_after(code: str) -> set[str]:
    ending = f"; import sys; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    result = run_python(code + ending)
    assert result.returncode == 0, result.stderr
    return set(result.stdout.split())


def test_importing_main_loads_nothing_heavy() -> None:
    assert loaded_after("import mentordesk.main") == set()


def test_the_look_at_loaded_modules_sees_a_heavy_one() -> None:
    assert loaded_after("import icalendar") >= {"icalendar"}


def test_version_is_said_without_loading_anything_heavy() -> None:
    code = (
        "import contextlib, io, sys; from mentordesk.main import main; out = io.StringIO()\n"
        "with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):\n"
        "    sys.exit(main(['--version']))\n"
        "assert out.getvalue() == 'MentorDesk 0.1.0\\n', out.getvalue()\n"
        "pass"
    )
    assert loaded_after(code) == set()


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_questions_are_answered_with_status_0(option: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "mentordesk", option],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "MentorDesk" in result.stdout


# A stand-in for the two modules that main routes to, so that only the routing is tried.
ROUTING = """
import sys, types
for name, functions in {"cli": ["run"], "app": ["run_window", "run_command"]}.items():
    module = types.ModuleType("mentordesk." + name)
    for function in functions:
        def answer(argv, function=function):
            print(function, *argv)
            return 7
        setattr(module, function, answer)
    sys.modules["mentordesk." + name] = module
from mentordesk.main import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ([], "run_window"),
        (["--sample"], "run_window --sample"),
        (["mine.mentordesk"], "run_window mine.mentordesk"),
        (["-reverse"], "run_window -reverse"),
        (["sample", "out.mentordesk"], "run sample out.mentordesk"),
        (["ics", "a", "-o", "b.ics"], "run ics a -o b.ics"),
        (["chart", "a"], "run chart a"),
        (["check", "a"], "run check a"),
        (["--version"], "run --version"),
        (["--help"], "run --help"),
        (["shots", "a", "-o", "b"], "run_command shots a -o b"),
    ],
)
def test_first_word_decides_who_answers(arguments: list[str], answer: str) -> None:
    result = run_python(ROUTING, *arguments)
    assert (result.stdout.strip(), result.returncode) == (answer, 7), result.stderr


REPORT_SURROUNDINGS = """
import os, sys, types
def run(argv):
    import faulthandler, resource
    mask = os.umask(0)
    print(oct(mask), resource.getrlimit(resource.RLIMIT_CORE)[0], faulthandler.is_enabled())
    print(os.environ["MPLCONFIGDIR"])
    return 0
module = types.ModuleType("mentordesk.cli")
module.run = run
sys.modules["mentordesk.cli"] = module
from mentordesk.main import main
sys.exit(main(["check"]))
"""


@posix_only
def test_files_are_private_and_a_crash_leaves_no_core_file() -> None:
    result = run_python(REPORT_SURROUNDINGS, env={"PYTHONFAULTHANDLER": "1"})
    assert result.stdout.splitlines()[0] == "0o77 0 False", result.stderr


@posix_only
def test_matplotlib_keeps_its_files_in_our_own_folder(tmp_path: Path) -> None:
    environment = {"MPLCONFIGDIR": "", "XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    result = run_python(REPORT_SURROUNDINGS, env=environment)
    folder = Path(result.stdout.splitlines()[1])
    assert folder.parts[-2:] == ("MentorDesk", "matplotlib")
    assert folder.is_relative_to(tmp_path)


@posix_only
def test_matplotlib_folder_that_the_person_chose_stays(tmp_path: Path) -> None:
    result = run_python(REPORT_SURROUNDINGS, env={"MPLCONFIGDIR": str(tmp_path)})
    assert result.stdout.splitlines()[1] == str(tmp_path)


def test_missing_system_library_is_one_line_and_status_1(tmp_path: Path) -> None:
    broken = tmp_path / "PySide6" / "__init__.py"
    broken.parent.mkdir()
    broken.write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file')"
    )
    result = run_python(
        "import sys; from mentordesk.main import main; sys.exit(main())",
        "--sample",
        env={"PYTHONPATH": str(tmp_path)},
    )
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "apt-get install libegl1" in result.stderr


INTERRUPTED = """
import sys, types
module = types.ModuleType("mentordesk.cli")
def run(argv):
    raise KeyboardInterrupt
module.run = run
sys.modules["mentordesk.cli"] = module
from mentordesk.main import main
sys.exit(main(["check"]))
"""


def test_interrupt_ends_without_a_traceback() -> None:
    result = run_python(INTERRUPTED)
    assert (result.returncode, result.stderr) == (130, "")
