"""``mentordesk report``: read-only, without a display, one line of answer."""

import subprocess
import sys
from pathlib import Path

import pytest

from mentordesk.app import report


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    from datetime import date

    from mentordesk.services.sample import build_sample

    path = tmp_path_factory.mktemp("report") / "sample.mentordesk"
    build_sample(path, today=date(2026, 11, 23))
    return path


PLAN = ("--kind", "plan", "--today", "2026-11-23")


@pytest.mark.parametrize(
    ("wanted", "suffix"),
    [
        (PLAN, ".html"),
        (PLAN, ".pdf"),
        ((*PLAN, "--relationship", "Amara", "--for", "them", "--changes"), ".md"),
        (("--kind", "relationship", "--relationship", "Amara"), ".html"),
        (("--kind", "meeting", "--meeting", "2026-11-13"), ".md"),
    ],
)
def test_each_kind_is_written(qapp, sample, tmp_path, capsys, wanted, suffix) -> None:
    out = tmp_path / f"out{suffix}"
    before = sample.read_bytes()
    assert report.run(["report", str(sample), *wanted, "-o", str(out)]) == 0
    assert out.stat().st_size > 100
    assert capsys.readouterr().out.count("\n") == 1
    assert sample.read_bytes() == before


def test_the_same_day_comes_to_the_same_bytes(qapp, sample, tmp_path) -> None:
    written = []
    for name in ("a.html", "b.html"):
        assert report.run(["report", str(sample), *PLAN, "-o", str(tmp_path / name)]) == 0
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    "wanted",
    [
        ("--kind", "relationship", "--relationship", "Nobody"),
        ("--kind", "meeting", "--meeting", "1999-01-01"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(qapp, sample, tmp_path, capsys, wanted) -> None:
    out = tmp_path / "out.md"
    assert report.run(["report", str(sample), *wanted, "-o", str(out)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize(
    "wanted",
    [
        ("--kind", "poem", "-o", "a.md"),
        ("--kind", "plan", "-o", "a.doc"),
        ("--kind", "meeting", "-o", "a.md"),
        ("--kind", "relationship", "-o", "a.md"),
        ("--kind", "plan", "--for", "them", "-o", "a.md"),
    ],
)
def test_wrong_use(qapp, sample, capsys, wanted) -> None:
    assert report.run(["report", str(sample), *wanted]) == 2
    assert "mentordesk report" in capsys.readouterr().err


def test_without_a_display_a_pdf_is_written(sample, tmp_path, monkeypatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    out = tmp_path / "out.pdf"
    command = [sys.executable, "-m", "mentordesk", "report", str(sample), *PLAN, "-o", str(out)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (result.returncode, result.stderr) == (0, "")
    assert out.read_bytes().startswith(b"%PDF-")
