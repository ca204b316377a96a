"""Decide where Qt draws, and what to say when there is no display. Imports no Qt itself."""

import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from mentordesk.resource import resource

_PLATFORM = "QT_QPA_PLATFORM"
_LIBRARY_NOT_FOUND = re.compile(r"(\S+\.so\S*): cannot open shared object file")


def prefer_a_window() -> None:
    """Tell Qt which displays to try, so that it draws unseen instead of aborting without one.

    Only Linux needs this. Call it before Qt is imported; what the person asked for stays. A
    display that the session does not announce is not tried: Qt would complain about it at length.
    """
    if sys.platform.startswith("linux") and not os.environ.get(_PLATFORM):
        announced = [name for name, variable in _displays() if os.environ.get(variable)]
        os.environ[_PLATFORM] = ";".join([*announced, "offscreen", "minimal"])


def draw_unseen() -> None:
    """Tell Qt to draw into memory, for the commands that need no window."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault(_PLATFORM, "offscreen")


def is_absent(platform_name: str) -> bool:
    """Say whether Qt came up without a display although nobody asked for that.

    Args:
        platform_name: what ``QApplication.platformName()`` returns.
    """
    return platform_name in ("offscreen", "minimal") and ";" in os.environ.get(_PLATFORM, "")


def draw_instead(draw_sample: Callable[[Path], Path]) -> int:
    """Say that there is no display, draw the sample to a picture and say where it is.

    The person's own data is not touched.

    Args:
        draw_sample: draws into the given folder and returns the picture's path.

    Returns:
        The exit status.
    """
    if any(os.environ.get(variable) for _, variable in _displays()):
        sys.stdout.write(f"Qt can't use this display. {_install_line()}\n")
    else:
        sys.stdout.write("There is no display here, so no window can open.\n")
    picture = draw_sample(Path(tempfile.mkdtemp(prefix="mentordesk-")))
    sys.stdout.write(f"This is how the sample looks: {picture}\n")
    return 0


def advice_on(error: ImportError) -> str | None:
    """Return one line on what to install, or None if no system library is missing."""
    found = _LIBRARY_NOT_FOUND.search(str(error))
    if found is None:
        return None
    return f"Qt needs the system library {found[1]}, which is missing. {_install_line()}"


def _displays() -> list[tuple[str, str]]:
    """Return Qt's platforms in the order to try, each with the variable that announces it."""
    return [("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY")]


def _install_line() -> str:
    lines = resource("debian_libraries.txt").read_text(encoding="utf-8").splitlines()
    names = " ".join(line for line in lines if not line.startswith("#"))
    return f"On Debian or Ubuntu type: sudo apt-get install {names}"
