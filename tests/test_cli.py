"""The commands without a window: what they write, and what they say when they can't."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mentordesk import cli
from mentordesk.cli.frame import now
from mentordesk.domain.dates_text import parse_date
from mentordesk.domain.progress import ChartKind

TODAY = "2026-11-23"
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux devices")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and signals")

Answer = tuple[int, str, str]
Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process; return its status and what it wrote."""

    def command(*arguments: object) -> Answer:
        status = cli.run([str(argument) for argument in arguments])
        return (status, *capsys.readouterr())

    return command


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.mentordesk"
    assert cli.run(["sample", str(path), "--today", TODAY]) == 0
    return path


@pytest.fixture
def sample(tmp_path: Path, sample_template: Path) -> Path:
    return Path(shutil.copy(sample_template, tmp_path / "sample.mentordesk"))


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase.txt"
    path.write_text("correct horse\nsecond line\n", encoding="utf-8")
    return path


def failed(answer: Answer) -> str:
    """Return the one line of a command that failed."""
    status, out, error = answer
    assert (status, out) == (1, "")
    assert error.count("\n") == 1
    assert error.endswith("\n")
    return error.strip()


def misused(answer: Answer) -> str:
    """Return the sentence of a command that was used wrongly."""
    status, out, error = answer
    assert (status, out) == (2, "")
    usage, sentence = error.splitlines()
    assert usage.startswith("usage: mentordesk")
    return sentence


def events(path: Path) -> int:
    return path.read_bytes().count(b"BEGIN:VEVENT\r\n")


# sample


