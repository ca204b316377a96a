import os
import sys
from pathlib import Path

import pytest

from mentordesk import display

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux displays")


@pytest.fixture(autouse=True)
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        # Set first, so that monkeypatch also takes back what the code under test sets.
        monkeypatch.setenv(variable, "")
        monkeypatch.delenv(variable)


@linux_only
@pytest.mark.parametrize(
    ("announced", "tried"),
    [
        ({}, "offscreen;minimal"),
        ({"DISPLAY": ":0"}, "xcb;offscreen;minimal"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland;offscreen;minimal"),
        (
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
            "wayland;xcb;offscreen;minimal",
        ),
    ],
)
def test_only_announced_displays_are_tried(
    announced: dict[str, str], tried: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in announced.items():
        monkeypatch.setenv(variable, value)
    display.prefer_a_window()
    assert os.environ["QT_QPA_PLATFORM"] == tried


@pytest.mark.parametrize("choose", [display.prefer_a_window, display.draw_unseen])
def test_what_the_person_asked_for_stays(choose, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "vnc")
    choose()
    assert os.environ["QT_QPA_PLATFORM"] == "vnc"


@linux_only
def test_drawing_needs_no_display() -> None:
    display.draw_unseen()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


@linux_only
def test_offscreen_unasked_means_no_display() -> None:
    display.prefer_a_window()
    assert display.is_absent("offscreen")
    assert not display.is_absent("xcb")


def test_offscreen_on_request_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not display.is_absent("offscreen")


def test_without_a_display_the_sample_is_drawn_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    def draw(folder: Path) -> Path:
        picture = folder / "today.png"
        picture.write_bytes(b"picture")
        return picture

    assert display.draw_instead(draw) == 0
    said = capsys.readouterr().out
    picture = Path(said.rsplit(": ", 1)[1].strip())
    assert said.startswith("There is no display here")
    assert picture.read_bytes() == b"picture"
    assert list(tmp_path.iterdir()) == []


def test_display_that_qt_cannot_use_is_said_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    display.draw_instead(lambda folder: folder / "today.png")
    assert "apt-get install libegl1" in capsys.readouterr().out


def test_missing_system_library_is_named_in_one_line() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    advice = display.advice_on(error)
    assert advice is not None
    assert "libEGL.so.1" in advice
    assert advice.endswith("libxkbcommon-x11-0")
    assert "\n" not in advice


def test_any_other_import_error_is_ours() -> None:
    assert display.advice_on(ModuleNotFoundError("No module named 'mentordesk.ui'")) is None
