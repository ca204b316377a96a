"""Write a file that leaves the desk: whole or not at all, readable for its owner alone."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from mentordesk.domain.errors import FileError
from mentordesk.store.failures import explain


def write_file(path: Path, pieces: Iterable[bytes]) -> int:
    """Write pieces to a file in place of what was there, and return how many bytes.

    Raises:
        FileError: it can't be written; what was there is as it was.
    """
    try:
        _check_place(path)
        return _write(Path(os.path.realpath(path)), pieces)
    except OSError as error:
        raise explain(error) or error from error


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise FileError("There is a folder with this name. Choose a file name in it.")
    if path.exists() and not path.is_file():  # a device such as /dev/null would be replaced
        raise FileError("There is something with this name that is no file. Choose another name.")
    if not path.absolute().parent.is_dir():
        raise FileError("The folder for this file is not there. Choose another one, or make it.")


def _write(path: Path, pieces: Iterable[bytes]) -> int:
    number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            written = sum(file.write(piece) for piece in pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return written