def test_sample_says_what_it_made(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.mentordesk"
    status, out, error = run("sample", path, "--today", TODAY)
    assert (status, error, out.count("\n")) == (0, "", 1)
    assert out.startswith(f"Made an example in {path}: 9 people, 8 relationships, ")
    assert [left.name for left in tmp_path.iterdir()] == ["new.mentordesk"]


@POSIX
def test_sample_is_private(sample_template: Path) -> None:
    assert stat.S_IMODE(sample_template.stat().st_mode) == 0o600


def test_sample_refuses_what_is_there(run: Run, sample: Path) -> None:
    before = sample.read_bytes()
    assert "already" in failed(run("sample", sample))
    assert sample.read_bytes() == before


def test_sample_needs_its_folder(run: Run, tmp_path: Path) -> None:
    assert "folder" in failed(run("sample", tmp_path / "none" / "new.mentordesk"))


def test_sample_of_one_role(run: Run, tmp_path: Path) -> None:
    assert run("sample", tmp_path / "a.mentordesk", "--role", "mentor", "--seed", 7)[0] == 0


@pytest.mark.parametrize("day", ["1970-01-01", "2199-12-31", "2028-02-29"])
def test_sample_on_a_far_day(run: Run, tmp_path: Path, day: str) -> None:
    assert run("sample", tmp_path / "a.mentordesk", "--today", day)[0] == 0


def test_encrypted_sample_opens_with_its_passphrase_alone(
    run: Run, tmp_path: Path, passphrase: Path
) -> None:
    path = tmp_path / "secret.mentordesk"
    assert run("sample", path, "--passphrase-file", passphrase)[0] == 0
    assert b"SQLite" not in path.read_bytes()[:100]
    assert run("check", path, "--passphrase-file", passphrase)[0] == 0
    assert "--passphrase-file" in failed(run("check", path))
    passphrase.write_text("wrong\n", encoding="utf-8")
    assert "does not open this file" in failed(run("check", path, "--passphrase-file", passphrase))


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe"])
def test_passphrase_that_can_not_be_read(
    run: Run, sample: Path, passphrase: Path, content: bytes
) -> None:
    passphrase.write_bytes(content)
    assert "passphrase" in failed(run("check", sample, "--passphrase-file", passphrase))


def test_plain_file_takes_no_passphrase(run: Run, sample: Path, passphrase: Path) -> None:
    assert "not encrypted" in failed(run("check", sample, "--passphrase-file", passphrase))


def test_passphrase_file_that_is_missing(run: Run, sample: Path, tmp_path: Path) -> None:
    failed(run("check", sample, "--passphrase-file", tmp_path / "none"))


# ics


def test_calendar_of_everything(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    status, said, error = run("ics", sample, "-o", out, "--today", TODAY)
    assert (status, said, error) == (0, f"Wrote 29 entries to {out}.\n", "")
    assert events(out) == 29
    assert b"X-WR-CALNAME:MentorDesk\r\n" in out.read_bytes()


def test_own_copy_says_how_much_is_private(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    _, said, _ = run("ics", sample, "-o", out, "--details", "full")
    assert said.startswith(f"Wrote 29 entries to {out}. Your own copy: ")
    assert said.endswith(" of 29 entries are private to you.\n")
    assert b"Check-in" in out.read_bytes()


def test_discreet_calendar_names_nobody(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    run("ics", sample, "-o", out, "--details", "discreet")
    assert b"Amara" not in out.read_bytes()
    assert out.read_bytes().count(b"SUMMARY:Meeting\r\n") == 29


def test_calendar_of_one_relationship(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    assert run("ics", sample, "-o", out, "--relationship", "amara")[0] == 0
    text = out.read_bytes()
    assert text.count(b"SUMMARY:Mentoring with Dr Amara Okafor\r\n") == events(out) == 8
    assert b"X-WR-CALNAME" not in text


def test_calendar_of_a_period(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    period = ("--from", "2026-11-26", "--to", "2026-11-27")
    assert run("ics", sample, "-o", out, *period)[1] == f"Wrote 2 entries to {out}.\n"


def test_calendar_replaces_an_older_one(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    out.write_text("old")
    run("ics", sample, "-o", out)
    first = out.read_bytes()
    run("ics", sample, "-o", out)
    assert out.read_bytes() == first
    assert events(out) == 29


def test_nothing_is_written_into_the_file_that_is_read(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    before = sample.read_bytes()
    run("ics", sample, "-o", tmp_path / "out.ics")
    run("check", sample)
    assert sample.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"sample.mentordesk", "out.ics"}


def test_unknown_name_is_hinted(run: Run, sample: Path, tmp_path: Path) -> None:
    said = failed(run("ics", sample, "-o", tmp_path / "o.ics", "--relationship", "Amra"))
    assert "“Amra”" in said
    assert "Dr Amara Okafor" in said


def test_name_that_fits_several(run: Run, sample: Path, tmp_path: Path) -> None:
    said = failed(run("ics", sample, "-o", tmp_path / "o.ics", "--relationship", "ri"))
    assert (
        said
        == "Several fit this name: Grant writing, Tomás Rivera, Writing circle. Write more of it."
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--from", "2026-12-01", "--to", "2026-11-01"], "--to lies before --from"),
        (["--from", "soon"], "soon is no day such as 2026-11-24"),
        (["--to", "2026-02-30"], "2026-02-30 is no day"),
        (["--to", "9999-12-31"], "choose a day from 1970 to 2199"),
        (["--today", "0001-01-01"], "choose a day from 1970 to 2199"),
        (["--details", "everything"], "invalid choice"),
        (["--verbose"], "unrecognized arguments: --verbose"),
        (["-o", "out.txt"], "has to end in .ics"),
        (["-o", "desk.mentordesk"], "has to end in .ics"),
    ],
)
def test_wrong_use_of_ics(
    run: Run, sample: Path, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    assert sentence in misused(run("ics", sample, "-o", tmp_path / "out.ics", *arguments))
    assert list(tmp_path.iterdir()) == [sample]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["report"], "mentordesk report --help"),
        (["ics"], "the following arguments are required"),
        (["ics", "a"], "-o"),
        (["sample", "a", "--seed", "one"], "invalid int value"),
        (["sample", "a", "--scale", "huge"], "invalid choice"),
        (["chart", "a", "-o", "b.gif"], "has to end in .png, .svg or .pdf"),
        (["chart", "a", "-o", "b.png", "--kind", "pie"], "invalid choice"),
        (["shots"], "mentordesk shots --help"),
    ],
)
def test_wrong_use(run: Run, arguments: list[str], sentence: str) -> None:
    assert sentence in misused(run(*arguments))


def test_output_never_takes_the_place_of_the_input(run: Run, sample: Path, tmp_path: Path) -> None:
    disguised = sample.rename(tmp_path / "sample.ics")
    before = disguised.read_bytes()
    (tmp_path / "link.ics").symlink_to(disguised)
    for output in (disguised, tmp_path / "link.ics"):
        assert "a file that is read" in misused(run("ics", disguised, "-o", output))
    assert disguised.read_bytes() == before


@pytest.mark.parametrize("name", ["none/out.ics", "folder.ics"])
def test_output_that_can_not_be(run: Run, sample: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.ics").mkdir()
    assert "folder" in failed(run("ics", sample, "-o", tmp_path / name))


# chart


@pytest.mark.parametrize(
    ("suffix", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("PDF", b"%PDF")]
)
def test_chart(run: Run, sample: Path, tmp_path: Path, suffix: str, start: bytes) -> None:
    out = tmp_path / f"chart.{suffix}"
    status, said, error = run("chart", sample, "-o", out, "--today", TODAY)
    assert (status, error) == (0, "")
    assert said.startswith(f"Wrote 44 milestones to {out}. Your own copy: ")
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize("kind", [*sorted(ChartKind), "timeline"])
def test_every_kind_of_chart_can_be_drawn(
    run: Run, sample: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "chart.svg"
    status, said, error = run("chart", sample, "--kind", kind, "-o", out, "--today", TODAY)
    assert (status, error) == (0, "")
    assert said.startswith("Wrote ")
    assert out.read_bytes().startswith(b"<?xml")


def test_chart_of_one_relationship(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "chart.svg"
    arguments = ("--kind", "goals", "--relationship", "wei", "--today", TODAY)
    assert run("chart", sample, "-o", out, *arguments)[1].startswith("Wrote 5 milestones to ")


# check and files that are no desks


def test_sound_file(run: Run, sample: Path) -> None:
    assert run("check", sample) == (0, f"{sample} is sound.\n", "")


def test_damage_is_listed_and_the_end_is_one_line(run: Run, sample: Path) -> None:
    content = bytearray(sample.read_bytes())
    content[-4096 * 3 : -4096 * 2] = bytes(4096)
    sample.write_bytes(content)
    status, out, error = run("check", sample)
    assert (status, error.count("\n")) == (1, 1)
    assert "backup" in error
    assert all(line.startswith("Damage: ") for line in out.splitlines())


def changed(sample: Path, statement: str) -> None:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(sample))
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("PRAGMA user_version=99", "newer MentorDesk"),
        ("PRAGMA application_id=7", "another program"),
        ("CREATE VIEW spy AS SELECT * FROM person", "not MentorDesk's"),
        ("CREATE TRIGGER spy AFTER INSERT ON goal BEGIN DELETE FROM goal; END", "not MentorDesk's"),
    ],
)
@pytest.mark.parametrize("command", ["check", "ics", "chart"])
def test_foreign_files(
    run: Run, sample: Path, tmp_path: Path, command: str, statement: str, words: str
) -> None:
    changed(sample, statement)
    before = sample.read_bytes()
    outputs = {"check": [], "ics": ["-o", tmp_path / "o.ics"], "chart": ["-o", tmp_path / "o.png"]}
    assert words in failed(run(command, sample, *outputs[command]))
    assert sample.read_bytes() == before
    assert list(tmp_path.iterdir()) == [sample]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing", None),
        ("empty", b""),
        ("text", b"Dear diary, " * 900),
        ("cut", b"SQLite format 3\x00"),
    ],
)
def test_no_desk_at_all(run: Run, tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert failed(run("check", path)).endswith(".")


def test_folder_is_no_desk(run: Run, tmp_path: Path) -> None:
    assert "folder" in failed(run("check", tmp_path))


# the way it speaks


def test_help_names_every_command(run: Run) -> None:
    status, out, _ = run("--help")
    assert status == 0
    assert all(f"    {name} " in out for name in ("sample", "ics", "chart", "check", "shots"))


@pytest.mark.parametrize("command", ["sample", "ics", "chart", "check"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    status, out, error = run(command, "--help")
    assert (status, error) == (0, "")
    assert "--today DATE" in out


def test_line_breaks_in_a_name_stay_on_one_line(run: Run, tmp_path: Path) -> None:
    assert "Nobody" not in failed(run("check", tmp_path / "a\nb"))


def process(*arguments: object, **options) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mentordesk", *map(str, arguments)]
    return subprocess.Popen(command, text=True, stderr=subprocess.PIPE, **options)


def ended(running: subprocess.Popen[str]) -> tuple[int, str]:
    _, error = running.communicate(timeout=60)
    return running.returncode, error


def test_whoever_stopped_reading_gets_no_traceback(sample: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for arguments in (["check", sample], ["--help"]):
        assert ended(process(*arguments, stdout=writing)) == (0, "")
    os.close(writing)


@LINUX
def test_full_output_gets_no_traceback(sample: Path) -> None:
    with Path("/dev/full").open("w") as full:
        assert ended(process("check", sample, stdout=full)) == (0, "")


@POSIX
def test_closed_output_gets_no_traceback(sample: Path) -> None:
    line = f'"{sys.executable}" -m mentordesk check "{sample}" >&-'
    result = subprocess.run(
        ["sh", "-c", line], capture_output=True, text=True, check=False, timeout=60
    )
    assert (result.returncode, result.stderr) == (0, "")


@LINUX
def test_name_that_is_no_text(sample: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xff.mentordesk")
    sample.rename(odd)
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    result = subprocess.run(
        [sys.executable, "-m", "mentordesk", "check", odd],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.endswith("is sound.\n")


@POSIX
@pytest.mark.slow
def test_interrupt_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "heavy.mentordesk"
    running = process("sample", path, "--scale", "heavy", stdout=subprocess.DEVNULL)
    limit = time.monotonic() + 60
    while not list(tmp_path.iterdir()) and time.monotonic() < limit:
        time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    assert ended(running) == (130, "")
    assert list(tmp_path.iterdir()) == []


def test_real_clock_is_read_without_a_day_given(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "today.mentordesk"
    assert run("sample", path)[0] == 0
    today = now().astimezone().date()
    ahead = parse_date("+7d", today)
    out = tmp_path / "out.ics"
    assert run("ics", path, "-o", out, "--from", today, "--to", ahead)[0] == 0
    assert events(out) == 2


# backup and restore


def test_backup_and_restore_of_an_encrypted_file(
    run: Run, tmp_path: Path, passphrase: Path
) -> None:
    path, backup = tmp_path / "secret.mentordesk", tmp_path / "backup.mentordesk"
    secret = ("--passphrase-file", passphrase)
    assert run("sample", path, *secret)[0] == 0
    assert "--passphrase-file" in failed(run("backup", path, "-o", backup))
    status, said, _ = run("backup", path, "-o", backup, *secret)
    assert (status, "sound" in said) == (0, True)
    status, said, _ = run("restore", backup, "-o", path, *secret)
    assert (status, "What was there is in" in said) == (0, True)
    assert run("check", path, *secret)[0] == 0


def test_backup_takes_the_place_of_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    assert "already" in failed(run("backup", sample, "-o", there))
    assert there.read_text() == "mine"


def test_restore_of_a_file_that_is_gone(run: Run, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.mentordesk"
    assert run("restore", sample, "-o", path)[0] == 0
    assert run("check", path)[0] == 0


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_backup_of_a_damaged_file_writes_nothing(
    run: Run, sample: Path, tmp_path: Path, command: str
) -> None:
    spoilt = sample.read_bytes()
    sample.write_bytes(spoilt[: 20 * 4096] + b"\xaa" * 4096 + spoilt[21 * 4096 :])
    failed(run(command, sample, "-o", tmp_path / "out.mentordesk"))
    assert not (tmp_path / "out.mentordesk").exists()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_backup_and_its_file_are_not_one(run: Run, sample: Path, command: str) -> None:
    assert "is read" in misused(run(command, sample, "-o", sample))
