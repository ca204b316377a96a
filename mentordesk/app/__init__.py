"""The composition root of the window, and the commands that draw."""

from pathlib import Path


def run_window(argv: list[str]) -> int:
    """Open the window and return the exit status when it is closed.

    Args:
        argv: the arguments without the program's name: a file, ``--sample``, and Qt's own.
    """
    from mentordesk.app.start import run

    return run(argv)


def run_command(argv: list[str]) -> int:
    """Run a command that draws without a window: ``shots`` or ``report``."""
    if argv[0] == "report":
        from mentordesk.app.report import run
    else:
        from mentordesk.app.shots import run

    return run(argv)


def draw_sample(folder: Path) -> Path:
    """Draw the sample's first page into a folder and return the picture's path."""
    from mentordesk.app.shots import draw_sample_page

    return draw_sample_page(folder)
