"""What the commands say, even where nobody listens any more."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from mentordesk.domain.text import one_line

if TYPE_CHECKING:
    from mentordesk.domain.release import Releasable, Released


def write(stream: TextIO | None, words: str) -> None:
    """Write one line, if anybody listens: what was done is done."""
    if stream is None:  # closed before we began
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # a file's name may be no text
    try:
        stream.write(f"{one_line(words)}\n")
        stream.flush()
    except OSError:
        _silence(stream)


def end_output() -> None:
    """Write out what argparse has printed, and leave nothing for the end of the process to fail."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except AttributeError:  # closed before we began
            continue
        except OSError:
            _silence(stream)


def _silence(stream: TextIO) -> None:
    """Lead a stream that nobody reads any more into nothing."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def say_what_went(going: "Released[Releasable]", output: Path, one: str, many: str) -> None:
    """Say how many items went into a file, and how many of them are private."""
    count = len(going.items)
    words = f"Wrote {count} {one if count == 1 else many} to {output}."
    if going.private:
        are = "is" if going.private == 1 else "are"
        words += f" Your own copy: {going.private} of {count} {many} {are} private to you."
    write(sys.stdout, words)
