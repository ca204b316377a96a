"""Start MentorDesk: route to a window or to a command, and import nothing heavy on the way."""

import faulthandler
import os
import sys
import zoneinfo
from pathlib import Path

from mentordesk import display

_WITHOUT_DRAWING = frozenset(
    {"sample", "ics", "chart", "check", "backup", "restore", "--version", "--help", "-h"}
)
_DRAWING = frozenset({"shots", "report"})
_INTERRUPTED = 130  # what a shell reports after Ctrl+C


def main(argv: list[str] | None = None) -> int:
    """Run MentorDesk with these arguments (default: those of the process).

    Returns the exit status: 0 done, 1 failed with one line on standard error, 2 wrong use.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    _keep_private()
    # One answer on every computer: the tz database that comes with us, not the system's.
    zoneinfo.reset_tzpath(())
    try:
        return _route(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _route(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in _WITHOUT_DRAWING:
        from mentordesk import cli

        return cli.run(arguments)
    draws = first in _DRAWING
    if draws:
        display.draw_unseen()
    else:
        display.prefer_a_window()
    try:
        from mentordesk import app

        return app.run_command(arguments) if draws else app.run_window(arguments)
    except ImportError as error:
        advice = display.advice_on(error)
        if advice is None:
            raise
        sys.stderr.write(f"{advice}\n")
        return 1


def _keep_private() -> None:
    """See to it that nobody else can read what we write, and that a crash leaves no core file."""
    os.umask(0o077)
    faulthandler.disable()
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not os.environ.get("MPLCONFIGDIR"):
        from platformdirs import user_cache_dir

        os.environ["MPLCONFIGDIR"] = str(Path(user_cache_dir("MentorDesk")) / "matplotlib")
