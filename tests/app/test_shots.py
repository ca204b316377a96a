from datetime import date

import pytest
from PySide6.QtGui import QImage

from mentordesk.app.shots import run
from mentordesk.services.sample import build_sample

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("shots") / "sample.mentordesk"
    build_sample(path, today=TODAY)
    return path


@pytest.mark.slow
def test_every_page_is_drawn_at_the_size_that_was_asked_for(sample, tmp_path, capsys):
    arguments = [str(sample), "-o", str(tmp_path), "--size", "1024x700", "--today", str(TODAY)]
    assert run(["shots", *arguments, "--theme", "dark"]) == 0
    pictures = sorted(path.stem for path in tmp_path.glob("*.png"))
    assert {"welcome", "today", "plan", "progress", "meetings", "meeting"} <= set(pictures)
    for path in tmp_path.glob("*.png"):
        assert (QImage(str(path)).width(), QImage(str(path)).height()) == (1024, 700)


def test_a_missing_file_is_one_line_and_status_1(tmp_path, capsys):
    assert run(["shots", str(tmp_path / "gone"), "-o", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("size", ["big", "10x10", "100000x10"])
def test_an_impossible_size_is_wrong_use(sample, tmp_path, size, capsys):
    with pytest.raises(SystemExit) as left:
        run(["shots", str(sample), "-o", str(tmp_path), "--size", size])
    assert left.value.code == 2
